#!/bin/sh
# Builds and tests target/gongkai-….jar with the native libraries inside: SYSTEM=LIBRARY, such as
#   sh capi/java/build.sh linux-x86_64=build/artefacts/libgongkai.so.0 linux-aarch64=…
# Says so and returns 77 where there is no Maven or Maven Central cannot be reached.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v mvn >/dev/null || ! command -v javac >/dev/null; then
  echo "There is no Maven or no JDK (Debian: maven, default-jdk-headless): Java was NOT built and NOT tested"
  exit 77
fi
mkdir -p "$here/target"
rm -rf "$here/target/natives" "$here/target/classes/org/gongkai/native"
sh "$here/../pack_natives.sh" "$here/target/natives" "$@"
cd "$here"
log=$here/target/maven.log
if ! mvn -B -ntp -Dmaven.wagon.http.retryHandler.count=1 -Dmaven.artifact.threads=4 verify >"$log" 2>&1; then
  if ! grep -qE 'There are test failures|COMPILATION ERROR' "$log" &&
    grep -qE 'Could not transfer|Could not resolve|Non-resolvable|was not found in .* during a previous attempt|in offline mode' "$log"; then
    grep -m1 -E 'Could not|Non-resolvable|offline mode|was not found' "$log" | cut -c1-300
    echo "Maven Central cannot be reached: Java was NOT built and NOT tested"
    exit 77
  fi
  cat "$log"
  exit 1
fi
grep -E 'Tests run:.*(Skipped|Time)|WARN.*skip' "$log"
ls -l target/*.jar
