// What the tests share: the package as installed, and documents.
import { readFileSync } from 'node:fs';
import { load } from 'gongkai';

export const root = process.env.GONGKAI_SOURCE;
export const bytesOf = (path) => new Uint8Array(readFileSync(`${root}/${path}`));
export const harbour = () => bytesOf('examples/data/harbour-2020.txt');
export const utf8 = (text) => new TextEncoder().encode(text);
export const gongkai = await load();

/** A report in which one cell cannot be read. */
export const unread = utf8('某县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n' +
  '| 一、本年新收政府信息公开申请数量 | 约5 | 0 | 0 | 0 | 0 | 0 | 5 |\n');

/** The same report as that of a part of the body. */
export const rules = (assessment) => assessment.findings.map((finding) => finding.rule).sort();
