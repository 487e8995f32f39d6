// Starts the page: the library, the two views and the switch of languages; or says in words why it cannot.
import { button, h, refill } from "./dom.js";
import { CheckView } from "./check.js";
import { FillView } from "./fill.js";
import { startLibrary } from "./engine.js";
import { printWhatIsOpen } from "./save.js";
import { currentLanguage, setLanguage, t } from "./text.js";

const main = document.getElementById("main");
const views = {};
const nameOfView = () => (location.hash === "#fill" ? "fill" : "check");
let version = "";

function drawHead() {
  document.documentElement.lang = currentLanguage() === "en" ? "en" : "zh-CN";
  document.title = t("title");
  const link = (name) => h("a", { href: `#${name}`, "aria-current": nameOfView() === name ? "page" : null }, t(name));
  refill(
    document.getElementById("head"),
    h("a", { class: "skip", href: "#main", onclick: (event) => (event.preventDefault(), main.focus()) }, t("skip")),
    h("h1", null, t("title")),
    button(t("language"), switchLanguage, { class: "language", lang: currentLanguage() === "en" ? "zh-CN" : "en" }),
    h("nav", { "aria-label": t("views") }, link("check"), link("fill")),
  );
  refill(document.getElementById("foot"), h("p", null, t("privacy")), h("p", null, t("version", version)));
}

async function draw() {
  drawHead();
  const view = views[nameOfView()];
  if (view) {
    await view.draw();
    refill(main, view.element);
  }
}

async function switchLanguage() {
  setLanguage(currentLanguage() === "en" ? "zh" : "en");
  await draw();
  document.querySelector(".language").focus();
}

/** What went wrong in the page itself is said, and never held against a report. */
function tellFault(error) {
  document.getElementById("fault").textContent = t("fault", error?.message ?? String(error));
}

addEventListener("error", (event) => tellFault(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => tellFault(event.reason));
addEventListener("hashchange", draw);
addEventListener("beforeunload", (event) => {
  if (Object.values(views).some((view) => view.isUnsaved)) {
    event.preventDefault(); // the browser asks whether to leave what is not saved
  }
});
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.preventDefault()); // a file that misses the place must not replace the page
}

drawHead();
refill(main, h("p", { class: "quiet", role: "status" }, t("starting")));
try {
  const gongkai = await startLibrary();
  version = gongkai.version;
  views.check = new CheckView(gongkai);
  views.fill = new FillView(gongkai);
  printWhatIsOpen();
  await draw();
  performance.mark("ready");
} catch (error) {
  refill(main, h("p", { class: "cannot", role: "alert" }, error.message));
}
