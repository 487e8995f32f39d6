#!/bin/sh
# The package in php-fpm with ffi.enable=preload, as preload.php says, over a FastCGI request: an upload is checked, and a
# request that uses FFI by itself is refused. Argument: the library.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
library=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
fpm=$(command -v php-fpm8.2 || ls /usr/sbin/php-fpm* 2>/dev/null | head -1)
if [ -z "$fpm" ] || ! command -v cgi-fcgi >/dev/null; then
  echo "There is no php-fpm or no cgi-fcgi (Debian: php8.2-fpm, libfcgi-bin): the package was NOT tested in FPM"
  exit 0
fi
work=$(mktemp -d)
chmod 755 "$work"
cleanup() {
  [ ! -s "$work/pid" ] || kill "$(cat "$work/pid")" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
# Where the server's user can read it, also when the tree is in root's folder.
mkdir "$work/package"
cp -r "$here/src" "$here/preload.php" "$here/header.php" "$here/examples" "$here/../gongkai.ffi.h" "$work/package"
cp "$library" "$work/libgongkai.so.0"
php "$work/package/header.php" "$work/libgongkai.so.0" >"$work/gongkai.h"
echo '<?php try { FFI::cdef("int getpid(void);"); echo "allowed"; } catch (FFI\Exception $refused) { echo $refused->getMessage(); }' >"$work/package/examples/refused.php"
cat >"$work/fpm.conf" <<CONF
[global]
error_log = $work/log
pid = $work/pid
[www]
user = www-data
group = www-data
listen = $work/socket
pm = static
pm.max_children = 2
CONF
"$fpm" -n -D -y "$work/fpm.conf" -d extension=ffi -d zend_extension=opcache -d ffi.enable=preload -d ffi.preload="$work/gongkai.h" \
  -d opcache.enable=1 -d opcache.preload="$work/package/preload.php" -d opcache.preload_user=www-data || exit 1

request() {  # SCRIPT FILE: what the server answers when the file is posted
  SCRIPT_FILENAME=$work/package/examples/$1 REQUEST_METHOD=POST CONTENT_TYPE=application/octet-stream \
    CONTENT_LENGTH=$(wc -c <"$2") cgi-fcgi -bind -connect "$work/socket" <"$2"
}
expect() {  # TEXT SCRIPT FILE
  request "$2" "$3" >"$work/answer"
  grep -q "$1" "$work/answer" || { echo "FAILED: $2 did not answer $1:"; cat "$work/answer" "$work/log"; exit 1; }
}
report=$here/../../examples/data/harbour-2020.txt
echo x >"$work/no-report"
expect '滨海港区 2020：错误0处' upload.php "$report"
expect 'Status: 422' upload.php "$work/no-report"
expect 'FFI API is restricted' refused.php "$report"
for _ in 1 2 3 4 5 6 7 8 9 10; do
  expect '滨海港区 2020：错误0处' upload.php "$report"
done
echo "works: php-fpm with ffi.enable=preload; FFI in a request is refused"
