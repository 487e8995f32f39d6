// What findings mark in a form: the cells that are likely wrong strongly, the others of their sums lightly.

const ranks = { info: 1, warning: 2, error: 3 };
const mostMarked = 30; // a remark on half of the form marks nothing in particular

/** A finding and what the same slip also breaks. */
export const withSameCause = (finding) => [finding, ...(finding.same_cause ?? [])];

/** Where to look for a finding: its likeliest cell, else the last one, which is the total of a sum. */
export const cellToShow = (finding) => finding.suspects?.[0]?.key ?? finding.cells.at(-1)?.key ?? null;

/** What findings mark: Map(key -> { look, ids }): "suspect" cells strongly, the others of a sum as "related". */
export function marksOf(findings) {
  const marks = new Map();
  findings.forEach((finding, index) => {
    if (finding.severity === "info" && finding.cells.length > mostMarked) {
      return;
    }
    const suspects = new Set(finding.suspects?.map((suspect) => suspect.key));
    for (const one of withSameCause(finding)) {
      const few = one.cells.length <= 2;
      for (const { key } of one.cells) {
        addMark(marks, key, suspects.has(key) || (few && suspects.size === 0), finding.severity, `f${index + 1}`);
      }
    }
    suspects.forEach((key) => addMark(marks, key, true, finding.severity, `f${index + 1}`));
  });
  return marks;
}

function addMark(marks, key, isSuspect, severity, id) {
  const rank = (isSuspect ? 10 : 0) + ranks[severity];
  const mark = marks.get(key) ?? { rank: 0, look: "", ids: "" };
  if (rank > mark.rank) {
    mark.rank = rank;
    mark.look = `${isSuspect ? "suspect" : "related"} ${severity}`;
  }
  if (!mark.ids.split(" ").includes(id)) {
    mark.ids = `${mark.ids} ${id}`.trim();
  }
  marks.set(key, mark);
}
