// The library in a thread of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentError } from 'gongkai';
import { start } from 'gongkai/worker';
import { gongkai, harbour, utf8 } from './example.js';

test('a worker answers as the library does, in order, also with its errors', async () => {
  const worker = await start();
  assert.equal(worker.version, gongkai.version);
  const bytes = harbour();
  const answers = await Promise.all([worker.checkBytes(bytes, { tell: { report: true } }), worker.convert(bytes, 'docx'), worker.checkBytes(bytes, { only: ['value'] })]);
  assert.deepEqual(answers[0], gongkai.checkBytes(bytes, { tell: { report: true } }));
  assert.deepEqual(answers[1], gongkai.read(bytes).toDocx());
  assert.equal(answers[2].reports[0].assessment.findings.length, 1);
  assert.ok(bytes.length > 0);
  await assert.rejects(worker.checkBytes(utf8('hello')), (error) => error instanceof DocumentError && error.code === 'GK_E_NOT_A_REPORT');
  await assert.rejects(worker.convert(bytes, 'pdf'), (error) => error.code === 'GK_E_ARGUMENT');
  const waiting = worker.checkBytes(bytes);
  worker.close();
  await assert.rejects(waiting);
  await assert.rejects(worker.checkBytes(bytes), (error) => error.code === 'GK_E_ARGUMENT');
});

/** A thread that answers when it is told to, also after it was ended, as a real one may. */
class LateThread extends EventTarget {
  asked = [];
  postMessage(message) { this.asked.push(message.id); }
  terminate() {}
  answer(id, result) { this.dispatchEvent(new MessageEvent('message', { data: { id, result } })); }
}

test('an answer that comes after closing changes nothing', async () => {
  const thread = new LateThread();
  const starting = start({ worker: thread });
  await new Promise(setImmediate);
  thread.answer(thread.asked[0], { version: '1' });
  const worker = await starting;
  const waiting = worker.checkBytes(new Uint8Array());
  worker.close();
  await assert.rejects(waiting, (error) => error.code === 'GK_E_ARGUMENT');
  let thrown = null;
  process.once('uncaughtException', (error) => { thrown = error; });
  thread.answer(thread.asked[1], '{}');
  await new Promise(setImmediate);
  assert.equal(thrown, null);
});

test('a worker that cannot load says why', async () => {
  await assert.rejects(start({ wasm: new Uint8Array([1, 2, 3]) }), (error) => error.name === 'CompileError');
});
