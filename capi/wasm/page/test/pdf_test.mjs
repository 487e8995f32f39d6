// The build of the page that reads PDF, with a PDF that Chromium printed from the page itself. GONGKAI_PDF_PAGE is the build.
import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browsers, choose, launch, open, saved, textOf, textsOf } from "./browsers.mjs";
import { folder, report, write } from "./documents.mjs";

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

test("the page with PDF is as small as promised", () => {
  assert.ok(statSync(page).size <= 2_800_000, `${statSync(page).size} bytes`);
});
