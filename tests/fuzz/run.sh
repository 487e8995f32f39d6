#!/bin/sh
# Fuzzes every target for SECONDS each, or only those named: tests/fuzz/run.sh SECONDS [TARGET...]
# PRESET=fuzz-plain does it without sanitizers; LONGEST=1024 makes no input longer, so that more are tried. The first inputs are
# tests/fuzz/corpus and generated documents in every layout (fuzz_seeds), of which those that reach something new are kept. What
# is found is left in build/PRESET/found; new inputs in build/PRESET/corpus. Fails where something is found or nothing ran.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
[ $# -gt 0 ] || set -- $(ls tests/fuzz/corpus)
preset=${PRESET:-fuzz}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
built=build/$preset/tests/fuzz
[ -d "build/$preset/seeds" ] || "$built/fuzz_seeds" "build/$preset/seeds"
cat "$built/labels.dict" tests/fuzz/markup.dict >"$built/words.dict"
cat "$built/words.dict" "$built/keys.dict" >"$built/json.dict"  # the keys of cells are of use in JSON alone
failed=
all=0  # and -entropic=0, because half of the time was its book-keeping of how rare each feature is
for target in "$@"; do
  dictionary=$built/words.dict
  [ "$target" != json ] && [ "$target" != read ] || dictionary=$built/json.dict
  longest=16384  # a whole form as text or HTML; one as XML, or a PDF's words, is longer
  case $target in docx | xlsx | pdf_layout) longest=65536 ;; esac
  longest=${LONGEST:-$longest}
  kept=build/$preset/corpus/$target${LONGEST:+-$LONGEST}
  found=build/$preset/found/$target${LONGEST:+-$LONGEST}
  mkdir -p "build/$preset/seeds/$target" "$found"
  log=$found.log
  if [ ! -d "$kept" ]; then
    mkdir -p "$kept"
    "$built/fuzz_$target" -merge=1 -max_len=$longest "$kept" "tests/fuzz/corpus/$target" "build/$preset/seeds/$target" >"$log" 2>&1 ||
      { tail -40 "$log"; failed="$failed $target"; continue; }
  fi
  if ! "$built/fuzz_$target" -entropic=0 -max_total_time="$seconds" -max_len=$longest -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$dictionary" -artifact_prefix="$found/" "$kept" >"$log" 2>&1; then
    failed="$failed $target"
    tail -40 "$log"
  fi
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$target: ${executions:-0} executions, $((${executions:-0} / seconds)) a second"
  all=$((all + ${executions:-0}))
  [ "${executions:-0}" -gt 0 ] || failed="$failed $target"
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
echo "$all executions, nothing found"
