<?php
// For FPM, where FFI itself stays refused to requests. Once, on the server:
//     php -d ffi.enable=1 …/gongkai/header.php > /etc/php/gongkai.h
// and in php.ini:
//     ffi.enable=preload
//     ffi.preload=/etc/php/gongkai.h
//     opcache.enable=1
//     opcache.preload=/…/vendor/gongkai/gongkai/preload.php
//     opcache.preload_user=www-data

declare(strict_types=1);

foreach (['GongkaiException', 'DocumentException', 'Native', 'Finding', 'Assessment', 'Dossier', 'Report', 'Gongkai'] as $class) {
    require_once __DIR__ . "/src/$class.php";
}
