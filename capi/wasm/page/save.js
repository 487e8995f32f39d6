// Hands files to the browser to save, and pages to print; both stay on the computer.
import { articleOf, button, h, refill, say } from "./dom.js";
import { currentLanguage, t } from "./text.js";

const kinds = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html;charset=utf-8",
  json: "application/json",
  csv: "text/csv;charset=utf-8",
};

/** Saves text or bytes under a name. */
export function save(content, name, kind) {
  const address = URL.createObjectURL(new Blob([content], { type: kinds[kind] }));
  const link = h("a", { href: address, download: `${name}.${kind}`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  say(t("saved", `${name}.${kind}`));
}

/** A name for files of a report; what no system takes in one is left out. */
export function fileName(report, what) {
  const { title, authority, year } = report.about;
  const name = title || `${authority}${year ?? ""}` || t("reportFile");
  return (name + (what ? `（${what}）` : "")).replace(/[\\/:*?"<>|\u0000-\u001f]/g, "").slice(0, 100);
}

/** CSV that Excel takes for UTF-8. */
export const forExcel = (csv) => (csv.startsWith("\ufeff") ? csv : "\ufeff" + csv);

/** `saved` is told when a file was handed over. */
export function saveButtons(report, saved) {
  const formats = [
    ["word", "docx", () => report.toDocx()],
    ["excel", "xlsx", () => report.toXlsx()],
    ["html", "html", () => report.toHtml({ language: currentLanguage() })],
    ["json", "json", () => report.toJson()],
  ];
  return group("saveReport", formats, (make, kind) => {
    save(make(), fileName(report), kind);
    saved?.();
  });
}

export function saveFindingsButtons(report, options) {
  const language = currentLanguage();
  const checked = (make) => {
    const assessment = report.check(options());
    const content = make(assessment);
    assessment.close();
    return content;
  };
  const formats = [
    ["html", "html", () => checked((assessment) => report.toHtml({ language, assessment }))],
    ["excel", "xlsx", () => checked((assessment) => assessment.toXlsx({ file: fileName(report), language }))],
    ["csv", "csv", () => checked((assessment) => forExcel(assessment.toCsv({ file: fileName(report), language })))],
  ];
  return group("saveFindings", formats, (make, kind) => save(make(), fileName(report, t("findingsFile")), kind));
}

function group(label, formats, act) {
  const id = `save-${label}`;
  return h(
    "span",
    { class: "buttons", role: "group", "aria-labelledby": id },
    h("span", { id }, t(label)),
    formats.map(([words, kind, make]) => button(t(words), () => act(make, kind), { "data-save": `${label}.${kind}` })),
  );
}

let printed = null;

/** Says which report is printed, whoever asks for it; null: the page as it is. */
export function toPrint(report) {
  printed = report;
}

/** Prints the form as the library writes it, without what the page has around it. */
export function printWhatIsOpen() {
  let title = "";
  addEventListener("beforeprint", () => {
    if (printed) {
      refill(document.getElementById("print"), sheetOf(printed));
      title = document.title;
      document.title = fileName(printed);
    }
    document.body.classList.toggle("prints-report", printed !== null);
  });
  addEventListener("afterprint", () => {
    if (printed) {
      refill(document.getElementById("print"));
      document.title = title;
    }
    document.body.classList.remove("prints-report");
  });
}

function sheetOf(report) {
  const article = articleOf(report.toHtml());
  for (const element of article.querySelectorAll("[id]")) {
    element.removeAttribute("id"); // the form on the screen has the same
  }
  return article;
}
