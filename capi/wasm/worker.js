// Starts the library in a thread of its own and hands calls to it.
import { argumentError, errorOf } from './errors.js';

const threadUrl = () => new URL('worker-thread.js', import.meta.url);
const newThread = async () => typeof Worker === 'function'
  ? new Worker(threadUrl(), { type: 'module' })
  : new (await import('node:worker_threads')).Worker(threadUrl());

/** A Worker of a browser tells of events, one of Node.js emits them. */
const listen = (thread, type, f) => (thread.addEventListener
  ? thread.addEventListener(type, (event) => f(type === 'message' ? event.data : event.error ?? new Error(event.message)))
  : thread.on(type, f));

export async function start({ worker, wasm } = {}) {
  const calls = new Calls(worker ?? await newThread());
  try {
    const { version } = await calls.ask('load', [await sendable(wasm)]);
    return new GongkaiWorker(calls, version);
  } catch (error) {
    calls.end(error);
    throw error;
  }
}

/** A Response cannot be sent to another thread. */
const sendable = async (source) => {
  const wasm = await source;
  return typeof Response === 'function' && wasm instanceof Response ? wasm.arrayBuffer() : wasm instanceof URL ? wasm.href : wasm;
};

class Calls {
  #thread;
  #waiting = new Map();
  #last = 0;
  #ended = null;

  constructor(thread) {
    this.#thread = thread;
    listen(thread, 'message', ({ id, result, error }) => {
      const asked = this.#waiting.get(id);
      if (asked === undefined) {  // answered when it was closed already: ending a thread takes a while
        return;
      }
      this.#waiting.delete(id);
      error === undefined ? asked.resolve(result) : asked.reject(this.#errorFrom(error));
    });
    listen(thread, 'error', (error) => this.end(error));
  }

  ask(name, given) {
    if (this.#ended !== null) {
      return Promise.reject(this.#ended);
    }
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#thread.postMessage({ id, name, given });
    });
  }

  end(why) {
    this.#ended ??= why;
    this.#thread.terminate();
    for (const { reject } of this.#waiting.values()) {
      reject(why);
    }
    this.#waiting.clear();
  }

  #errorFrom({ code, isOfDocument, zh, en, place, cell, name, message }) {
    return code === undefined ? Object.assign(new Error(message), { name }) : errorOf(isOfDocument ? 20 : 1, code, zh, en, place, cell);
  }
}

class GongkaiWorker {
  #calls;

  constructor(calls, version) {
    this.#calls = calls;
    this.version = version;
  }

  async checkBytes(bytes, options = {}) { return JSON.parse(await this.#calls.ask('checkBytes', [bytes, options])); }
  convert(bytes, format, options = {}) { return this.#calls.ask('convert', [bytes, format, options]); }
  close() { this.#calls.end(argumentError('已经关闭，不能再用。', 'It is closed and cannot be used any more.')); }
  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() { this.close(); }
}
