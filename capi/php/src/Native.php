<?php
// One operation of the library: what it holds in native memory is freed when this goes.

declare(strict_types=1);

namespace Gongkai;

use FFI;
use FFI\CData;

/** @internal */
final class Native
{
    public const SCOPE = 'GONGKAI';
    private const ABI_VERSION = 0;
    private static ?FFI $library = null;

    /** @var list<array{string, CData}> what to free, and by which function */
    private array $frees = [];
    /** @var list<CData> what the library points to during the call */
    private array $kept = [];
    public FFI $ffi;

    public function __construct()
    {
        $this->ffi = self::$library ??= self::load();
    }

    public function __destruct()
    {
        foreach (array_reverse($this->frees) as [$function, $object]) {
            $this->ffi->$function($object);
        }
    }

    private static function load(): FFI
    {
        try {
            $ffi = FFI::scope(self::SCOPE); // of ffi.preload
        } catch (FFI\Exception $notPreloaded) {
            $ffi = FFI::cdef(self::header(), self::path());
        }
        if ($ffi->gk_abi_version() !== self::ABI_VERSION) {
            throw new \RuntimeException('本地库的接口版本是 ' . $ffi->gk_abi_version() . '，需要 ' . self::ABI_VERSION
                . ' (the library has another interface version): ' . self::path());
        }
        return $ffi;
    }

    /** The declarations, in the package or in gongkai's tree. */
    public static function header(): string
    {
        $packed = dirname(__DIR__) . '/gongkai.ffi.h';
        return file_get_contents(is_file($packed) ? $packed : dirname(__DIR__, 2) . '/gongkai.ffi.h');
    }

    /** The library: the constant or environment variable GONGKAI_LIBRARY, the package's, or the system's. */
    public static function path(): string
    {
        $given = defined('GONGKAI_LIBRARY') ? constant('GONGKAI_LIBRARY') : getenv('GONGKAI_LIBRARY');
        if (is_string($given) && $given !== '') {
            return $given;
        }
        $file = PHP_OS_FAMILY === 'Windows' ? 'gongkai.dll' : 'libgongkai.so.0';
        $machine = strtolower(php_uname('m'));
        $machine = ['amd64' => 'x86_64', 'arm64' => 'aarch64'][$machine] ?? $machine;
        $packed = dirname(__DIR__) . '/lib/' . strtolower(PHP_OS_FAMILY) . "-$machine/$file";
        return is_file($packed) ? $packed : $file;
    }

    public function bytes(string $bytes): CData
    {
        $this->kept[] = $data = $this->ffi->new('char[' . (strlen($bytes) + 1) . ']');
        FFI::memcpy($data, $bytes, strlen($bytes));
        return $this->first('char', $data);
    }

    /** Room for so many; 0 is room for one. */
    public function array(string $type, int $count): CData
    {
        return $this->kept[] = $this->ffi->new($type . '[' . max(1, $count) . ']');
    }

    /** The pointer to an array's first element, of a type; FFI::addr($array[0]) leaks where that is a pointer (PHP 8.2). */
    public function first(string $type, CData $array): CData
    {
        return $this->ffi->cast($type . '*', FFI::addr($array));
    }

    /**
     * A struct with its members set by name, and the pointer to it to be passed on.
     *
     * @param array<string, mixed> $members texts become pointers to them, null is 0
     */
    public function struct(string $type, array $members): CData
    {
        $this->kept[] = $struct = $this->ffi->new($type);
        $struct->struct_size = FFI::sizeof($struct);
        $this->fill($struct, $members);
        return FFI::addr($struct);
    }

    /** @param array<string, mixed> $members */
    public function fill(CData $struct, array $members): void
    {
        foreach ($members as $name => $value) {
            if (is_string($value) && str_contains($value, "\0")) {
                throw new \InvalidArgumentException("$name: 文本中不能有空字符 (a text must not hold NUL)");
            }
            try {
                $struct->$name = is_string($value) ? $this->bytes($value) : $value;
            } catch (FFI\Exception $error) {
                throw new \InvalidArgumentException("没有选项 {$name}，或它不能是这个值 (no such option or value): " . $error->getMessage());
            }
        }
    }

    /** Calls a function that makes an object of a type, which is freed with this. */
    public function make(string $type, string $function, mixed ...$arguments): CData
    {
        $object = $this->lend($type, $function, ...$arguments);
        $this->frees[] = [$type . '_free', $object];
        return $object;
    }

    /** Calls a function that lends an object of another. */
    public function lend(string $type, string $function, mixed ...$arguments): CData
    {
        $out = $this->ffi->new($type . '*');
        $this->check($this->ffi->$function(...[...$arguments, FFI::addr($out)]));
        return $out;
    }

    /** Calls a function that makes a buffer, and gives what is in it. */
    public function text(string $function, mixed ...$arguments): string
    {
        $buffer = $this->make('gk_buffer', $function, ...$arguments);
        $view = $this->ffi->new('gk_text');
        $this->check($this->ffi->gk_buffer_view($buffer, FFI::addr($view)));
        return FFI::string($view->data, $view->size);
    }

    public function check(int $status): void
    {
        if ($status === 0) {
            return;
        }
        $error = $this->ffi->new('gk_error');
        $error->struct_size = FFI::sizeof($error);
        $this->ffi->gk_last_error(FFI::addr($error));
        $place = [];
        foreach (['line', 'column', 'table', 'row', 'cell', 'page'] as $name) {
            $place[$name] = $error->place->$name;
        }
        throw GongkaiException::of(
            $status,
            $this->ffi->gk_status_name($status),
            FFI::string($error->message_zh->data, $error->message_zh->size),
            FFI::string($error->message_en->data, $error->message_en->size),
            $place
        );
    }

    /** The value of a constant: constant('GK_WRITE_', 'docx'). */
    public function constant(string $prefix, string $name): int
    {
        try {
            return $this->ffi->{$prefix . strtoupper($name)};
        } catch (FFI\Exception $error) {
            throw new \InvalidArgumentException("没有这个选项值 (no such choice): $name");
        }
    }

    /**
     * @param array<string, mixed> $options members of gk_read_options; publication_date as a date
     */
    public function reading(array $options): CData
    {
        $date = $options['publication_date'] ?? null;
        unset($options['publication_date']);
        if ($date instanceof \DateTimeInterface) {
            [$year, $month, $day] = array_map('intval', explode('-', $date->format('Y-n-j')));
            $options += ['publication_year' => $year, 'publication_month' => $month, 'publication_day' => $day];
        }
        return $this->struct('gk_read_options', $options);
    }

    /**
     * @param array<string, mixed> $options only, skip: ids of rules or beginnings of some; severities: rule => "error",
     *     "warning" or "info"; blanks: "as_zero" or "unknown"
     */
    public function checking(array $options): CData
    {
        $unknown = array_diff_key($options, array_flip(['only', 'skip', 'severities', 'blanks']));
        if ($unknown !== []) {
            throw new \InvalidArgumentException('没有选项 (no such option): ' . implode(', ', array_keys($unknown)));
        }
        $members = ['blanks' => $this->constant('GK_BLANKS_', $options['blanks'] ?? 'as_zero')];
        foreach (['only', 'skip'] as $name) {
            $rules = array_values((array) ($options[$name] ?? []));
            $texts = $this->array('const char*', count($rules));
            foreach ($rules as $at => $rule) {
                $texts[$at] = $this->bytes($rule);
            }
            $members[$name] = $this->first('const char*', $texts);
            $members[$name . '_count'] = count($rules);
        }
        $severities = $options['severities'] ?? [];
        $overrides = $this->array('gk_severity_override', count($severities));
        $at = 0;
        foreach ($severities as $rule => $severity) {
            $this->fill($overrides[$at++], ['rule' => $rule, 'severity' => $this->constant('GK_SEVERITY_', $severity)]);
        }
        return $this->struct('gk_check_options', $members + [
            'severities' => $this->first('gk_severity_override', $overrides), 'severity_count' => count($severities),
        ]);
    }
}
