/** PDF through pdf.js: the words of a PDF with their boxes, in the shape of `pdftotext -bbox-layout`, for gongkai.read(). */
import type { Bytes } from './gongkai.js';

/** The part of pdfjs-dist that is used: the module itself, `import * as pdfjs from 'pdfjs-dist'`. */
export interface PdfJs { getDocument(parameters: object): { promise: Promise<object>; destroy(): Promise<void> } }
export interface PdfOptions {
  /** Not given: pdfjs-dist is imported, which must then be installed. */
  pdfjs?: PdfJs;
  /** Further parameters of getDocument(), such as where cMapUrl is. */
  parameters?: object;
  /** More pages are a DocumentError (GK_E_LIMIT); 0 or not given: 500. */
  maxPages?: number;
}
/** XHTML for gongkai.read(). Rejects with DocumentError: GK_E_MALFORMED where it is no PDF or is damaged,
 * GK_E_UNSUPPORTED where it wants a password, GK_E_EMPTY where it has no text (a scanned picture). */
export function pdfWords(bytes: Bytes, options?: PdfOptions): Promise<Uint8Array>;
/** Whether the bytes are those of a PDF. */
export function isPdf(bytes: Bytes): boolean;
