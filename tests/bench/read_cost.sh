#!/bin/sh
# How many instructions reading costs: sh tests/bench/read_cost.sh libgongkai.so FILE... prints those of a second gk_read()
# of each file, and with AGAINST=OTHER/libgongkai.so, of an older commit, also its count and the ratio. Build both alike.
set -eu
[ $# -ge 2 ] || { echo "usage: [AGAINST=LIBRARY] sh tests/bench/read_cost.sh LIBRARY FILE..." >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
library=$1
shift

build() { # build NAME LIBRARY
  cc -O1 -I"$here/../../capi" "$here/read_cost.c" "$2" -Wl,-rpath,"$(cd "$(dirname "$2")" && pwd)" -o "$work/$1"
}
cost() { # cost NAME FILE
  valgrind -q --tool=callgrind --collect-atstart=no --callgrind-out-file="$work/out" "$work/$1" "$2" > /dev/null 2> "$work/err" ||
    { cat "$work/err" >&2; return 1; }
  sed -n 's/^\(summary\|totals\): //p' "$work/out" | head -1
}

build now "$library"
[ -z "${AGAINST:-}" ] || build before "$AGAINST"
for file in "$@"; do
  now=$(cost now "$file")
  if [ -n "${AGAINST:-}" ]; then
    before=$(cost before "$file")
    awk -v now="$now" -v before="$before" -v file="$file" 'BEGIN { printf "%11d %11d %.3f %s\n", before, now, now / before, file }'
  else
    printf '%11d %s\n' "$now" "$file"
  fi
done
