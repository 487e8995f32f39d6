// Starts the library, and reads files with it. The only module that knows where the library comes from.
import { GongkaiError, load } from "../gongkai.js";
import { bytesOf } from "./files.js";
import { currentLanguage, t } from "./text.js";

const isPdf = (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
let pdf = null; // in the build that reads PDF

/** The library, from the gzip'd WebAssembly that the page carries as base64. Rejects with a sentence for the user. */
export async function startLibrary(base64) {
  if (typeof WebAssembly !== "object") {
    throw new Error(t("noWasm"));
  }
  if (typeof DecompressionStream !== "function") {
    throw new Error(t("oldBrowser"));
  }
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const wasm = new Uint8Array(await new Response(stream).arrayBuffer());
  try {
    return await load({ wasm });
  } catch (error) {
    throw new Error(isRefused(error) ? t("refusedWasm") : error instanceof WebAssembly.CompileError ? t("oldBrowser") : t("fault", error.message));
  }
}

/** The policy of the page, or of the server that sends it, forbids to compile. */
const isRefused = (error) => /Content Security Policy|unsafe-eval|CSP|disallowed by embedder/i.test(String(error?.message));

/** Lets PDF be read: `reader` is what gongkai/pdf offers, `pdfjs` the library that it uses. */
export function readPdfWith(reader, pdfjs) {
  pdf = (bytes) => reader.pdfWords(bytes, { pdfjs });
}

export const readsPdf = () => pdf !== null;

/** All reports in a file. Throws an Error whose message is a sentence for the user. */
export async function readReports(gongkai, { file, path }) {
  try {
    let bytes = await bytesOf(file);
    if (isPdf(bytes)) {
      if (!pdf) {
        throw new Error(t("noPdf"));
      }
      bytes = await pdf(bytes);
    }
    return gongkai.readAll(bytes, { name: path.split("/").at(-1) });
  } catch (error) {
    throw error instanceof GongkaiError ? new Error(currentLanguage() === "en" ? error.messageEn : error.messageZh) : error;
  }
}

/** What is told where there is nothing to tell apart. */
export const readable = () => t("readable", readsPdf() ? t("readablePdf") : "");
