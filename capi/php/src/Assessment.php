<?php
// What a check found, and how far each rule got.

declare(strict_types=1);

namespace Gongkai;

use FFI\CData;

/** Immutable. */
final class Assessment
{
    /** @internal */
    public function __construct(
        private array $data,
        private Dossier $dossier,
        private array $options,
        private ?string $waivers = null,
        private ?\DateTimeInterface $today = null
    ) {
    }

    /** @return list<Finding> in the order of the rules, then of the cells */
    public function findings(): array
    {
        return array_map(fn (array $finding) => new Finding($finding), $this->data['findings']);
    }

    /** How many cannot be right; 0 does not say that the report is right, see coverage(). */
    public function errors(): int
    {
        return $this->data['summary']['error'];
    }

    /** How many are to be corrected or explained. */
    public function warnings(): int
    {
        return $this->data['summary']['warning'];
    }

    /** How many are hints. */
    public function infos(): int
    {
        return $this->data['summary']['info'];
    }

    /** How many a waiver accepts; they are in none of the other counts. */
    public function waived(): int
    {
        return $this->data['summary']['waived'];
    }

    /** @return list<array<string, mixed>> for each rule: held, violated, assumed, open (reason => how many) */
    public function coverage(): array
    {
        return $this->data['coverage'];
    }

    /** @return array<string, mixed> schema gongkai.assessment/1 */
    public function toArray(): array
    {
        return $this->data;
    }

    /** This with the findings marked that waivers, JSON of schema gongkai.waivers/1, accept on a day. */
    public function waive(string $waivers, \DateTimeInterface $today): self
    {
        return self::make($this->dossier, $this->options, $waivers, $today);
    }

    /** For another program: json, jsonl, sarif, junit, csv, html, xlsx (bytes), lean. $file is the path that findings shall name. */
    public function write(string $format, ?string $file = null, string $language = 'zh'): string
    {
        $native = new Native();
        return $native->text('gk_assessment_write', $this->in($native), $file, $native->constant('GK_FINDINGS_', $format),
            $native->constant('GK_LANGUAGE_', $language));
    }

    /** The report as a web page in the official layout, with the findings marked and explained. */
    public function html(string $language = 'zh'): string
    {
        $native = new Native();
        return $native->text('gk_assessment_html', $this->in($native), $this->dossier->report()->reportIn($native),
            $native->constant('GK_LANGUAGE_', $language));
    }

    /** @internal */
    public static function make(Dossier $dossier, array $options, ?string $waivers, ?\DateTimeInterface $today): self
    {
        $result = new self([], $dossier, $options, $waivers, $today);
        $native = new Native();
        $result->data = Gongkai::parse($native->text('gk_assessment_json', $result->in($native)));
        return $result;
    }

    private function in(Native $native): CData
    {
        $assessment = $native->make('gk_assessment', 'gk_dossier_check', $this->dossier->in($native), $native->checking($this->options));
        if ($this->waivers !== null) {
            [$year, $month, $day] = array_map('intval', explode('-', $this->today->format('Y-n-j')));
            $accepted = $native->array('size_t', 1);
            $native->check($native->ffi->gk_assessment_waive(
                $assessment, $this->waivers, strlen($this->waivers), $year, $month, $day, $native->first('size_t', $accepted)
            ));
        }
        return $assessment;
    }
}
