// Every fixture and every generated document gives the same JSON as the native library, byte for byte, errors included.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DocumentError } from 'gongkai';
import { gongkai } from './example.js';

const { GONGKAI_DOCUMENTS: documents, GONGKAI_NATIVE_JSON: native } = process.env;
const lines = (path) => readFileSync(path, 'utf8').trimEnd().split('\n');
const fewest = 500;

/** As JSON calls them. */
const names = { GK_E_EMPTY: 'empty', GK_E_NOT_TEXT: 'not_text', GK_E_UNSUPPORTED: 'unsupported', GK_E_LIMIT: 'limit_exceeded', GK_E_NOT_A_REPORT: 'not_a_report', GK_E_MALFORMED: 'malformed' };

const told = (bytes) => {
  try {
    return gongkai.checkedJson(bytes, { all: true, tell: { coverage: true, report: true, reading: true } });
  } catch (error) {
    if (!(error instanceof DocumentError)) {
      throw error;
    }
    const code = names[error.code];
    return JSON.stringify({ schema: 'gongkai.checked/1', error: { code, message: { zh: error.messageZh, en: error.messageEn }, place: error.place } });
  }
};

test('the JSON is that of the native library', { skip: documents === undefined && 'no documents were given' }, () => {
  const paths = lines(documents), expected = lines(native);
  assert.equal(paths.length, expected.length);
  const different = paths.filter((path, i) => told(new Uint8Array(readFileSync(path))) !== expected[i]);
  assert.deepEqual(different, []);
  const errors = expected.filter((line) => line.startsWith('{"schema":"gongkai.checked/1","error"')).length;
  assert.ok(paths.length >= fewest && errors > 0, `${paths.length} documents, ${errors} errors`);
  console.log(`${paths.length} documents give the same JSON, ${errors} of them the same error; ${expected.join('').length >> 20} Mi characters`);
});
