#!/bin/sh
# Packs target/gongkai-php.tar.gz, the composer package with the native libraries inside: SYSTEM=LIBRARY, as java/build.sh.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=$here/target/gongkai-php
rm -rf "$package"
mkdir -p "$package"
cp -r "$here/composer.json" "$here/src" "$here/preload.php" "$here/header.php" "$here/examples" "$here/../gongkai.ffi.h" "$package"
sh "$here/../pack_natives.sh" "$package/lib" "$@"
tar -C "$here/target" -czf "$here/target/gongkai-php.tar.gz" gongkai-php
ls -l "$here/target/gongkai-php.tar.gz"
