// Starts the library, and reads files with it. The only module that knows where the library comes from.
import { GongkaiError, load } from "../gongkai.js";
import { isPdf, pdfWords } from "../pdf.js";
import { bytesOf } from "./files.js";
import { loadPdfJs, readsPdf } from "./pdfjs.js";
import { currentLanguage, t } from "./text.js";
import { carried } from "./unpack.js";

/** The library. Rejects with a sentence for the user. */
export async function startLibrary() {
  if (typeof WebAssembly !== "object") {
    throw new Error(t("noWasm"));
  }
  try {
    return await load({ wasm: await carried("library") });
  } catch (error) {
    throw new Error(isRefused(error) ? t("refusedWasm") : error instanceof WebAssembly.CompileError ? t("oldBrowser") : t("fault", error.message));
  }
}

/** The policy of the page, or of the server that sends it, forbids to compile. */
const isRefused = (error) => /Content Security Policy|unsafe-eval|CSP|disallowed by embedder/i.test(String(error?.message));

/** All reports in a file. Throws an Error whose message is a sentence for the user. */
export async function readReports(gongkai, { file, path }) {
  try {
    let bytes = await bytesOf(file);
    if (isPdf(bytes)) {
      if (!readsPdf()) {
        throw new Error(t("noPdf"));
      }
      bytes = await pdfWords(bytes, await loadPdfJs());
    }
    return gongkai.readAll(bytes, { name: path.split("/").at(-1) });
  } catch (error) {
    throw error instanceof GongkaiError ? new Error(currentLanguage() === "en" ? error.messageEn : error.messageZh) : error;
  }
}

/** What can be read, in a sentence. */
export const readable = () => t("readable", readsPdf() ? t("readablePdf") : "");
