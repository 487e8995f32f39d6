// pdf.js, which one build of the page carries: unpacked when the first PDF is opened, and run without a thread of its own.
import { carried, isCarried } from "./unpack.js";

export const readsPdf = () => isCarried("pdfjs");

let loading = null;

/** What pdfWords() of gongkai/pdf wants to know: the module, and where its tables of Chinese encodings are. */
export function loadPdfJs() {
  loading ??= unpack();
  return loading;
}

async function unpack() {
  const { main, worker, maps } = JSON.parse(new TextDecoder().decode(await carried("pdfjs")));
  globalThis.pdfjsWorker = await moduleOf(worker); // where pdf.js looks before it makes a thread
  const pdfjs = await moduleOf(main);
  class CMapReaderFactory {
    async fetch({ name }) {
      if (!(name in maps)) {
        throw new Error(`no table of the encoding ${name}`);
      }
      return { cMapData: Uint8Array.from(atob(maps[name]), (character) => character.charCodeAt(0)), isCompressed: true };
    }
  }
  return { pdfjs, parameters: { CMapReaderFactory, useWorkerFetch: false } };
}

async function moduleOf(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
