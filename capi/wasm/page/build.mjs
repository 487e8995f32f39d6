// Puts the page together: one HTML file with its style, its script and the library, under a policy that lets nothing else in.
//   node build.mjs GONGKAI.WASM UNPACK.WASM OUT.html [PDFJS_FOLDER]
// The modules are plain ES modules, each made a function here, so that the page works from file:// where modules cannot
// import. With the folder of pdfjs-dist the page reads PDF too. Equal inputs give an equal file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** A bundle of modules in the order in which they need each other. */
class Bundle {
  constructor() {
    this.names = new Map(); // path -> the constant that holds what the module exports
    this.text = "";
    this.count = 0;
  }

  /** Adds a module and what it imports; gives the name of what it exports. */
  add(path) {
    if (this.names.has(path)) {
      const name = this.names.get(path);
      if (name === null) {
        throw new Error(`${path} imports itself in a circle`);
      }
      return name;
    }
    this.names.set(path, null);
    const exported = [];
    let body = readFileSync(path, "utf8");
    body = body.replace(/^import\s+(?:(\{[^}]*\})|\*\s+as\s+(\w+)|(\w+))\s+from\s+["'](\.[^"']*)["'];?$/gm, (whole, names, all, one, from) => {
      const module = this.add(resolve(dirname(path), from));
      return names ? `const ${names.replace(/\bas\b/g, ":").replace(/(\w+)\s*:\s*(\w+)/g, "$1: $2")} = ${module};` : `const ${all ?? `{ default: ${one} }`} = ${module};`;
    });
    body = body.replace(/^export\s+default\s+/gm, () => (exported.push("default: $default"), "const $default = "));
    body = body.replace(/^export\s+((?:async\s+)?function\*?|class|const)\s+(\w+)/gm, (whole, kind, name) => (exported.push(name), `${kind} ${name}`));
    body = body.replace(/\bexport\s*\{([^}]*)\}\s*;?/g, (whole, list) => {
      for (const one of list.split(",").map((text) => text.trim()).filter(Boolean)) {
        const [inner, outer = inner] = one.split(/\s+as\s+/);
        exported.push(outer === inner ? inner : `${outer}: ${inner}`);
      }
      return "";
    });
    const left = /^\s*(import|export)\b(?!\s*\().*$/m.exec(body);
    if (left) {
      throw new Error(`${path}: cannot put this together: ${left[0]}`);
    }
    const name = `$${++this.count}`;
    this.names.set(path, name);
    const isAsync = /^(?:await|try)\b/m.test(body) && /\bawait\b/.test(body) && exported.length === 0;
    this.text += `const ${name} = ${isAsync ? "await (async () => {" : "(() => {"}\n${body.trim()}\nreturn { ${exported.join(", ")} };\n})();\n`;
    return name;
  }
}

const inScript = (text) => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** As unpack.js takes it: how many bytes it becomes, and the packed ones. */
const packed = (bytes) => {
  const lzma = execFileSync("xz", ["--format=lzma", "--lzma1=preset=9e,pb=0", "--stdout"], { input: bytes, maxBuffer: 2 ** 28 });
  return `${Buffer.byteLength(bytes)} ${lzma.toString("base64")}`;
};

/** pdf.js as the page carries it, with the tables of the encodings that Chinese PDFs name. */
function packedPdfJs(folder) {
  const build = (name) => readFileSync(join(folder, "legacy/build", name), "utf8");
  const maps = readdirSync(join(folder, "cmaps"))
    .filter((name) => /^(Adobe-GB1|GB|UniGB-(UCS2|UTF16))/.test(name))
    .sort()
    .map((name) => [name.replace(/\.bcmap$/, ""), readFileSync(join(folder, "cmaps", name)).toString("base64")]);
  return packed(JSON.stringify({ main: build("pdf.min.mjs"), worker: build("pdf.worker.min.mjs"), maps: Object.fromEntries(maps) }));
}

const [wasm, unpack, out, pdfjsFolder] = process.argv.slice(2);
const bundle = new Bundle();
bundle.add(join(here, "main.js"));
const script = `\n${inScript(bundle.text)}`;
const style = `\n${readFileSync(join(here, "style.css"), "utf8")}`;
const policy = [
  "default-src 'none'",
  // What pdf.js is unpacked to is run from a blob: nothing but the page's own script can make one.
  `script-src ${hash(script)} 'wasm-unsafe-eval'${pdfjsFolder ? " blob:" : ""}`,
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const parts = { policy, style, script, unpack: readFileSync(unpack).toString("base64"), library: packed(readFileSync(wasm)), pdfjs: pdfjsFolder ? packedPdfJs(pdfjsFolder) : "" };
const page = readFileSync(join(here, "index.html"), "utf8").replace(/\{(policy|style|script|unpack|library|pdfjs)\}/g, (whole, name) => parts[name]);
writeFileSync(out, page);
console.log(`${out}: ${Buffer.byteLength(page)} bytes`);
