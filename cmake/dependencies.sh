#!/bin/sh
# Builds the libraries that a released libgongkai has inside, static and no larger than it needs them, for one target:
#   dependencies.sh TARGET [FOLDER]
# TARGET is linux-x86_64, linux-aarch64, windows-x86_64 or wasm, or, to be tested alone, linux-i686 or linux-s390x; FOLDER is build/dependencies/TARGET if not given. A preset of the
# same name uses it. Libraries that are headers alone are taken from this system's packages.
# The sources come from Debian's source packages and are held to the checksums in dependencies.txt. What is built already from
# the same sources by the same script is not built again. Exit 77: the sources cannot be had here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?"usage: dependencies.sh TARGET [FOLDER]"}
prefix=${2:-$here/../build/dependencies/$target}
case $target in
  linux-x86_64) host=x86_64-linux-gnu prefix_of_tools= suffix= package=g++ ;;
  linux-aarch64 | linux-i686 | linux-s390x)
    host=${target#linux-}-linux-gnu
    prefix_of_tools=$host- suffix= package=g++-$host ;;
  windows-x86_64) host=x86_64-w64-mingw32 prefix_of_tools=x86_64-w64-mingw32- suffix=-posix package=g++-mingw-w64-x86-64-posix ;;
  wasm) host=i686-pc-linux-gnu package=emscripten ;;  # libxml2's config.sub knows no WebAssembly, and asks for no more than 32 bits
  *) echo "unknown target $target: linux-x86_64, linux-aarch64, linux-i686, linux-s390x, windows-x86_64 or wasm" >&2; exit 2 ;;
esac
case $target in
  wasm)
    cc=emcc cxx=em++ ar=emar ranlib=emranlib
    export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}" ;;  # where Debian has acorn, which another node does not see
  *) cc=${prefix_of_tools}gcc$suffix cxx=${prefix_of_tools}g++$suffix ar=${prefix_of_tools}ar ranlib=${prefix_of_tools}ranlib ;;
esac
command -v "$cxx" >/dev/null || { echo "$cxx is not installed (Debian: $package)" >&2; exit 77; }
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd)

made_from=$({ cat "$here/dependencies.sh" "$here/dependencies.txt"; "$cc" --version | sed -n 1p; } | sha256sum | cut -d ' ' -f 1)
if [ "$(cat "$prefix/made_from" 2>/dev/null)" = "$made_from" ]; then
  echo "$prefix is up to date"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- The sources ----

case $target in
  wasm) others='^#' ;;
  *) others='^#\|^lzma ' ;;
esac
grep -v "$others" "$here/dependencies.txt" >"$work/wanted"
names=$(cut -d ' ' -f 1 "$work/wanted")
mkdir -p "$work/lists/partial" "$work/sources"
for suite in bookworm bookworm-updates; do
  echo "deb-src http://deb.debian.org/debian $suite main"
done >"$work/sources.list"
echo "deb-src http://deb.debian.org/debian-security bookworm-security main" >>"$work/sources.list"
from_debian() {
  apt-get -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$work/lists" \
    -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= -o APT::Sandbox::User=root "$@"
}
cd "$work/sources"
# shellcheck disable=SC2086 # a list of names
if ! from_debian update -qq >"$work/log" 2>&1 || ! from_debian source --download-only -qq $names >"$work/log" 2>&1; then
  cat "$work/log" >&2
  echo "Debian's source packages cannot be reached from here" >&2
  exit 77
fi
while read -r _ archive checksum; do
  echo "$checksum  $archive"
done <"$work/wanted" | sha256sum --check --quiet
for name in $names; do
  dpkg-source --no-check -x "$name"_*.dsc "$work/$name" >/dev/null 2>&1 || { echo "cannot unpack $name" >&2; exit 1; }
done

# ---- Built ----

# Headers alone: linked to, one by one, for a cross compiler must not see the rest of /usr/include; and what finds them, for
# Debian's own files would link this system's libfmt.so.
header_only() {  # header_only FOLDER PACKAGE TARGET VERSION [DEFINITION]
  [ -d "/usr/include/$1" ] || { echo "/usr/include/$1 is not there: sh cmake/install_packages.sh" >&2; exit 77; }
  ln -s "/usr/include/$1" "$prefix/include/$1"
  mkdir -p "$prefix/lib/cmake/$2"
  cat >"$prefix/lib/cmake/$2/$2Config.cmake" <<END
add_library($3 INTERFACE IMPORTED)
set_target_properties($3 PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "$prefix/include" INTERFACE_COMPILE_DEFINITIONS "${5:-}")
set($2_INCLUDE_DIRS "$prefix/include")
END
  printf 'set(PACKAGE_VERSION %s)\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n' "$4" >"$prefix/lib/cmake/$2/$2ConfigVersion.cmake"
}
rm -rf "$prefix/include" "$prefix/lib" "$prefix/licences" "$prefix/made_from"
mkdir -p "$prefix/include/minizip" "$prefix/include/libxml2/libxml" "$prefix/lib/pkgconfig" "$prefix/licences"
header_only boost Boost Boost::headers 1.81.0
header_only fmt fmt fmt::fmt 9.1.0 FMT_HEADER_ONLY
header_only rapidjson RapidJSON RapidJSON::headers 1.1.0
header_only CLI CLI11 CLI11::CLI11 2.2.0
xml_flags=
case $target in
  windows-*) own_flags= xml_flags=-DLIBXML_STATIC ;;
  wasm) own_flags="-fwasm-exceptions -w" ;;
  *) own_flags=-fPIC ;;
esac
flags="-O2 $own_flags -ffile-prefix-map=$work=. -fvisibility=hidden -ffunction-sections -fdata-sections"
compile() {  # compile LIBRARY COMPILER FLAGS… -- SOURCES…: into lib/libLIBRARY.a
  library=$1 compiler=$2
  shift 2
  own=
  while [ "$1" != -- ]; do own="$own $1"; shift; done
  shift
  mkdir -p "$work/objects/$library"
  for source in "$@"; do
    # shellcheck disable=SC2086 # lists of flags
    $compiler $flags $own -c "$source" -o "$work/objects/$library/$(basename "$source").o"
  done
  "$ar" rcs "$prefix/lib/lib$library.a" "$work/objects/$library"/*.o
}
package() {  # package NAME VERSION LIBS [CFLAGS]: for pkg-config
  printf 'prefix=%s\nName: %s\nDescription: static, for gongkai\nVersion: %s\nLibs: -L${prefix}/lib %s\nCflags: -I${prefix}/include %s\n' \
    "$prefix" "$1" "$2" "$3" "${4:-}" >"$prefix/lib/pkgconfig/$1.pc"
}
z=$work/zlib
cp "$z/zlib.h" "$z/zconf.h" "$prefix/include/"
# shellcheck disable=SC2086
compile z "$cc" -DHAVE_HIDDEN -- $(for s in adler32 crc32 inffast inflate inftrees zutil deflate trees; do echo "$z/$s.c"; done)
package zlib 1.2.13 -lz
cp "$work/minizip/unzip.h" "$work/minizip/ioapi.h" "$prefix/include/minizip/"
compile minizip "$cc" -I"$prefix/include" -DNOCRYPT -DNOUNCRYPT -DUSE_FILE32API -- "$work/minizip/unzip.c" "$work/minizip/ioapi.c"
package minizip 1.1 "-lminizip -lz"
cp "$work/utf8proc/utf8proc.h" "$prefix/include/"
compile utf8proc "$cc" -DUTF8PROC_STATIC -- "$work/utf8proc/utf8proc.c"
package libutf8proc 2.8.0 -lutf8proc -DUTF8PROC_STATIC
cp "$work/pugixml/src/"*.hpp "$prefix/include/"
compile pugixml "$cxx" -- "$work/pugixml/src/pugixml.cpp"
package pugixml 1.13 -lpugixml
if [ "$target" = wasm ]; then
  cp "$work/lzma/C/LzmaDec.h" "$work/lzma/C/Types.h" "$prefix/include/"
  compile lzmadec "$cc" -- "$work/lzma/C/LzmaDec.c"
fi

# libxml2: the parser of HTML and its SAX interface; no ICU, iconv, zlib or lzma.
mkdir "$work/libxml2-build"
cd "$work/libxml2-build"
rm -f "$work/libxml2/include/libxml/xmlversion.h"
# Short of memory it would print "Memory allocation failed" from inside the host's process.
sed -i 's/vfprintf((FILE \*)xmlGenericErrorContext, msg, args);/(void)msg;/' "$work/libxml2/error.c"
if grep -q vfprintf "$work/libxml2/error.c"; then echo "libxml2 prints errors still" >&2; exit 1; fi
CC=$cc AR=$ar RANLIB=$ranlib CFLAGS="$flags $xml_flags" "$work/libxml2/configure" --host="$host" --disable-shared --enable-static \
  --disable-dependency-tracking --with-html --with-push --with-sax1 --with-threads \
  $(for part in c14n catalog debug docbook fexceptions ftp history http iconv icu iso8859x legacy lzma mem-debug minimum modules \
      output pattern python reader readline regexps run-debug schemas schematron thread-alloc tree valid writer xinclude xpath \
      xptr zlib; do echo "--without-$part"; done) >"$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
# Debian's patches touch the inputs of automake, which is not to run again.
make -j2 ACLOCAL=: AUTOMAKE=: AUTOCONF=: AUTOHEADER=: libxml2.la >"$work/log" 2>&1 || { grep -i error "$work/log" >&2; exit 1; }
cp .libs/libxml2.a "$prefix/lib/"
cp "$work/libxml2/include/libxml/"*.h include/libxml/xmlversion.h "$prefix/include/libxml2/libxml/"
package libxml-2.0 2.9.14 -lxml2 "-I\${prefix}/include/libxml2 $xml_flags"

# ---- What stands beside ----

# The licences of all that ends up inside a release, in one text: third-party.txt goes with every copy of the library.
for name in $names; do
  cp "$work/$name/debian/copyright" "$prefix/licences/$name"
done
# Debian's lists all of Boost file by file, two megabytes; its own licence is one paragraph of them.
boost=/usr/share/doc/libboost1.81-dev/copyright
[ ! -f "$boost" ] || awk '/^License: BSL-1.0$/ {held = $0; next} held != "" && /^ / {on = 1; print held; held = ""}
  held != "" {held = ""} on && /^ / {print} on && !/^ / {exit}' "$boost" >"$prefix/licences/libboost1.81"
case $target in
  wasm) others="libfmt-dev rapidjson-dev emscripten" ;;  # Emscripten's own library, with musl, libc++ and dlmalloc
  *) others="libfmt-dev rapidjson-dev libcli11-dev libstdc++-12-dev" ;;
esac
for package in $others; do
  [ ! -f "/usr/share/doc/$package/copyright" ] || cp "/usr/share/doc/$package/copyright" "$prefix/licences/${package%-dev}"
done
(cd "$prefix/licences" && for name in *; do printf '==== %s ====\n\n' "$name"; cat "$name"; echo; done) >"$prefix/third-party.txt"
for name in $names; do
  sed -n "1s/ (\(.*\)).*/ \1/p" "$work/$name/debian/changelog"
done >"$prefix/versions.txt"
echo "$made_from" >"$prefix/made_from"
cat "$prefix/versions.txt"
ls -l "$prefix/lib/"*.a | awk '{print $5, $9}'
