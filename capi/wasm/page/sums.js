// What a total of the form comes to, from what stands in its parts. Derived from the keys of the cells, as in the model:
// a member named `total` adds up its siblings.

const flow = ["requests.received", "requests.carried_in", "requests.outcomes.total", "requests.carried_out"];

/** For each total the lists of its parts: Map(key -> [[key, ...], ...]); a corner has two. */
function partsOfTotals(keys) {
  const totals = new Map();
  for (const key of keys) {
    const path = key.split(".");
    const ways = [];
    for (let i = path.length - 1; i > 0; --i) {
      if (path[i] !== "total") {
        continue;
      }
      const before = path.slice(0, i).join(".") + ".";
      const after = path.slice(i + 1).map((name) => "." + name).join("");
      const parts = keys.filter((other) => {
        if (!other.startsWith(before) || !other.endsWith(after) || other.split(".")[i] === "total") {
          return false;
        }
        const between = other.slice(before.length, other.length - after.length);
        return after !== "" || !between.includes(".");
      });
      if (parts.length > 0) {
        ways.push(parts);
      }
    }
    if (ways.length > 0) {
      totals.set(key, ways);
    }
  }
  return totals;
}

/** Computes totals of an edition, of which `keys` are the cells. */
export class Sums {
  constructor(keys) {
    this.totals = partsOfTotals(keys);
    this.carried = new Map();
    for (const key of keys) {
      const column = key.startsWith(flow[3] + ".") ? key.slice(flow[3].length) : null;
      if (column !== null) {
        this.carried.set(key, flow.slice(0, 3).map((row) => row + column));
      }
    }
    this.keys = [...new Set([...this.totals.keys(), ...this.carried.keys()])]; // those that can be computed
  }

  /** What the cell comes to by the cells that it depends on (BigInt), or null where none of them is filled in.
   *  valueOf(key) tells what was typed: BigInt or null. */
  compute(key, valueOf) {
    if (this.carried.has(key)) {
      const [received, carriedIn, done] = this.carried.get(key).map((part) => this.valueOrSum(part, valueOf));
      if (done !== null && (received !== null || carriedIn !== null)) {
        return (received ?? 0n) + (carriedIn ?? 0n) - done;
      }
    }
    for (const parts of this.totals.get(key) ?? []) {
      const values = parts.map((part) => this.valueOrSum(part, valueOf)).filter((value) => value !== null);
      if (values.length > 0) {
        return values.reduce((sum, value) => sum + value, 0n);
      }
    }
    return null;
  }

  /** A blank total stands for the sum of its parts. */
  valueOrSum(key, valueOf) {
    return valueOf(key) ?? (this.totals.has(key) ? this.compute(key, valueOf) : null);
  }
}
