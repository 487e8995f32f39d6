#!/bin/sh
# Builds what is released for another kind of machine and uses it as that machine would: linux-aarch64 under qemu, with pages of
# 4 and of 64 KB, windows-x86_64 under wine; and what is not released, for machines unlike these: linux-i686 (32 bits), and
# linux-s390x (big-endian) under qemu. The C tests pass there, and the program says of every file the same as this
# machine's, byte for byte. Exit 77: the compiler, the emulator or the sources of the dependencies cannot be had here.
#   foreign.sh TARGET PROGRAM [FOLDER]   PROGRAM is gongkai for this machine; the library and the program are put in FOLDER
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
target=$1
native=$(readlink -f "$2")
folder=${3:-$source/build/dist/$target}
build=$source/build/$target
missing() { echo "$*: not tried"; exit 77; }

case $target in
  linux-aarch64 | linux-i686 | linux-s390x)
    machine=${target#linux-}
    cc=$machine-linux-gnu-gcc library=libgongkai.so.0 suffix=
    case $machine in
      i686)  # which this processor runs itself
        emulator=/usr/i686-linux-gnu/lib/ld-linux.so.2
        run="$emulator --library-path /usr/i686-linux-gnu/lib:." ;;
      *)
        emulator=qemu-$machine
        run="$emulator -L /usr/$machine-linux-gnu" ;;
    esac ;;
  windows-x86_64)
    cc=x86_64-w64-mingw32-gcc-posix emulator=wine64 library=gongkai.dll suffix=.exe
    [ -z "$(command -v wine64)" ] && [ -x /usr/lib/wine/wine64 ] && emulator=/usr/lib/wine/wine64
    run=$emulator ;;
  *) echo "unknown target $target" >&2; exit 2 ;;
esac
command -v "$cc" >/dev/null || missing "$cc is not installed"
command -v "$emulator" >/dev/null || missing "$emulator is not installed"
status=0
sh "$source/cmake/dependencies.sh" "$target" || status=$?
[ "$status" != 77 ] || missing "no dependencies for $target"
[ "$status" = 0 ] || exit 1
cd "$source"
cmake --preset "$target" >/dev/null
cmake --build --preset "$target" --target gongkai_capi gongkai_cli
mkdir -p "$folder"
"${cc%gcc*}strip" -o "$folder/$library" "$build/capi/$library"
"${cc%gcc*}strip" -o "$folder/gongkai$suffix" "$build/gongkai$suffix"
cp "build/dependencies/$target/third-party.txt" "$folder/"
ls -l "$folder/$library" "$folder/gongkai$suffix" | awk '{print $5, $9}'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export WINEDEBUG=-all WINEPREFIX="$work/wine"

case $target in
  linux-aarch64) platform=manylinux2014_aarch64 ;;
  windows-*) platform=win_amd64 ;;
  *) platform= ;;  # no wheel of what is not released
esac
[ -z "$platform" ] || GONGKAI_LIBRARY=$folder/$library GONGKAI_WHEEL_PLATFORM=$platform sh capi/python/build_wheel.sh "$folder"

# ---- What it needs of its host ----

case $target in
  linux-aarch64)
    sh capi/floor.sh "$folder/$library" ;;
  windows-x86_64)
    for file in "$folder/$library" "$folder/gongkai.exe"; do
      needed=$(x86_64-w64-mingw32-objdump -p "$file" | sed -n 's/.*DLL Name: //p' | sort)
      [ -n "$needed" ] || { echo "$file says nothing of what it needs"; exit 1; }
      for name in $needed; do
        case $name in
          KERNEL32.dll | msvcrt.dll | SHELL32.dll | ADVAPI32.dll | bcrypt.dll) ;;
          *) echo "$file needs $name"; exit 1 ;;
        esac
      done
      echo "$(basename "$file") needs" $needed
    done
    x86_64-w64-mingw32-objdump -p "$folder/$library" | awk '/\[Ordinal\/Name Pointer\]/ {on = 1; next} on && /^\t\[/ {print $NF}' |
      sort >"$work/exported"
    grep -o 'gk_[a-z0-9_]*;' capi/gongkai.map | tr -d ';' | sort >"$work/wanted"
    diff "$work/wanted" "$work/exported" || { echo "the DLL does not export what gongkai.map lists"; exit 1; }
    echo "$(wc -l <"$work/exported") functions gk_* and nothing else" ;;
esac

# ---- The C interface ----

cp "$folder/$library" examples/data/harbour-2020.txt "$work/"
for test in capi_test thread_test; do
  flags="-std=c99 -O1 -D__USE_MINGW_ANSI_STDIO=1"
  [ "$test" = capi_test ] || flags="-std=gnu99 -O1 -pthread"
  # shellcheck disable=SC2086 # lists of flags
  case $target in
    windows-*) $cc $flags -Icapi "tests/capi/$test.c" "$work/$library" -static -o "$work/$test.exe" ;;
    *) $cc $flags -Icapi "tests/capi/$test.c" "$work/$library" -Wl,-rpath,. -o "$work/$test" ;;
  esac
  (cd "$work" && $run "./$test$suffix" harbour-2020.txt)
  if [ "$target" = linux-aarch64 ]; then
    (cd "$work" && qemu-aarch64 -p 65536 -L /usr/aarch64-linux-gnu "./$test" harbour-2020.txt)
  fi
done

# ---- The program ----

program="$run $folder/gongkai$suffix"
mkdir -p "$work/年报/镇街" "$work/here" "$work/there"
# Under wine and with 32 bits no LibreOffice is found that converts .odt; so there must be none here.
case $target in windows-* | linux-i686) path_here=$work/none ;; *) path_here=$PATH ;; esac
find tests/data examples/data capi/python/tests -type f -size -400k | LC_ALL=C sort | while read -r file; do
  cp "$file" "$work/年报/$(echo "$file" | tr '/' '-')"
done
if [ -n "${GONGKAI_REPORTS:-}" ]; then  # real reports, where they are at hand
  find "$GONGKAI_REPORTS" -name '*.txt' -o -name '*.md' -o -name '*.html' | while read -r file; do
    cp "$file" "$work/年报/real-$(basename "$file")"
  done
fi
cp examples/data/harbour-2020.txt "$work/年报/镇街/青石镇2020年年报.txt"
cd "$work"
run_there() {
  there=0
  $program "$@" >"there/$name" 2>"there/$name.err" </dev/null || there=$?
}
both() {  # both NAME WORDS…: the same exit code and the same bytes from both programs
  name=$1
  shift
  here=0
  PATH=$path_here "$native" "$@" >"here/$name" 2>"here/$name.err" </dev/null || here=$?
  run_there "$@"
  if grep -q '^wine client error' "there/$name.err"; then  # Wine lost its server, which says nothing of the program: once more
    echo "wine lost its server: gongkai $* is run again"
    run_there "$@"
  fi
  sed -i 's/年报\\\\/年报\//g; s/镇街\\\\/镇街\//g; s/年报\\/年报\//g; s/镇街\\/镇街\//g' "there/$name"  # folders as Windows writes them
  [ "$here" = "$there" ] && cmp -s "here/$name" "there/$name" || {
    echo "gongkai $*: exit code $here here and $there there"
    diff "here/$name" "there/$name" | head -5
    head -3 "there/$name.err"
    exit 1
  }
}
export NO_COLOR=1
mv "年报/"*pdf* . 2>/dev/null || true  # which take pdftotext
for file in 年报/*; do
  [ -f "$file" ] || continue
  both check.json check "$file" --json
done
both folder.txt check 年报
both words.txt check 年报/镇街/青石镇2020年年报.txt -v
both why.txt why 年报/镇街/青石镇2020年年报.txt
both absent.txt check 没有这个文件.txt
grep -q 找不到 there/absent.txt.err there/absent.txt
$program check 年报/镇街/青石镇2020年年报.txt -o 结果.html || [ $? = 1 ]
"$native" check 年报/镇街/青石镇2020年年报.txt -o 这里.html || [ $? = 1 ]
cmp 结果.html 这里.html
$program convert 年报/镇街/青石镇2020年年报.txt 写出.xlsx
$program convert 年报/镇街/青石镇2020年年报.txt 写出.xlsx  # in the place of what is there
"$native" convert 年报/镇街/青石镇2020年年报.txt 这里.xlsx
cmp 写出.xlsx 这里.xlsx
[ -z "$(find . -name '*.partial')" ]

# A PDF through pdftotext: none, one that prints, one that fails.
if [ "$target" = windows-x86_64 ]; then
  printf '%%PDF-1.7\n' >年报.pdf
  status=0
  $program check 年报.pdf >without 2>&1 || status=$?
  [ "$status" = 2 ] && grep -q 需要 without
  cp "$source/tests/data/pdf/chromium-0181.xhtml" words.xhtml
  cat >pdftotext.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <io.h>
int main(void) {
  static char bytes[1 << 16];
  size_t got = 0;
  FILE* words = fopen("words.xhtml", "rb");
  _setmode(0, _O_BINARY);
  _setmode(1, _O_BINARY);
  if (fread(bytes, 1, 5, stdin) != 5 || getenv("FAIL") != NULL || words == NULL) {
    return 3;
  }
  while ((got = fread(bytes, 1, sizeof bytes, words)) > 0) {
    fwrite(bytes, 1, got, stdout);
  }
  return 0;
}
C
  $cc pdftotext.c -o pdftotext.exe
  $program check 年报.pdf --json >pdf.json || [ $? = 1 ]
  "$native" check words.xhtml --json | sed 's/words.xhtml/年报.pdf/' >words.json || [ $? = 1 ]
  cmp pdf.json words.json
  status=0
  FAIL=1 $program check 年报.pdf >failing 2>&1 || status=$?
  [ "$status" = 2 ] && grep -q 读不出 failing
  echo "PDFs through pdftotext.exe"
fi
echo "works: $target, $(find 年报 -type f | wc -l) files the same as here"
