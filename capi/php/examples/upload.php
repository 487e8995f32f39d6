<?php
// A page of a portal: whoever posts a report to it is told what is wrong with it. Without FPM's preload: require the autoloader.

declare(strict_types=1);

use Gongkai\DocumentException;
use Gongkai\Gongkai;

header('Content-Type: text/plain; charset=utf-8');
try {
    $report = Gongkai::read(file_get_contents('php://input'), ['max_bytes' => 8 << 20]);
    echo $report->about()['authority'], ' ', $report->about()['year'], '：错误', $report->check()->errors(), "处\n";
    foreach ($report->check()->findings() as $finding) {
        echo $finding->severity, ' ', $finding->message(), "\n";
    }
} catch (DocumentException $error) {
    http_response_code(422);
    echo $error->messageZh, "\n";
}
