// Reports and assessments: objects of the library that JavaScript holds.
import { argumentError } from './errors.js';
import { Closing, make, Owner } from './instance.js';
import { aboutFrom, aboutMembers, blankPolicies, checkOptions, dateOf, editionNumber, findingsFormats, languages, numberOf, reportFormats, states } from './options.js';
import { shown, stored } from './values.js';

const missing = 1, unreadable = 2;  // GK_GAP_

export class Report extends Closing {
  #library;
  #reading;   // what it was read as, or 0: the report then is the owner's own object
  #isRead;
  #known = null;  // the reading's JSON

  /** A report of `pointer`, which is a gk_reading where it was read, or else a gk_report. */
  constructor(library, pointer, isRead) {
    super(new Owner(library.instance, pointer, isRead ? 'gk_reading_free' : 'gk_report_free'));
    this.#library = library;
    this.#isRead = isRead;
    this.#reading = isRead ? make(library.instance, 'gk_reading_edit', pointer) : 0;
  }

  get #instance() { return this.#library.instance; }
  get #exports() { return this.#instance.exports; }
  /** The gk_report. */
  get #report() { return this.#isRead ? (this.pointer, this.#reading) : this.pointer; }
  #changed() { this.#known = null; }
  #cell(key) {
    const cell = this.#library.catalogue.cell(key);
    if (cell === undefined) {
      this.#instance.call((call) => this.#instance.check(this.#exports.gk_cell_find(call.literal(key), this.#instance.out)));
    }
    return cell;
  }

  // ---- What stands there ----

  get cells() {
    const { cells } = this.#library.catalogue;
    return this.#instance.call((call) => {
      const row = call.allocate(9 * cells.length);
      this.#instance.check(this.#exports.gk_report_get_row(this.#report, row, row + 8 * cells.length));
      const { view, bytes } = this.#instance;
      return Object.fromEntries(cells.map((cell, i) =>
        [cell.key, bytes[row + 8 * cells.length + i] ? null : shown(cell, view.getBigInt64(row + 8 * i, true))]));
    });
  }

  get states() {
    if (!this.#isRead) {
      return null;
    }
    return this.#instance.call((call) => {
      const source = call.struct('gk_source');
      return Object.fromEntries(this.#library.catalogue.cells.map((cell, i) => {
        this.#instance.check(this.#exports.gk_reading_source(this.pointer, i, source));
        return [cell.key, states[this.#instance.member('gk_source', source, 'state')]];
      }));
    });
  }

  get about() {
    const found = this.#instance.call((call) => {
      const about = call.struct('gk_about');
      this.#instance.check(this.#exports.gk_report_get_about(this.#report, about));
      return aboutFrom((name) => this.#instance.member('gk_about', about, name));
    });
    return { title: this.#text('about.title'), ...found, publisher: this.#text('about.publisher') };
  }

  get texts() { return Object.fromEntries(this.#library.catalogue.texts.map(({ key }) => [key, this.#text(key)])); }

  get reading() {
    if (this.#isRead && this.#known === null) {
      this.#known = JSON.parse(this.#instance.call((call) => call.string('gk_reading_json', this.pointer)));
    }
    return this.#known;
  }
  get notes() { return this.reading?.notes ?? []; }

  #text(key) {
    return this.#instance.call((call) => {
      this.#instance.check(this.#exports.gk_report_get_text(this.#report, call.literal(key), this.#instance.out));
      return this.#instance.textAt(this.#instance.out);
    });
  }

  get(key) {
    const cell = this.#cell(key);
    const { out, view } = this.#instance;
    this.#instance.check(this.#exports.gk_report_get(this.#report, cell.index, out));
    return view.getInt32(out + 8, true) ? null : shown(cell, view.getBigInt64(out, true));
  }

  // ---- Changes ----

  set(key, value) {
    const cell = this.#cell(key);
    const number = stored(cell, value);
    this.#instance.check(number === null
      ? this.#exports.gk_report_set_blank(this.#report, cell.index)
      : this.#exports.gk_report_set(this.#report, cell.index, number));
    this.#changed();
  }

  setAll(values) {
    const changes = Object.entries(values).map(([key, value]) => [this.#cell(key).index, stored(this.#cell(key), value)]);
    const { length } = this.#library.catalogue.cells;
    this.#instance.call((call) => {
      const row = call.allocate(9 * length), blanks = row + 8 * length;
      this.#instance.check(this.#exports.gk_report_get_row(this.#report, row, blanks));
      for (const [index, number] of changes) {
        this.#instance.view.setBigInt64(row + 8 * index, number ?? 0n, true);
        this.#instance.bytes[blanks + index] = number === null ? 1 : 0;
      }
      this.#instance.check(this.#exports.gk_report_set_row(this.#report, row, blanks));
    });
    this.#changed();
  }

  setText(key, text) {
    if (typeof text !== 'string') {
      throw argumentError(`“${key}”应当是文本。`, `“${key}” must be a text.`);
    }
    this.#instance.call((call) =>
      this.#instance.check(this.#exports.gk_report_set_text(this.#report, call.literal(key), ...call.text(text))));
    this.#changed();
  }

  setAbout(changes) {
    const { title, publisher, ...about } = { ...this.about, ...changes };
    this.#instance.call((call) => this.#instance.check(this.#exports.gk_report_set_about(this.#report, call.struct('gk_about', {
      ...aboutMembers(about), edition: editionNumber(about.edition), authority: call.text(about.authority ?? ''),
    }))));
    this.setText('about.title', title ?? '');
    this.setText('about.publisher', publisher ?? '');
  }

  copy() { return new Report(this.#library, make(this.#instance, 'gk_report_clone', this.#report), false); }

  // ---- The check ----

  check(options = {}) {
    return this.#instance.call((call) => {
      const dossier = this.dossierIn(call, options);
      return new Assessment(this.#library, make(this.#instance, 'gk_dossier_check', dossier, checkOptions(call, options)));
    });
  }

  why(options = {}) {
    return this.#instance.call((call) => call.string('gk_dossier_why', this.dossierIn(call, options),
      numberOf(blankPolicies, options.blanks, 'blanks'), languageOf(options)));
  }

  localize(options = {}) {
    return JSON.parse(this.#instance.call((call) => call.string('gk_dossier_localize_json', this.dossierIn(call, options),
      numberOf(blankPolicies, options.blanks, 'blanks'))));
  }

  /** The members of a struct that say which report it is. */
  partOf(library) {
    if (library !== this.#library) {
      throw argumentError('报告属于另一个load()所得的对象。', 'The report belongs to what another load() gave.');
    }
    return this.#isRead ? { report: 0, reading: this.pointer } : { report: this.pointer, reading: 0 };
  }

  dossierIn(call, { previous, subordinates, subordinatesAreComplete }) {
    const before = previous?.partOf(this.#library) ?? { report: 0, reading: 0 };
    return call.struct('gk_dossier', {
      ...this.partOf(this.#library), previous: before.report, previous_reading: before.reading,
      ...childrenIn(call, this.#library, subordinates), children_are_complete: subordinatesAreComplete ? 1 : 0,
    });
  }

  // ---- Writing ----

  write(format, language = 0) {
    return this.#instance.call((call) =>
      call.buffer('gk_report_write', this.#report, numberOf(reportFormats, format, 'format'), language));
  }
  #writeText(format, language = 0) {
    return this.#instance.call((call) =>
      call.string('gk_report_write', this.#report, numberOf(reportFormats, format, 'format'), language));
  }
  toJson() { return this.#writeText('json'); }
  toDocx() { return this.write('docx'); }
  toXlsx() { return this.write('xlsx'); }
  toMarkdown() { return this.#writeText('markdown'); }
  toCsv(layout = 'form') { return this.#writeText(layout === 'form' ? 'csv' : `csv_${layout}`); }
  toHtml(options = {}) {
    if (options.assessment === undefined) {
      return this.#writeText('html', languageOf(options));
    }
    return this.#instance.call((call) =>
      call.string('gk_assessment_html', options.assessment.pointer, this.#report, languageOf(options)));
  }
  fillDocx(template) {
    return this.#instance.call((call) => call.buffer('gk_report_fill_docx', this.#report, ...call.document(template)));
  }
}

const languageOf = ({ language }) => numberOf(languages, language, 'language');

/** The members of a struct that say which reports are included. */
export const childrenIn = (call, library, subordinates = {}) => {
  const children = [...(subordinates instanceof Map ? subordinates : Object.entries(subordinates))].map(([name, report]) => ({
    name: call.literal(name),
    ...(report instanceof Report ? report.partOf(library) : { gap: report === null ? missing : gapOf(report) }),
  }));
  return { children: call.array('gk_child', children), child_count: children.length };
};
const gapOf = (error) => {
  if (!(error instanceof Error)) {
    throw argumentError('所含单位应当是报告、null或Error。', 'A subordinate body must be a Report, null or an Error.');
  }
  return unreadable;
};

export class Assessment extends Closing {
  #instance;
  #found = null;
  #all = null;

  constructor(library, pointer) {
    super(new Owner(library.instance, pointer, 'gk_assessment_free'));
    this.#instance = library.instance;
  }

  get counts() {
    return this.#instance.call((call) => {
      const counts = call.struct('gk_counts');
      this.#instance.check(this.#instance.exports.gk_assessment_counts(this.pointer, counts));
      const [error, warning, info, waived] = ['errors', 'warnings', 'infos', 'waived'].map((name) => this.#instance.member('gk_counts', counts, name));
      return { error, warning, info, waived };
    });
  }

  get findings() {
    this.#found ??= JSON.parse(this.#instance.call((call) => call.string('gk_assessment_findings_json', this.pointer)));
    return this.#found.findings;
  }

  get coverage() {
    this.#all ??= JSON.parse(this.toJson());
    return this.#all.coverage;
  }

  waive(json, today) {
    const [year, month, day] = dateOf(today, 'today');
    this.#instance.call((call) => this.#instance.check(
      this.#instance.exports.gk_assessment_waive(this.pointer, ...call.text(json), year, month, day, this.#instance.out)));
    this.#found = this.#all = null;
    return this.#instance.pointerAt(this.#instance.out);
  }

  toJson() { return this.#instance.call((call) => call.string('gk_assessment_json', this.pointer)); }
  write(format, options = {}) {
    return this.#instance.call((call) => call[format === 'xlsx' ? 'buffer' : 'string']('gk_assessment_write', this.pointer,
      call.literal(options.file), numberOf(findingsFormats, format, 'format'), languageOf(options)));
  }
  toCsv(options = {}) { return this.write('csv', options); }
  toXlsx(options = {}) { return this.write('xlsx', options); }
}
