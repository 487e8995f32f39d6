// The build of the page that reads PDF, with a PDF that Chromium printed from the page itself. GONGKAI_PDF_PAGE is the build.
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browsers, choose, launch, open, saved, textOf, textsOf } from "./browsers.mjs";
import { folder, readFile, report, write } from "./documents.mjs";

const page = process.env.GONGKAI_PDF_PAGE;
const address = pathToFileURL(page).href;
const slips = { "requests.outcomes.granted.natural_person": 22, "review.total": 2 };
const printer = browsers.find((kind) => kind.browser === "chrome");
const skip = printer ? false : "Chromium, which prints the PDF, is not installed";
const printed = join(folder, "年报.pdf");

before(async () => {
  if (printer) {
    const browser = await launch(printer);
    const tab = await open(browser, address);
    await choose(tab, "files", write("年报.docx", report({ values: slips })));
    await tab.waitForSelector(".editor");
    await tab.pdf({ path: printed, preferCSSPageSize: true });
    await browser.close();
  }
});

for (const kind of browsers) {
  test(`${kind.name} reads a PDF, finds its slips and keeps every number`, { skip }, async (context) => {
    const browser = await launch(kind);
    after(() => browser.close());
    const tab = await open(browser, address);
    rmSync(join(folder, "青山县水利局2024年政府信息公开工作年度报告.json"), { force: true });
    const start = performance.now();
    await choose(tab, "files", printed);
    await tab.waitForSelector(".editor");
    context.diagnostic(`one PDF: ${(performance.now() - start).toFixed(0)} ms`);
    assert.match((await textsOf(tab, ".found > .findings > li")).join("\n"), /相加是31.*“（七）总计”填的是29/);
    await tab.click('[data-save="saveReport.json"]');
    const cells = JSON.parse(readFileSync(await saved("青山县水利局2024年政府信息公开工作年度报告.json"), "utf8")).cells;
    const wrong = Object.entries(report({ values: slips }).cells).filter(([key, value]) => Number(cells[key] ?? NaN) !== Number(value));
    assert.deepEqual(wrong, []);
    assert.deepEqual(tab.asked, []);
    assert.deepEqual(tab.complaints, []);
    await tab.close();
  });

  test(`${kind.name} says so where a PDF is damaged`, { skip }, async () => {
    const browser = await launch(kind);
    after(() => browser.close());
    const tab = await open(browser, address);
    const damaged = join(folder, "坏.pdf");
    writeFileSync(damaged, readFileSync(printed).subarray(0, 900));
    await choose(tab, "files", damaged);
    await tab.waitForSelector("tr.unread");
    assert.match(await textOf(tab, "tr.unread"), /读不出这个PDF|可能已损坏/);
    assert.deepEqual(tab.asked, []);
    await tab.close();
  });
}

/** A PDF as old programs made it: a font that is not in the file, and text in GBK, of which only a table tells the characters. */
function gbkPdf(lines) {
  const gbk = new Map();
  const decoder = new TextDecoder("gbk");
  for (let high = 0x81; high <= 0xfe; ++high) {
    for (let low = 0x40; low <= 0xfe; ++low) {
      gbk.set(decoder.decode(Uint8Array.of(high, low)), high.toString(16) + low.toString(16));
    }
  }
  const hex = (text) => [...text].map((character) => (character < "\x80" ? character.charCodeAt(0).toString(16) : gbk.get(character))).join("");
  const content = `BT /F 12 Tf 60 780 Td ${lines.map((line) => `<${hex(line)}> Tj 0 -24 Td`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, "0") + " 00000 n \n";
  });
  const start = text.length;
  return `${text}xref\n0 8\n0000000000 65535 f \n${places.join("")}trailer << /Size 8 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

for (const kind of browsers) {
  test(`${kind.name} knows the characters of an old Chinese PDF`, async () => {
    const old = join(folder, "旧年报.pdf");
    writeFileSync(old, gbkPdf(["青山县水利局2024年政府信息公开工作年度报告", "一、总体情况", "2024年新收到政府信息公开申请34件。", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "无"]));
    const browser = await launch(kind);
    after(() => browser.close());
    const tab = await open(browser, address);
    await choose(tab, "files", old);
    await tab.waitForSelector(".editor");
    assert.match(await textOf(tab, "main h2"), /青山县水利局2024年/);
    assert.match(await tab.$eval('[data-text="narrative.overview"]', (input) => input.value), /申请34件/);
    assert.deepEqual(tab.complaints, []);
    await tab.close();
  });
}

const published = process.env.GONGKAI_REPORTS ? join(process.env.GONGKAI_REPORTS, "hongze-2023.pdf") : "";
for (const kind of browsers) {
  test(`${kind.name} reads a published PDF as the program does`, { skip: existsSync(published) ? false : "GONGKAI_REPORTS names no folder with it" }, async (context) => {
    const browser = await launch(kind);
    after(() => browser.close());
    const tab = await open(browser, address);
    rmSync(join(folder, "洪泽区人民政府2023年政府信息公开工作年度报告.json"), { force: true });
    await choose(tab, "files", published);
    await tab.waitForSelector(".editor");
    await tab.click('[data-save="saveReport.json"]');
    const { cells } = JSON.parse(readFileSync(await saved("洪泽区人民政府2023年政府信息公开工作年度报告.json"), "utf8"));
    const own = readFile(published, join(folder, "hongze.json")).cells;
    assert.deepEqual(cells, own);
    context.diagnostic(`${Object.keys(own).length} cells`);
    await tab.close();
  });
}

test("the page with PDF stays small", () => {
  assert.ok(statSync(page).size <= 1_900_000, `${statSync(page).size} bytes`);
});
