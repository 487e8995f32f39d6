<?php
// Prints what ffi.preload wants: the declarations, and which library has them: the argument, or what Native::path() finds.

declare(strict_types=1);

require __DIR__ . '/src/Native.php';

echo '#define FFI_SCOPE "', Gongkai\Native::SCOPE, "\"\n#define FFI_LIB \"", $argv[1] ?? Gongkai\Native::path(), "\"\n",
    Gongkai\Native::header();
