#!/bin/sh
# Proves that the fuzzers find what they should: a bug behind one label of the form (see targets.hpp) is found from no
# input at all within a minute with the dictionary of labels, and not without it. Its words are those that are cells, and
# comparisons are not traced: both leave more of the minute to the words.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
built=build/fuzz/tests/fuzz
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
hunt() {  # whether the bug is found within a minute
  ! "$built/fuzz_planted" -max_total_time=60 -seed=1 -max_len=4096 -use_cmp=0 -artifact_prefix="$found/" "$@" >"$found/log" 2>&1 &&
    grep -q 'broken promise: planted' "$found/log"
}
start=$(date +%s)
grep '^"\\x1' "$built/labels.dict" >"$found/cells.dict"
hunt -dict="$found/cells.dict" || { tail -20 "$found/log"; echo "not found with the dictionary"; exit 1; }
echo "found with the dictionary after $(($(date +%s) - start)) s"
if hunt; then
  echo "found without the dictionary too: the planted bug proves nothing of it"
  exit 1
fi
echo "not found without it in 60 s"
