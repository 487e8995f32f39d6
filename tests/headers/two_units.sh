#!/bin/sh
# The program with the library and the one from headers alone find the same.  two_units.sh WITH_LIBRARY HEADERS_ALONE
set -eu
compiled=$("$1")
inline=$("$2")
[ "$compiled" = "$inline" ] || { echo "the library and the headers say different things" >&2; exit 1; }
lines=$(echo "$compiled" | wc -l)
echo "$lines lines are the same"
[ "$lines" -gt 100 ]
