// The page in real browsers, as a clerk uses it. GONGKAI_PAGE is the built page, GONGKAI_PROGRAM the native program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browsers, choose, fillCell, goTo, launch, open, saved, serve, textOf, textsOf } from "./browsers.mjs";
import { cells, check, folder, readFile, report, write } from "./documents.mjs";

const page = process.env.GONGKAI_PAGE;
const fromFile = pathToFileURL(page).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const slips = { "requests.outcomes.granted.natural_person": 22, "review.total": 2 };
const settle = (tab) => tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));

async function violations(tab) {
  // As text of a function, so that the page's policy, which refuses scripts, stays on.
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
}

for (const kind of browsers) {
  describe(kind.name, () => {
    let browser;
    before(async () => {
      browser = await launch(kind);
    });
    after(async () => {
      await browser?.close();
      for (const name of ["docx", "xlsx", "html", "json"]) {
        rmSync(join(folder, `青山县水利局2024年政府信息公开工作年度报告.${name}`), { force: true });
      }
    });

    test("finds two slips in a Word file that is dropped; corrected and saved, the program finds nothing", async () => {
      const tab = await open(browser, fromFile);
      const bytes = readFileSync(write(`两处笔误-${kind.name}.docx`, report({ values: slips }))).toString("base64");
      await tab.evaluate((base64) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "两处笔误.docx"));
        document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, bytes);
      await tab.waitForSelector(".editor");
      const told = await textsOf(tab, ".found > .findings > li");
      assert.equal(told.length, 2);
      assert.match(told[0], /各项办理结果相加是31，“（七）总计”填的是29，相差2/);
      assert.match(told[1], /行政复议：四种结果相加是1，“总计”填的是2/);
      const mark = (key) => tab.$eval(`[data-cell="${key}"]`, (input) => input.parentElement.dataset.mark);
      assert.equal(await mark("requests.outcomes.granted.natural_person"), "suspect error");
      assert.equal(await mark("requests.outcomes.total.natural_person"), "related error");
      assert.match(await mark("review.total"), /error/);
      assert.equal(await mark("requests.received.total") ?? "", "");

      await tab.click(".findings li .actions button");
      assert.equal(await tab.evaluate(() => document.activeElement.dataset.cell), "requests.outcomes.granted.natural_person");
      assert.match(await textOf(tab, "aside"), /填的是22，应为20/);
      const [take] = await tab.$$("aside .said-of-cell div button");
      assert.equal(await take.evaluate((one) => one.innerText), "改为 20");
      await take.click();
      assert.equal((await textsOf(tab, ".found > .findings > li")).length, 1);
      await fillCell(tab, "review.total", "1");
      assert.match(await textOf(tab, ".counts"), /没有发现问题。\s*已改动 2 格/);

      for (const format of ["docx", "xlsx"]) {
        await tab.click(`[data-save="saveReport.${format}"]`);
        const path = await saved(`青山县水利局2024年政府信息公开工作年度报告.${format}`);
        const { error, warning } = check(path);
        assert.deepEqual({ error, warning }, { error: 0, warning: 0 });
        assert.deepEqual(readFile(path).cells, readFile(write("sound.docx", report())).cells);
      }
      await tab.click("button.back");
      assert.match(await textOf(tab, "table.reports tbody tr"), /没有发现问题/, "the list knows what was corrected");
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(tab.asked, []);
      await tab.close();
    });

    test("fills in an empty form by key strokes alone", async () => {
      const tab = await open(browser, fromFile + "#fill", { ready: "#year" });
      await tab.focus("#year");
      await tab.$eval("#year", (input) => input.select());
      await tab.keyboard.type("2024");
      await tab.keyboard.press("Tab");
      await tab.keyboard.type("青山县水利局");
      await tab.keyboard.press("Enter");
      await tab.waitForSelector(".editor.filling");
      assert.match(await textOf(tab, ".progress"), /还有 200 格没有填/);

      await tab.focus('[data-cell="requests.received.natural_person"]');
      await tab.keyboard.type("30");
      await tab.keyboard.press("Tab");
      await tab.keyboard.type("4");
      const at = () => tab.evaluate(() => document.activeElement.dataset.cell);
      assert.equal(await at(), "requests.received.commercial_enterprise");
      for (let i = 0; i < 5; ++i) {
        await tab.keyboard.press("Tab");
      }
      assert.equal(await at(), "requests.received.total");
      await tab.keyboard.type("33");
      assert.match(await textOf(tab, "aside"), /自然人和五类组织相加是至少34，“总计”填的是33/);
      assert.equal(await tab.$eval('[data-cell="requests.received.total"]', (input) => input.value), "33", "what was typed stays");
      await settle(tab);
      assert.match(await tab.$eval("#said", (element) => element.textContent), /“总计”填的是33/, "and is said to who does not see it");
      await tab.keyboard.press("=");
      assert.equal(await tab.$eval('[data-cell="requests.received.total"]', (input) => input.value), "34");
      assert.match(await textOf(tab, ".counts"), /没有对不上的地方/);
      await tab.keyboard.press("Enter");
      assert.equal(await at(), "requests.carried_in.total");

      const sound = report().cells;
      const isTotal = (key) => /\.total(\.|$)/.test(key) || key.startsWith("requests.carried_out.");
      for (const [key, value] of Object.entries(sound)) {
        if (value !== 0 && value !== "0" && !isTotal(key)) {
          await fillCell(tab, key, key === "disclosure.fees.amount" ? "１６.3" : String(value));
        }
      }
      const press = async (words) => {
        const state = await tab.evaluate((text) => {
          [...document.querySelectorAll(".progress button")].find((one) => one.innerText.startsWith(text)).focus();
          return document.querySelector(".progress").dataset.state;
        }, words);
        await tab.keyboard.press("Enter");
        await tab.waitForFunction((before) => document.querySelector(".progress").dataset.state !== before, { timeout: 10_000 }, state);
      };
      for (let i = 0; i < 4 && (await tab.$$eval(".progress button", (all) => all.some((one) => one.innerText.includes("合计")))); ++i) {
        await press("填入");
      }
      await press("其余空格全部填 0");
      assert.match(await textOf(tab, ".progress"), /各格都已填写/);
      assert.match(await textOf(tab, ".counts"), /没有对不上的地方/);

      await tab.focus('[data-text="narrative.overview"]');
      await tab.keyboard.type("2024年新收到政府信息公开申请33件。");
      await tab.waitForFunction(() => /文中.*33件/.test(document.querySelector(".found").innerText), { timeout: 5000 });
      await tab.$eval('[data-text="narrative.overview"]', (input) => input.select());
      await tab.keyboard.type("2024年新收到政府信息公开申请34件。");
      await tab.waitForFunction(() => !/文中/.test(document.querySelector(".found").innerText), { timeout: 5000 });

      await tab.focus('[data-save="saveReport.json"]');
      await tab.keyboard.press("Enter");
      const read = readFile(await saved("青山县水利局2024年政府信息公开工作年度报告.json"));
      const plain = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
      assert.deepEqual(plain(read.cells), plain(readFile(write("sound.json", report())).cells));
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(tab.asked, []);
      await tab.close();
    });

    test("fills in the form of 2019 for a report on 2020, with its signed numbers and money", async () => {
      const tab = await open(browser, fromFile + "#fill", { ready: "#year" });
      await tab.$eval("#year", (input) => input.select());
      await tab.type("#year", "2020");
      assert.match(await textOf(tab, "#edition"), /2019 年版/);
      await tab.type("#authority", `滨海港区${kind.name}`);
      await tab.click("form.start button.main");
      await tab.waitForSelector(".editor.filling");
      assert.match(await textOf(tab, ".progress"), /还有 198 格没有填/);
      await fillCell(tab, "disclosure.licensing.items_prior_year", "335");
      await fillCell(tab, "disclosure.licensing.items_change", "－18");
      await fillCell(tab, "disclosure.procurement.amount", "126,337,813.74");
      assert.match(await textOf(tab, ".counts"), /没有对不上的地方/);
      await fillCell(tab, "disclosure.licensing.items_change", "-336");
      assert.match(await textOf(tab, "aside"), /错误/);
      await tab.click('[data-save="saveReport.json"]');
      const { cells: kept, about } = JSON.parse(readFileSync(await saved(`滨海港区${kind.name}2020年政府信息公开工作年度报告.json`), "utf8"));
      assert.equal(about.edition, "2019");
      assert.deepEqual([kept["disclosure.licensing.items_change"], kept["disclosure.procurement.amount"]], [-336, "126337813.74"]);
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });

    test("starts from last year's report, compares with it, and keeps a draft that can be switched off", async () => {
      const tab = await open(browser, fromFile + "#fill", { ready: "#year" });
      await choose(tab, "start-previous", write(`上年-${kind.name}.docx`, report()));
      await tab.waitForSelector(".editor.filling");
      assert.match(await textOf(tab, "main h2"), /青山县水利局2025年/);
      const value = (key) => tab.$eval(`[data-cell="${key}"]`, (input) => input.value);
      assert.equal(await value("requests.carried_in.natural_person"), "3");
      assert.equal(await value("requests.carried_in.total"), "3");
      assert.equal(await value("requests.received.total"), "");
      await fillCell(tab, "requests.carried_in.total", "5");
      assert.match(await textOf(tab, ".found"), /上年/);
      await settle(tab);
      assert.match(await textOf(tab, ".draft"), /草稿已保存在本机浏览器里/);
      await tab.reload();
      await tab.waitForSelector(".offer");
      assert.match(await textOf(tab, ".offer"), /青山县水利局2025年/);
      await tab.click(".offer button");
      await tab.waitForSelector(".editor.filling");
      assert.equal(await value("requests.carried_in.total"), "5");
      assert.match(await textOf(tab, ".found"), /上年/, "last year's report is kept with the draft");
      await tab.click(".draft input");
      await settle(tab);
      await fillCell(tab, "requests.carried_in.total", "6");
      await settle(tab);
      assert.deepEqual(tab.asks, []);
      await tab.reload();
      await tab.waitForSelector("#year");
      assert.deepEqual(tab.asks, ["beforeunload"], "what is not kept is not lost without a question");
      assert.equal(await tab.$(".offer"), null);
      assert.equal(await tab.$eval(".draft input", (input) => input.checked), false);
      await tab.click(".draft input");
      await settle(tab);
      await tab.close();
    });

    test("compares with last year's report and with those of the bodies included", async () => {
      const tab = await open(browser, fromFile);
      const both = [report({ about: { year: 2023 }, values: { "requests.carried_out.natural_person": 9, "requests.carried_out.total": 9 } }), report()];
      await choose(tab, "files", ...both.map((data, index) => write(`年度${index}-${kind.name}.docx`, data)));
      await tab.waitForSelector("table.reports tbody tr:nth-child(2)");
      const line = await tab.evaluateHandle(() => [...document.querySelectorAll("table.reports .link")].find((one) => one.innerText.includes("2024")));
      await line.click();
      await tab.waitForSelector(".editor");
      assert.match(await textOf(tab, ".besides"), /已与上年报告对照：青山县水利局2023年/);
      assert.match(await textOf(tab, ".found"), /上年/);
      await choose(tab, "children", write(`下级-${kind.name}.json`, report({ about: { authority: "青山县水文站" }, values: { "review.upheld": 4, "review.total": 4 } })));
      await tab.waitForFunction(() => document.querySelector(".besides").innerText.includes("1 份下级单位"));
      assert.match(await textOf(tab, ".found"), /青山县水文站/);
      await tab.close();
    });

    test("says in a sentence what it cannot read", async () => {
      const tab = await open(browser, fromFile);
      writeFileSync(join(folder, "空.docx"), "");
      writeFileSync(join(folder, "旧.doc"), Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex"));
      writeFileSync(join(folder, "扫描.pdf"), "%PDF-1.4\n%%EOF\n");
      writeFileSync(join(folder, "通知.txt"), "关于召开会议的通知");
      await choose(tab, "files", ...["空.docx", "旧.doc", "扫描.pdf", "通知.txt"].map((name) => join(folder, name)));
      await tab.waitForFunction(() => document.querySelectorAll("table.reports tr.unread").length === 4);
      const told = (await textsOf(tab, "tr.unread")).join("\n");
      assert.match(told, /空\.docx.*\s.*这个文件是空的/);
      assert.match(told, /旧\.doc.*\s.*另存为\.docx/);
      assert.match(told, /扫描\.pdf.*\s.*PDF/);
      assert.match(told, /通知\.txt.*\s.*年度报告/);
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });

    test("what is no number is said, is not counted, and stays as it was typed, in the other language too", async () => {
      const tab = await open(browser, fromFile);
      await choose(tab, "files", write(`文字-${kind.name}.docx`, report()));
      await tab.waitForSelector(".editor");
      const typed = () => tab.$eval('[data-cell="disclosure.penalties.decisions"]', (input) => [input.value, input.getAttribute("aria-invalid")]);
      await fillCell(tab, "disclosure.penalties.decisions", "约15");
      assert.deepEqual(await typed(), ["约15", "true"]);
      assert.match(await textOf(tab, "aside"), /这里只能填一个数/);
      assert.match(await textOf(tab, ".counts"), /有 1 格填的不是能用的数/);
      await tab.click(".language");
      assert.deepEqual(await typed(), ["约15", "true"]);
      assert.match(await textOf(tab, ".counts"), /1 cells changed.*1 cells hold no usable number/);
      await fillCell(tab, "disclosure.penalties.decisions", "15");
      assert.equal(await textOf(tab, ".counts"), "Nothing found.");
      await fillCell(tab, "disclosure.penalties.decisions", "99999999999999999999");
      assert.match(await textOf(tab, "aside"), /larger than the form can hold/);
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });

    test("a sentence that a table contradicts is shown in the text", async () => {
      const tab = await open(browser, fromFile);
      const overview = "2024年，青山县水利局新收到政府信息公开申请43件。";
      await choose(tab, "files", write(`文表-${kind.name}.docx`, report({ narrative: { overview } })));
      await tab.waitForSelector(".editor");
      assert.match(await textOf(tab, ".found > .findings"), /文中.*43件/);
      await tab.evaluate(() => [...document.querySelectorAll(".findings .actions button")].find((one) => one.innerText === "到文中查看").click());
      const chosen = await tab.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd);
      });
      assert.match(chosen, /43件/);
      await tab.close();
    });

    test("saves what was found as a web page, a workbook and a table", async () => {
      const tab = await open(browser, fromFile);
      await choose(tab, "files", write(`结果-${kind.name}.docx`, report({ values: slips, about: { authority: `青山县${kind.name}局` } })));
      await tab.waitForSelector(".editor");
      await tab.click('[data-save="saveFindings.html"]');
      await tab.click('[data-save="saveFindings.csv"]');
      await tab.click('[data-save="saveFindings.xlsx"]');
      const name = `青山县${kind.name}局2024年政府信息公开工作年度报告（检查结果）`;
      assert.match(readFileSync(await saved(`${name}.html`), "utf8"), /相加是31/);
      assert.match(readFileSync(await saved(`${name}.csv`), "utf8"), /^\ufeff[^]*相加是31/);
      const sheets = execFileSync("python3", ["-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(*(z.read(n).decode() for n in z.namelist() if n.endswith('.xml')))", await saved(`${name}.xlsx`)]);
      assert.match(sheets.toString(), /相加是31/);
      await tab.close();
    });

    test("prints the form, and the print reads as the report", async () => {
      const tab = await open(browser, fromFile);
      await choose(tab, "files", write(`打印-${kind.name}.docx`, report()));
      await tab.waitForSelector(".editor");
      const path = join(folder, `打印-${kind.name}.pdf`);
      await tab.pdf({ path, preferCSSPageSize: true });
      if (kind.browser === "firefox") {
        // Its PDF has no Unicode for many glyphs (cairo), so that nobody can read it back: the numbers must do.
        const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
        assert.match(text, /29 +4 +0 +0 +0 +0 +33/);
        assert.ok(!text.includes("English"), "what the page has around the report is not printed");
        await tab.close();
        return;
      }
      const { error } = check(path);
      assert.equal(error, 0);
      const printed = readFile(path).cells;
      const wrong = Object.entries(report().cells).filter(([key, value]) => printed[key] !== null && Number(printed[key]) !== Number(value));
      assert.deepEqual(wrong, []);
      assert.equal(printed["requests.outcomes.total.total"], 33);
      await tab.close();
    });

    test("has no violation of accessibility in any view and language, at 1280 and 390 pixels", async () => {
      const path = write(`无障碍-${kind.name}.docx`, report({ values: slips }));
      writeFileSync(join(folder, "空.docx"), "");
      for (const width of [1280, 390]) {
        const tab = await open(browser, fromFile, { width });
        const found = [];
        const look = async (where) => found.push(...(await violations(tab)).map((one) => `${width} ${where}: ${one}`));
        for (const language of ["zh", "en"]) {
          await goTo(tab, "check");
          await look(`${language} check, empty`);
          await choose(tab, "files", path, join(folder, "空.docx"));
          await tab.waitForSelector("table.reports tbody tr");
          await look(`${language} list`);
          await tab.click("table.reports .link");
          await tab.waitForSelector(".editor");
          await tab.click(".findings li .actions button");
          await look(`${language} report`);
          const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(overflow <= 0, `${width} ${language}: the page is ${overflow} px wider than the window`);
          await goTo(tab, "fill");
          await look(`${language} start`);
          await tab.type("#authority", "青山县水利局");
          await tab.click("form.start button.main");
          await tab.waitForSelector(".editor.filling");
          await fillCell(tab, "requests.received.natural_person", "3");
          await fillCell(tab, "requests.received.total", "2");
          await look(`${language} form`);
          await tab.click("button.back");
          await tab.waitForSelector("#year");
          await goTo(tab, "check");
          await tab.click("button.back");
          await tab.waitForSelector(".drop");
          await tab.evaluate(() => [...document.querySelectorAll(".list .bar > button")].at(-1).click());
          await tab.click(".language");
        }
        assert.deepEqual(found, []);
        assert.deepEqual(tab.asked, []);
        await tab.close();
      }
    });

    test("is read in order by a screen reader: heads before numbers, each number with its row and column", async (context) => {
      if (kind.browser !== "chrome") {
        context.skip("only Chromium shows its accessibility tree");
        return;
      }
      const tab = await open(browser, fromFile);
      await choose(tab, "files", write(`读屏-${kind.name}.docx`, report({ values: slips })));
      await tab.waitForSelector(".editor");
      const tree = await tab.accessibility.snapshot({ interestingOnly: true });
      const said = [];
      const walk = (node) => {
        said.push(`${node.role} ${node.name ?? ""} ${node.value ?? ""}`.trim());
        node.children?.forEach(walk);
      };
      walk(tree);
      const at = (words) => said.findIndex((one) => one.includes(words));
      const order = ["heading 政府信息公开工作年度报告：检查与填报", "heading 青山县水利局2024年", "heading 检查结果", "相加是31", "heading 一、总体情况", "heading 三、收到和处理"];
      assert.deepEqual(order.map(at), [...order.map(at)].sort((a, b) => a - b), said.slice(0, 60).join("\n"));
      assert.ok(order.every((words) => at(words) >= 0));
      const cell = said.find((one) => one.startsWith("textbox") && one.endsWith("22"));
      assert.match(cell, /三、本年度办理结果.*（一）予以公开.*申请人情况.*自然人/);
      await tab.close();
    });

    test("asks for nothing, from a file and from a server, and works without a network", async () => {
      const server = await serve(dirname(page));
      const served = `${server.address}/${page.split("/").at(-1)}`;
      for (const address of [fromFile, served]) {
        const tab = await open(browser, address);
        if (kind.browser === "chrome") {
          await tab.setOfflineMode(true);
        }
        await choose(tab, "files", write(`离线-${kind.name}.docx`, report({ values: slips })));
        await tab.waitForSelector(".editor");
        await tab.click(".language");
        await goTo(tab, "fill");
        assert.deepEqual(tab.asked.filter((one) => !one.endsWith("/favicon.ico")), []);
        assert.deepEqual(tab.complaints, []);
        // What the policy is for: a script that tried could not.
        const leak = await tab.evaluate(() => {
          const told = new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective)));
          return fetch("http://127.0.0.1:9/").then(() => "sent", () => told);
        });
        assert.equal(leak, "connect-src");
        await tab.close();
      }
      server.close();
    });

    test("says so where the page's own file was damaged", async () => {
      const html = readFileSync(page, "utf8");
      const damaged = join(folder, "damaged.html");
      const middle = html.indexOf('id="library"') + 200_000;
      for (const broken of [html.slice(0, middle) + "A".repeat(100) + html.slice(middle + 100), html.slice(0, middle) + html.slice(middle + 400_000)]) {
        writeFileSync(damaged, broken);
        const tab = await open(browser, pathToFileURL(damaged).href, { ready: ".cannot" });
        assert.match(await textOf(tab, ".cannot"), /页面文件不完整/);
        await tab.close();
      }
    });

    test("says so where WebAssembly is missing or refused", async () => {
      const html = readFileSync(page, "utf8");
      const refused = join(folder, "refused.html");
      writeFileSync(refused, html.replace(" 'wasm-unsafe-eval'", ""));
      let tab = await open(browser, pathToFileURL(refused).href, { ready: ".cannot" });
      assert.match(await textOf(tab, ".cannot"), /wasm-unsafe-eval/);
      await tab.close();
      tab = await browser.newPage();
      await tab.evaluateOnNewDocument(() => delete globalThis.WebAssembly);
      await tab.goto(fromFile);
      await tab.waitForSelector(".cannot");
      assert.match(await textOf(tab, ".cannot"), /不支持 WebAssembly/);
      await tab.close();
    });

    test("checks a folder of 300 files in one go", async (context) => {
      const many = join(folder, `many-${kind.name}`);
      mkdirSync(many, { recursive: true });
      const kinds = ["docx", "html", "xlsx"].map((format, index) => write(`第${index}份.${format}`, report({ values: index === 0 ? slips : {} })));
      const paths = Array.from({ length: 300 }, (_, index) => {
        const from = kinds[index % 3];
        const path = join(many, `${String(index).padStart(3, "0")}${from.slice(from.lastIndexOf("."))}`);
        copyFileSync(from, path);
        return path;
      });
      const tab = await open(browser, fromFile);
      const start = performance.now();
      await (kind.browser === "chrome" ? choose(tab, "folder", many) : choose(tab, "files", ...paths));
      await tab.waitForFunction(() => document.querySelectorAll("table.reports tbody tr").length === 300, { timeout: 100_000, polling: 50 });
      const seconds = (performance.now() - start) / 1000;
      const memory = await tab.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
      context.diagnostic(`300 files: ${seconds.toFixed(1)} s, heap ${(memory / 2 ** 20).toFixed(0)} MiB`);
      assert.match(await textOf(tab, ".status"), /已检查 300 份报告：100 份有错误，0 份读不出/);
      const first = await textOf(tab, "table.reports tbody tr");
      assert.match(first, /相加是31/, "the worst stand first");
      assert.equal(first.includes(`many-${kind.name}/`), kind.browser === "chrome", "a folder's files are told by their paths");
      assert.ok(seconds < 60);
      await tab.close();
    });

    test("is ready within a second, and answers each key stroke within five milliseconds", async (context) => {
      const tab = await open(browser, fromFile + "#fill", { ready: "#year" });
      const ready = await tab.evaluate(() => performance.getEntriesByName("ready")[0].startTime);
      await tab.type("#authority", "青山县水利局");
      await tab.click("form.start button.main");
      await tab.waitForSelector(".editor.filling");
      const session = kind.browser === "chrome" ? await tab.createCDPSession() : null;
      // A sound report, digit by digit, with a slip in every fiftieth cell; each pass goes over all 200 cells.
      const values = Object.fromEntries(Object.entries(report().cells).map(([key, value], index) => [key, index % 50 === 49 ? "8" : String(value)]));
      const measure = async () => {
        const times = await tab.evaluate(async (typed) => {
          const all = [];
          for (const input of document.querySelectorAll("[data-cell]")) {
            input.focus();
            input.value = "";
            for (const digit of typed[input.dataset.cell]) {
              const start = performance.now();
              input.value += digit;
              input.dispatchEvent(new Event("input", { bubbles: true }));
              all.push(performance.now() - start);
              await new Promise((resolve) => setTimeout(resolve));
            }
          }
          return all;
        }, values);
        times.sort((a, b) => a - b);
        return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
      };
      await measure();
      const plain = await measure();
      context.diagnostic(`ready ${ready.toFixed(0)} ms; typing median ${plain.median.toFixed(1)} ms, p95 ${plain.p95.toFixed(1)} ms`);
      if (session) {
        await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
        const slow = await measure();
        context.diagnostic(`at a quarter of the speed: median ${slow.median.toFixed(1)} ms, p95 ${slow.p95.toFixed(1)} ms`);
      }
      // What is wanted is 1 s and 5 ms on a machine of its own; a shared one gets room.
      assert.ok(ready < 4000, `ready after ${ready} ms`);
      assert.ok(plain.p95 < 40, `p95 ${plain.p95} ms`);
      await tab.close();
    });
  });
}

test("the page stays small", () => {
  const size = statSync(page).size;
  assert.ok(size <= 1_100_000, `${size} bytes`);
});
