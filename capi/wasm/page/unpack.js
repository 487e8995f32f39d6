// What the page carries beside its script: packed with LZMA and written as base64 in elements of no type that a browser runs.
import { t } from "./text.js";

const textOf = (id) => document.getElementById(id)?.textContent.trim() ?? "";
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** The bytes of such an element; null where the page was built without it. */
export async function carried(id) {
  const [size, base64] = textOf(id).split(" ");
  if (base64 === undefined) {
    return null;
  }
  const packed = bytesOf(base64);
  const { instance } = await WebAssembly.instantiate(bytesOf(textOf("unpack")), {});
  const { memory, take, unpack } = instance.exports;
  const page = 0x10000;
  const ofDecoder = 16 * page; // its tables, beside what goes in and what comes out
  memory.grow(Math.ceil((packed.length + Number(size) + ofDecoder) / page));
  const from = take(packed.length);
  const to = take(Number(size));
  new Uint8Array(memory.buffer, from).set(packed);
  if (unpack(from, packed.length, to, Number(size)) !== Number(size)) {
    throw new Error(t("damaged"));
  }
  return new Uint8Array(memory.buffer, to, Number(size)).slice();
}

/** Whether the page was built with it. */
export const isCarried = (id) => textOf(id) !== "";
