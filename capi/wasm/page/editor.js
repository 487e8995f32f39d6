// One report opened: what was found in it on top, its form to type into, and beside it what is said of the cell at hand.
import { button, h, refill, say } from "./dom.js";
import { FindingList, badge, suggestions } from "./findings.js";
import { OfficialForm } from "./form.js";
import { marksOf, withSameCause } from "./marks.js";
import { formatValue } from "./numbers.js";
import { saveButtons, saveFindingsButtons } from "./save.js";
import { Sums } from "./sums.js";
import { currentLanguage, inLanguage, t } from "./text.js";

// While a form is filled in, what is not typed yet is no fault: progress is told instead.
const unfinished = new Set(["value.blank", "value.blank_total", "value.only_totals"]);

/** `options`: filling (blank cells are still to come), beside() (other reports for check()), changed() (after each change). */
export class Editor {
  constructor(gongkai, report, options) {
    this.gongkai = gongkai;
    this.report = report;
    this.options = options;
    this.before = options.before ?? report.cells;
    this.sources = report.reading?.sources ?? {};
    this.changes = new Set(Object.keys(this.before).filter((key) => this.before[key] !== report.get(key)));
    this.at = null; // the cell at hand
    this.undoing = [];
    this.form = new OfficialForm(gongkai, report, {
      changed: (key) => this.cellChanged(key),
      textChanged: () => this.soon(),
      focused: (key) => this.showBeside(key),
      takes: (key) => this.takeSum(key),
    });
    this.sums = new Sums(this.form.keys);
    this.build();
    this.refresh();
    this.tellWhy();
  }

  build() {
    this.counts = h("p", { class: "counts" });
    this.list = new FindingList(this.form, "f");
    this.remarks = new FindingList(this.form, "r");
    this.remarkBox = h("details", { class: "remarks", hidden: true }, h("summary"), this.remarks.element);
    this.why = h("section", { class: "why", hidden: true, "aria-labelledby": "why" });
    this.beside = h("div", { class: "said-of-cell" }, h("p", { class: "quiet" }, t("besideEmpty")));
    this.progress = h("div", { class: "progress" });
    this.element = h(
      "div",
      { class: this.options.filling ? "editor filling" : "editor" },
      h(
        "section",
        { class: "found", "aria-labelledby": "found" },
        h("h3", { id: "found" }, t("findings")),
        this.counts,
        this.list.element,
        this.remarkBox,
        this.why,
      ),
      h(
        "div",
        { class: "bar" },
        saveButtons(this.report, this.options.saved),
        this.options.filling ? null : saveFindingsButtons(this.report, () => this.checkOptions()),
        button(t("print"), () => print()),
        this.options.filling ? null : h("p", { class: "quiet" }, t("savedIsNew")),
      ),
      h(
        "div",
        { class: "columns" },
        h("div", { class: "sheet" }, h("h3", { class: "for-readers" }, t("form")), this.progress, h("p", { class: "quiet" }, t("keys")), this.form.element),
        h("aside", { "aria-labelledby": "beside" }, h("h3", { id: "beside" }, t("beside")), this.beside),
      ),
    );
  }

  checkOptions() {
    return { blanks: this.options.filling ? "unknown" : "as_zero", ...(this.options.beside?.() ?? {}) };
  }

  cellChanged(key) {
    const same = this.report.get(key) === this.before[key];
    this.changes[same ? "delete" : "add"](key);
    this.refresh();
    this.showBeside(key);
    this.tellWhySoon();
    this.options.changed?.();
  }

  /** Texts are long: they are checked when the typing pauses. */
  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.refresh();
      this.tellWhySoon();
      this.options.changed?.();
    }, 250);
  }

  refresh() {
    const assessment = this.report.check(this.checkOptions());
    const all = gravestFirst(assessment.findings);
    assessment.close();
    this.values = this.report.cells;
    const isFilling = this.options.filling;
    const told = isFilling ? all.filter((finding) => !unfinished.has(finding.rule)) : all;
    this.findings = isFilling ? told.filter((finding) => finding.severity !== "info") : told;
    const isNews = this.list.show(this.findings);
    this.form.mark(marksOf(this.findings));
    this.showSums();
    this.showCounts(all, isNews);
    if (isFilling) {
      this.showRemarks(told.filter((finding) => finding.severity === "info"));
      this.showProgress();
    }
    return isNews;
  }

  showCounts(all, isNews) {
    const count = (severity) => this.findings.filter((finding) => finding.severity === severity).length;
    const parts = [
      this.findings.length > 0
        ? t("counts", count("error"), count("warning"), count("info"))
        : t(this.options.filling ? "noProblemSoFar" : "nothingWrong"),
      this.changes.size > 0 && !this.options.filling && t("changed", this.changes.size),
      this.form.problems.size > 0 && t("wrongCells", this.form.problems.size),
    ];
    const text = parts.filter(Boolean).join("　");
    if (this.counts.textContent !== text) {
      this.counts.textContent = text;
    }
    if (isNews && this.at) {
      const here = this.saidOf(this.at).map((finding) => inLanguage(finding.message));
      say([...here, text].join(" "), 600);
    }
  }

  showRemarks(remarks) {
    this.remarkBox.hidden = remarks.length === 0;
    this.remarkBox.firstChild.textContent = `${t("info")} ${remarks.length}`;
    this.remarks.show(remarks);
  }

  // ---- totals

  /** What stands in a cell, of those that can be computed or are part of a sum: a BigInt, or null for a blank. */
  valueOf = (key) => {
    const value = this.values[key];
    return value === null ? null : BigInt(value);
  };

  showSums() {
    for (const key of this.sums.keys) {
      const sum = this.sumOf(key);
      const agrees = sum !== null && this.valueOf(key) === sum;
      this.form.hint(key, sum === null || (agrees && !this.options.filling) ? null : String(sum), agrees);
    }
  }

  /** What a cell comes to; null where that is not known, or cannot stand there. */
  sumOf(key) {
    const sum = this.sums.compute(key, this.valueOf);
    return sum !== null && sum >= 0n ? sum : null;
  }

  takeSum(key) {
    const sum = this.sums.keys.includes(key) ? this.sumOf(key) : null;
    if (sum !== null) {
      this.put(key, String(sum));
    }
  }

  put(key, value) {
    this.form.put(key, value);
    this.cellChanged(key);
    this.form.focus(key);
  }

  // ---- filling in

  showProgress() {
    const blank = this.form.keys.filter((key) => this.values[key] === null);
    const totals = this.sums.keys.filter((key) => this.values[key] === null && this.sumOf(key) !== null);
    const state = `${blank.length}|${totals.length}|${this.undoing.length}`;
    if (this.progress.dataset.state === state) {
      return;
    }
    this.progress.dataset.state = state;
    refill(
      this.progress,
      h("span", null, blank.length > 0 ? t("blanksLeft", blank.length) : t("noBlanks")),
      totals.length > 0 && button(t("fillTotals", totals.length), () => this.fillTotals()),
      blank.length > 0 && blank.length < this.form.keys.length && button(t("fillZeros"), () => this.fillMany(blank.map((key) => [key, "0"]))),
      this.undoing.length > 0 && button(t("undo"), () => this.undo()),
    );
  }

  /** Totals first of parts, then of totals: each takes what the others come to. */
  fillTotals() {
    const values = this.sums.keys
      .filter((key) => this.values[key] === null)
      .map((key) => [key, this.sumOf(key)])
      .filter(([, sum]) => sum !== null);
    this.fillMany(values.map(([key, sum]) => [key, String(sum)]));
  }

  fillMany(values) {
    this.undoing.push(values.map(([key]) => key));
    for (const [key, value] of values) {
      this.form.put(key, value);
      this.changes.add(key);
    }
    this.afterMany(t("filled", values.length));
  }

  undo() {
    for (const key of this.undoing.pop()) {
      this.form.put(key, null);
    }
    this.afterMany(t("undone"));
  }

  afterMany(sentence) {
    this.refresh();
    this.progress.querySelector("button")?.focus();
    say(sentence);
    this.options.changed?.();
  }

  // ---- beside the form

  saidOf(key) {
    return this.findings.filter((finding) => withSameCause(finding).some((one) => one.cells.some((cell) => cell.key === key)));
  }

  showBeside(key) {
    this.at = key;
    const cell = this.gongkai.catalogue.cell(key);
    const state = this.form.inputs.get(key).closest("td").classList;
    const problem = this.form.problems.get(key);
    const said = this.saidOf(key);
    const sum = this.form.hints.get(key);
    refill(
      this.beside,
      h("p", { class: "name" }, nameOf(cell, this.report.about.edition)),
      cell.is_money && h("p", { class: "quiet" }, t("unit", inLanguage(cell.unit))),
      problem && h("p", { class: "error" }, badge("error"), " ", t(`wrong${problem.wrong}`), t("notTaken")),
      state.contains("unreadable") && h("p", null, t("unread", this.sources[key]?.text ?? "")),
      state.contains("inferred") && h("p", null, t("inferred")),
      this.changes.has(key) && !this.options.filling && h("p", { class: "quiet" }, t("reported", formatValue(this.before[key], cell) || t("blankWord"))),
      sum && !sum.agrees && h("p", null, t("computed", sum.sum), " ", button(t("takeOver", sum.sum), () => this.takeSum(key), { class: "plain" })),
      said.map((finding) =>
        h(
          "div",
          { class: finding.severity },
          h("p", null, badge(finding.severity), " ", inLanguage(finding.message)),
          suggestions(finding, key, (where, value) => this.put(where, value)),
          h("details", null, h("summary", null, t("reason")), h("p", { class: "quiet" }, inLanguage(finding.explanation))),
        ),
      ),
      said.length === 0 && !problem && h("p", { class: "quiet" }, t("cellFine")),
    );
  }

  tellWhySoon() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tellWhy(), 300);
  }

  tellWhy() {
    const story = this.options.filling ? "" : this.report.why({ language: currentLanguage(), ...this.checkOptions() });
    const lines = story.split("\n").filter((line) => line.trim() !== "");
    this.why.hidden = lines.length === 0;
    refill(this.why, h("h4", { id: "why" }, t("why")), lines.map((line) => h("p", { class: /^\s/.test(line) ? "step" : null }, line.trim())));
  }
}

const severities = ["error", "warning", "info"];
const gravestFirst = (findings) => severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** A cell in words: its row and its column, as the form prints them. */
export function nameOf(cell, edition) {
  const label = (of) => (currentLanguage() === "en" ? of.label.en : (of.label[`zh_${edition}`] ?? of.label.zh_2021 ?? of.label.zh_2019));
  return currentLanguage() === "en" ? `${label(cell.row)} / ${label(cell.column)}` : `${label(cell.row)}—${label(cell.column)}`;
}
