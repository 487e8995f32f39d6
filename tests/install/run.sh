#!/bin/sh
# Installs a build into an empty folder, moves it, and uses it from there in every way it is made for.
#   run.sh BUILD_FOLDER
set -eu
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$(dirname "$here")")
report=$source/examples/data/harbour-2020.txt
work=$(mktemp -d)
beside=$(dirname "$build")/install-subproject  # as deep as the release, for ccache's relative paths
trap 'rm -rf "$work" "$beside"' EXIT
uses=0

used() {  # a name and the command that shows that it works, with status 0 or 1 (1: the report has errors)
  name=$1
  shift
  status=0
  "$@" >"$work/out" 2>&1 || status=$?
  if [ "$status" -gt 1 ]; then
    cat "$work/out"
    echo "FAILED: $name: status $status"
    exit 1
  fi
  uses=$((uses + 1))
  echo "works: $name"
}
configure_and_build() {  # a project, the folder to build it in, and what CMake is to be told
  project=$1
  folder=$2
  shift 2
  cmake -S "$project" -B "$folder" -G Ninja "$@" >"$work/log" 2>&1 && cmake --build "$folder" >"$work/log" 2>&1 ||
    { tail -40 "$work/log" | cut -c1-300; echo "FAILED: $project does not build"; exit 1; }
}

# Each component alone, then all together in one prefix that is moved afterwards.
cmake --install "$build" --prefix "$work/runtime" --component runtime >/dev/null
find "$work/runtime" -name 'libgongkai.so.0' | grep -q . || { echo "the component runtime has no libgongkai.so.0"; exit 1; }
! find "$work/runtime" -name '*.h' -o -name '*.hpp' | grep -q . || { echo "the component runtime has headers"; exit 1; }
cmake --install "$build" --prefix "$work/before" >/dev/null
mv "$work/before" "$work/prefix"
prefix=$work/prefix
libdir=$(dirname "$(find "$prefix" -name libgongkai.so.0)")
export PKG_CONFIG_PATH="$libdir/pkgconfig" LD_LIBRARY_PATH="$libdir"

cc -std=c99 -Wall -Wextra -pedantic -Werror "$source/examples/check.c" $(pkg-config --cflags --libs gongkai) -o "$work/by_pkg_config"
used "C by pkg-config" "$work/by_pkg_config" "$report"

cc -I"$prefix/include" "$source/examples/check.c" "$libdir/libgongkai_c.a" -lxml2 -lminizip -lz -lpugixml -lstdc++ -lm -o "$work/by_archive"
used "C with the static library" env -u LD_LIBRARY_PATH "$work/by_archive" "$report"

cc -static "$source/examples/check.c" $(pkg-config --static --cflags --libs gongkai) -o "$work/all_static" 2>"$work/log" ||
  { tail -40 "$work/log"; echo "FAILED: static linking by pkg-config"; exit 1; }
! readelf -d "$work/all_static" | grep -q NEEDED || { echo "FAILED: what was linked statically needs a library"; exit 1; }
used "C linked statically by pkg-config" env -u LD_LIBRARY_PATH "$work/all_static" "$report"

configure_and_build "$here/capi" "$work/capi" -DCMAKE_PREFIX_PATH="$prefix" -DEXAMPLE="$source/examples/check.c"
used "C by find_package" "$work/capi/uses_capi" "$report"

configure_and_build "$here/core" "$work/core" -DCMAKE_PREFIX_PATH="$prefix"
used "C++ by find_package, core only" "$work/core/uses_core"

configure_and_build "$source/examples/consumer" "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix"
used "C++ by find_package, with readers" "$work/consumer/consumer" "$report"

# The sources again, as a part of another project: with ccache compiled as the release is, so that what it has is used again.
if [ -n "${CMAKE_CXX_COMPILER_LAUNCHER:-}" ]; then
  set -- -DSAME_AS_RELEASE=ON -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=g++ "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG"
else
  set --
fi
configure_and_build "$here/subproject" "$beside" -DGONGKAI_SOURCE_DIR="$source" \
  -DEXAMPLE_C="$source/examples/check.c" -DEXAMPLE_CPP="$source/examples/check.cpp" "$@"
used "a subproject, C++" "$beside/uses_readers" "$report"
used "a subproject, C" "$beside/uses_capi" "$report"

echo "$uses uses of the installed tree"
[ "$uses" = 8 ]
