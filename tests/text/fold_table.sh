#!/bin/sh
# The table of folding in src is the one that fold_table.py makes of utf8proc and of the letters in writing.hpp.
#   fold_table.sh SOURCE
# Exit 77: utf8proc of the version that the table is of is not on this system.
set -eu
made=$(mktemp)
trap 'rm -f "$made"' EXIT
python3 "$1/src/text/fold_table.py" >"$made"
cmp "$made" "$1/src/text/fold_table.cpp"
