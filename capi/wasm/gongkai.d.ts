/**
 * Reads, checks and writes 政府信息公开工作年度报告, annual reports on government information disclosure, in a browser
 * or in Node.js (18 or later). Nothing is sent anywhere: all of it is one WebAssembly module of gongkai's C interface.
 *
 * ```js
 * import { load } from 'gongkai';
 * const gongkai = await load();
 * const report = gongkai.read(bytes);
 * for (const finding of report.check().findings) console.log(finding.message.zh);
 * ```
 *
 * Data (findings, cells, rules, notes) are plain objects, named as in the library's JSON (`same_cause`, `is_money`).
 * Numbers: a count is a number, an amount of money a decimal text in yuan, exact to the cent ("126337813.74"; where
 * the form prints 万元, CellInfo.unit says so, and the value is in yuan still), and a blank cell null. Blank is never 0.
 */
import type { CellKey, CountKey, MoneyKey, TableKey, TextKey } from './cells.js';
export type { CellKey, CountKey, MoneyKey, TableKey, TextKey };

export type EditionName = '2019' | '2021';
export type Language = 'zh' | 'en';
export type Severity = 'info' | 'warning' | 'error';
export type Level = 'national' | 'province' | 'prefecture' | 'county' | 'township';
export type Kind = 'government' | 'department' | 'agency' | 'institution';
export type Extent = 'own' | 'territory';
/** Bytes of a document. */
export type Bytes = Uint8Array | ArrayBuffer;
/** A text in both languages. */
export interface Words { readonly zh: string; readonly en: string }

export interface LoadOptions {
  /** The module: its bytes, where it is, what fetch() gave, or compiled. Not given: gongkai.wasm beside this file. */
  wasm?: Bytes | URL | string | Response | Promise<Response> | WebAssembly.Module;
}
/** Makes an instance with memory of its own; all its objects belong to it. Rejects with what WebAssembly says, such as a
 * CompileError where a content security policy lacks 'wasm-unsafe-eval'. */
export function load(options?: LoadOptions): Promise<Gongkai>;

/** What the library could not do. `message` is in Chinese. */
export class GongkaiError extends Error {
  /** "GK_E_NOT_A_REPORT" and the like, see gongkai.h. */
  readonly code: string;
  readonly messageZh: string;
  readonly messageEn: string;
  /** In the document, where that is known. */
  readonly place: Place;
  /** The cell that was at fault. */
  readonly cell: CellKey | null;
}
/** The document cannot be read as an annual report: a fault of the document, not of the program. */
export class DocumentError extends GongkaiError {}

/** Numbers count from 1; 0 is not known. */
export interface Place {
  readonly page: number; readonly line: number; readonly column: number;
  readonly table: number; readonly row: number; readonly cell: number;
}

/** What frees itself: when it is closed, when a `using` block ends, or some time after nobody holds it. */
interface Closing {
  /** Frees it now; what is asked of it afterwards throws GongkaiError (GK_E_ARGUMENT). May be called twice. */
  close(): void;
  [Symbol.dispose](): void;
}

export interface Gongkai {
  /** The release of the library, such as "0.1.0". */
  readonly version: string;
  readonly catalogue: Catalogue;

  /** Reads the first report in a web page, Word, Excel, CSV, text or JSON, or in the words and boxes of a PDF (see
   * `gongkai/pdf`). Throws DocumentError where there is none; what could not be read inside one is in its notes. */
  read(bytes: Bytes, options?: ReadOptions): Report;
  /** Reads every report in a file that holds those of several bodies. */
  readAll(bytes: Bytes, options?: ReadOptions): Report[];
  /** A report with every cell blank and every text empty. */
  create(about: AboutChanges & { edition: EditionName }): Report;
  /** The report in JSON of schema gongkai.report/1, as Report.toJson() makes it. */
  fromJson(text: string): Report;
  /** Reads and checks in one go, without an object to hold; schema gongkai.checked/1, parsed. */
  checkBytes(bytes: Bytes, options?: CheckBytesOptions): Checked;
  /** The same, not parsed. */
  checkedJson(bytes: Bytes, options?: CheckBytesOptions): string;
  /** What differs between two reports, or two versions of one. */
  diff(before: Report, after: Report, options?: DiffOptions): Diff;
  /** Adds up the reports of several bodies, exactly; null or an Error stands for a body without a report. */
  rollup(children: Children, options?: { authority?: string; year?: number; blanks?: Blanks }): Rollup;
  /** How many bytes of memory the instance has from the host; it grows and never shrinks. */
  readonly memoryBytes: number;
}

/** What the form and the rules are; made once. */
export interface Catalogue {
  readonly cells: readonly CellInfo[];
  readonly rules: readonly RuleInfo[];
  readonly tables: readonly TableInfo[];
  /** The texts of a report: its title, the publisher, the narrative sections. */
  readonly texts: readonly TextInfo[];
  readonly editions: readonly { readonly name: EditionName; readonly cell_count: number }[];
  /** Undefined where there is none. */
  cell(key: string): CellInfo | undefined;
  rule(id: string): RuleInfo | undefined;
}
export interface EditionLabel { readonly zh_2019: string | null; readonly zh_2021: string | null; readonly en: string }
export interface Position { readonly row: number; readonly column: number }
/** What the form prints around one cell; `positions` say where it stands among the numbers of its table, from 0. */
export interface CellInfo {
  readonly key: CellKey;
  readonly index: number;
  readonly editions: readonly EditionName[];
  readonly section: 2 | 3 | 4;
  readonly table: TableKey;
  /** `group`: the heads around the row, outermost first, separated by '/'. */
  readonly row: { readonly key: string; readonly group: string; readonly label: EditionLabel };
  readonly column: { readonly name: string; readonly group: string; readonly label: EditionLabel };
  readonly unit: Words;
  readonly basis: Words;
  readonly is_money: boolean;
  readonly is_signed: boolean;
  readonly positions: { readonly 2019: Position | null; readonly 2021: Position | null };
}
/** One table of the form with its cells in the layout of each edition: `layout['2021'][row][column]`; empty where the
 * edition does not have the table, and undefined where a row has no such column. */
export interface TableInfo {
  readonly key: TableKey;
  readonly section: 2 | 3 | 4;
  readonly title: Words;
  readonly layout: { readonly [edition in EditionName]: readonly (readonly (CellKey | undefined)[])[] };
}
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  /** What it compares. */
  readonly scope: 'report' | 'document' | 'years' | 'rollup' | 'narrative' | 'peers';
  readonly editions: readonly EditionName[];
  readonly ground: 'form' | 'arithmetic' | 'definition' | 'law' | 'practice' | 'layout';
  readonly citation: Words;
  /** What must hold. */
  readonly statement: Words;
  readonly message: Words;
  readonly example: Words;
}
/** `section` 0 is the head of the report. */
export interface TextInfo { readonly key: TextKey; readonly section: number; readonly label: Words; readonly basis: Words }

/** What the caller knows and the document may not say; a hint wins over the document. */
export interface ReadOptions {
  /** The file's name: its extension says the format where the content does not show it. */
  name?: string;
  authority?: string;
  year?: number;
  level?: Level;
  kind?: Kind;
  coverage?: Extent;
  /** "2024-01-31" */
  publication_date?: string;
  /** Limits on untrusted input; more is a DocumentError (GK_E_LIMIT). Not given or 0: those of gongkai.h. */
  limits?: {
    max_bytes?: number; max_cells?: number; max_blocks?: number; max_depth?: number; max_span?: number;
    max_archive_entries?: number; max_unpacked_bytes?: number; max_unpacked_ratio?: number;
  };
  /** Cells that only the form's equations settle stay unreadable. */
  no_inference?: boolean;
}

/** The practice of the form (a blank part is 0), or any number from 0 up. */
export type Blanks = 'as_zero' | 'unknown';
/** The reports of the bodies whose figures a report includes, by name; null: none was filed, an Error: it cannot be read. */
export type Children = Readonly<Record<string, Report | Error | null>> | ReadonlyMap<string, Report | Error | null>;

/** Rules are named by their ids or the beginnings of some. */
export interface CheckOptions {
  blanks?: Blanks;
  only?: readonly string[];
  skip?: readonly string[];
  severities?: Readonly<Record<string, Severity>>;
}
/** What stands beside a report. */
export interface Beside {
  /** The same body's report on the year before. */
  previous?: Report;
  subordinates?: Children;
  /** These are all of them, so that a sum that differs is an error. */
  subordinatesAreComplete?: boolean;
}
export interface CheckBytesOptions extends ReadOptions, CheckOptions {
  /** Of every report in the bytes, as readAll(). */
  all?: boolean;
  tell?: { coverage?: boolean; report?: boolean; reading?: boolean };
}
export interface DiffOptions extends CheckOptions { before?: Beside; after?: Beside }

/** Which report it is; null is not known. */
export interface About {
  readonly title: string;
  readonly authority: string;
  readonly level: Level | null;
  readonly kind: Kind | null;
  readonly coverage: Extent | null;
  readonly year: number | null;
  readonly edition: EditionName | null;
  /** "2024-01-31" */
  readonly publication_date: string | null;
  /** Who put the page up, as it says itself; "" where it does not say. */
  readonly publisher: string;
}
export type AboutChanges = Partial<{ -readonly [member in keyof About]: About[member] }>;

/** The value of a cell: null is blank. */
export type Value<K extends CellKey = CellKey> = K extends MoneyKey ? string | null : number | null;
export type Cells = { readonly [K in CellKey]: Value<K> };

/** What the reader made of a cell. Unreadable and absent cells are null among the cells, and not blank. */
export type State = 'not_in_form' | 'absent' | 'blank' | 'read' | 'unreadable' | 'inferred';
/** Where a cell stood and what was written there. */
export interface Source extends Place { readonly state: State; readonly text: string }
/** One thing that the reader noticed. */
export interface Note {
  readonly kind: string;
  readonly row: string | null;
  readonly cell: CellKey | null;
  readonly text: string;
  readonly message: Words;
  readonly place: Place;
}
/** How much of one table of the form was found. */
export interface TableFound {
  readonly table: TableKey; readonly found: boolean;
  readonly rows_expected: number; readonly rows_found: number; readonly rows_extra: number;
  readonly read: number; readonly blank: number; readonly unreadable: number; readonly absent: number; readonly inferred: number;
}
/** All that the reader knows of the document; schema gongkai.reading/1. */
export interface Reading {
  readonly decoding: {
    readonly format: 'text' | 'html' | 'docx' | 'xlsx' | 'csv' | 'json' | 'pdf_layout' | null;
    readonly encoding: string;
    readonly reason: string;
  };
  readonly standing: { readonly level: Level | null; readonly kind: Kind | null; readonly confidence: 'none' | 'likely' | 'certain' | 'given' };
  readonly report: ReportData;
  readonly tables: readonly TableFound[];
  readonly sources: { readonly [K in CellKey]?: Source };
  readonly notes: readonly Note[];
}

export interface Report extends Closing {
  /** All cells of all editions, in the order of the form: a copy of what stands there now. */
  readonly cells: Cells;
  /** The state of every cell; null for a report that was made and not read. After set() the cell is "read" or "blank". */
  readonly states: { readonly [K in CellKey]: State } | null;
  readonly about: About;
  /** The texts by key, such as "narrative.overview". */
  readonly texts: { readonly [K in TextKey]: string };
  /** What the reader knows besides the values; null for a report that was made and not read. */
  readonly reading: Reading | null;
  /** What the reader noticed, in document order; empty where there is no document. */
  readonly notes: readonly Note[];

  get<K extends CellKey>(key: K): Value<K>;
  /** Puts a value into a cell; null or "" makes it blank. A count is a whole number, money a decimal text or a number in
   * yuan; texts may have thousands separators ("1,234"). Throws GongkaiError (GK_E_RANGE, GK_E_ARGUMENT) where the cell
   * cannot hold it, and then nothing is changed. What is known of the document's other cells stays known: one that could
   * not be read is still no blank. */
  set(key: CellKey, value: number | bigint | string | null): void;
  /** Sets many cells, or none where one of them cannot be set. */
  setAll(values: { readonly [K in CellKey]?: number | bigint | string | null }): void;
  setText(key: TextKey, text: string): void;
  /** Changes the members that are given. */
  setAbout(changes: AboutChanges): void;
  /** A report of its own, without the document: what could not be read is blank in it. */
  copy(): Report;

  /** Checks every rule. */
  check(options?: CheckOptions & Beside): Assessment;
  /** Which cells may be wrong, in words, a line each; empty where everything adds up. */
  why(options?: { language?: Language; blanks?: Blanks } & Beside): string;
  /** The same as data; schema gongkai.localization/1. Changes nothing. */
  localize(options?: { blanks?: Blanks } & Beside): Localization;

  /** JSON of schema gongkai.report/1; equal reports give equal texts. */
  toJson(): string;
  /** Word, in the official layout. */
  toDocx(): Uint8Array;
  /** Your own Word document with its fields, {{requests.received.total}} and the like, filled in. */
  fillDocx(template: Bytes): Uint8Array;
  /** Excel with sums that work; of an empty report the form to fill in. */
  toXlsx(): Uint8Array;
  /** A self-contained page in the official layout; with an assessment of this report its findings are marked. */
  toHtml(options?: { language?: Language; assessment?: Assessment }): string;
  toMarkdown(): string;
  /** "form": as it reads; "tidy": one cell a row, with keys and labels; "wide": one row. */
  toCsv(layout?: 'form' | 'tidy' | 'wide'): string;
}

/** What a check found. It stays as it is when the report is changed. */
export interface Assessment extends Closing {
  /** How many; 0 errors does not say that the report is right, see `coverage`. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
  /** In the order of the rules, then of the cells; made when they are first asked for, and without the coverage. */
  readonly findings: readonly Finding[];
  /** How far each rule got; made when it is first asked for. */
  readonly coverage: readonly Coverage[];
  /** Marks the findings that JSON of schema gongkai.waivers/1 accepts on a day ("2024-01-31"); gives their number. */
  waive(json: string, today: string): number;
  /** JSON of schema gongkai.assessment/1, with the coverage. */
  toJson(): string;
  /** For other programs; `file` is the name that findings shall give. "html" is the overview page. */
  write(format: 'json' | 'jsonl' | 'lean' | 'sarif' | 'junit' | 'csv' | 'html', options?: { file?: string; language?: Language }): string;
  toCsv(options?: { file?: string; language?: Language }): string;
  /** An Excel workbook of what was found. */
  toXlsx(options?: { file?: string; language?: Language }): Uint8Array;
}

export interface FindingCell<K extends CellKey = CellKey> extends Place { readonly key: K; readonly value: number | string | null }
/** A cell of another report that a rule compared: of a body, or of a year. */
export interface ComparedCell {
  readonly body: string | null; readonly year: number | null; readonly key: CellKey;
  readonly value: number | string | null; readonly place: Place;
}
/** A cell that may be wrong: with a number from low to high everything would add up. */
export interface Suspect {
  readonly key: CellKey;
  readonly value: number | null;
  readonly low: number; readonly high: number;
  /** What kind of slip it looks like, such as "digits_transposed". */
  readonly slip: string | null;
  readonly other: CellKey | null;
  readonly witnesses: readonly { readonly kind: 'text' | 'previous' | 'children'; readonly value: number; readonly place: Place }[];
  /** In how many of the answers it stands. */
  readonly answers: number; readonly of: number;
  readonly message: Words;
  readonly place: Place;
}
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** In the order of the relation: left side, then right side. */
  readonly cells: readonly FindingCell[];
  readonly same: readonly CellKey[];
  readonly compared: readonly ComparedCell[];
  /** The two sides; null where the rule compares no numbers. Money as a text. */
  readonly left: number | string | null;
  readonly right: number | string | null;
  /** left - right, where both are known. */
  readonly difference: number | string | null;
  /** The side is "at least". */
  readonly left_is_bound: boolean;
  readonly right_is_bound: boolean;
  /** A blank part was counted as 0. */
  readonly assumed_zero: boolean;
  /** The text in question, as written; may be empty. */
  readonly detail: string;
  /** One line, with what is probably wrong. */
  readonly message: Words;
  /** One paragraph: what must hold and why, the numbers, what was assumed. */
  readonly explanation: Words;
  /** Which cells may be wrong. */
  readonly suspects?: readonly Suspect[];
  /** What the same slip also breaks; not counted once more. */
  readonly same_cause?: readonly Finding[];
  /** The same in every run while rule, cells and values are. */
  readonly fingerprint: string;
  readonly waiver: { readonly reason: string; readonly author: string; readonly date: string | null; readonly expiry: string | null } | null;
  readonly candidate_reason: string | null;
  readonly place: Place;
}
/** How many instances of a rule held, were violated, or could not be decided, by reason. */
export interface Coverage {
  readonly rule: string; readonly held: number; readonly violated: number; readonly assumed: number;
  readonly open: Readonly<Record<string, number>>;
}

/** Schema gongkai.localization/1. */
export interface Localization {
  readonly faults: readonly {
    /** The smallest number of cells whose change satisfies every equation. */
    readonly least: number;
    readonly is_complete: boolean;
    readonly answers: readonly (readonly Suspect[])[];
    readonly shifts: readonly (readonly Suspect[])[];
    readonly story: { readonly zh: readonly string[]; readonly en: readonly string[] };
  }[];
}
/** Schema gongkai.diff/1. */
export interface Diff {
  readonly before: About; readonly after: About;
  readonly cells: readonly { readonly key: CellKey; readonly before: number | string | null; readonly after: number | string | null; readonly change: number | string | null }[];
  readonly texts: readonly TextKey[];
  readonly opened: readonly Finding[];
  readonly closed: readonly Finding[];
  readonly remaining: readonly Finding[];
}
/** Schema gongkai.rollup/1. */
export interface Rollup {
  readonly report: ReportData;
  readonly added: number;
  readonly not_added: readonly { readonly body: string; readonly why: string; readonly message: Words; readonly cells: readonly CellKey[] }[];
}
/** Schema gongkai.report/1, parsed. */
export interface ReportData {
  readonly schema: 'gongkai.report/1';
  readonly about: Omit<About, 'publisher'> & { readonly publisher?: string };
  readonly cells: { readonly [K in CellKey]?: Value<K> };
  readonly narrative: { readonly preamble: string; readonly overview: string; readonly problems_and_improvements: string; readonly other_matters: string };
  readonly extensions: readonly { readonly table: string; readonly label: string; readonly columns: readonly string[]; readonly values: readonly string[] }[];
}
/** Schema gongkai.checked/1. */
export interface Checked {
  readonly reports: readonly {
    readonly about: About;
    readonly assessment: {
      readonly summary: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
      readonly findings: readonly Finding[];
      readonly coverage?: readonly Coverage[];
    };
    readonly report?: ReportData;
    readonly reading?: Reading;
  }[];
}
