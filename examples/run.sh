#!/bin/sh
# Builds the program and checks a report with real figures: what gongkai is for, in one command.
set -eu
cd "$(dirname "$0")/.."
echo "1/3  Debian packages that are missing / 安装缺少的软件包"
sh cmake/install_packages.sh program
echo "2/3  Building the program, two to four minutes / 编译，约两到四分钟"
log=build-release.log
cmake --preset release >$log 2>&1 || { cat $log; exit 1; }
if [ -t 1 ]; then
  cmake --build --preset release --target gongkai_cli
else
  { cmake --build --preset release --target gongkai_cli 2>&1 || echo failed; } | tee $log | awk 'NR % 25 == 1 { print; fflush() }'
  ! grep -qx failed $log || { cat $log; exit 1; }
fi
rm -f $log
echo "3/3  Checking a report / 核对一份报告"
echo '$ gongkai check examples/data/harbour-2020.txt'
build/release/gongkai check examples/data/harbour-2020.txt
echo
echo "The program is build/release/gongkai; try: build/release/gongkai help / 程序在 build/release/gongkai"
