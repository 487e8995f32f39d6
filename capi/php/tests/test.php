<?php
// The package's tests: php test.php. GONGKAI_LIBRARY names the library.

declare(strict_types=1);

use Gongkai\DocumentException;
use Gongkai\Gongkai;
use Gongkai\GongkaiException;

spl_autoload_register(function (string $class): void {
    require dirname(__DIR__) . '/src/' . substr($class, strlen('Gongkai\\')) . '.php';
});
error_reporting(E_ALL);
set_error_handler(function (int $level, string $message, string $file, int $line): void {
    throw new ErrorException($message, 0, $level, $file, $line);
});
$passed = 0;
function check(bool $holds): void
{
    global $passed;
    if (!$holds) {
        $at = debug_backtrace()[0];
        fwrite(STDERR, "FAILED: {$at['file']}:{$at['line']}: " . trim(file($at['file'])[$at['line'] - 1]) . "\n");
        exit(1);
    }
    ++$passed;
}
function failure(callable $call): Throwable
{
    try {
        $call();
    } catch (Throwable $error) {
        return $error;
    }
    fwrite(STDERR, 'FAILED: nothing was thrown, line ' . debug_backtrace()[0]['line'] . "\n");
    exit(1);
}
function rules(\Gongkai\Assessment $assessment): array
{
    return array_map(fn ($finding) => $finding->rule, $assessment->findings());
}

$root = dirname(__DIR__, 3);
$harbour = file_get_contents("$root/examples/data/harbour-2020.txt");
$report = Gongkai::read($harbour);
$broken = Gongkai::read(preg_replace('/59(?=\n)/', '56', $harbour));

// Reading.
check($report->about()['authority'] === '滨海港区' && $report->about()['year'] === 2020 && $report->about()['level'] === null);
check($report->value('requests.received.total') === 62);
check($report->value('requests.received.commercial_enterprise') === null);
check($report->source('requests.received.commercial_enterprise')['state'] === 'blank');
check($report->value('disclosure.government_rules.newly_made') === 0);
check(str_contains($report->narrative('overview'), '依申请公开'));
check(failure(fn () => $report->value('no.such')) instanceof InvalidArgumentException);
check(count(Gongkai::cells()) >= 226 && Gongkai::rules()[0]['id'] === 'requests.flow_balance');
check(preg_match('/^\d+\.\d+\.\d+$/', Gongkai::version()) === 1);
$python = shell_exec('PYTHONPATH=' . escapeshellarg("$root/capi/python") . ' python3 -B -c ' . escapeshellarg(
    "import gongkai, json, decimal\nr = gongkai.read('$root/examples/data/harbour-2020.txt')\nprint(json.dumps({k: str(v) if isinstance(v, decimal.Decimal) else v for k, v in r.items()}))"
));
foreach (json_decode($python, true) as $key => $value) {
    if ($report->value($key) !== $value) {
        fwrite(STDERR, "FAILED: $key differs from Python's\n");
        exit(1);
    }
}
check(count(json_decode($python, true)) === count(Gongkai::cells()));

// Checking.
check(rules($report->check()) === ['value.blank', 'narrative.processed'] || rules($report->check()) === ['narrative.processed', 'value.blank']);
check([$report->check()->errors(), $report->check()->warnings(), $report->check()->infos()] === [0, 1, 1]);
check($report->check([])->toArray() === $report->check()->toArray());
check(rules($report->check(['only' => 'value.'])) === ['value.blank']);
check(count($report->check(['skip' => ['value.', 'narrative.']])->findings()) === 0);
check($report->check(['severities' => ['narrative.' => 'error']])->errors() === 1);
check($report->check(['blanks' => 'unknown'])->toArray() !== $report->check()->toArray());
check(failure(fn () => $report->check(['only' => 'no_such_rule']))->name === 'GK_E_NOT_FOUND');
check(failure(fn () => $report->check(['onyl' => 'value.'])) instanceof InvalidArgumentException);
check(failure(fn () => $report->check(['blanks' => 'perhaps'])) instanceof InvalidArgumentException);
$finding = array_values(array_filter($broken->check()->findings(), fn ($f) => $f->rule === 'requests.outcomes_sum'))[0];
check([$finding->severity, $finding->left, $finding->right, $finding->difference] === ['error', 66, 69, -3]);
check(str_contains($finding->message(), '相差3') && str_contains($finding->message('en'), '69'));
check(str_contains($finding->explanation(), '依据') && $finding->place['line'] > 100 && strlen($finding->fingerprint) === 16);
check($report->check()->coverage()[0]['open'] === ['all_blank' => 5]);

// Options and failures.
$hinted = Gongkai::read($harbour, ['year' => 2022, 'authority' => '另一机关', 'publication_date' => new DateTimeImmutable('2023-01-31')]);
check($hinted->about()['year'] === 2022 && $hinted->about()['authority'] === '另一机关' && $hinted->about()['publication_date'] === '2023-01-31');
check(failure(fn () => Gongkai::read($harbour, ['max_bytes' => 100]))->name === 'GK_E_LIMIT');
check(failure(fn () => Gongkai::read($harbour, ['yaer' => 2022])) instanceof InvalidArgumentException);
check(failure(fn () => Gongkai::read($harbour, ['authority' => "a\0b"])) instanceof InvalidArgumentException);
$empty = failure(fn () => Gongkai::read(''));
check($empty instanceof DocumentException && $empty->getCode() === 20 && str_contains($empty->messageZh, '空') && str_contains($empty->messageEn, 'empty'));
check(failure(fn () => Gongkai::read('hello'))->name === 'GK_E_NOT_A_REPORT');
check(failure(fn () => Gongkai::read(str_repeat('a', 65 << 20)))->name === 'GK_E_LIMIT');
check(failure(fn () => Gongkai::read("{\"schema\":\"gongkai.report/1\",\n \"cells\": {\"no\": 1}}"))->place['line'] === 2);

// Writing, why, waivers, beside each other.
foreach (['json', 'html', 'markdown', 'csv', 'docx', 'xlsx'] as $format) {
    check(Gongkai::read($report->write($format))->cells() === $report->cells());
}
check(str_contains($report->write('html', 'en'), 'lang="en"'));
check(failure(fn () => $report->write('wps')) instanceof InvalidArgumentException);
check(failure(fn () => $report->fillDocx('no Word')) instanceof DocumentException);
foreach (['json', 'jsonl', 'junit', 'csv', 'html'] as $format) {
    check(str_contains($broken->check()->write($format, '年报.txt'), '年报.txt'));
}
check(str_starts_with($broken->check()->write('xlsx'), 'PK'));
check(str_contains($broken->check()->write('sarif'), '"2.1.0"'));
check(str_contains($broken->check()->html(), '相差3'));
check($report->why() === '' && $broken->why() !== '');
check($broken->beside()->localization()['schema'] === 'gongkai.localization/1');
$waivers = json_encode(['schema' => 'gongkai.waivers/1', 'waivers' => [['fingerprint' => $finding->fingerprint, 'reason' => '已核实',
    'author' => '张三', 'date' => '2026-01-31', 'expiry' => '2026-12-31']]]);
$waived = $broken->check()->waive($waivers, new DateTimeImmutable('2026-06-01'));
check($waived->waived() === 1 && $broken->check()->waived() === 0);
check(count(array_filter($waived->findings(), fn ($f) => $f->waiver === '已核实')) === 1);
check($waived->waive($waivers, new DateTimeImmutable('2027-06-01'))->waived() === 0);
check(failure(fn () => $broken->check()->waive('{}', new DateTimeImmutable('2026-06-01')))->name === 'GK_E_MALFORMED');
$next = Gongkai::read($report->write('json'), ['year' => 2021]);
check(count(preg_grep('/^years\./', rules($next->beside($report)->check()))) > 0);
check(count(preg_grep('/^rollup\./', rules($report->beside(null, ['甲镇' => $report, '乙镇' => $report], true)->check()))) > 0);
$sum = json_encode(Gongkai::rollup(['甲镇' => $report, '乙镇' => $report, '丙镇' => null], '某县'), JSON_UNESCAPED_UNICODE);
check(str_contains($sum, '"requests.received.total":124') && str_contains($sum, '丙镇'));
check(str_contains(json_encode($report->beside()->diff($broken->beside())), 'requests.outcomes_sum'));

// Many in one call, and many in one file.
$many = Gongkai::readMany([$harbour, '', $harbour], [], ['only' => 'value.'], 2);
check($many[0]->cells() === $report->cells() && rules($many[2]->check()) === ['value.blank']);
check($many[1] instanceof DocumentException && $many[1]->getCode() === 20);
$limited = Gongkai::readMany([$harbour], ['max_bytes' => 100])[0];
check($limited instanceof DocumentException && $limited->getCode() === 23);
check(Gongkai::readMany([]) === []);
$one = $report->write('markdown');
$all = Gongkai::readAll("$one\n\n" . str_replace('滨海港区', '临江港区', $one));
check(count($all) === 2 && $all[1]->about()['authority'] === '临江港区');
check($all[1]->check([])->toArray() === $all[1]->check()->toArray());
check(Gongkai::read(iconv('UTF-8', 'GB18030', $harbour))->cells() === $report->cells());

echo "PHP " . PHP_VERSION . ": $passed checks\n";

// Memory after so many calls, where a number is given.
$calls = (int) ($argv[1] ?? 0);
$resident = fn (): int => (int) preg_replace('/\D/', '', implode('', preg_grep('/^VmRSS/', file('/proc/self/status'))));
$sizes = [];
for ($i = 1; $i <= $calls; ++$i) {
    $read = Gongkai::read($harbour);
    if ($i % 4 === 0) {
        $read->check(['only' => 'requests.']);
        $read->write(['json', 'html', 'docx', 'xlsx'][$i / 4 % 4]);
        $read->why();
    }
    if ($i % 10 === 0) {
        failure(fn () => Gongkai::read(''));
    }
    if ($i % intdiv($calls, 5) === 0) {
        $sizes[] = $resident();
    }
}
if ($calls > 0) {
    echo "$calls calls, RSS in KB after each fifth: " . implode(', ', $sizes) . "\n";
    if (max($sizes) - $sizes[0] > 4096) {
        fwrite(STDERR, "FAILED: memory grows\n");
        exit(1);
    }
}
