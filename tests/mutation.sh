#!/bin/bash
# Changes the rules, the arithmetic and the readers in small ways, one at a time, and looks whether a test fails.
# usage: tests/mutation.sh COUNT [SEED [FILE...]]
#   COUNT: so many mutants of the rules and arithmetic and as many of the readers, drawn with SEED (1); 0: all of them
#   FILE...: mutants of these files alone
#   again: those that survived the last run
#   short: the numbers alone, beside the build of the preset `test`: each must be killed; and with one test alone some must not
# One build holds all mutants of its files, each behind a switch (tests/mutation/switch.hpp), so that one costs only the test
# cases that reach it. Prints each survivor, then the score; those of tests/mutation/equivalent.txt cannot be told from the
# program. Fails below 95 % of the rules and arithmetic or 90 % of the readers. GONGKAI_JOBS: processes at once (2).
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:?how many mutants of each kind, 0 for all}
python=/usr/bin/python3  # which has Debian's packages
$python -c 'import clang.cindex' 2>/dev/null || sh cmake/install_packages.sh mutation ||
  { echo "clang's parser for Python cannot be had: nothing was mutated"; exit 77; }
run() { $python -B tests/mutation/run.py "$copy" tests/mutation/equivalent.txt "$@"; }

if [ "$count" = short ]; then
  copy=$PWD/build/mutation-short
  cmake --build --preset test --target interpret_test decode_test >/dev/null
  $python -B tests/mutation/build.py "$PWD" "$copy" "$PWD/build/test" src/interpret/number.cpp src/decode/xlsx_number.cpp
  echo "---- with one test alone, some must survive"
  if GONGKAI_CASES='the unit is found*' run 100 1 >"$copy/weak.log"; then
    cat "$copy/weak.log"
    echo "a test of units alone is said to find whatever is changed in a number"
    exit 1
  fi
  tail -1 "$copy/weak.log"
  echo "---- with all of them, none"
  run 300 1 each
  exit 0
fi

seed=${2:-1}
again=()
[ "$count" != again ] || { again=(again); count=0; }
shift $(($# < 2 ? $# : 2))
files=("$@")
if [ ${#files[@]} = 0 ]; then
  mapfile -t files < <(ls include/gongkai/rules/*.hpp include/gongkai/model/{equation,value,cell_set}.hpp include/gongkai/rule.hpp \
    include/gongkai/inline/{check,aggregate}.hpp src/interpret/*.hpp src/interpret/*.cpp src/decode/xlsx_number.cpp)
fi
copy=$PWD/build/mutation
$python -B tests/mutation/build.py "$PWD" "$copy" "${GONGKAI_JOBS:-2}" "${files[@]}"
run "$count" "$seed" "${again[@]}"
