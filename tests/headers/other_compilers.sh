#!/bin/sh
# Compiles the header-only core with the other compilers that Debian 12 has, and with other releases of Boost, without a warning,
# and checks an empty report with each. Exit 77: there are none here.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$(id -u)" != 0 ] || apt-get install -y -qq clang-15 clang-16 clang-19 >/dev/null 2>&1 || true
cat >"$work/core.cpp" <<'END'
#include <cstdio>
#include "gongkai/gongkai.hpp"
int main() {
  const gongkai::Assessment assessment = gongkai::check(gongkai::Report{});
  std::printf("%zu findings, %zu rules\n", assessment.findings.size(), assessment.coverage.size());
  return assessment.coverage.empty() ? 1 : 0;
}
END
tried=0
for compiler in g++-13 g++-14 clang++-15 clang++-16 clang++-17 clang++-18 clang++-19; do
  command -v "$compiler" >/dev/null || continue
  # libstdc++ 12 warns of itself with clang 19: get_temporary_buffer(), behind std::stable_sort.
  "$compiler" -std=c++20 -O0 -Iinclude -DFMT_HEADER_ONLY -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-deprecated-declarations \
    -Werror "$work/core.cpp" -o "$work/core"
  echo "$compiler: $("$work/core")"
  tried=$((tried + 1))
done
for version in 1.78.0 1.85.0.post1; do
  python3 -m pip download -q --no-deps -d "$work" "boost-headers==$version" 2>/dev/null || { echo "Boost $version is not to be had here"; continue; }
  mkdir "$work/$version"
  unzip -q "$work"/boost_headers-"$version"-*.whl 'boost_headers/include/boost/*' -d "$work/$version"
  g++ -std=c++20 -O0 -Iinclude -isystem "$work/$version/boost_headers/include" -DFMT_HEADER_ONLY -Wall -Wextra -Wpedantic -Werror \
    "$work/core.cpp" -o "$work/core"
  echo "Boost $version: $("$work/core")"
  tried=$((tried + 1))
done
[ "$tried" -gt 0 ] || exit 77
