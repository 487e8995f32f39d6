#!/bin/sh
# Holds a released libgongkai.so to what hosts rely on: the newest glibc it asks for, what it needs beside, what it exports, and
# how its segments are aligned. Prints what it found; fails on the first thing that is not so.
#   floor.sh LIBRARY
set -eu
library=$1
newest=2.17
fail() { echo "$library: $*" >&2; exit 1; }

needed=$(readelf -dW "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
versions=$(readelf -VW "$library" | grep -o 'Name: [A-Z]*_[0-9A-Za-z._]*' | cut -d ' ' -f 2 | sort -u)
[ -n "$needed" ] && [ -n "$versions" ] || fail "says nothing of what it needs"
for name in $needed; do
  case $name in
    libc.so.6 | libm.so.6 | libpthread.so.0 | libdl.so.2 | ld-linux-x86-64.so.2 | ld-linux-aarch64.so.1) ;;
    *) fail "needs $name" ;;
  esac
done
highest=$(echo "$versions" | sed -n 's/^GLIBC_\([0-9.]*\)$/\1/p' | sort -V | tail -1)
[ -n "$highest" ] || fail "names no version of glibc"
[ "$(printf '%s\n%s\n' "$highest" "$newest" | sort -V | tail -1)" = "$newest" ] || fail "needs glibc $highest:
$(readelf -sW --dyn-syms "$library" | grep "@GLIBC_$highest" || true)"
! echo "$versions" | grep -e GLIBCXX -e CXXABI -e GCC_ || fail "needs a C++ runtime"
exported=$(readelf --dyn-syms -W "$library" | awk '$7 != "UND" && $5 != "LOCAL" && $8 != "" {print $8}' | sed 's/@.*//' | grep -c '^gk_')
others=$(readelf --dyn-syms -W "$library" | awk 'NR > 3 && $7 != "UND" && $5 != "LOCAL" && $8 != "" {print $8}' | grep -v -e '^gk_' -e '^GONGKAI_' || true)
[ "$exported" -gt 50 ] || fail "exports $exported functions gk_*"
[ -z "$others" ] || fail "exports $others"
readelf -dW "$library" | grep -q NODELETE || fail "may be unloaded"
alignment=$(readelf -lW "$library" | awk '$1 == "LOAD" {print $NF}' | sort -u | tail -1)
case $(readelf -hW "$library") in
  *AArch64*) [ "$alignment" = 0x10000 ] || fail "is aligned to $alignment, for hosts with pages of 64 KB" ;;
esac
echo "$(basename "$library"): glibc $highest of at most $newest; needs" $needed"; $exported functions gk_* and nothing else; aligned to $alignment"
