#!/bin/sh
# Compiles Gongkai.cs with mono and tests it: test.sh LIBRARY [CALLS]. Returns 77 where there is no mono.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
if ! command -v mcs >/dev/null; then
  echo "There is no mono (Debian: mono-mcs): .NET was NOT tested"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$here/../../examples/data/harbour-2020.txt
mcs -langversion:7 -warnaserror -out:"$work/Test.exe" -r:System.Runtime.Serialization -r:System.Xml -r:System.Xml.Linq "$here/Gongkai.cs" "$here/Test.cs"
ln -s "$library" "$work/libgongkai.so"
PYTHONPATH=$here/../python GONGKAI_LIBRARY=$library python3 -B -c '
import gongkai, sys
for key, value in gongkai.read(sys.argv[1]).items(): print(key, value)' "$report" >"$work/python"
LD_LIBRARY_PATH=$work mono "$work/Test.exe" "$report" "${2:-0}" "$work/python"
