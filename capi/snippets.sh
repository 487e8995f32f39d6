#!/bin/sh
# Compiles and runs the examples of README.md, as they stand there, on a report and on a file that is none, wherever the
# toolchain is: snippets.sh LIBRARY.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
report=$here/../examples/data/harbour-2020.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/lib"
cp "$library" "$work/lib/libgongkai.so.0"
ln -s libgongkai.so.0 "$work/lib/libgongkai.so"
export GONGKAI_LIBRARY="$work/lib/libgongkai.so.0" LD_LIBRARY_PATH="$work/lib" LIBRARY_PATH="$work/lib" CPATH="$here" LC_ALL=C.UTF-8
cd "$work"
echo hello >no-report
ran=
missing=

snippet() {  # LANGUAGE FILE: the first block of that language
  awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next } inside && /^```$/ { exit } inside' "$here/README.md" >"$2"
  lines=$(wc -l <"$2")
  [ "$lines" -gt 0 ] && [ "$lines" -le 35 ] || { echo "FAILED: the example in $1 has $lines lines"; exit 1; }
}
runs() {  # NAME WORDS COMMAND…: its answer for the report has the body, and for no report the words
  name=$1 words=$2
  shift 2
  "$@" "$report" >answer 2>&1 && grep -q 滨海港区 answer && "$@" no-report >refusal 2>&1 && grep -q "$words" refusal ||
    { echo "FAILED: the example in $name answers:"; cat answer refusal; exit 1; }
  ran="$ran $name"
}
with() {  # TOOL NAME: whether the toolchain is here
  command -v "$1" >/dev/null && return 0
  missing="$missing $2"
  return 1
}

snippet java Check.java
snippet php check.php
snippet csharp Check.cs
snippet go check.go
snippet rust check.rs
snippet cpp check.cpp
snippet pascal check.pas
snippet js check.js
refused='没有在文件里找到'
c++ -std=c++11 -Wall -Wextra -Werror check.cpp -lgongkai -o from_cpp
runs C++11 "$refused" ./from_cpp
if [ -d "$here/java/target/classes" ] && with javac Java; then
  classpath=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'jna-5.17.0.jar' -o -name 'gson-2.11.0.jar' | tr '\n' ':')$here/java/target/classes:.
  javac -encoding UTF-8 -cp "$classpath" Check.java
  runs Java "$refused" java -Dfile.encoding=UTF-8 -Dgongkai.library.path="$GONGKAI_LIBRARY" -cp "$classpath" Check
fi
if with php PHP; then
  mkdir vendor
  echo "<?php spl_autoload_register(fn (string \$class) => require '$here/php/src/' . substr(\$class, 8) . '.php');" >vendor/autoload.php
  runs PHP "$refused" php check.php
fi
if with mcs .NET; then
  mcs -out:check.exe -r:System.Runtime.Serialization -r:System.Xml -r:System.Xml.Linq "$here/dotnet/Gongkai.cs" Check.cs
  runs .NET "$refused" mono check.exe
fi
if with go Go; then
  GO111MODULE=off go build -o from_go check.go
  runs Go "$refused" ./from_go
fi
if with rustc Rust; then
  rustc -O -D warnings -L "$work/lib" check.rs -o from_rust
  runs Rust "$refused" ./from_rust
fi
if with ppcx64 Delphi; then
  ppcx64 -Mdelphi -Fl"$work/lib" -Fu/usr/lib/"$(uname -m)"-linux-gnu/fpc/3.2.2/units/"$(uname -m)"-linux/* -ofrom_pascal check.pas >pascal.log 2>&1 || { cat pascal.log; exit 1; }
  runs Delphi "$refused" ./from_pascal
fi
if with npm Node.js; then
  if npm install --silent --no-audit --no-fund --prefix "$work" koffi@2 >npm.log 2>&1; then
    runs Node.js GK_E_NOT_A_REPORT node check.js
  else
    missing="$missing Node.js(koffi)"
  fi
fi
echo "works:$ran${missing:+; NOT tested, for it is not on this machine:$missing}"
