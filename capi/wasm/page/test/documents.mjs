// Reports for the tests, sound and with slips, in files that the program `gongkai` writes.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const program = process.env.GONGKAI_PROGRAM;
export const folder = mkdtempSync(join(tmpdir(), "gongkai-page-"));

/** The figures of a small county office; everything that is not named is 0. */
const figures = {
  "disclosure.normative_documents.issued": 2,
  "disclosure.normative_documents.in_force": 9,
  "disclosure.licensing.decisions": 120,
  "disclosure.penalties.decisions": 15,
  "disclosure.fees.amount": "163000",
  "requests.received.natural_person": 30,
  "requests.received.commercial_enterprise": 4,
  "requests.received.total": 34,
  "requests.carried_in.natural_person": 2,
  "requests.carried_in.total": 2,
  "requests.outcomes.granted.natural_person": 20,
  "requests.outcomes.granted.commercial_enterprise": 3,
  "requests.outcomes.granted.total": 23,
  "requests.outcomes.partially_granted.natural_person": 5,
  "requests.outcomes.partially_granted.total": 5,
  "requests.outcomes.unavailable.not_held.natural_person": 4,
  "requests.outcomes.unavailable.not_held.commercial_enterprise": 1,
  "requests.outcomes.unavailable.not_held.total": 5,
  "requests.outcomes.total.natural_person": 29,
  "requests.outcomes.total.commercial_enterprise": 4,
  "requests.outcomes.total.total": 33,
  "requests.carried_out.natural_person": 3,
  "requests.carried_out.total": 3,
  "review.upheld": 1,
  "review.total": 1,
};
const texts = {
  overview:
    "2024年，青山县水利局主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作有序推进。全年主动公开信息86条，" +
    "新收到政府信息公开申请34件，上年结转2件，办结33件，结转下年度3件。",
  problems_and_improvements: "主要问题是政策解读的形式单一。改进情况：2024年制作图解3个，答复前逐件核对，效果较好。",
  other_matters: "2024年没有收取信息处理费。",
};

function run(...parameters) {
  return execFileSync(program, parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What the program finds in a file: { error, warning, info } and the findings. */
export function check(path) {
  const { stdout } = spawnSync(program, ["check", "--json", path], { encoding: "utf8" });
  const checked = [JSON.parse(stdout)].flat()[0];
  return { ...checked.assessment.summary, findings: checked.assessment.findings };
}

/** The report in a file, by the program: schema gongkai.report/1. */
export function readFile(path, out = `${path}.read.json`) {
  run("convert", path, out);
  return JSON.parse(readFileSync(out, "utf8"));
}

/** The cells of a form as the program lists them. */
export const cells = JSON.parse(run("cells", "--json")).cells;

/** A report of schema gongkai.report/1 with changes to its cells, texts and what it is about. */
export function report({ values = {}, about = {}, narrative = {}, edition = "2021", rest = 0 } = {}) {
  const numbers = {};
  for (const cell of cells.filter((one) => one.editions.includes(edition))) {
    numbers[cell.key] = { ...figures, ...values }[cell.key] ?? (rest === null ? null : cell.is_money ? "0" : rest);
  }
  const authority = about.authority ?? "青山县水利局";
  const year = about.year ?? 2024;
  return {
    schema: "gongkai.report/1",
    about: { title: `${authority}${year}年政府信息公开工作年度报告`, authority, level: null, kind: null, coverage: null, year, edition, publication_date: null, ...about },
    cells: numbers,
    narrative: { preamble: "", ...texts, ...narrative },
    extensions: [],
  };
}

/** Writes a report to a file in the format of its name; gives the path. */
export function write(name, data) {
  const path = join(folder, name);
  if (name.endsWith(".json")) {
    writeFileSync(path, JSON.stringify(data));
    return path;
  }
  const json = `${path}.json`;
  writeFileSync(json, JSON.stringify(data));
  run("convert", json, path);
  return path;
}
