#!/bin/sh
# Fuzzes every target for SECONDS each, or only those named: tests/fuzz/run.sh SECONDS [TARGET...]
# What is found is left in build/fuzz/found; new inputs in build/fuzz/corpus. Fails where something is found or nothing ran.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
[ $# -gt 0 ] || set -- $(ls tests/fuzz/corpus)
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
built=build/fuzz/tests/fuzz
cat "$built/labels.dict" tests/fuzz/markup.dict >"$built/words.dict"
cat "$built/words.dict" "$built/keys.dict" >"$built/json.dict"  # the keys of cells are of use in JSON alone
failed=
for target in "$@"; do
  case $target in
    json | read) dictionary=$built/json.dict ;;
    *) dictionary=$built/words.dict ;;
  esac
  mkdir -p "build/fuzz/corpus/$target" "build/fuzz/found/$target"
  log=build/fuzz/found/$target.log
  if ! "$built/fuzz_$target" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$dictionary" -artifact_prefix="build/fuzz/found/$target/" \
    "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" >"$log" 2>&1; then
    failed="$failed $target"
    tail -40 "$log"
  fi
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$target: ${executions:-0} executions"
  [ "${executions:-0}" -gt 0 ] || failed="$failed $target"
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
