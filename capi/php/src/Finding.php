<?php
// One fault, or one thing to look at.

declare(strict_types=1);

namespace Gongkai;

/** Its sides are counts, or yuan as a string where its cells hold money; null where there is none. */
final class Finding
{
    public string $rule;
    /** "error", "warning" or "info" */
    public string $severity;
    /** @var list<array<string, mixed>> key, value and place of the cells it speaks of, in the order of the relation */
    public array $cells;
    public int|string|null $left;
    public int|string|null $right;
    public int|string|null $difference;
    /** the text in question, as written */
    public string $detail;
    /** @var array<string, int> line, column, table, row, cell, page; 0: not known */
    public array $place;
    /** the same in every run while rule, cells and values are; waivers name it */
    public string $fingerprint;
    /** why a waiver accepts it; null where none does */
    public ?string $waiver;

    /** @internal */
    public function __construct(private array $data)
    {
        foreach (['rule', 'severity', 'cells', 'left', 'right', 'difference', 'detail', 'place', 'fingerprint'] as $name) {
            $this->$name = $data[$name];
        }
        $this->waiver = $data['waiver']['reason'] ?? null;
    }

    /** One line of words, with both sides and the difference. */
    public function message(string $language = 'zh'): string
    {
        return $this->data['message'][$language];
    }

    /** One paragraph: what must hold and why, the numbers, what was assumed, where to look. */
    public function explanation(string $language = 'zh'): string
    {
        return $this->data['explanation'][$language];
    }
}
