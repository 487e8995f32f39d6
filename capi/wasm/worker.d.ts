/** The library in a Worker (browser) or a worker thread (Node.js), so that reading many files does not hold up the page. */
import type { Bytes, CheckBytesOptions, Checked, LoadOptions, ReadOptions } from './gongkai.js';

export interface WorkerOptions extends LoadOptions {
  /** A Worker that runs worker-thread.js of this package, where a bundler or a policy wants to make it. Not given: one is made. */
  worker?: Worker;
}
/** Rejects like load(). */
export function start(options?: WorkerOptions): Promise<GongkaiWorker>;

/** Calls are answered in their order; each rejects with the GongkaiError that the same call of `gongkai` throws. */
export interface GongkaiWorker {
  readonly version: string;
  /** Gongkai.checkBytes(); the bytes are copied. Of a PDF, give what gongkai/pdf made of it. */
  checkBytes(bytes: Bytes, options?: CheckBytesOptions): Promise<Checked>;
  /** Reads a report and writes it in another format. */
  convert(bytes: Bytes, format: 'json' | 'html' | 'markdown' | 'csv' | 'csv_tidy' | 'csv_wide' | 'docx' | 'xlsx', options?: ReadOptions): Promise<Uint8Array>;
  /** Ends the worker; calls without an answer reject. */
  close(): void;
  [Symbol.dispose](): void;
}
