// Pictures of the page as a clerk sees it, to be looked at: GONGKAI_PAGE, GONGKAI_PROGRAM, and the folder for them.
//   node pictures.mjs FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browsers, choose, fillCell, goTo, launch, open } from "./browsers.mjs";
import { folder, report, write } from "./documents.mjs";

const out = process.argv[2];
mkdirSync(out, { recursive: true });
const address = pathToFileURL(process.env.GONGKAI_PAGE).href;
const slips = { "requests.outcomes.granted.natural_person": 22, "review.total": 2 };
const wrong = write("青山县水利局2024年报.docx", report({ values: slips }));
const last = write("青山县水利局2023年报.docx", report({ about: { year: 2023 }, values: { "requests.carried_out.natural_person": 9, "requests.carried_out.total": 9 } }));
const other = write("白水镇人民政府2024年报.docx", report({ about: { authority: "白水镇人民政府" } }));
const old = join(folder, "旧格式年报.doc");
writeFileSync(old, Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex"));

for (const kind of browsers) {
  const browser = await launch(kind);
  for (const width of [1280, 390]) {
    for (const language of ["zh", "en"]) {
      const tab = await open(browser, address, { width, height: width === 390 ? 844 : 900 });
      const picture = async (name, options) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await tab.screenshot({ path: join(out, `${kind.name}-${width}-${language}-${name}.png`), ...options });
      };
      if (language === "en") {
        await tab.click(".language");
      }
      await picture("1-empty");
      await choose(tab, "files", wrong, last, other, old);
      await tab.waitForSelector("table.reports");
      await picture("2-list");
      await tab.click("table.reports .link");
      await tab.waitForSelector(".editor");
      await picture("3-report");
      await picture("3-report-whole", { fullPage: true });
      await tab.click(".findings li .actions button");
      await picture("4-cell");
      await goTo(tab, "fill");
      await picture("5-start");
      await tab.type("#authority", "青山县水利局");
      await tab.click("form.start button.main");
      await tab.waitForSelector(".editor.filling");
      await fillCell(tab, "requests.received.natural_person", "30");
      await fillCell(tab, "requests.received.commercial_enterprise", "4");
      await fillCell(tab, "requests.carried_in.natural_person", "2");
      await fillCell(tab, "requests.outcomes.granted.natural_person", "20");
      await fillCell(tab, "requests.received.total", "33");
      await tab.evaluate(() => document.activeElement.scrollIntoView({ block: "center" }));
      await picture("6-typing");
      await picture("6-typing-whole", { fullPage: true });
      await tab.click(".draft input");
      await tab.close();
    }
  }
  await browser.close();
}
