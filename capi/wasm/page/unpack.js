// What the page carries beside its script: gzip'd and written as base64 in elements of no type that a browser runs.

/** The bytes of such an element; null where the page was built without it. */
export async function carried(id) {
  const text = document.getElementById(id)?.textContent.trim();
  if (!text) {
    return null;
  }
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Whether the page was built with it. */
export const isCarried = (id) => Boolean(document.getElementById(id)?.textContent.trim());
