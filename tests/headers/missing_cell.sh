#!/bin/sh
# Adds a cell to the structs but not to the catalogue: that must not compile, and the error must spell the cell's key.
set -eu
compiler=$1
include=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$include/gongkai" "$work/gongkai"
sed -i -e 's/Count upheld, corrected, other, pending, total;/Count upheld, corrected, other, mediated, pending, total;/' \
  -e 's/(upheld, corrected, other, pending, total)/(upheld, corrected, other, mediated, pending, total)/' "$work/gongkai/report.hpp"
grep -q mediated "$work/gongkai/report.hpp"
echo '#include "gongkai/catalog.hpp"' >"$work/unit.cpp"
if "$compiler" -std=c++20 -fsyntax-only -I "$work" "$work/unit.cpp" 2>"$work/errors"; then
  echo "compiled, although review.mediated is not in the catalogue" >&2
  exit 1
fi
grep -q "'r', 'e', 'v', 'i', 'e', 'w', '.', 'm', 'e', 'd', 'i', 'a', 't', 'e', 'd'" "$work/errors"
grep -q "has no row or column in catalog.hpp" "$work/errors"
