#!/bin/sh
# Installs what is missing, builds, and runs every test.
set -eu
cd "$(dirname "$0")/.."
sh cmake/install_packages.sh program test
cmake --preset test -DGONGKAI_REPORTS="${GONGKAI_REPORTS:-}" >/dev/null
cmake --build --preset test
ctest --preset test
