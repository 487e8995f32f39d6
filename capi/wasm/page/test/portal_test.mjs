// The check attached to a portal's own inputs: portal.html as it stands, served with the package beside it.
import assert from "node:assert/strict";
import { cpSync, copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browsers, launch, open, serve, textOf } from "./browsers.mjs";
import { folder } from "./documents.mjs";

const source = process.env.GONGKAI_SOURCE;

test("the embedding takes at most ten lines", () => {
  const [, script] = /<script type="module">\n([^]*?)<\/script>/.exec(readFileSync(join(source, "page/portal.html"), "utf8"));
  assert.ok(script.trim().split("\n").length <= 10, script);
});

for (const kind of browsers) {
  test(`a portal's own inputs are checked as they are typed, in ${kind.name}`, async () => {
    const site = join(folder, `site-${kind.name}`);
    mkdirSync(site, { recursive: true });
    cpSync(source, site, { recursive: true });
    copyFileSync(process.env.GONGKAI_WASM, join(site, "gongkai.wasm"));
    const server = await serve(site, {
      "content-security-policy": "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'",
    });
    const browser = await launch(kind);
    try {
      const tab = await open(browser, `${server.address}/page/portal.html`, { ready: "[data-gongkai-mark]" });
      await tab.evaluate(() => document.querySelector("form").addEventListener("gongkai", (event) => (window.told = event.detail.findings.length)));
      await tab.type('[name="requests.received.natural_person"]', "5");
      assert.equal(await textOf(tab, "#messages"), "", "what is not typed yet is no fault");
      await tab.type('[name="requests.received.commercial_enterprise"]', "2");
      await tab.type('[name="requests.received.total"]', "3");
      assert.match(await textOf(tab, "#messages"), /相加是至少7，“总计”填的是3/);
      assert.match(await tab.$eval('[name="requests.received.total"]', (input) => input.dataset.gongkaiMark), /error/);
      assert.equal(await tab.evaluate(() => window.told), 1);
      await tab.$eval('[name="requests.received.total"]', (input) => input.select());
      await tab.type('[name="requests.received.total"]', "7");
      assert.equal(await textOf(tab, "#messages"), "");
      await tab.type("#field7", "1");
      await tab.type("#field8", "9");
      await tab.type("#field9", "0");
      assert.match(await textOf(tab, "#messages"), /本年新收加上年结转是8，办理结果总计加结转下年度是9/);
      await tab.type('[name="remark"]', "x");
      assert.deepEqual(tab.complaints, []);
    } finally {
      await browser.close();
      server.close();
    }
  });
}
