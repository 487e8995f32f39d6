#!/bin/sh
# Builds the program and checks a report with real figures: what gongkai is for, in one command.
set -eu
cd "$(dirname "$0")/.."
sh cmake/install_packages.sh
cmake --preset release >build-release.log 2>&1 || { cat build-release.log; exit 1; }
cmake --build --preset release --target gongkai_cli >build-release.log 2>&1 || { cat build-release.log; exit 1; }
rm -f build-release.log
echo '$ gongkai check examples/data/harbour-2020.txt'
build/release/gongkai check examples/data/harbour-2020.txt
