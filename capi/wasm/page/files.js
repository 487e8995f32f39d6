// Files that were chosen or dropped, folders walked through, in the order of their names.
import { button, h } from "./dom.js";
import { t } from "./text.js";

/** What Office and systems leave in folders. */
const isLeftover = (name) => /^(~\$|\.)|^(thumbs\.db|desktop\.ini)$/i.test(name);

const named = (file, path) => ({ file, path });

/** [{ file, path }] of an <input type="file">, which is emptied so that the same file can be chosen again. */
export function filesOf(input) {
  const files = [...input.files].map((file) => named(file, file.webkitRelativePath || file.name));
  input.value = "";
  return inOrder(files);
}

/** The same of what was dropped. */
export async function filesDropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return inOrder([...transfer.files].map((file) => named(file, file.name)));
  }
  return inOrder((await Promise.all(entries.map((entry) => filesUnder(entry, "")))).flat());
}

async function filesUnder(entry, folder) {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return [named(file, path)];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (some.length === 0) {
      break;
    }
    found.push(...some);
  }
  return (await Promise.all(found.map((inner) => filesUnder(inner, `${path}/`)))).flat();
}

function inOrder(files) {
  return files
    .filter(({ path }) => !isLeftover(path.split("/").at(-1)))
    .sort((a, b) => a.path.localeCompare(b.path, "zh-CN", { numeric: true }));
}

/** A button that lets choose files: got([{ file, path }]). `kind` is "files", "folder" or "file". */
export function chooser(words, kind, got, attributes) {
  const input = h("input", {
    type: "file",
    hidden: true,
    multiple: kind !== "file",
    webkitdirectory: kind === "folder",
    "data-choose": attributes?.["data-for"] ?? kind,
    onchange: () => got(filesOf(input)),
  });
  return h("span", { class: "chooser" }, button(words, () => input.click(), attributes), input);
}

/** A place that files can be dropped on. */
export function dropPlace(attributes, got, ...children) {
  const over = (event, is) => {
    event.preventDefault();
    place.classList.toggle("over", is);
  };
  const place = h(
    "div",
    {
      ...attributes,
      ondragover: (event) => over(event, true),
      ondragleave: (event) => over(event, false),
      ondrop: async (event) => {
        over(event, false);
        got(await filesDropped(event.dataTransfer));
      },
    },
    children,
  );
  return place;
}

/** The bytes of a file; throws a sentence where there are none. */
export async function bytesOf(file) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(t("unreadableFile"));
  }
  if (bytes.length === 0) {
    throw new Error(t("emptyFile"));
  }
  return bytes;
}
