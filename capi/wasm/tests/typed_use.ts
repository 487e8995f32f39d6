// What editors and compilers must and must not accept.
import { load, type CellKey, type Finding, GongkaiError } from 'gongkai';
import { isPdf, pdfWords } from 'gongkai/pdf';
import { start } from 'gongkai/worker';
import { attach } from 'gongkai/attach';

const gongkai = await load();
const report = gongkai.read(new Uint8Array(), { name: '年报.docx', year: 2024 });
const count: number | null = report.get('requests.received.total');
const money: string | null = report.get('disclosure.fees.amount');
const cell: number | null = report.cells['review.total'];
const findings: readonly Finding[] = report.check({ previous: report, subordinates: { 甲镇: null } }).findings;
const keys: readonly CellKey[] = findings.flatMap((finding) => finding.cells.map(({ key }) => key));
// @ts-expect-error there is no such cell
report.get('requests.recieved.total');
// @ts-expect-error money is a text
const wrong: number | null = report.get('disclosure.fees.amount');
// @ts-expect-error findings are not changed
findings[0].rule = '';
const worker = await start({ wasm: new URL('file:///gongkai.wasm') });
const words: Uint8Array = await pdfWords(new Uint8Array(), { maxPages: 10 });
export default [count, money, cell, keys, wrong, worker.version, isPdf(words), GongkaiError.prototype.place.line];

const { report: attached, check, detach } = attach(gongkai, document.body, { edition: '2021', messages: document.querySelector('#messages') });
const sentence: string | undefined = check()[0]?.message.zh;
attached.get('requests.received.total');
detach();
