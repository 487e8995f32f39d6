// What runs in the thread that worker.js starts: answers each call in its turn.
import { DocumentError, GongkaiError, load } from './gongkai.js';

const port = typeof self === 'object' && typeof self.postMessage === 'function' ? self : (await import('node:worker_threads')).parentPort;
let gongkai;

const actions = {
  async load(wasm) {
    gongkai = await load({ wasm });
    return { version: gongkai.version };
  },
  checkBytes: (bytes, options) => gongkai.checkedJson(bytes, options),
  convert(bytes, format, options) {
    const report = gongkai.read(bytes, options);
    try {
      return report.write(format);
    } finally {
      report.close();
    }
  },
};

const told = (error) => (error instanceof GongkaiError
  ? { code: error.code, isOfDocument: error instanceof DocumentError, zh: error.messageZh, en: error.messageEn, place: error.place, cell: error.cell }
  : { name: error.name, message: error.message });

let turn = Promise.resolve();
const answer = ({ id, name, given }) => {
  turn = turn.then(async () => {
    try {
      port.postMessage({ id, result: await actions[name](...given) });
    } catch (error) {
      port.postMessage({ id, error: told(error) });
    }
  });
};
if (port.on) {
  port.on('message', answer);
} else {
  port.addEventListener('message', (event) => answer(event.data));
}
