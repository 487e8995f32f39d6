// Attaches the check to the inputs of a page of your own, by the keys of their cells:
//
//   import { load } from "gongkai";
//   import { attach } from "gongkai/attach";
//   attach(await load(), document.querySelector("form"), { edition: "2021", messages: document.querySelector("#messages") });
//
// An input belongs to the cell or text whose key is its data-gongkai, or else its name. Nothing that was typed is changed.
import { marksOf } from "./marks.js";
import { parseValue } from "./numbers.js";

/** Options: edition ("2019" or "2021"), year, authority and the like of Gongkai.create(); messages, the element that lists
 *  what is found; language ("zh"); blanks ("unknown": what is not typed yet is no fault; "as_zero" before publishing).
 *  After each change `root` gets the event "gongkai" with { findings, report } as its detail. An input with a finding has
 *  aria-invalid and data-gongkai-mark ("suspect error", "related error", ...). Gives { report, check, detach }. */
export function attach(gongkai, root, { messages = null, language = "zh", blanks = "unknown", ...about }) {
  const report = gongkai.create(about);
  const { cells, texts } = inputsOf(gongkai.catalogue, root);

  const check = () => {
    for (const [key, input] of cells) {
      const { value, wrong } = parseValue(input.value, gongkai.catalogue.cell(key));
      report.set(key, wrong ? null : value);
      input.setCustomValidity(wrong ? "请填一个数。" : "");
    }
    texts.forEach((input, key) => report.setText(key, input.value));
    const assessment = report.check({ blanks, skip: blanks === "unknown" ? ["value.blank", "value.only_totals"] : [] });
    const findings = assessment.findings;
    assessment.close();
    show(findings);
    root.dispatchEvent(new CustomEvent("gongkai", { detail: { findings, report } }));
    return findings;
  };

  const show = (findings) => {
    const marks = marksOf(findings);
    for (const [key, input] of cells) {
      const look = marks.get(key)?.look ?? "";
      input.dataset.gongkaiMark = look;
      input.setAttribute("aria-invalid", String(look.startsWith("suspect") || input.validationMessage !== ""));
    }
    messages?.replaceChildren(
      ...findings.map((finding) => {
        const line = document.createElement("p");
        line.className = finding.severity;
        line.textContent = finding.message[language];
        return line;
      }),
    );
  };

  messages?.setAttribute("aria-live", "polite");
  root.addEventListener("input", check);
  check();
  return {
    report,
    check,
    detach() {
      root.removeEventListener("input", check);
      report.close();
    },
  };
}

function inputsOf(catalogue, root) {
  const cells = new Map();
  const texts = new Map();
  const keysOfTexts = new Set(catalogue.texts.map((text) => text.key));
  for (const input of root.querySelectorAll("input, textarea")) {
    const key = input.dataset.gongkai ?? input.name;
    if (catalogue.cell(key)) {
      cells.set(key, input);
    } else if (keysOfTexts.has(key)) {
      texts.set(key, input);
    } else if (input.dataset.gongkai !== undefined) {
      throw new Error(`no cell or text of the form: data-gongkai="${key}"`);
    }
  }
  return { cells, texts };
}
