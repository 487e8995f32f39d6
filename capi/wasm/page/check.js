// The view that checks: files are dropped or chosen, each report is a line, and opens to what was found in it.
import { button, h, refill, say } from "./dom.js";
import { Editor } from "./editor.js";
import { readReports, readable } from "./engine.js";
import { chooser, dropPlace } from "./files.js";
import { forExcel, save, toPrint } from "./save.js";
import { currentLanguage, inLanguage, t } from "./text.js";

/** Lets the page draw and answer between two files. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

export class CheckView {
  constructor(gongkai) {
    this.gongkai = gongkai;
    this.entries = []; // { path, report } or { path, error }, and what a check found
    this.opened = null;
    this.reading = false;
    this.element = h("div", { class: "view" });
  }

  draw() {
    toPrint(this.opened?.report ?? null);
    if (this.opened) {
      this.drawReport(this.opened);
    } else {
      this.drawList();
    }
  }

  // ---- the list

  drawList() {
    this.status = h("p", { class: "status", role: "status" });
    this.table = h("div", { class: "scroll list" });
    const got = (files) => this.add(files);
    refill(
      this.element,
      h("h2", { class: "for-readers" }, t("check")),
      dropPlace(
        { class: "drop" },
        got,
        h("p", null, t("dropHere")),
        h("p", { class: "choices" }, chooser(t("chooseFiles"), "files", got, { class: "main" }), chooser(t("chooseFolder"), "folder", got)),
        h("p", { class: "quiet" }, readable()),
        h("p", { class: "privacy" }, t("privacy")),
      ),
      this.status,
      this.table,
    );
    this.drawTable();
    this.tellStatus();
  }

  async add(files) {
    if (this.reading || files.length === 0) {
      return;
    }
    this.reading = true;
    try {
      await this.readAll(files);
    } finally {
      this.reading = false;
    }
    this.entries.sort((a, b) => gravity(b) - gravity(a));
    if (this.opened === null && files.length === 1 && this.entries.length === 1 && this.entries[0].report) {
      this.open(this.entries[0]);
      return;
    }
    this.drawTable();
    this.tellStatus();
    say(this.status.firstChild?.textContent ?? "");
  }

  async readAll(files) {
    let last = 0;
    const tell = async (index) => {
      if (performance.now() - last > 100) {
        refill(this.status, t("reading", index + 1, files.length), " ", button(t("stop"), () => (this.reading = false)));
        await breathe();
        last = performance.now();
      }
    };
    for (const [index, chosen] of files.entries()) {
      await tell(index);
      if (!this.reading) {
        break;
      }
      this.entries.push(...(await this.readOne(chosen)));
    }
    this.pairYears();
    for (const entry of this.entries.filter((one) => one.report && !one.counts)) {
      await tell(files.length - 1);
      this.check(entry);
    }
  }

  async readOne(chosen) {
    try {
      const reports = await readReports(this.gongkai, chosen);
      return reports.map((report) => ({ path: chosen.path, report, beside: { previous: null, children: [], complete: false } }));
    } catch (error) {
      return [{ path: chosen.path, error: error.message }];
    }
  }

  /** Reports of one body on two years in a row stand beside each other by themselves. */
  pairYears() {
    const name = ({ about }, year) => `${about.authority}|${year}`;
    const reports = this.entries.filter((entry) => entry.report?.about.authority && entry.report.about.year);
    const byYear = new Map(reports.map((entry) => [name(entry.report, entry.report.about.year), entry]));
    for (const entry of reports) {
      const previous = byYear.get(name(entry.report, entry.report.about.year - 1));
      if (previous && !entry.beside.previous) {
        entry.beside.previous = previous;
        entry.counts = null;
      }
    }
  }

  check(entry) {
    const assessment = entry.report.check(besideOf(entry));
    entry.counts = { ...assessment.counts };
    entry.first = assessment.findings.find((finding) => finding.severity === "error") ?? assessment.findings[0] ?? null;
    entry.first = entry.first && { severity: entry.first.severity, message: entry.first.message };
    assessment.close();
  }

  drawTable() {
    if (this.entries.length === 0) {
      refill(this.table);
      return;
    }
    const head = ["columnReport", "columnErrors", "columnWarnings", "columnInfos", "columnFirst"];
    refill(
      this.table,
      h(
        "p",
        { class: "bar" },
        h(
          "span",
          { class: "buttons", role: "group", "aria-label": t("saveAll") },
          t("saveAll"),
          button(t("asTable"), () => this.saveAll()),
        ),
        button(t("clear"), () => this.clear()),
      ),
      h(
        "table",
        { class: "reports" },
        h("caption", { class: "for-readers" }, t("reports")),
        h("thead", null, h("tr", null, head.map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", null, this.entries.map((entry) => this.line(entry))),
      ),
    );
  }

  line(entry) {
    if (!entry.report) {
      return h("tr", { class: "unread" }, h("th", { scope: "row" }, entry.path), h("td", { colspan: 4 }, h("strong", null, t("unreadable")), "　", entry.error));
    }
    const about = entry.report.about;
    const count = (severity, label) =>
      h("td", { class: entry.counts[severity] > 0 ? `count ${severity}` : "count", "data-label": t(label) }, String(entry.counts[severity]));
    return h(
      "tr",
      null,
      h("th", { scope: "row" }, button(about.title || entry.path, () => this.open(entry), { class: "link" }), h("div", { class: "quiet" }, entry.path)),
      count("error", "columnErrors"),
      count("warning", "columnWarnings"),
      count("info", "columnInfos"),
      h("td", { class: "first" }, entry.first ? inLanguage(entry.first.message) : t("nothingFound")),
    );
  }

  tellStatus() {
    const failed = this.entries.filter((entry) => !entry.report);
    const wrong = this.entries.filter((entry) => entry.counts?.error > 0);
    refill(this.status, this.entries.length === 0 ? "" : t("checked", this.entries.length - failed.length, wrong.length, failed.length));
  }

  /** Whether something was corrected and not saved. */
  get isUnsaved() {
    return this.entries.some((entry) => entry.isUnsaved);
  }

  clear() {
    if (this.isUnsaved && !confirm(t("leaveUnsaved"))) {
      return;
    }
    for (const entry of this.entries) {
      entry.report?.close();
    }
    this.entries = [];
    this.drawList();
  }

  /** One CSV of all reports: the head of the first, the lines of each. */
  saveAll() {
    const parts = this.entries
      .filter((entry) => entry.report)
      .map((entry, index) => {
        const assessment = entry.report.check(besideOf(entry));
        const csv = assessment.toCsv({ file: entry.path, language: currentLanguage() }).replace(/^\ufeff/, "");
        assessment.close();
        return index === 0 ? csv : csv.slice(csv.indexOf("\n") + 1);
      });
    save(forExcel(parts.join("")), t("findingsFile"), "csv");
  }

  // ---- one report

  open(entry) {
    this.opened = entry;
    this.draw();
    this.element.querySelector("h2").focus();
  }

  drawReport(entry) {
    const about = entry.report.about;
    const redraw = () => {
      entry.counts = null;
      this.check(entry);
      this.drawReport(entry);
      this.element.querySelector(".besides summary").focus(); // what had it is gone
    };
    entry.before ??= entry.report.cells;
    const editor = new Editor(this.gongkai, entry.report, {
      before: entry.before,
      beside: () => besideOf(entry),
      changed: () => (entry.isUnsaved = entry.isChanged = true),
      saved: () => (entry.isUnsaved = false),
    });
    refill(
      this.element,
      button("← " + t("back"), () => this.close(), { class: "plain back" }),
      h("h2", { tabindex: -1 }, about.title || entry.path),
      h("p", { class: "quiet" }, `${about.authority}　${t("yearEdition", about.year ?? t("unknownYear"), about.edition ?? "?")}　${entry.path}`),
      this.besides(entry, redraw),
      editor.element,
    );
  }

  close() {
    if (this.opened.isChanged) {
      this.check(this.opened);
      this.opened.isChanged = false;
    }
    this.opened = null;
    this.draw();
  }

  /** Last year's report and those of the bodies included: what is used, and how to choose others. */
  besides(entry, redraw) {
    const { previous, children } = entry.beside;
    const read = async (files, take) => {
      const read = (await Promise.all(files.map((file) => this.readOne(file)))).flat();
      const failed = read.find((one) => one.error);
      take(read);
      redraw();
      if (failed) {
        this.element.querySelector(".besides .status").textContent = `${failed.path}：${failed.error}`;
      }
    };
    const setPrevious = (read) => (entry.beside.previous = read.find((one) => one.report) ?? previous);
    const addChildren = (read) => (entry.beside.children = [...children, ...read]);
    return h(
      "details",
      { class: "besides", open: previous !== null || children.length > 0 },
      h("summary", null, t("besides")),
      h(
        "p",
        null,
        t("previous"),
        " ",
        previous ? t("previousUsed", previous.report.about.title || previous.path) : t("none"),
        " ",
        chooser(t("addFile"), "file", (files) => read(files, setPrevious), { "data-for": "previous", "aria-label": `${t("previous")} ${t("addFile")}` }),
        previous && button(t("remove"), () => ((entry.beside.previous = null), redraw())),
      ),
      h(
        "p",
        null,
        t("children"),
        " ",
        children.length > 0 ? t("childrenUsed", children.length) : t("none"),
        " ",
        chooser(t("chooseFiles"), "files", (files) => read(files, addChildren), { "data-for": "children", "aria-label": `${t("children")} ${t("chooseFiles")}` }),
        children.length > 0 && button(t("remove"), () => ((entry.beside.children = []), redraw())),
        children.length > 0 &&
          h(
            "label",
            null,
            h("input", { type: "checkbox", checked: entry.beside.complete, onchange: (event) => ((entry.beside.complete = event.target.checked), redraw()) }),
            t("childrenComplete"),
          ),
      ),
      h("p", { class: "status error", role: "status" }),
    );
  }
}

const gravity = ({ counts, error }) => (error ? 0.5 : counts.error * 1e6 + counts.warning * 1e3 + counts.info);

/** What check() wants to know of the other reports. */
function besideOf({ beside }) {
  const children = new Map(beside.children.map((child) => [child.report?.about.authority || child.path, child.report ?? new Error(child.error)]));
  return {
    previous: beside.previous?.report,
    subordinates: children.size > 0 ? children : undefined,
    subordinatesAreComplete: beside.complete,
  };
}
