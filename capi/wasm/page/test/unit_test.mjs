// What is typed and what it comes to, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cells, report } from "./documents.mjs";

const from = (name) => import(`${process.env.GONGKAI_SOURCE}/page/${name}.js`);
const { parseValue, formatValue } = await from("numbers");
const { Sums } = await from("sums");
const count = { unit: { zh: "件" } };
const change = { unit: { zh: "项" }, is_signed: true };
const yuan = { unit: { zh: "元" }, is_money: true };
const wan = { unit: { zh: "万元" }, is_money: true };

test("what is typed is taken as it was meant, exactly, or not at all", () => {
  const taken = [
    ["１２", count, "12"], ["1,234", count, "1234"], ["007", count, "7"], ["2.0", count, "2"], ["-0", count, "0"], [" ", count, null],
    ["－3", change, "-3"], ["126337813.74", yuan, "126337813.74"], ["96171.6", wan, "961716000"], ["0.000001", wan, "0.01"],
    ["999999999999999", count, "999999999999999"],
  ];
  for (const [text, cell, value] of taken) {
    assert.deepEqual(parseValue(text, cell), { value }, text);
  }
  const refused = [
    ["无", count, "Digits"], ["1.5", count, "Whole"], ["-3", count, "Negative"], ["0.0000001", wan, "Whole"], ["12a", count, "Digits"], ["/", count, "Digits"],
  ];
  for (const [text, cell, wrong] of refused) {
    assert.deepEqual(parseValue(text, cell), { wrong }, text);
  }
});

test("a value is shown as the form prints it, and taken back as itself", () => {
  const shown = [["961716000", wan, "96171.6"], ["0.01", wan, "0.000001"], ["10000", wan, "1"], ["0", wan, "0"], [5, count, "5"], [-5, change, "-5"], [null, count, ""]];
  for (const [value, cell, text] of shown) {
    assert.equal(formatValue(value, cell), text);
    assert.equal(parseValue(text, cell).value, value === null ? null : String(value));
  }
});

test("every total of both editions comes to what stands in a report that adds up", () => {
  for (const edition of ["2019", "2021"]) {
    const { cells: values } = report({ edition });
    const sums = new Sums(cells.filter((cell) => cell.editions.includes(edition)).map((cell) => cell.key));
    const totals = Object.keys(values).filter((key) => /\.total(\.|$)/.test(key) || key.startsWith("requests.carried_out."));
    assert.deepEqual([...sums.keys].sort(), totals.sort());
    for (const key of sums.keys) {
      assert.equal(sums.compute(key, (other) => (other === key ? null : BigInt(values[other]))), BigInt(values[key]), key);
    }
  }
});

test("a blank total stands for its parts, and nothing comes to nothing", () => {
  const sums = new Sums(cells.filter((cell) => cell.editions.includes("2021")).map((cell) => cell.key));
  const typed = { "requests.outcomes.granted.natural_person": 3n, "requests.outcomes.denied.state_secret.other": 2n };
  const valueOf = (key) => typed[key] ?? null;
  assert.equal(sums.compute("requests.outcomes.total.natural_person", valueOf), 3n);
  assert.equal(sums.compute("requests.outcomes.total.total", valueOf), 5n);
  assert.equal(sums.compute("requests.received.total", valueOf), null);
  assert.equal(sums.compute("requests.carried_out.natural_person", valueOf), null);
});
