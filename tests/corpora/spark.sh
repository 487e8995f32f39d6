#!/bin/sh
# The examples for Spark on a cluster of processes of this machine: spark.sh WHEEL GENERATE_PRINT GONGKAI. Exit 77: pyspark or
# Java cannot be had.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for java in /usr/lib/jvm/java-17-openjdk-*; do
  [ -x "$java/bin/java" ] && export JAVA_HOME="$java"
done
if [ -z "${JAVA_HOME:-}" ] && ! command -v java >/dev/null; then
  echo "There is no Java (Debian: openjdk-17-jre-headless): reading with Spark was NOT tested"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
if ! "$work/venv/bin/pip" install -q --disable-pip-version-check --timeout 10 --retries 1 pyspark pandas pyarrow >"$work/log" 2>&1; then
  tail -3 "$work/log"
  echo "PyPI cannot be reached: reading with Spark was NOT tested"
  exit 77
fi
"$work/venv/bin/python" -B "$here/cluster.py" "$@"
