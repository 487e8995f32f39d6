// One instance of gongkai.wasm: its functions, its memory, what it asks of its host, and what a call needs there.
import { argumentError, errorOf } from './errors.js';
import { structs } from './structs.js';

const noFile = 8, noSuchFile = -2;  // EBADF of WASI, -ENOENT of musl
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const toUtf8 = new TextEncoder();

/** What the module imports: there is no clock, no environment and no file, and what it would print goes nowhere. */
const imports = (host) => ({
  env: {
    emscripten_notify_memory_growth: () => host.renew(),
    __syscall_getcwd: () => noSuchFile,
    __syscall_stat64: () => noSuchFile,
  },
  wasi_snapshot_preview1: {
    clock_time_get: (clock, precision, out) => {
      host.view.setBigInt64(out, 0n, true);
      return 0;
    },
    environ_sizes_get: (count, size) => {
      host.view.setUint32(count, 0, true);
      host.view.setUint32(size, 0, true);
      return 0;
    },
    environ_get: () => 0,
    proc_exit: () => { throw new WebAssembly.RuntimeError('gongkai.wasm has ended itself'); },
    fd_close: () => noFile,
    fd_read: () => noFile,
    fd_seek: () => noFile,
    fd_write: () => noFile,
  },
});

const isModule = (wasm) => wasm instanceof WebAssembly.Module;
const bytesOf = async (source) => {
  const wasm = await source;
  if (isModule(wasm) || wasm instanceof Uint8Array || wasm instanceof ArrayBuffer) {
    return wasm;
  }
  if (typeof Response === 'function' && wasm instanceof Response) {
    if (!wasm.ok) {
      throw new Error(`${wasm.url}: ${wasm.status} ${wasm.statusText}`);
    }
    return wasm.arrayBuffer();
  }
  const url = wasm === undefined ? new URL('gongkai.wasm', import.meta.url) : new URL(wasm, globalThis.location?.href ?? import.meta.url);
  if (url.protocol === 'file:' && typeof process === 'object' && process.versions?.node) {
    return (await import('node:fs/promises')).readFile(url);
  }
  return bytesOf(fetch(url));
};

export async function instantiate(source) {
  const wasm = await bytesOf(source);
  const module = isModule(wasm) ? wasm : await WebAssembly.compile(wasm);
  const instance = new Instance();
  instance.begin(await WebAssembly.instantiate(module, imports(instance)));
  return instance;
}

class Instance {
  begin({ exports }) {
    this.exports = exports;
    this.renew();
    this.exports._initialize();
    this.out = this.exports.malloc(16);  // where functions that are called often put what they give
    this.frees = typeof FinalizationRegistry === 'function' ? new FinalizationRegistry(({ free, pointer }) => free(pointer)) : null;
    if (this.exports.gk_abi_version() !== 0) {
      throw new Error(`gongkai.wasm has another interface: ${this.exports.gk_abi_version()}`);
    }
  }

  renew() {
    this.view = new DataView(this.exports.memory.buffer);
    this.bytes = new Uint8Array(this.exports.memory.buffer);
  }

  /** The text that ends in NUL. */
  literal(pointer) { return utf8.decode(this.bytes.subarray(pointer, this.bytes.indexOf(0, pointer))); }

  /** The text of a gk_text. */
  textAt(at) {
    const begin = this.view.getUint32(at, true);
    return utf8.decode(this.bytes.subarray(begin, begin + this.view.getUint32(at + 4, true)));
  }

  pointerAt(at) { return this.view.getUint32(at, true); }

  member(struct, at, name) {
    const { at: offset, kind } = structs[struct].offsets[name];
    const here = at + offset;
    switch (kind) {
      case 't': return this.textAt(here);
      case '8': return this.view.getBigInt64(here, true);
      case '4': return this.view.getInt32(here, true);
      case 'P': {
        const [line, column, table, row, cell, page] = new Uint32Array(this.bytes.slice(here, here + 24).buffer);
        return { page, line, column, table, row, cell };
      }
      default: return this.view.getUint32(here, true);
    }
  }

  /** Throws what the library says of a failure. */
  check(status) {
    if (status !== 0) {
      throw this.call((call) => {
        const at = call.struct('gk_error');
        this.exports.gk_last_error(at);
        const read = (name) => this.member('gk_error', at, name);
        const cell = read('cell');
        return errorOf(status, this.literal(this.exports.gk_status_name(status)), read('message_zh'), read('message_en'),
          read('place'), cell < 0 ? null : this.keyOf(cell));
      });
    }
  }

  keyOf(cell) {
    return this.call((call) => {
      const at = call.struct('gk_cell_info');
      this.check(this.exports.gk_cell_get(cell, at));
      return this.member('gk_cell_info', at, 'key');
    });
  }

  /** Runs f with a Call, and frees what the call held. */
  call(f) {
    const call = new Call(this);
    try {
      return f(call);
    } finally {
      call.close();
    }
  }
}

/** What one operation holds in the module's memory: its arguments, and objects that nobody keeps. */
class Call {
  constructor(instance) {
    this.instance = instance;
    this.held = [];
  }

  allocate(size) {
    const pointer = this.instance.exports.malloc(Math.max(size, 1));
    if (pointer === 0) {
      throw errorOf(4, 'GK_E_MEMORY', '内存不足。', 'Out of memory.');
    }
    this.held.push([this.instance.exports.free, pointer]);
    return pointer;
  }

  copy(bytes) {
    const pointer = this.allocate(bytes.length);
    this.instance.bytes.set(bytes, pointer);
    return pointer;
  }

  /** A document: where it is and how large. */
  document(given) {
    if (!(given instanceof Uint8Array) && !(given instanceof ArrayBuffer)) {
      throw argumentError('文件内容应当是Uint8Array或ArrayBuffer。', 'A document must be a Uint8Array or an ArrayBuffer.');
    }
    const bytes = given instanceof Uint8Array ? given : new Uint8Array(given);
    return [this.copy(bytes), bytes.length];
  }

  /** A text: where it is and how many bytes; a NUL follows it. */
  text(given) {
    const bytes = toUtf8.encode(given);
    const pointer = this.allocate(bytes.length + 1);
    this.instance.bytes.set(bytes, pointer);
    this.instance.bytes[pointer + bytes.length] = 0;
    return [pointer, bytes.length];
  }

  /** A text for a parameter that NUL ends; 0 for none. */
  literal(given) {
    if (given === undefined || given === null) {
      return 0;
    }
    if (String(given).includes('\0')) {
      throw argumentError('文本中不能有空字符。', 'A text must not hold NUL.');
    }
    return this.text(String(given))[0];
  }

  literals(texts) {
    const pointers = texts.map((text) => this.literal(text));
    const array = this.allocate(4 * pointers.length);
    pointers.forEach((pointer, i) => this.instance.view.setUint32(array + 4 * i, pointer, true));
    return array;
  }

  /** A struct with these members, and 0 in all others. */
  struct(name, members = {}) { return this.array(name, [members]); }

  array(name, list) {
    const { offsets, size, isSized } = structs[name];
    const array = this.allocate(size * list.length);
    const { bytes, view } = this.instance;
    bytes.fill(0, array, array + size * list.length);
    list.forEach((members, i) => {
      const at = array + size * i;
      if (isSized) {
        view.setUint32(at, size, true);
      }
      for (const [member, value] of Object.entries(members)) {
        const { at: offset, kind } = offsets[member];
        if (kind === 't') {
          view.setUint32(at + offset, value[0], true);
          view.setUint32(at + offset + 4, value[1], true);
        } else {
          view.setInt32(at + offset, value, true);
        }
      }
    });
    return array;
  }

  /** What a function makes through its last parameter, to be freed with this call. */
  made(name, ...given) {
    const pointer = make(this.instance, name, ...given);
    this.held.push([this.instance.exports[name === 'gk_read_all' ? 'gk_readings_free' : 'gk_buffer_free'], pointer]);
    return pointer;
  }

  /** The bytes that a function makes through its last parameter. */
  buffer(name, ...given) { return this.lent(this.made(name, ...given)).slice(); }
  string(name, ...given) { return utf8.decode(this.lent(this.made(name, ...given))); }

  /** The bytes in a buffer, where they lie. */
  lent(buffer) {
    const { instance } = this;
    instance.check(instance.exports.gk_buffer_view(buffer, instance.out));
    const begin = instance.pointerAt(instance.out);
    return instance.bytes.subarray(begin, begin + instance.pointerAt(instance.out + 4));
  }

  close() {
    for (const [free, pointer] of this.held.reverse()) {
      free(pointer);
    }
  }
}

/** The pointer that a function gives through its last parameter. */
export function make(instance, name, ...given) {
  instance.check(instance.exports[name](...given, instance.out));
  return instance.pointerAt(instance.out);
}

const symbolOfDispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

/** An object of the library that frees itself, now or when nobody holds it. */
export class Owner {
  #instance;
  #pointer;
  #free;

  constructor(instance, pointer, free) {
    this.#instance = instance;
    this.#pointer = pointer;
    this.#free = instance.exports[free];
    instance.frees?.register(this, { free: this.#free, pointer }, this);
  }

  get pointer() {
    if (this.#pointer === 0) {
      throw argumentError('已经关闭，不能再用。', 'It is closed and cannot be used any more.');
    }
    return this.#pointer;
  }

  close() {
    if (this.#pointer !== 0) {
      this.#instance.frees?.unregister(this);
      this.#free(this.#pointer);
      this.#pointer = 0;
    }
  }
}

/** What has an Owner, and is closed with it. */
export class Closing {
  #owner;
  constructor(owner) { this.#owner = owner; }
  /** The pointer of the object, which must not be closed. */
  get pointer() { return this.#owner.pointer; }
  close() { this.#owner.close(); }
  [symbolOfDispose]() { this.close(); }
}
