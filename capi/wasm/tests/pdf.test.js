// PDF through pdf.js: words as pdftotext tells them, and whole reports that give the same cells.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DocumentError } from 'gongkai';
import { isPdf, pdfWords } from 'gongkai/pdf';
import { gongkai, harbour, utf8 } from './example.js';

const isInstalled = existsSync('node_modules/pdfjs-dist');
const without = (what, isThere) => !isThere && `${what} is not there`;
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A PDF of one page with runs of text in a Chinese font that it does not have inside, as old programs write it. */
const pdfOf = (runs) => {
  const hex = (text) => [...text].map((c) => c.codePointAt(0).toString(16).padStart(4, '0')).join('');
  const drawn = runs.map(({ x, y, text }) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /ItalicAngle 0 >>'];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return utf8(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`);
};
const words = (xhtml) => [...new TextDecoder().decode(xhtml).matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</g)]
  .map(([, left, top, right, text]) => ({ left: Number(left), top: Number(top), right: Number(right), text }));

test('the header of a PDF is known, also behind junk', () => {
  assert.ok(isPdf(utf8('%PDF-1.7\n')) && isPdf(utf8('\ufeff%PDF-1.7')) && isPdf(utf8('junk\n%PDF-1.4\n1 0 obj\nendobj')));
  assert.ok(!isPdf(utf8('See %PDF-1.7')) && !isPdf(utf8('A text\n%PDF-1.7 is a header')) && !isPdf(new Uint8Array()));
});

test('runs that touch are one word, and a space or a gap parts them', { skip: without('pdfjs-dist', isInstalled) }, async () => {
  const found = words(await pdfWords(pdfOf([{ x: 50, y: 700, text: '本年新收' }, { x: 90, y: 700, text: '申请' }, { x: 200, y: 700, text: '１' }, { x: 210, y: 700, text: '２' },
    { x: 300, y: 700, text: '5 7' }, { x: 210, y: 680, text: '<&>' }])));
  assert.deepEqual(found.map(({ text }) => text), ['本年新收申请', '１２', '5', '7', '&lt;&amp;&gt;']);
  assert.deepEqual([found[0].left, found[0].right, found[1].left, found[1].right], [50, 110, 200, 220]);
  assert.ok(found[2].right < found[3].left && found[4].top > found[0].top);
});

test('a PDF that cannot be read says why', { skip: without('pdfjs-dist', isInstalled) }, async () => {
  await assert.rejects(pdfWords(utf8('%PDF-1.7\nnothing')), (error) => error instanceof DocumentError && error.code === 'GK_E_MALFORMED');
  await assert.rejects(pdfWords(pdfOf([]), { maxPages: 0.5 }), (error) => error instanceof DocumentError && error.code === 'GK_E_LIMIT');
  assert.throws(() => gongkai.read(new Uint8Array()), DocumentError);
  const empty = await pdfWords(pdfOf([]));
  assert.throws(() => gongkai.read(empty), DocumentError);
});

const makers = {
  soffice: (folder, report) => {
    writeFileSync(join(folder, 'report.docx'), report.toDocx());
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')], { stdio: 'ignore' });
  },
  chromium: (folder, report) => {
    writeFileSync(join(folder, 'report.html'), report.toHtml());
    execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/chromium`, `--print-to-pdf=${folder}/report.pdf`, `file://${folder}/report.html`], { stdio: 'ignore' });
  },
};
const withoutBoth = without('pdfjs-dist', isInstalled) || without('pdftotext', has('pdftotext'));
/** The cells of a PDF by pdf.js and by pdftotext. */
const readBoth = async (pdf) => [await pdfWords(readFileSync(pdf)), execFileSync('pdftotext', ['-bbox-layout', '-q', pdf, '-'])].map((words) => gongkai.read(words));
for (const [program, make] of Object.entries(makers)) {
  test(`what ${program} prints gives the cells that pdftotext gives`, { skip: withoutBoth || without(program, has(program)) }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-pdf-'));
    try {
      const report = gongkai.read(harbour());
      make(folder, report);
      const [read, expected] = await readBoth(join(folder, 'report.pdf'));
      assert.deepEqual([read.cells, read.states], [expected.cells, expected.states]);
      assert.deepEqual([read.reading.decoding.format, read.get('requests.received.total')], ['pdf_layout', 62]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

const published = process.env.GONGKAI_REPORTS && `${process.env.GONGKAI_REPORTS}/hongze-2023.pdf`;
test('a published report gives the cells that pdftotext gives', { skip: withoutBoth || without('a folder of reports', Boolean(published)) }, async () => {
  const [read, expected] = await readBoth(published);
  assert.deepEqual([read.cells, read.states], [expected.cells, expected.states]);
});
