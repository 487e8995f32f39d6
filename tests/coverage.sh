#!/bin/sh
# Says which lines, branches and conditions (MC/DC) of the project the tests reach, and fails where that is less than promised:
# tests/coverage.sh [--all]   (--all: names what is not reached in every folder, not only in core and C interface)
# Run are the tests which say what the code answers. Not run are those which say only that it stands: each allocation failing
# (capi.memory), the stack (capi.stack), the system calls (capi.closed) and the habits of hosts (capi.host), instructions (growth),
# random bytes (fuzz.replay); and those which build or compare programs that are not counted (headers, install, planted, the ABI).
# GONGKAI_REPORTS is not looked at, so that the figures are the same everywhere.
set -eu
cd "$(dirname "$0")/.."
command -v llvm-cov-19 >/dev/null && command -v clang++-19 >/dev/null || sh cmake/install_packages.sh coverage ||
  { echo "clang-19 cannot be installed: coverage was NOT measured"; exit 77; }
built=build/coverage
cmake --preset coverage -DGONGKAI_REPORTS= >/dev/null
cmake --build --preset coverage >$built/build.log 2>&1 || { tail -40 $built/build.log; exit 1; }  # clang-19's own warnings in it
rm -rf $built/profiles
LLVM_PROFILE_FILE=$PWD/$built/profiles/%8m.profraw ctest --preset coverage --quiet --output-log $built/tests.log \
  -R '^((bodies|core|decode|encode|generate|interpret|json|localize|office|text|cli)\..*|capi\.(border|c99|json_same|no_key|threads|wrapper)|python|readme|differential)$' ||
  { grep -A 15 'tests failed' $built/tests.log; exit 1; }
grep 'tests passed' $built/tests.log
llvm-profdata-19 merge -sparse $built/profiles/*.profraw -o $built/tests.profdata
objects=
for program in $built/tests/*_test $built/tests/capi/capi_* $built/gongkai; do
  [ ! -x "$program" ] || [ -d "$program" ] || objects="$objects -object $program"
done
# shellcheck disable=SC2086 # a list of options
llvm-cov-19 export -instr-profile $built/tests.profdata $built/capi/libgongkai.so $objects >$built/coverage.json
python3 tests/coverage/figures.py $built/coverage.json "$@"
