// The findings of a report as a list.
import { button, h, refill } from "./dom.js";
import { cellToShow } from "./marks.js";
import { inLanguage, t } from "./text.js";

/** How grave, in a word. */
export const badge = (severity) => h("strong", { class: `badge ${severity}` }, t(severity));

/** The numbers that the form suggests for a cell, one button each. */
export function suggestions(finding, key, take) {
  const exact = (finding.suspects ?? []).filter((suspect) => suspect.key === key && suspect.low === suspect.high);
  return exact.map((suspect) => button(t("suggest", suspect.low), () => take(key, String(suspect.low)), { class: "plain" }));
}

/** The list, redrawn only where it says something else than before. */
export class FindingList {
  /** `ids` begins the ids of the sentences, by which cells name them. */
  constructor(form, ids) {
    this.element = h("ol", { class: "findings" });
    this.form = form;
    this.ids = ids;
    this.shown = "";
  }

  show(findings) {
    const says = findings.map((finding) => finding.severity + inLanguage(finding.message)).join("\n");
    if (says === this.shown) {
      return false;
    }
    this.shown = says;
    refill(this.element, findings.map((finding, index) => this.item(finding, index + 1)));
    return true;
  }

  item(finding, number) {
    const key = cellToShow(finding);
    const passage = this.form.passage(finding.detail);
    const way = (words, act) => button(t(words), act, { class: "plain", "aria-describedby": `${this.ids}${number}` });
    return h(
      "li",
      { class: finding.severity },
      h("p", { id: `${this.ids}${number}` }, badge(finding.severity), " ", inLanguage(finding.message)),
      h(
        "div",
        { class: "actions" },
        this.form.inputs.has(key) && way("toTable", () => this.form.focus(key)),
        passage && way("toText", () => this.form.showPassage(this.form.passage(finding.detail) ?? passage)),
        h("details", null, h("summary", null, t("reason")), h("p", null, inLanguage(finding.explanation))),
      ),
    );
  }
}
