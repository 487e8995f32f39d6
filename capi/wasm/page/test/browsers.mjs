// The browsers of the tests, and the page opened in one, with every request that it makes.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import puppeteer from "puppeteer-core";
import { folder } from "./documents.mjs";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const downloads = {
  "browser.download.folderList": 2,
  "browser.download.dir": folder,
  "browser.download.useDownloadDir": true,
  "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.download.alwaysOpenPanel": false, // which takes the focus, so that no key presses a button
};

export const browsers = [
  { name: "Chromium", browser: "chrome", executablePath: "/usr/bin/chromium", args: quiet },
  { name: "Firefox", browser: "firefox", executablePath: "/usr/bin/firefox-esr", extraPrefsFirefox: downloads },
].filter(({ executablePath }) => existsSync(executablePath));
if (browsers.length === 0) {
  throw new Error("there is no browser");
}

export async function launch({ name, ...options }) {
  const browser = await puppeteer.launch({ ...options, headless: true, protocolTimeout: 120_000 });
  if (options.browser === "chrome") {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  }
  return browser;
}

/** Opens an address and waits until the page is ready. `tab.asked` lists what was requested besides the page itself,
 *  `tab.complaints` what the browser complained of, `tab.asks` the questions that were put and answered with yes. */
export async function open(browser, address, { width = 1280, height = 900, ready = "main h2" } = {}) {
  const tab = await browser.newPage();
  tab.asked = [];
  tab.complaints = [];
  tab.on("request", (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url())) {
      tab.asked.push(request.url());
    }
  });
  tab.on("pageerror", (error) => tab.complaints.push(error.message));
  tab.on("console", (message) => ["error", "warn"].includes(message.type()) && tab.complaints.push(message.text()));
  tab.asks = [];
  tab.on("dialog", (dialog) => {
    tab.asks.push(dialog.type());
    dialog.accept();
  });
  await tab.setViewport({ width, height });
  await tab.goto(address);
  if (ready) {
    await tab.waitForSelector(ready, { timeout: 30_000 });
  }
  return tab;
}

/** Serves files of a folder on this computer; `headers` are sent with each. */
export function serve(root, headers = {}) {
  const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer((request, response) => {
    try {
      const path = join(root, decodeURIComponent(new URL(request.url, "http://x").pathname));
      const body = readFileSync(path);
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}

/** The text of what a selector finds. */
export const textOf = (tab, selector) => tab.$eval(selector, (element) => element.innerText);
export const textsOf = (tab, selector) => tab.$$eval(selector, (elements) => elements.map((element) => element.innerText));

/** Goes to a view by the links of the page. */
export async function goTo(tab, view) {
  await tab.click(`nav a[href="#${view}"]`);
  await tab.waitForSelector(view === "fill" ? "#year, .editor.filling" : ".drop, .editor:not(.filling)");
}

export async function choose(tab, what, ...paths) {
  const input = await tab.waitForSelector(`input[data-choose="${what}"]`);
  await input.uploadFile(...paths);
}

/** Types a value into a cell in place of what stands there. */
export async function fillCell(tab, key, value) {
  await tab.focus(`[data-cell="${key}"]`);
  await tab.$eval(`[data-cell="${key}"]`, (input) => input.select());
  await tab.keyboard.press("Backspace");
  await tab.keyboard.type(value);
}

/** Waits for a file that the browser saves into the folder of the tests. */
export async function saved(name) {
  const path = join(folder, name);
  for (let tries = 0; tries < 1200; ++tries) {
    if (existsSync(path) && readFileSync(path).length > 0 && !existsSync(`${path}.crdownload`) && !existsSync(`${path}.part`)) {
      return path;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} was not saved`);
}
