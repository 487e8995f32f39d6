<?php
// Reads and checks 政府信息公开工作年度报告, annual reports on government information disclosure.

declare(strict_types=1);

namespace Gongkai;

use FFI;

/**
 *     $report = Gongkai::read(file_get_contents('年报.docx'));
 *     foreach ($report->check()->findings() as $finding) {
 *         echo $finding->message(), "\n";
 *     }
 *
 * Counts are int, money is a string in yuan ("126337813.74"), blank is null.
 */
final class Gongkai
{
    /** The release of the native library. */
    public static function version(): string
    {
        return (new Native())->ffi->gk_version();
    }

    /**
     * Reads and checks a report: a web page, Word, Excel, text, CSV, JSON, or what `pdftotext -bbox-layout` makes of a PDF.
     *
     * @param array<string, mixed> $options what you know, and limits, by the names of gk_read_options in gongkai.h:
     *     ['year' => 2024, 'authority' => '…', 'max_bytes' => 1 << 20]; and 'publication_date'
     * @throws DocumentException there is no annual report in it
     */
    public static function read(string $bytes, array $options = []): Report
    {
        return self::reports($bytes, $options, false)[0];
    }

    /**
     * Reads and checks every report in a file that holds those of several bodies.
     *
     * @param array<string, mixed> $options
     * @return list<Report>
     */
    public static function readAll(string $bytes, array $options = []): array
    {
        return self::reports($bytes, $options, true);
    }

    /**
     * Reads and checks many documents in one call, on so many threads; 0: one for each processor.
     *
     * @param list<string> $documents
     * @param array<string, mixed> $options
     * @param array<string, mixed> $checking see Report::check()
     * @return list<Report|GongkaiException> in the order of the documents
     */
    public static function readMany(array $documents, array $options = [], array $checking = [], int $threads = 0): array
    {
        $native = new Native();
        $inputs = $native->array('gk_input', count($documents));
        foreach (array_values($documents) as $at => $document) {
            $inputs[$at]->bytes = $native->bytes($document);
            $inputs[$at]->size = strlen($document);
        }
        $how = $native->struct('gk_batch_options', ['threads' => $threads]);
        $telling = self::telling($native, $options, $checking, false);
        $lines = $native->text('gk_inputs_check_json', $native->first('gk_input', $inputs), count($documents), $telling, $how);
        $results = [];
        foreach ($lines === '' ? [] : explode("\n", rtrim($lines, "\n")) as $at => $line) {
            $checked = self::parse($line);
            $error = $checked['error'] ?? null;
            $results[] = $error === null
                ? new Report(array_values($documents)[$at], $options, $checking, null, $checked['reports'][0])
                : self::failure($native, $error);
        }
        return $results;
    }

    /**
     * Adds up the reports of several bodies, exactly; schema gongkai.rollup/1.
     *
     * @param array<string, ?Report> $children by the names of the bodies; null where one has filed none
     * @return array<string, mixed>
     */
    public static function rollup(array $children, string $authority): array
    {
        $native = new Native();
        $rest = $native->ffi->new('gk_buffer*');
        $options = $native->struct('gk_rollup_options', ['authority' => $authority]);
        $total = $native->ffi->new('gk_report*');
        $native->check($native->ffi->gk_rollup(
            Report::childrenIn($native, $children), count($children), $options, FFI::addr($total), FFI::addr($rest)
        ));
        $native->ffi->gk_report_free($total);
        $view = $native->ffi->new('gk_text');
        $native->ffi->gk_buffer_view($rest, FFI::addr($view));
        $json = FFI::string($view->data, $view->size);
        $native->ffi->gk_buffer_free($rest);
        return self::parse($json);
    }

    /** @return list<array<string, mixed>> the cells of the form, schema gongkai.cells/1 */
    public static function cells(): array
    {
        return self::parse((new Native())->text('gk_cells_json'))['cells'];
    }

    /** @return list<array<string, mixed>> the rules that are checked, schema gongkai.rules/1 */
    public static function rules(): array
    {
        return self::parse((new Native())->text('gk_rules_json'))['rules'];
    }

    /** @internal */
    public static function parse(string $json): array
    {
        return json_decode($json, true, 512, JSON_THROW_ON_ERROR);
    }

    private static function reports(string $bytes, array $options, bool $all): array
    {
        $native = new Native();
        $json = $native->text('gk_check_json', $native->bytes($bytes), strlen($bytes), self::telling($native, $options, [], $all));
        $reports = [];
        foreach (self::parse($json)['reports'] as $at => $checked) {
            $reports[] = new Report($bytes, $options, [], $all ? $at : null, $checked);
        }
        return $reports;
    }

    private static function telling(Native $native, array $options, array $checking, bool $all): FFI\CData
    {
        return $native->struct('gk_json_options', [
            'reading' => $native->reading($options),
            'checking' => $native->checking($checking),
            'tell' => $native->constant('GK_TELL_', 'coverage') | $native->constant('GK_TELL_', 'reading'),
            'all_reports' => (int) $all,
        ]);
    }

    private static function failure(Native $native, array $error): GongkaiException
    {
        $name = 'GK_E_' . ($error['code'] === 'limit_exceeded' ? 'LIMIT' : strtoupper($error['code']));
        return GongkaiException::of(
            $native->constant('', $name), $name, $error['message']['zh'], $error['message']['en'], $error['place']
        );
    }
}
