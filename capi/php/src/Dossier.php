<?php
// A report with what stands beside it.

declare(strict_types=1);

namespace Gongkai;

use FFI\CData;

/** See Report::beside(). Immutable. */
final class Dossier
{
    /** @param array<string, ?Report> $children */
    public function __construct(
        private Report $report,
        private ?Report $previous = null,
        private array $children = [],
        private bool $complete = false
    ) {
    }

    /** @param array<string, mixed> $options see Report::check() */
    public function check(array $options = []): Assessment
    {
        return Assessment::make($this, $options, null, null);
    }

    /** Which cells may be wrong, in words; empty where everything adds up. */
    public function why(string $language = 'zh'): string
    {
        $native = new Native();
        return $native->text('gk_dossier_why', $this->in($native), 0, $native->constant('GK_LANGUAGE_', $language));
    }

    /** @return array<string, mixed> the same as data, schema gongkai.localization/1 */
    public function localization(): array
    {
        $native = new Native();
        return Gongkai::parse($native->text('gk_dossier_localize_json', $this->in($native), 0));
    }

    /** @return array<string, mixed> what differs in a corrected report, schema gongkai.diff/1 */
    public function diff(Dossier $after): array
    {
        $native = new Native();
        return Gongkai::parse($native->text('gk_dossier_diff_json', $this->in($native), $after->in($native), null));
    }

    /** @internal */
    public function report(): Report
    {
        return $this->report;
    }

    /** @internal */
    public function in(Native $native): CData
    {
        return $native->struct('gk_dossier', [
            'reading' => $this->report->readingIn($native),
            'previous_reading' => $this->previous?->readingIn($native),
            'children' => $this->children === [] ? null : Report::childrenIn($native, $this->children),
            'child_count' => count($this->children),
            'children_are_complete' => (int) $this->complete,
        ]);
    }
}
