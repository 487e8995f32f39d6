<?php
// One annual report as it was read, with its check.

declare(strict_types=1);

namespace Gongkai;

use FFI\CData;

/**
 * Immutable, and free of native memory: it keeps the bytes of its document, and what needs the library reads them again.
 */
final class Report
{
    private array $reading;
    private array $assessment; // an object here would be a circle, which PHP frees late

    /** @internal */
    public function __construct(
        private string $bytes,
        private array $options,
        private array $checking,
        private ?int $index,
        array $checked
    ) {
        $this->reading = $checked['reading'];
        $this->assessment = $checked['assessment'];
    }

    /** @return array<string, mixed> title, authority, year, edition, level, kind, coverage, publication_date; null: not known */
    public function about(): array
    {
        return $this->reading['report']['about'];
    }

    /** What stands in a cell. Null where nothing was written, or where it could not be read: source() tells the two apart. */
    public function value(string $key): int|string|null
    {
        $cells = $this->reading['report']['cells'];
        if (!array_key_exists($key, $cells) && !in_array($key, array_column(Gongkai::cells(), 'key'), true)) {
            throw new \InvalidArgumentException("没有这个格子 (there is no such cell): $key");
        }
        return $cells[$key] ?? null;
    }

    /** @return array<string, int|string|null> the values of the cells of its form, in its order */
    public function cells(): array
    {
        return $this->reading['report']['cells'];
    }

    /** The narrative text with this key, such as "overview". */
    public function narrative(string $key): ?string
    {
        return $this->reading['report']['narrative'][$key] ?? null;
    }

    /** @return array<string, mixed>|null a cell's state, text and place; null where its form has no such cell */
    public function source(string $key): ?array
    {
        return $this->reading['sources'][$key] ?? null;
    }

    /** @return list<array<string, mixed>> what the reader noticed: kind, cell, row, text, message, place */
    public function notes(): array
    {
        return $this->reading['notes'];
    }

    /**
     * What the check found.
     *
     * @param array<string, mixed>|null $options only, skip: ids of rules or beginnings of some; severities: rule => "error",
     *     "warning" or "info"; blanks: "as_zero" or "unknown". null: the check that came with reading
     */
    public function check(?array $options = null): Assessment
    {
        $alone = new Dossier($this);
        return $options === null ? new Assessment($this->assessment, $alone, $this->checking) : $alone->check($options);
    }

    /**
     * This report, to be checked beside last year's and those of the bodies whose figures it includes.
     *
     * @param array<string, ?Report> $children by the names that findings shall call them; null: none was filed
     * @param bool $complete these are all of them: a sum that differs is then an error
     */
    public function beside(?Report $previous = null, array $children = [], bool $complete = false): Dossier
    {
        return new Dossier($this, $previous, $children, $complete);
    }

    /** Which cells may be wrong, in words; empty where everything adds up. */
    public function why(string $language = 'zh'): string
    {
        return (new Dossier($this))->why($language);
    }

    /** In a format: json, html, markdown, csv, csv_tidy, csv_wide, docx, xlsx. */
    public function write(string $format, string $language = 'zh'): string
    {
        $native = new Native();
        return $native->text('gk_report_write', $this->reportIn($native), $native->constant('GK_WRITE_', $format),
            $native->constant('GK_LANGUAGE_', $language));
    }

    /** A Word document of your own with its fields, {{requests.received.total}} and the like, filled in. */
    public function fillDocx(string $template): string
    {
        $native = new Native();
        return $native->text('gk_report_fill_docx', $this->reportIn($native), $native->bytes($template), strlen($template));
    }

    /** @internal */
    public function readingIn(Native $native): CData
    {
        $read = [$native->bytes($this->bytes), strlen($this->bytes), $native->reading($this->options)];
        return $this->index === null
            ? $native->make('gk_reading', 'gk_read', ...$read)
            : $native->lend('gk_reading', 'gk_readings_get', $native->make('gk_readings', 'gk_read_all', ...$read), $this->index);
    }

    /** @internal */
    public function reportIn(Native $native): CData
    {
        return $native->lend('gk_report', 'gk_reading_report', $this->readingIn($native));
    }

    /** @internal */
    public static function childrenIn(Native $native, array $children): CData
    {
        $array = $native->array('gk_child', count($children));
        $at = 0;
        foreach ($children as $name => $child) {
            $native->fill($array[$at++], ['name' => (string) $name, 'reading' => $child?->readingIn($native),
                'gap' => $child === null ? $native->constant('GK_GAP_', 'missing') : 0]);
        }
        return $native->first('gk_child', $array);
    }
}
