// What the pages promise, tried in a browser: readable at any width, worked by keyboard, whole on paper and without script.
//   pages.mjs BROWSER PROGRAM REPORT [PICTURES]     in a folder with node_modules/axe-core and node_modules/playwright-core
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [, , executablePath, program, report, pictures] = process.argv;
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

// ---- Pages to look at

/// 0: no error was found, 1: some, 2: something could not be read, as is meant in the folders.
function gongkai(...args) {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  assert.ok([0, 1, 2].includes(status), `${args.join(" ")}: ${stderr}`);
}
const text = readFileSync(report, "utf8");
/// The report with every cell of sections three and four filled, one part of a sum wrong.
function writeSlip(name) {
  gongkai("read", report, "-o", "read.json");
  const reading = JSON.parse(readFileSync("read.json", "utf8"));
  const slip = reading.report ?? reading;
  for (const key of Object.keys(slip.cells)) {
    slip.cells[key] ??= key.startsWith("disclosure") ? null : 0;
  }
  slip.cells["requests.outcomes.granted.natural_person"] -= 3;
  writeFileSync(name, JSON.stringify(slip));
}
/// Reports of so many bodies, every third with a slip; a file that is damaged and one that is no report.
function writeFolder(name, count) {
  mkdirSync(name);
  const body = /机关：(\S+?)　/.exec(execFileSync(program, ["check", report], { encoding: "utf8" }).replace(/\u001b\[\d*m/g, ""))[1];
  for (let i = 0; i < count; i++) {
    const year = 2019 + (i % 2);
    const own = text.replaceAll(body, `第${i}街道`).replaceAll("2020", year);
    writeFileSync(`${name}/年报 ${i}#.txt`, i % 3 === 0 ? own.replace(/59$/gm, String(40 + (i % 7))) : own);
  }
  writeFileSync(`${name}/坏.docx`, "PK\x03\x04");
  writeFileSync(`${name}/说明.txt`, "这不是年报。");
}
writeSlip("slip.json");
writeFolder("few", 12);
writeFolder("many", 3000);
gongkai("convert", report, "report.html");
gongkai("check", "slip.json", "-o", "findings.html");
gongkai("check", "slip.json", "-o", "findings-en.html", "--lang", "en");
writeFileSync("clean.txt", text);
gongkai("check", "clean.txt", "--only", "review", "-o", "clean.html");
gongkai("check", "few", "-o", "overview.html");
gongkai("check", "few", "-o", "overview-en.html", "--lang", "en");
gongkai("check", "many", "-o", "many.html");

// ---- The browser

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", error => assert.fail(`${name}: ${error}`));
  page.on("request", request => assert.match(request.url(), /^file:/, `${name} loads something`));
  await page.goto(`file://${process.cwd()}/${name}.html`);
  return page;
}
async function printed(page, name) {
  const path = pictures ? `${pictures}/${name}.pdf` : `${name}.pdf`;
  await page.pdf({ path, preferCSSPageSize: true });
  const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  pages.forEach((one, i) => assert.ok(one.trim(), `${name}: page ${i + 1} of ${pages.length} on paper is empty`));
  return pages;
}

async function looksRight(name) {
  for (const width of [1280, 390]) {
    const page = await open(name, { viewport: { width, height: 900 } });
    await page.evaluate(axe);
    const { passes, violations } = await page.evaluate(() => axe.run());
    const said = violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`);
    console.log(`${name}, ${width} px: ${passes.length} passed, ${violations.length} violations`);
    assert.deepEqual(said, []);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(widest <= width, `${name}: ${widest} px wide in ${width} px; only tables may scroll, in themselves`);
    if (pictures) {
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: name !== "many" });
    }
    await page.context().close();
  }
}

async function findingsOfOne() {
  const page = await open("findings");
  assert.ok(await page.evaluate(() => document.querySelector(".findings").getBoundingClientRect().bottom <=
                                      document.querySelector("article").getBoundingClientRect().top));
  const missing = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.outerHTML));
  assert.deepEqual(missing, []);
  assert.equal(await page.locator("td.faulty .likely").count(), 1, "the cell that is wrong says what it should be");
  assert.ok((await page.locator("td.part").count()) > 20);
  // There and back by keyboard.
  await page.locator(".findings li a.to").first().focus();
  await page.keyboard.press("Enter");
  const cell = await page.evaluate(() => location.hash.slice(1));
  await page.locator(`[id="${cell}"] .mark`).first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#f1");
  const pages = await printed(page, "findings");
  const form = pages.findIndex(one => one.includes("一、总体情况"));
  assert.ok(form > 0 && pages.slice(0, form).every(one => /核对结果|规则：/.test(one)) && !pages[form].includes("规则："), "findings and form stand on pages of their own");
  await printed(await open("clean"), "clean");
  await printed(await open("report"), "report");
}

const rows = page => page.locator("#list tbody:visible");
const shown = page => page.evaluate(() => [...document.querySelectorAll("#list li")].filter(li => li.getClientRects().length).length);

async function overview() {
  const page = await open("overview");
  const all = await page.locator("#list li").count();
  const settle = () => page.waitForTimeout(300);
  assert.equal(await rows(page).count(), 14);
  assert.equal(await shown(page), 12, "of each report the first finding");
  const errors = await page.evaluate(() => [...document.querySelectorAll("#list tbody:not([data-s])")].map(body => +body.rows[0].cells[2].textContent));
  assert.deepEqual(errors, [...errors].sort((a, b) => b - a), "the worst first");
  assert.ok(errors[0] > 0 && errors.at(-1) === 0);
  assert.ok(await page.locator("#summary").evaluate(summary => summary.getBoundingClientRect().bottom <= document.getElementById("list").getBoundingClientRect().top));
  assert.match(await page.locator("#rules tbody tr").first().innerText(), /^错误\s+每一/, "rules by their Chinese names");

  const first = page.locator("#list tbody").first();
  await first.locator("button").focus();
  await page.keyboard.press("Enter");
  assert.equal(await first.locator("button").getAttribute("aria-expanded"), "true");
  assert.equal(await first.locator("li:visible").count(), await first.locator("li").count());
  await page.keyboard.press("Enter");
  assert.equal(await first.locator("li:visible").count(), 1);

  await page.fill("#find", "第3街道 总计");
  await settle();
  assert.equal(await rows(page).count(), 1);
  assert.ok((await rows(page).locator("li:visible").allInnerTexts()).every(said => said.includes("总计")));
  await page.click("form [type=reset]");
  await settle();
  assert.equal(await rows(page).count(), 14);
  assert.equal(await shown(page), 12);
  await page.fill("#body", "第1");
  await settle();
  assert.equal(await rows(page).count(), 3);  // 第1, 第10, 第11
  await page.selectOption("#year", "2020");
  await settle();
  assert.equal(await rows(page).count(), 2);
  await page.click("form [type=reset]");
  await page.selectOption("#grade", "error");
  await settle();
  assert.equal(await rows(page).count(), 4);
  assert.equal(await page.locator("#list li:visible:not(.error)").count(), 0);
  await page.selectOption("#grade", "unread");
  await settle();
  assert.equal(await rows(page).count(), 2);
  await page.click("form [type=reset]");
  await page.locator("#rules button").first().click();
  await settle();
  const rule = await page.locator("#rule").inputValue();
  assert.ok(rule && (await rows(page).count()) > 0);
  assert.equal(await page.locator(`#list li:visible:not([data-r="${rule}"])`).count(), 0);
  await page.click("form [type=reset]");
  await settle();
  await page.locator("#list thead button").first().click();
  assert.equal(await page.locator("#list tbody th button").first().innerText(), "第0街道");
  await page.locator("#list thead button").first().click();
  assert.equal(await page.locator("#list tbody th button").first().innerText(), "第11街道");

  const links = await page.locator("#list a.file").evaluateAll(list => list.map(a => decodeURIComponent(new URL(a.href).pathname)));
  assert.equal(links.length, 14);
  links.forEach(path => readFileSync(path));
  await printed(page, "overview");
  await page.emulateMedia({ media: "print" });
  assert.equal(await shown(page), all, "on paper all is open");
  const plain = await open("overview", { javaScriptEnabled: false });
  assert.equal(await plain.locator("#list li:visible").count(), all, "without its script all is there");
  assert.equal(await rows(plain).count(), 14);
  const old = await (await browser.newContext()).newPage();
  await old.addInitScript("delete window.IntersectionObserver");
  await old.goto(page.url());
  assert.equal(await old.locator("#list li:visible").count(), all, "where the script fails all is there, too");
}

/// Seconds of the page's own thread until it is drawn, which the other programs of the machine do not change; and by the clock.
async function thousands(most) {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const drawn = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  const busy = async () => (await session.send("Performance.getMetrics")).metrics.find(one => one.name === "TaskDuration").value;
  const begin = Date.now();
  await page.goto(`file://${process.cwd()}/many.html`);
  await drawn();
  const clock = (Date.now() - begin) / 1000;
  const opened = await busy();
  await page.selectOption("#grade", "warning");
  await page.waitForTimeout(300);
  await drawn();
  const filtered = (await busy()) - opened;
  console.log(`3,000 reports, ${(readFileSync("many.html").length / 1e6).toFixed(1)} MB: drawn after ${clock.toFixed(2)} s, ` +
              `${opened.toFixed(2)} s of them the page's work; filtered in ${filtered.toFixed(2)} s of work`);
  assert.ok(opened <= most, `opens in ${opened} s of at most ${most}`);
  await page.click("form [type=reset]");
  await page.waitForTimeout(300);
  assert.equal(await rows(page).count(), 300);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(500);
  assert.ok((await rows(page).count()) > 300, "more as one comes to them");
  await page.fill("#find", "第2999街道");
  await page.waitForTimeout(500);
  assert.equal(await rows(page).count(), 1);
  await page.click("form [type=reset]");
  await page.waitForTimeout(300);
  await page.emulateMedia({ media: "print" });
  assert.equal(await rows(page).count(), 3002, "on paper all");
}

for (const name of ["report", "findings", "findings-en", "clean", "overview", "overview-en"]) {
  await looksRight(name);
}
await findingsOfOne();
await overview();
await thousands(2);
await browser.close();
console.log("the pages do what they promise");
