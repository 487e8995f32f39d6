// The official form with an input in each cell. Its tables are those that the library writes, so no label stands here.
import { articleOf, button, h } from "./dom.js";
import { formatValue, parseValue } from "./numbers.js";
import { currentLanguage, t } from "./text.js";

/** What was typed into cells of a report and no cell can hold: report -> Map(key -> { text, wrong }). Outlives the form, which is
 *  made anew in the other language. */
const wronglyTyped = new WeakMap();

/** The tables and texts of a report, to be typed into. `on` tells what happens: changed(key), textChanged(key),
 *  focused(key), takes(key) when the computed total is wanted. */
export class OfficialForm {
  constructor(gongkai, report, on) {
    this.catalogue = gongkai.catalogue;
    this.report = report;
    this.on = on;
    this.inputs = new Map();
    if (!wronglyTyped.has(report)) {
      wronglyTyped.set(report, new Map());
    }
    this.problems = wronglyTyped.get(report);
    this.marks = new Map();
    this.hints = new Map();
    this.element = h("article", { class: "official", lang: currentLanguage() === "en" ? "en" : "zh-CN" });
    this.states = report.states;
    for (const section of articleOf(report.toHtml({ language: currentLanguage() })).querySelectorAll(":scope > section")) {
      this.element.append(this.section(section));
    }
    this.keys = [...this.inputs.keys()]; // the cells that the form shows, in its order
    this.element.addEventListener("input", (event) => this.typed(event.target));
    this.element.addEventListener("keydown", (event) => this.pressed(event));
    this.element.addEventListener("focusin", (event) => event.target.dataset.cell && this.on.focused(event.target.dataset.cell));
  }

  section(section) {
    const heading = section.querySelector("h2");
    const number = Number(heading.id.slice(1));
    const asked = this.catalogue.texts.filter((text) => text.section === number);
    for (const paragraph of section.querySelectorAll(":scope > p")) {
      paragraph.remove();
    }
    for (const text of asked) {
      section.append(this.textInput(text, heading.id));
    }
    for (const place of section.querySelectorAll("td[id]")) {
      this.cellInput(place);
    }
    for (const table of section.querySelectorAll("table")) {
      table.querySelector("caption.said")?.classList.replace("said", "for-readers");
    }
    return h("section", { "aria-labelledby": heading.id }, ...section.childNodes);
  }

  textInput(text, labelledBy) {
    const input = h("textarea", {
      "aria-labelledby": labelledBy,
      "data-text": text.key,
      rows: rowsOf(this.report.texts[text.key]),
      spellcheck: "false",
      lang: "zh-CN",
      value: this.report.texts[text.key],
    });
    return input;
  }

  cellInput(place) {
    const key = place.id;
    const cell = this.catalogue.cell(key);
    const state = this.states?.[key];
    const input = h("input", {
      id: `cell.${key}`,
      "data-cell": key,
      class: cell.is_money ? "money" : null,
      "aria-labelledby": place.headers,
      inputmode: "numeric",
      autocomplete: "off",
      value: this.problems.get(key)?.text ?? formatValue(this.report.get(key), cell),
    });
    place.removeAttribute("id");
    place.classList.add("cell");
    place.replaceChildren(input);
    if (state === "unreadable" || state === "inferred") {
      place.classList.add(state);
    }
    this.inputs.set(key, input);
  }

  typed(input) {
    if (input.dataset.text) {
      this.report.setText(input.dataset.text, input.value);
      this.on.textChanged(input.dataset.text);
    } else if (input.dataset.cell) {
      this.take(input.dataset.cell, input.value);
      this.on.changed(input.dataset.cell);
    }
  }

  /** Puts what was typed into the report; what no cell can hold is told, and the cell then counts as blank. */
  take(key, text) {
    const { value = null, wrong } = parseValue(text, this.catalogue.cell(key));
    this.problems.delete(key);
    if (wrong || !this.fits(key, value)) {
      this.report.set(key, null);
      this.problems.set(key, { text, wrong: wrong ?? "Large" });
    }
    this.inputs.get(key).closest("td").classList.remove("unreadable", "inferred");
  }

  fits(key, value) {
    try {
      this.report.set(key, value);
      return true;
    } catch (error) {
      if (error.code === "GK_E_RANGE") {
        return false;
      }
      throw error;
    }
  }

  /** Puts a value into the report and its input. */
  put(key, value) {
    const text = formatValue(value, this.catalogue.cell(key));
    this.inputs.get(key).value = text;
    this.take(key, text);
  }

  pressed(event) {
    const key = event.target.dataset?.cell;
    if (!key || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === "=" || event.key === "＝") {
      event.preventDefault();
      this.on.takes(key);
      return;
    }
    const rows = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (rows) {
      event.preventDefault();
      this.neighbour(event.target, rows)?.focus();
    }
  }

  /** The input in the row above or below, in the same place from the right. */
  neighbour(input, rows) {
    const lines = [...this.element.querySelectorAll("tbody tr")]
      .map((row) => [...row.querySelectorAll("input")])
      .filter((line) => line.length > 0);
    const at = lines.findIndex((line) => line.includes(input));
    const fromRight = lines[at].length - lines[at].indexOf(input);
    const line = lines[at + rows];
    return line?.[Math.max(line.length - fromRight, 0)];
  }

  focus(key) {
    const input = this.inputs.get(key);
    input?.scrollIntoView({ block: "center", inline: "center" });
    input?.focus({ preventScroll: true });
    return input !== undefined;
  }

  /** Where in the texts a passage stands: { input, start, end }, or null. */
  passage(text) {
    for (const input of this.element.querySelectorAll("textarea")) {
      const start = text ? input.value.indexOf(text) : -1;
      if (start >= 0) {
        return { input, start, end: start + text.length };
      }
    }
    return null;
  }

  showPassage({ input, start, end }) {
    input.scrollIntoView({ block: "center" });
    input.focus({ preventScroll: true });
    input.setSelectionRange(start, end);
  }

  /** Marks cells: Map(key -> { look: "suspect error", ids: "f1 f2" }). Only what changed is touched. */
  mark(marks) {
    for (const [key, input] of this.inputs) {
      const mark = marks.get(key);
      const problem = this.problems.has(key);
      const look = problem ? "suspect error" : (mark?.look ?? "");
      const ids = mark?.ids ?? "";
      const now = `${look}|${ids}`;
      if ((this.marks.get(key) ?? "|") === now) {
        continue;
      }
      this.marks.set(key, now);
      input.parentElement.dataset.mark = look;
      input.toggleAttribute("aria-invalid", false);
      if (look.startsWith("suspect")) {
        input.setAttribute("aria-invalid", "true");
      }
      if (ids) {
        input.setAttribute("aria-describedby", ids);
      } else {
        input.removeAttribute("aria-describedby");
      }
    }
  }

  /** Shows beside a cell what it adds up to (a text), or nothing (null); `agrees`: that is what stands there. */
  hint(key, sum, agrees) {
    const before = this.hints.get(key);
    if (sum === (before?.sum ?? null) && (sum === null || agrees === before.agrees)) {
      return;
    }
    if (sum === null) {
      before.element.remove();
      this.hints.delete(key);
      return;
    }
    const element = before?.element ?? button("", () => this.on.takes(key), { tabindex: -1 });
    if (!before) {
      this.inputs.get(key).after(element);
    }
    element.className = agrees ? "sum agrees" : "sum";
    element.textContent = `＝${sum}`;
    element.disabled = agrees;
    element.title = agrees ? t("computed", sum) : t("takeOver", sum);
    this.hints.set(key, { element, sum, agrees });
  }
}

/** Lines of a text area that shows a text; browsers that size it by its content do without. */
function rowsOf(text) {
  const charactersInLine = 48;
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInLine)), 0);
  return Math.min(Math.max(lines, 3), 15);
}
