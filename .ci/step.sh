# The steps of .ci/run and .ci/release, which source it: a step stops them where it fails. `only`: a pattern of their names.
passed=0
skipped=0
step() {  # one that exits with 77 has said what cannot be had here
  [[ $1 =~ $only ]] || return 0
  local name=$1 start=$SECONDS end=done
  shift
  echo "==== $name"
  # Not `if ! "$@"`: there bash ignores -e inside the step, and a fault before its last line would pass.
  set +e
  (set -e; "$@")
  local status=$?
  set -e
  case $status in
    0) passed=$((passed + 1)) ;;
    77) skipped=$((skipped + 1)) end=skipped ;;
    *) echo "==== FAILED: $name"; echo "$passed passed, 1 failed, $skipped skipped"; exit 1 ;;
  esac
  echo "==== $end: $name ($((SECONDS - start)) s)"
}
