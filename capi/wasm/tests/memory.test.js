// Memory stays where it is over many checks, whether objects are closed or left to be collected.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'gongkai';
import { harbour } from './example.js';

const rounds = 10_000;

test(`memory is flat over ${rounds} checks`, async () => {
  const gongkai = await load();
  const bytes = harbour();
  const once = (i) => {
    const report = gongkai.read(bytes);
    report.set('requests.received.natural_person', i % 100);
    const assessment = report.check();
    assert.ok(assessment.findings.length > 0);
    assessment.close();
    report.close();
    assert.throws(() => gongkai.read(bytes.subarray(0, 40)));
  };
  for (let i = 0; i < 100; ++i) {
    once(i);
  }
  const before = gongkai.memoryBytes;
  for (let i = 0; i < rounds; ++i) {
    once(i);
  }
  assert.equal(gongkai.memoryBytes, before);
  console.log(`${before >> 10} KiB`);
});

test('what nobody holds is freed', { skip: globalThis.gc === undefined && 'needs --expose-gc' }, async () => {
  const gongkai = await load();
  const bytes = harbour();
  for (let i = 0; i < 3000; ++i) {
    gongkai.read(bytes).check();
    if (i % 100 === 99) {
      globalThis.gc();
      await new Promise((resolve) => { setTimeout(resolve, 0); });
    }
  }
  assert.ok(gongkai.memoryBytes < 32 << 20, `${gongkai.memoryBytes}`);
});
