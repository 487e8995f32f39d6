// Prints how long a check of a document takes, for each format, beside the native library (median over the documents of the
// median of five runs), and how long one takes behind each key stroke while the form is filled in. All times are the processor's,
// so that they do not tell of what else the machine does.
//   node bench.js DOCUMENTS NATIVE_TIMES
import { readFileSync } from 'node:fs';
import { gongkai, harbour } from './example.js';

const rounds = 5;
const lines = (path) => readFileSync(path, 'utf8').trimEnd().split('\n');
const quantile = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)];
const timed = (f) => {
  const begin = process.cpuUsage();
  f();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
};

const formatOf = (bytes) => {
  try {
    return gongkai.checkBytes(bytes, { tell: { reading: true } }).reports[0].reading.decoding.format;
  } catch {
    return 'unreadable';
  }
};
const attempt = (f) => {
  try {
    f();
  } catch {
    // told as its format
  }
};

const [documents, natives] = process.argv.slice(2).map(lines);
const byFormat = new Map();
documents.forEach((path, i) => {
  const bytes = new Uint8Array(readFileSync(path));
  const format = formatOf(bytes);
  const here = quantile(Array.from({ length: rounds }, () => timed(() => attempt(() => gongkai.checkedJson(bytes, { all: true })))), 0.5);
  const times = byFormat.get(format) ?? byFormat.set(format, { here: [], native: [] }).get(format);
  times.here.push(here);
  times.native.push(Number(natives[i]));
});
for (const [format, { here, native }] of byFormat) {
  const [ours, theirs] = [quantile(here, 0.5), quantile(native, 0.5)];
  console.log(`${format}: ${here.length} documents, ${ours.toFixed(2)} ms, native ${theirs.toFixed(2)} ms: ${(ours / theirs).toFixed(1)} times`);
}

const source = gongkai.read(harbour());
const { edition, year, authority } = source.about;
const strokes = [];
for (let round = 0; round < 5; ++round) {
  const report = gongkai.create({ edition, year, authority });
  for (const [key, value] of Object.entries(source.cells)) {
    const text = String(value ?? 0);
    if (gongkai.catalogue.cell(key).editions.includes(edition)) {
      for (let typed = 1; typed <= text.length; ++typed) {
        strokes.push(timed(() => {
          attempt(() => report.set(key, text.slice(0, typed)));
          const assessment = report.check();
          assessment.findings.length;
          assessment.close();
        }));
      }
    }
  }
}
console.log(`typing: ${strokes.length} key strokes, median ${quantile(strokes, 0.5).toFixed(2)} ms, p95 ${quantile(strokes, 0.95).toFixed(2)} ms, most ${quantile(strokes, 1).toFixed(2)} ms`);
