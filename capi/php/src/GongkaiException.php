<?php
// What the library could not do.

declare(strict_types=1);

namespace Gongkai;

/** The message is in Chinese; getCode() is the code of gongkai.h. */
class GongkaiException extends \RuntimeException
{
    /**
     * @param string $name the name of the code, such as GK_E_NOT_A_REPORT
     * @param array<string, int> $place line, column, table, row, cell, page in the document; 0 where that is not known
     */
    final public function __construct(
        int $code,
        public string $name,
        public string $messageZh,
        public string $messageEn,
        public array $place
    ) {
        parent::__construct("$messageZh ($name: $messageEn)", $code);
    }

    /** @param array<string, int> $place */
    public static function of(int $code, string $name, string $zh, string $en, array $place): self
    {
        return $code >= 20 && $code < 100
            ? new DocumentException($code, $name, $zh, $en, $place)
            : new self($code, $name, $zh, $en, $place);
    }
}
