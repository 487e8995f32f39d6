#!/bin/sh
# Who links gongkai::gongkai compiles neither the rules nor the words: the example's object only calls them. From the headers
# alone they are in it.  compiled_once.sh COMPILER SOURCE
set -eu
compiler=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bodies() {  # how many functions of the library the example's object defines, compiled with the options
  "$compiler" -std=c++20 -O0 "$@" -I "$source/include" -c "$source/examples/check.cpp" -o "$work/check.o"
  nm -C --defined-only "$work/check.o" | grep -cE ' [tTW] gongkai::(rules::|check|message|find_rule|claims_detail::)' || true
}
with_library=$(bodies -DGONGKAI_COMPILED)
alone=$(bodies)
echo "functions of the rules in the example's object: $with_library with the library, $alone without"
[ "$with_library" -eq 0 ] && [ "$alone" -gt 50 ]
