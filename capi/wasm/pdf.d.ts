/** PDF through pdf.js: the words of a PDF with their boxes, in the shape of `pdftotext -bbox-layout`, for gongkai.read(). */
import type { Bytes } from './gongkai.js';

/** What is used of pdfjs-dist: the module itself, `import * as pdfjs from 'pdfjs-dist'`. */
export interface PdfJs { getDocument(parameters: object): { promise: Promise<unknown>; destroy(): Promise<void> } }
export interface PdfOptions {
  /** Not given: pdfjs-dist/legacy/build/pdf.mjs is imported, which must then be installed. */
  pdfjs?: PdfJs;
  /** Further parameters of getDocument(). In a browser: cMapUrl and cMapPacked, without which old Chinese PDFs have no text. */
  parameters?: object;
  /** More pages are a DocumentError (GK_E_LIMIT); 0 or not given: 500. */
  maxPages?: number;
}
/** XHTML for gongkai.read(), which also says where a PDF has no text (a scanned picture). Rejects with DocumentError:
 * GK_E_MALFORMED where it is no PDF or is damaged, GK_E_UNSUPPORTED where it wants a password, GK_E_LIMIT. */
export function pdfWords(bytes: Bytes, options?: PdfOptions): Promise<Uint8Array>;
/** Whether the bytes are those of a PDF. */
export function isPdf(bytes: Bytes): boolean;
