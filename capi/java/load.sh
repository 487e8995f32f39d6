#!/bin/sh
# Memory of the example server under uploads from 16 threads, and after many calls; after build.sh. Arguments: uploads and calls.
set -eu
cd "$(dirname "$0")"
if [ ! -d target/test-classes ]; then
  echo "Java was not built: its memory was NOT measured"
  exit 77
fi
classpath=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'jna-5.17.0.jar' -o -name 'gson-2.11.0.jar' | tr '\n' ':')
exec java -Xms128m -Xmx128m -XX:+AlwaysPreTouch -XX:+UseSerialGC -cp "target/classes:target/test-classes:$classpath" \
  example.Load ../../examples/data/harbour-2020.txt "${1:-10000}" "${2:-100000}"
