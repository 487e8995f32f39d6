// The words of a PDF with their boxes, found by pdf.js and told in the shape of `pdftotext -bbox-layout`.
import { DocumentError } from './errors.js';

const header = /(?:^|[\r\n\0-\b\x0e-\x1f])[\0\t\n\f\r ]*%PDF-/;
const latin = new TextDecoder('latin1');
const viewOf = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));

/** The header may stand behind junk in the first kilobyte; text that only names it is text. */
export function isPdf(given) {
  const bytes = viewOf(given);
  const found = header.exec(latin.decode(bytes.subarray(0, 1024)).replace(/^ï»¿/, ''));
  return found !== null && (found.index === 0 || latin.decode(bytes).includes('endobj'));
}

const inNode = () => typeof process === 'object' && Boolean(process.versions?.node);

/** pdf.js, and where it has the tables of Chinese encodings, without which such a PDF has no text. */
const installed = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  if (!inNode()) {
    return { pdfjs, parameters: {} };
  }
  const { createRequire } = await import('node:module');
  const root = createRequire(import.meta.url).resolve('pdfjs-dist/package.json').slice(0, -'package.json'.length);
  return { pdfjs, parameters: { cMapUrl: `${root}cmaps/`, cMapPacked: true, standardFontDataUrl: `${root}standard_fonts/` } };
};

export async function pdfWords(bytes, { pdfjs, parameters, maxPages } = {}) {
  const found = pdfjs ? { pdfjs, parameters: {} } : await installed();
  const task = found.pdfjs.getDocument({
    // A copy: pdf.js gives the bytes to its own thread.
    data: new Uint8Array(viewOf(bytes)), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, verbosity: 0,
    ...found.parameters, ...parameters,
  });
  try {
    return await toldBy(await task.promise, maxPages || 500);
  } catch (error) {
    throw documentErrorOf(error);
  } finally {
    await task.destroy();
  }
}

const documentErrorOf = (error) => {
  switch (error?.name) {
    case 'PasswordException':
      return new DocumentError('GK_E_UNSUPPORTED', '这个PDF加了密码，读不出。请去掉密码后再读。', 'The PDF is protected by a password. Remove it and read it again.');
    case 'InvalidPDFException':
    case 'FormatError':
    case 'UnknownErrorException':
    case 'MissingPDFException':
      return new DocumentError('GK_E_MALFORMED', '读不出这个PDF：文件可能已损坏。', 'The PDF cannot be read: it may be damaged.');
    default:
      return error;
  }
};

async function toldBy(document, maxPages) {
  if (document.numPages > maxPages) {
    throw new DocumentError('GK_E_LIMIT', `这个PDF有${document.numPages}页，超过${maxPages}页的限制。`, `The PDF has ${document.numPages} pages, more than the limit of ${maxPages}.`);
  }
  const pages = [];
  for (let number = 1; number <= document.numPages; ++number) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
    pages.push(pageText(viewport, wordsOf(items, styles, viewport.transform)));
    page.cleanup();
  }
  return new TextEncoder().encode(`<html><body>\n<doc>\n${pages.join('')}</doc></body></html>\n`);
}

// ---- Words ----

const product = ([a, b, c, d, e, f], [g, h, i, j, k, l]) =>
  [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];

/** How wide letters are beside each other, near enough to part a run of several words. */
const unitsOf = (text) => {
  let units = 0;
  for (const c of text) {
    units += c.codePointAt(0) >= 0x2e80 ? 1 : c >= '0' && c <= '9' ? 0.53 : c === ' ' ? 0.3 : 0.4;
  }
  return units;
};

/** Where a run stands on the page, whose origin is the upper left corner. */
const runOf = (item, style, transform) => {
  const [a, b, c, d, x, y] = product(transform, item.transform);
  const size = Math.hypot(c, d) || item.height || 10;
  const length = Math.hypot(a, b) || 1;
  return {
    size, x, y, along: [a / length, b / length], up: [c / size, d / size], width: style.vertical ? size : item.width,
    height: item.height || size * [...item.str].length, isVertical: Boolean(style.vertical),
    ascent: style.ascent || 0.85, descent: style.descent || -0.15,
  };
};

const boxOf = (run, from, to) => {
  if (run.isVertical) {
    return { left: run.x - run.size / 2, right: run.x + run.size / 2, top: run.y, bottom: run.y + run.height };
  }
  const corners = [[from, run.descent], [from, run.ascent], [to, run.descent], [to, run.ascent]].map(([along, up]) =>
    [run.x + run.along[0] * along + run.up[0] * up * run.size, run.y + run.along[1] * along + run.up[1] * up * run.size]);
  const xs = corners.map(([x]) => x), ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};

/** Whether a word goes on where another ended: many programs write a word, even a number, in several runs. */
const goesOn = (word, last) => {
  if (last === undefined || word.run.isVertical || last.run.isVertical || Math.abs(word.run.along[1]) > 0.01 || Math.abs(last.run.along[1]) > 0.01) {
    return false;
  }
  const size = Math.min(word.run.size, last.run.size);
  const gap = word.left - last.right;
  return Math.abs(word.run.y - last.run.y) < 0.1 * size && gap < 0.1 * size && gap > -0.3 * size;
};

function wordsOf(items, styles, transform) {
  const words = [];
  let last;  // undefined behind a space
  for (const item of items) {
    const run = runOf(item, styles[item.fontName] ?? {}, transform);
    const units = unitsOf(item.str) || 1;
    let at = 0;
    for (const part of item.str.split(/(\s+)/)) {
      const from = at;
      at += unitsOf(part) / units * run.width;
      if (part.trim() === '') {
        last = part === '' ? last : undefined;
        continue;
      }
      const word = { run, text: part, ...boxOf(run, from, at) };
      if (goesOn(word, last)) {
        last.text += part;
        last.right = Math.max(last.right, word.right);
        last.top = Math.min(last.top, word.top);
        last.bottom = Math.max(last.bottom, word.bottom);
      } else {
        words.push(word);
        last = word;
      }
    }
  }
  return words;
}

// ---- XHTML ----

const escaped = (text) => text.replace(/[\0-\b\v\f\x0e-\x1f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const wordText = ({ text, left, top, right, bottom }) =>
  `<line><word xMin="${left.toFixed(6)}" yMin="${top.toFixed(6)}" xMax="${right.toFixed(6)}" yMax="${bottom.toFixed(6)}">${escaped(text)}</word></line>\n`;

const pageText = ({ width, height }, words) =>
  `<page width="${width.toFixed(6)}" height="${height.toFixed(6)}"><flow><block>\n${words.map(wordText).join('')}</block></flow></page>\n`;
