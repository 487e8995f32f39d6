#!/bin/sh
# Packs target/gongkai-php.tar.gz, the composer package with the native libraries inside: SYSTEM=LIBRARY, as java/build.sh.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=$here/target/gongkai-php
rm -rf "$package"
mkdir -p "$package"
cp -r "$here/composer.json" "$here/src" "$here/preload.php" "$here/header.php" "$here/examples" "$here/../gongkai.ffi.h" "$package"
for native in "$@"; do
  folder=$package/lib/${native%%=*}
  mkdir -p "$folder"
  name=libgongkai.so.0
  case $native in windows-*) name=gongkai.dll ;; esac
  cp "${native#*=}" "$folder/$name"
  licences=$(dirname "${native#*=}")/third-party.txt  # of what is inside it
  [ ! -f "$licences" ] || cp "$licences" "$folder/"
  case $native in "linux-$(uname -m)="*) strip "$folder/$name" ;; esac
done
tar -C "$here/target" -czf "$here/target/gongkai-php.tar.gz" gongkai-php
ls -l "$here/target/gongkai-php.tar.gz"
