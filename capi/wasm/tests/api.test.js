// What the package promises, as a program uses it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DocumentError, GongkaiError, load } from 'gongkai';
import { typesOf } from './form_types.js';
import { bytesOf, gongkai, harbour, rules, unread, utf8 } from './example.js';

const packageFile = (name) => createRequire(import.meta.url).resolve('gongkai/package.json').replace('package.json', name);
const code = (expected, type = GongkaiError) => (error) => error instanceof type && error.code === expected && error.messageZh !== '' && error.messageEn !== '';

test('the example reads as the README says', () => {
  const report = gongkai.read(harbour(), { name: 'harbour.txt' });
  assert.deepEqual(report.about, {
    title: '滨海港区2020年度政府信息公开工作年度报告', authority: '滨海港区', level: null, kind: null, coverage: null, year: 2020,
    edition: '2019', publication_date: null, publisher: '',
  });
  assert.equal(report.get('requests.received.total'), 62);
  assert.equal(report.get('requests.received.other'), null);
  assert.deepEqual(rules(report.check()), ['narrative.processed', 'value.blank']);
  assert.deepEqual(report.check().counts, { error: 0, warning: 1, info: 1, waived: 0 });
  assert.ok(report.texts['narrative.overview'].includes('依申请公开'));
  assert.equal(report.states['requests.received.total'], 'read');
  assert.equal(report.states['requests.received.other'], 'blank');
  assert.equal(report.reading.sources['requests.received.total'].text, '62');
  assert.deepEqual(report.notes, []);
});

test('the catalogue lays out both editions of the form', () => {
  const { cells, tables, texts, editions, rules: all, cell, rule } = gongkai.catalogue;
  assert.equal(gongkai.version, JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version);
  for (const { name, cell_count: count } of editions) {
    const laidOut = tables.flatMap((table) => table.layout[name].flat()).filter((key) => key !== undefined);
    assert.equal(laidOut.length, count);
    assert.equal(new Set(laidOut).size, count);
    assert.ok(laidOut.every((key) => cell(key).editions.includes(name)));
  }
  assert.equal(tables.find((table) => table.key === 'requests').layout[2021].length, 25);
  assert.ok(tables.every((table) => table.title.zh !== '' && table.title.en !== ''));
  assert.ok(cells.length > 200 && texts.length === 6 && all.length > 80);
  assert.equal(rule('requests.row_total').severity, 'error');
  assert.equal(cell('no.such'), undefined);
  assert.throws(() => { cells[0].key = 'x'; }, TypeError);
});

test('cells.d.ts is as form_types.js makes it', () => {
  assert.equal(readFileSync(packageFile('cells.d.ts'), 'utf8'), typesOf(gongkai.catalogue));
});

test('a value goes in as people type it, and comes out exactly', () => {
  const report = gongkai.create({ edition: '2021', year: 2024, authority: '某局' });
  const total = 'requests.received.total', fees = 'disclosure.fees.amount';
  for (const [given, expected] of [[12, 12], ['12', 12], [' 1,234 ', 1234], ['１２', 12], ['12.0', 12], [12n, 12], [0, 0], ['', null], [' ', null], [null, null]]) {
    report.set(total, given);
    assert.equal(report.get(total), expected);
  }
  for (const [given, expected] of [['126337813.74', '126337813.74'], ['0.5', '0.50'], [12.5, '12.50'], [-3, '-3.00'], ['−0.05', '-0.05'], [7n, '7.00'], ['1,000.10', '1000.10'], [null, null]]) {
    report.set(fees, given);
    assert.equal(report.get(fees), expected);
  }
  report.set(total, 5);
  for (const [key, wrong, why] of [[total, '约5', 'GK_E_ARGUMENT'], [total, 1.5, 'GK_E_ARGUMENT'], [total, NaN, 'GK_E_ARGUMENT'], [total, {}, 'GK_E_ARGUMENT'],
    [total, true, 'GK_E_ARGUMENT'], [total, '1,2', 'GK_E_ARGUMENT'], [total, 10n ** 15n + 1n, 'GK_E_RANGE'], [total, 10n ** 30n, 'GK_E_RANGE'],
    [fees, '1.234', 'GK_E_ARGUMENT'], [fees, 0.1 + 0.2, 'GK_E_ARGUMENT'], ['requests.recieved.total', 1, 'GK_E_NOT_FOUND']]) {
    assert.throws(() => report.set(key, wrong), code(why));
  }
  assert.throws(() => report.set(total, 10n ** 15n + 1n), (error) => error.cell === total);
  assert.throws(() => report.get('requests.recieved.total'), (error) => error.messageZh.includes('requests.received.total'));
  assert.equal(report.get(total), 5);
});

test('many cells are set together or not at all', () => {
  const report = gongkai.create({ edition: '2021' });
  report.setAll({ 'review.upheld': 3, 'review.total': '3', 'disclosure.fees.amount': '1.20' });
  assert.deepEqual([report.cells['review.upheld'], report.cells['review.total'], report.cells['disclosure.fees.amount']], [3, 3, '1.20']);
  const before = report.toJson();
  assert.throws(() => report.setAll({ 'review.upheld': 4, 'review.total': 'x' }), code('GK_E_ARGUMENT'));
  assert.throws(() => report.setAll({ 'review.upheld': 4, 'review.total': 10n ** 16n }), code('GK_E_RANGE'));
  assert.equal(report.toJson(), before);
  assert.equal(Object.keys(report.cells).length, gongkai.catalogue.cells.length);
});

test('a correction changes one cell, and what could not be read is still no blank', () => {
  const report = gongkai.read(unread);
  assert.equal(report.states['requests.received.natural_person'], 'unreadable');
  report.set('requests.received.total', 7);
  assert.equal(report.states['requests.received.natural_person'], 'unreadable');
  assert.ok(!rules(report.check()).includes('requests.row_total'));
  assert.ok(rules(report.copy().check()).includes('requests.row_total') === rules(gongkai.fromJson(report.toJson()).check()).includes('requests.row_total'));
  report.set('requests.received.natural_person', 5);
  assert.equal(report.states['requests.received.natural_person'], 'read');
  assert.ok(rules(report.check()).includes('requests.row_total'));
  const found = report.check().findings.find((finding) => finding.rule === 'requests.row_total');
  assert.ok(found.message.zh.includes('7') && found.message.en.includes('7') && found.place.line === 3);
});

test('which report it is can be said and changed', () => {
  const report = gongkai.create({ edition: '2021', year: 2024, authority: '某局', title: '年报', level: 'county', kind: 'department', coverage: 'own', publication_date: '2025-01-28', publisher: '某县' });
  assert.deepEqual(report.about, { edition: '2021', year: 2024, authority: '某局', title: '年报', level: 'county', kind: 'department', coverage: 'own', publication_date: '2025-01-28', publisher: '某县' });
  report.setAbout({ year: 2023, level: null, publication_date: null });
  assert.deepEqual([report.about.year, report.about.level, report.about.publication_date, report.about.authority], [2023, null, null, '某局']);
  report.setText('narrative.overview', '概述\0\u{1f600}');
  assert.equal(report.texts['narrative.overview'], '概述\0\u{1f600}');
  const before = report.toJson();
  assert.throws(() => report.setAbout({ year: 10000 }), code('GK_E_ARGUMENT'));
  assert.throws(() => report.setAbout({ level: 'village' }), code('GK_E_ARGUMENT'));
  assert.throws(() => report.setAbout({ publication_date: '2025-02-30' }), code('GK_E_ARGUMENT'));
  assert.throws(() => report.setAbout({ publication_date: '28.1.2025' }), code('GK_E_ARGUMENT'));
  assert.throws(() => report.setText('narrative.nothing', ''), code('GK_E_NOT_FOUND'));
  assert.throws(() => report.setText('narrative.overview', 5), code('GK_E_ARGUMENT'));
  assert.throws(() => gongkai.create({ edition: '2020' }), code('GK_E_ARGUMENT'));
  assert.equal(report.toJson(), before);
});

test('hints, limits and options of the check reach the library', () => {
  assert.equal(gongkai.read(harbour(), { authority: '别处', year: 2021 }).about.authority, '别处');
  assert.ok(rules(gongkai.read(harbour(), { year: 2021 }).check()).includes('document.hint_contradicts'));
  assert.throws(() => gongkai.read(harbour(), { limits: { max_bytes: 100 } }), code('GK_E_LIMIT', DocumentError));
  assert.throws(() => gongkai.read(harbour(), { limits: { bytes: 100 } }), code('GK_E_ARGUMENT'));
  assert.throws(() => gongkai.read(harbour(), { authority: 'a\0b' }), code('GK_E_ARGUMENT'));
  const report = gongkai.read(harbour());
  assert.deepEqual(rules(report.check({ only: ['value'] })), ['value.blank']);
  assert.deepEqual(rules(report.check({ skip: ['value', 'narrative'] })), []);
  assert.equal(report.check({ only: ['value'], severities: { value: 'error' } }).counts.error, 1);
  assert.throws(() => report.check({ only: ['reqests'] }), code('GK_E_NOT_FOUND'));
  assert.throws(() => report.check({ blanks: 'zero' }), code('GK_E_ARGUMENT'));
  const open = (assessment) => assessment.coverage.reduce((sum, { open: reasons }) => sum + (reasons.unknown_blank ?? 0), 0);
  assert.ok(open(report.check({ blanks: 'unknown' })) > 0 && open(report.check()) === 0);
});

test('reports beside each other are checked together', () => {
  const report = gongkai.read(harbour());
  const lastYear = gongkai.read(harbour());
  lastYear.setAbout({ year: 2019 });
  lastYear.set('requests.carried_out.natural_person', 30);
  const ofYears = report.check({ previous: lastYear }).findings.filter((finding) => gongkai.catalogue.rule(finding.rule).scope === 'years');
  assert.ok(ofYears.some((finding) => finding.compared.some((cell) => cell.year === 2019 && cell.value === 30)));
  const beside = { previous: gongkai.read(harbour()), subordinates: { 甲镇: gongkai.read(harbour()), 乙镇: null, 丙镇: new Error('读不出') } };
  const found = report.check(beside);
  const scopes = new Set(found.findings.map((finding) => gongkai.catalogue.rule(finding.rule).scope));
  assert.ok(scopes.has('rollup'));
  assert.ok(report.check({ subordinates: new Map([['甲镇', gongkai.fromJson(report.toJson())]]), subordinatesAreComplete: true }).findings.length > 0);
  assert.throws(() => report.check({ subordinates: { 甲镇: 5 } }), code('GK_E_ARGUMENT'));
  assert.equal(report.why(), '');
  report.set('requests.received.natural_person', 71);
  assert.ok(report.why().includes('71') && report.why({ language: 'en' }).includes('62 would fit'));
  assert.equal(report.localize().faults[0].answers[0][0].key, 'requests.received.natural_person');
  assert.equal(report.localize().faults[0].answers[0][0].low, 62);
  const diff = gongkai.diff(gongkai.read(harbour()), report);
  assert.deepEqual(diff.cells, [{ key: 'requests.received.natural_person', before: 62, after: 71, change: 9 }]);
  assert.ok(diff.opened.some((finding) => finding.rule === 'requests.flow_balance'));
  const total = gongkai.rollup({ 甲镇: gongkai.read(harbour()), 乙镇: gongkai.read(harbour()), 丙镇: null }, { authority: '某县' });
  assert.equal(total.report.cells['requests.received.total'], 124);
  assert.deepEqual([total.added, total.not_added[0].body, total.report.about.authority], [2, '丙镇', '某县']);
});

test('what is written reads back as the same report', () => {
  const report = gongkai.read(harbour());
  const cells = report.toJson();
  for (const written of [report.toDocx(), report.toXlsx(), utf8(report.toHtml()), utf8(report.toMarkdown()), utf8(report.toCsv()), utf8(cells)]) {
    assert.deepEqual(gongkai.read(written).cells, report.cells);
  }
  assert.equal(gongkai.fromJson(cells).toJson(), cells);
  assert.equal(report.copy().toJson(), cells);
  assert.equal(utf8(report.toCsv('tidy')).subarray(0, 3).join(), '239,187,191');
  assert.ok(report.toCsv('tidy').includes('requests.received.total') && report.toCsv('wide').split('\n').length === 3);
  assert.ok(report.toHtml({ language: 'en', assessment: report.check() }).includes('blank cells'));
  assert.throws(() => report.fillDocx(report.toDocx()), code('GK_E_MALFORMED', DocumentError));
  assert.throws(() => report.fillDocx(utf8('x')), code('GK_E_UNSUPPORTED', DocumentError));
  assert.throws(() => report.toCsv('long'), code('GK_E_ARGUMENT'));
  const assessment = report.check();
  assert.deepEqual(JSON.parse(assessment.toJson()).findings, assessment.findings);
  assert.ok(assessment.toCsv({ file: '年报.txt' }).includes('年报.txt'));
  assert.equal(JSON.parse(assessment.write('sarif', { file: 'a.txt' })).version, '2.1.0');
  assert.deepEqual([...assessment.toXlsx().subarray(0, 2)], [0x50, 0x4b]);
});

test('a waiver accepts a finding', () => {
  const assessment = gongkai.read(harbour()).check();
  const { fingerprint } = assessment.findings[0];
  const waivers = JSON.stringify({ schema: 'gongkai.waivers/1', waivers: [{ fingerprint, reason: '已核实', author: '甲', date: '2021-01-01' }] });
  assert.equal(assessment.waive(waivers, '2021-03-01'), 1);
  assert.equal(assessment.counts.waived, 1);
  assert.equal(assessment.findings[0].waiver.reason, '已核实');
  assert.throws(() => assessment.waive('{}', '2021-03-01'), code('GK_E_MALFORMED', DocumentError));
});

test('a document that is no report is the document’s fault, with its place', () => {
  assert.throws(() => gongkai.read(utf8('hello')), code('GK_E_NOT_A_REPORT', DocumentError));
  assert.throws(() => gongkai.read(new Uint8Array()), code('GK_E_EMPTY', DocumentError));
  assert.throws(() => gongkai.read(utf8('%PDF-1.7\n')), code('GK_E_UNSUPPORTED', DocumentError));
  assert.throws(() => gongkai.fromJson('{"schema":"gongkai.report/1",\n"abuot":{}}'), (error) => error instanceof DocumentError && error.place.line === 2);
  assert.throws(() => gongkai.read('text'), code('GK_E_ARGUMENT'));
  assert.throws(() => gongkai.checkBytes(utf8('hello')), code('GK_E_NOT_A_REPORT', DocumentError));
});

test('bytes are read wherever they lie', () => {
  const whole = harbour();
  const shifted = new Uint8Array(whole.length + 7).subarray(7);
  shifted.set(whole);
  assert.equal(gongkai.read(shifted).toJson(), gongkai.read(whole).toJson());
  assert.equal(gongkai.read(whole.buffer).toJson(), gongkai.read(Buffer.from(whole)).toJson());
});

test('every report of a file is an object of its own', () => {
  const text = new TextDecoder().decode(harbour());
  const [first, second, ...others] = gongkai.readAll(utf8(`${text}\n${text.replaceAll('滨海港区', '东山县')}`));
  assert.deepEqual([first.about.authority, second.about.authority, others.length], ['滨海港区', '东山县', 0]);
  first.close();
  second.set('requests.received.total', 1);
  assert.equal(second.get('requests.received.total'), 1);
  assert.equal(gongkai.checkBytes(utf8(`${text}\n${text}`), { all: true, tell: { report: true } }).reports.length, 2);
});

test('what is closed is gone, and closing twice does no harm', () => {
  const report = gongkai.read(harbour());
  const assessment = report.check();
  report.close();
  report.close();
  for (const use of [() => report.cells, () => report.check(), () => report.set('review.total', 1), () => report.toJson(), () => report.about, () => report.states,
    () => gongkai.diff(report, report), () => gongkai.read(harbour()).check({ previous: report })]) {
    assert.throws(use, code('GK_E_ARGUMENT'));
  }
  assert.equal(assessment.counts.warning, 1);
  assessment[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
  assert.throws(() => assessment.findings, code('GK_E_ARGUMENT'));
});

test('instances share nothing, and say so', async () => {
  const file = packageFile('gongkai.wasm');
  const bytes = readFileSync(file);
  const module = await WebAssembly.compile(bytes);
  for (const wasm of [new Uint8Array(bytes), module, pathToFileURL(file), pathToFileURL(file).href, new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } }), Promise.resolve(bytes)]) {
    const other = await load({ wasm });
    assert.equal(other.read(harbour()).toJson(), gongkai.read(harbour()).toJson());
    assert.throws(() => gongkai.read(harbour()).check({ previous: other.read(harbour()) }), code('GK_E_ARGUMENT'));
  }
  await assert.rejects(load({ wasm: new Uint8Array([0, 97, 115, 109]) }), WebAssembly.CompileError);
  await assert.rejects(load({ wasm: new Response('', { status: 404 }) }), /404/);
});

test('the module asks its host for no file, no clock and no environment that it would get', async () => {
  const module = await WebAssembly.compile(readFileSync(packageFile('gongkai.wasm')));
  assert.deepEqual(WebAssembly.Module.imports(module).map(({ name }) => name).sort(), ['__syscall_getcwd', '__syscall_stat64', 'clock_time_get',
    'emscripten_notify_memory_growth', 'environ_get', 'environ_sizes_get', 'fd_close', 'fd_read', 'fd_seek', 'fd_write', 'proc_exit']);
});

test('documents of traditional writing and of every Chinese encoding are read', () => {
  assert.equal(gongkai.read(bytesOf('tests/data/traditional/harbour-2020.big5.txt')).get('requests.received.total'), 62);
});
