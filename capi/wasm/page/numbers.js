// What is typed into a cell, and the value that the library holds: a count as digits, money as a decimal text in yuan,
// null for a blank. Where the form prints 万元, 万元 is typed and shown. Digits are moved as text and never rounded.

const placesMoved = (cell) => (cell.is_money && cell.unit.zh === "万元" ? 4 : 0);
const placesKept = (cell) => (cell.is_money ? 2 : 0);

/** The text as it would be typed in ASCII: full-width digits and signs folded, parting commas and spaces left out. */
const plain = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/^[−–—]/, "-");

/** Moves the point of a decimal text to the right, or to the left where `places` is negative. */
function movePoint(digits, places) {
  const [whole, fraction = ""] = digits.split(".");
  const all =
    places >= 0 ? [whole + fraction.slice(0, places).padEnd(places, "0"), fraction.slice(places)] : leftwards(whole, fraction, -places);
  const tail = all[1].replace(/0+$/, "");
  return all[0].replace(/^0+(?=\d)/, "") + (tail ? `.${tail}` : "");
}

function leftwards(whole, fraction, places) {
  const padded = whole.padStart(places + 1, "0");
  return [padded.slice(0, -places), padded.slice(-places) + fraction];
}

/** What a text says: { value }, null for a blank, or { wrong: "Digits" | "Negative" | "Whole" }. */
export function parseValue(text, cell) {
  const typed = plain(text);
  if (typed === "") {
    return { value: null };
  }
  const parts = /^([+-]?)(\d+(?:\.\d*)?)$/.exec(typed);
  if (!parts) {
    return { wrong: "Digits" };
  }
  const digits = movePoint(parts[2], placesMoved(cell));
  if ((digits.split(".")[1] ?? "").length > placesKept(cell)) {
    return { wrong: "Whole" };
  }
  const isNegative = parts[1] === "-" && /[1-9]/.test(digits);
  if (isNegative && !cell.is_signed) {
    return { wrong: "Negative" };
  }
  return { value: (isNegative ? "-" : "") + digits };
}

/** A value as the form shows it. */
export function formatValue(value, cell) {
  if (value === null) {
    return "";
  }
  const [, sign, digits] = /^(-?)(.*)$/.exec(String(value));
  return sign + movePoint(digits, -placesMoved(cell));
}
