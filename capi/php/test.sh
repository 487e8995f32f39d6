#!/bin/sh
# Packs the package with a library and tests what was packed: in the command line, with the library that is inside, and in FPM.
# test.sh LIBRARY [CALLS]. Returns 77 where there is no PHP with FFI.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v php >/dev/null || ! php -r 'exit((int) !class_exists("FFI"));'; then
  echo "There is no PHP with FFI (Debian: php8.2-cli): PHP was NOT tested"
  exit 77
fi
sh "$here/build.sh" "linux-$(uname -m)=$1"
packed=$here/target/gongkai-php
for file in "$packed"/*.php "$packed"/src/*.php "$packed"/examples/*.php; do
  php -l "$file" >/dev/null || { php -l "$file"; exit 1; }
done
env -u GONGKAI_LIBRARY php -r "
  spl_autoload_register(fn (\$class) => require '$packed/src/' . substr(\$class, 8) . '.php');
  echo 'packed: ', Gongkai\\Gongkai::version(), ' from ', basename(dirname(Gongkai\\Native::path())), PHP_EOL;"
GONGKAI_LIBRARY=$packed/lib/linux-$(uname -m)/libgongkai.so.0 php "$here/tests/test.php" "${2:-0}"
sh "$here/tests/fpm.sh" "$packed/lib/linux-$(uname -m)/libgongkai.so.0"
