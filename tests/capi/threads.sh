#!/bin/sh
# Shared handles under ThreadSanitizer: the tests that have threads, or for the long form THREADS of so many ROUNDS of some 260 calls.
#   threads.sh [THREADS ROUNDS]
set -eu
cd "$(dirname "$0")/../.."
cmake --preset threads >/dev/null
cmake --build --preset threads
if [ $# = 2 ]; then
  build/threads/tests/capi/capi_thread_test examples/data/harbour-2020.txt "$1" "$2"
else
  ctest --preset threads -R '^capi\.(threads|c99)$'
fi
