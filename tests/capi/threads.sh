#!/bin/sh
# Shared handles under ThreadSanitizer: the tests that have threads, or for the long form THREADS of so many ROUNDS of some 270 calls.
#   threads.sh [THREADS ROUNDS]
set -eu
cd "$(dirname "$0")/../.."
cmake -S . -B build/tsan -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS="-O0 -g1" -DCMAKE_C_FLAGS="-O0 -g1" \
  -DGONGKAI_SANITIZE=thread -DGONGKAI_BUILD_CLI=OFF -DGONGKAI_BUILD_EXAMPLES=OFF >/dev/null
cmake --build build/tsan --target capi_thread_test capi_test
if [ $# = 2 ]; then
  build/tsan/tests/capi/capi_thread_test examples/data/harbour-2020.txt "$1" "$2"
else
  ctest --test-dir build/tsan --no-tests=error --output-on-failure -R '^capi\.(threads|c99)$'
fi
