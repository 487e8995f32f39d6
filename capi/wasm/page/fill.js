// The view that fills in: a form from nothing, from last year's report or from a file, with a draft kept in the browser.
import { button, h, refill, say } from "./dom.js";
import { draftsAreWanted, dropDraft, keepDraft, keptDraft, wantDrafts } from "./draft.js";
import { Editor } from "./editor.js";
import { readReports } from "./engine.js";
import { chooser } from "./files.js";
import { toPrint } from "./save.js";
import { currentLanguage, t } from "./text.js";

const lastYear = () => new Date().getFullYear() - 1;
const editionOf = (year) => (year <= 2020 ? "2019" : "2021");
const titleOf = (authority, year) => `${authority}${year}年政府信息公开工作年度报告`;

export class FillView {
  constructor(gongkai) {
    this.gongkai = gongkai;
    this.report = null;
    this.previous = null;
    this.year = lastYear();
    this.authority = "";
    this.isUnsaved = false; // neither as a file nor as a draft
    this.wanted = true;
    this.draftWorks = true;
    this.element = h("div", { class: "view" });
  }

  async draw() {
    toPrint(this.report);
    if (this.report) {
      this.drawForm();
    } else {
      await this.drawStart();
    }
  }

  // ---- the start

  async drawStart() {
    const draft = await this.lookForDraft();
    const edition = h("p", { class: "quiet", id: "edition" }, t("editionOf", editionOf(this.year)));
    this.status = h("p", { class: "status error", role: "alert" });
    refill(
      this.element,
      h("h2", { tabindex: -1 }, t("start")),
      draft && this.draftOffer(draft),
      h(
        "form",
        { class: "start", onsubmit: (event) => (event.preventDefault(), this.startEmpty()) },
        h(
          "p",
          null,
          h("label", { for: "year" }, t("yearLabel")),
          h("input", {
            id: "year",
            inputmode: "numeric",
            autocomplete: "off",
            value: String(this.year),
            "aria-describedby": "edition",
            oninput: (event) => {
              this.year = Number(event.target.value.normalize("NFKC"));
              edition.textContent = this.yearIsGiven() ? t("editionOf", editionOf(this.year)) : t("wrongYear");
            },
          }),
          edition,
        ),
        h(
          "p",
          null,
          h("label", { for: "authority" }, t("authorityLabel")),
          h("input", {
            id: "authority",
            autocomplete: "off",
            lang: "zh-CN",
            value: this.authority,
            oninput: (event) => (this.authority = event.target.value.trim()),
          }),
        ),
        h(
          "p",
          { class: "choices" },
          h("button", { class: "main" }, t("startEmpty")),
          chooser(t("startPrevious"), "file", (files) => this.startFrom(files[0], true), { "data-for": "start-previous" }),
          chooser(t("startFile"), "file", (files) => this.startFrom(files[0], false), { "data-for": "start-file" }),
        ),
      ),
      this.status,
      this.draftSwitch(),
    );
  }

  yearIsGiven() {
    return Number.isInteger(this.year) && this.year >= 2000 && this.year <= 2999;
  }

  async lookForDraft() {
    try {
      this.wanted = await draftsAreWanted();
      return await keptDraft();
    } catch {
      this.draftWorks = false;
      return undefined;
    }
  }

  draftOffer(draft) {
    const when = new Date(draft.when).toLocaleString(currentLanguage() === "en" ? "en" : "zh-CN", { dateStyle: "medium", timeStyle: "short" });
    return h(
      "div",
      { class: "offer" },
      h("p", null, t("draftFound", draft.title || t("noTitle"), when)),
      h(
        "p",
        { class: "choices" },
        button(t("resume"), () => this.resume(draft), { class: "main" }),
        button(t("draftDelete"), async () => {
          await dropDraft();
          await this.drawStart();
          say(t("draftDeleted"));
        }),
      ),
    );
  }

  draftSwitch() {
    if (!this.draftWorks) {
      return h("p", { class: "draft" }, t("draftFailed"));
    }
    this.draftSaid = h("span", { class: "quiet", id: "draft-said" }, this.wanted ? "" : t("draftOff"));
    return h(
      "p",
      { class: "draft" },
      h("label", null, h("input", { type: "checkbox", checked: this.wanted, onchange: (event) => this.switchDraft(event.target.checked) }), t("draftOn")),
      " ",
      this.draftSaid,
    );
  }

  async switchDraft(wanted) {
    this.wanted = wanted;
    try {
      await wantDrafts(wanted);
      await this.keep();
      this.draftSaid.textContent = wanted ? (this.report ? t("draftSaved") : "") : t("draftOff");
    } catch {
      this.draftSaid.textContent = t("draftFailed");
    }
  }

  // ---- the ways to begin

  startEmpty() {
    if (!this.yearIsGiven()) {
      this.status.textContent = t("wrongYear");
      this.element.querySelector("#year").focus();
      return;
    }
    const { year, authority } = this;
    this.begin(this.gongkai.create({ edition: editionOf(year), year, authority, title: authority ? titleOf(authority, year) : "" }), null);
  }

  async startFrom(chosen, isPrevious) {
    try {
      const [read] = await readReports(this.gongkai, chosen);
      if (isPrevious) {
        this.startAfter(read);
      } else {
        this.begin(read.copy(), null);
      }
    } catch (error) {
      this.status.textContent = `${chosen.path}：${error.message}`;
    }
  }

  /** The next year's report: the body and what is carried over; nothing else is known of it. */
  startAfter(previous) {
    const { authority, level, kind, year: before } = previous.about;
    const year = before === null ? this.year : before + 1;
    const report = this.gongkai.create({ edition: editionOf(year), year, authority, level, kind, title: authority ? titleOf(authority, year) : "" });
    const carried = {};
    for (const key of Object.keys(previous.cells)) {
      const value = key.startsWith("requests.carried_out.") ? previous.get(key) : null;
      if (value !== null) {
        carried[key.replace("carried_out", "carried_in")] = value;
      }
    }
    report.setAll(carried);
    this.begin(report, previous);
    const sentence = t("carryFilled", Object.keys(carried).length);
    this.notice.textContent = sentence;
    say(sentence);
  }

  resume(draft) {
    this.begin(this.gongkai.fromJson(draft.report), draft.previous ? this.gongkai.fromJson(draft.previous) : null);
  }

  begin(report, previous) {
    this.report = report;
    this.previous = previous;
    this.draw();
    this.element.querySelector("h2").focus();
    this.keepSoon();
  }

  // ---- the form

  drawForm() {
    const about = this.report.about;
    const heading = h("h2", { tabindex: -1 }, about.title || t("fill"));
    this.notice = h("p", { class: "notice" });
    this.editor = new Editor(this.gongkai, this.report, {
      filling: true,
      beside: () => ({ previous: this.previous ?? undefined }),
      changed: () => ((this.isUnsaved = true), this.keepSoon()),
      saved: () => (this.isUnsaved = false),
    });
    refill(
      this.element,
      button("← " + t("another"), () => this.leave(), { class: "plain back" }),
      heading,
      h("p", { class: "quiet" }, t("yearEdition", about.year ?? t("unknownYear"), about.edition)),
      h(
        "p",
        { class: "start" },
        h("label", { for: "authority" }, t("authorityLabel")),
        h("input", {
          id: "authority",
          autocomplete: "off",
          lang: "zh-CN",
          value: about.authority,
          oninput: (event) => {
            const authority = event.target.value.trim();
            this.report.setAbout({ authority, title: authority ? titleOf(authority, about.year ?? "") : "" });
            heading.textContent = this.report.about.title || t("fill");
            this.editor.soon();
          },
        }),
      ),
      this.previous && h("p", { class: "quiet" }, t("previousUsed", this.previous.about.title || "")),
      this.notice,
      this.draftSwitch(),
      this.editor.element,
    );
  }

  async leave() {
    clearTimeout(this.keeping);
    await this.keep();
    if (this.isUnsaved && !confirm(t("leaveUnsaved"))) {
      return;
    }
    this.isUnsaved = false;
    this.report = null;
    this.previous = null;
    await this.draw();
    this.element.querySelector("h2").focus();
  }

  keepSoon() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 400);
  }

  async keep() {
    if (!this.wanted || !this.draftWorks || !this.report) {
      return;
    }
    try {
      await keepDraft({
        report: this.report.toJson(),
        previous: this.previous?.toJson() ?? null,
        title: this.report.about.title,
        when: Date.now(),
      });
      this.isUnsaved = false;
      this.draftSaid.textContent = t("draftSaved");
    } catch {
      this.draftSaid.textContent = t("draftFailed");
    }
  }
}
