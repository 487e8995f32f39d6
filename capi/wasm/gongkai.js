// Reads, checks and writes annual reports on government information disclosure: the package's first door. gongkai.d.ts
// says what everything means.
import { catalogueOf } from './catalogue.js';
import { DocumentError, GongkaiError } from './errors.js';
import { instantiate, make } from './instance.js';
import { blankPolicies, checkOptions, editionNumber, numberOf, readOptions } from './options.js';
import { Assessment, childrenIn, Report } from './report.js';

export { Assessment, DocumentError, GongkaiError, Report };

const tellCoverage = 1, tellReport = 2, tellReading = 4;  // GK_TELL_

export async function load({ wasm } = {}) { return new Gongkai(await instantiate(wasm)); }

class Gongkai {
  #catalogue;

  constructor(instance) { this.instance = instance; }

  get version() { return this.instance.literal(this.instance.exports.gk_version()); }
  get catalogue() { return (this.#catalogue ??= catalogueOf(this.instance)); }
  get memoryBytes() { return this.instance.bytes.length; }

  read(bytes, options = {}) {
    return this.instance.call((call) =>
      new Report(this, make(this.instance, 'gk_read', ...call.document(bytes), readOptions(call, options)), true));
  }

  readAll(bytes, options = {}) {
    return this.instance.call((call) => {
      const all = call.made('gk_read_all', ...call.document(bytes), readOptions(call, options));
      const count = make(this.instance, 'gk_readings_count', all);
      return Array.from({ length: count }, (_, i) =>
        new Report(this, make(this.instance, 'gk_reading_clone', make(this.instance, 'gk_readings_get', all, i)), true));
    });
  }

  create(about) {
    const report = new Report(this, make(this.instance, 'gk_report_new', editionNumber(about?.edition)), false);
    report.setAbout(about ?? {});
    return report;
  }

  fromJson(text) {
    return this.instance.call((call) => new Report(this, make(this.instance, 'gk_report_from_json', ...call.text(text)), false));
  }

  /** JSON of schema gongkai.checked/1. */
  checkedJson(bytes, options = {}) {
    const { coverage, report, reading } = options.tell ?? {};
    return this.instance.call((call) => call.string('gk_check_json', ...call.document(bytes), call.struct('gk_json_options', {
      reading: readOptions(call, options), checking: checkOptions(call, options), all_reports: options.all ? 1 : 0,
      tell: (coverage ? tellCoverage : 0) | (report ? tellReport : 0) | (reading ? tellReading : 0),
    })));
  }
  checkBytes(bytes, options = {}) { return JSON.parse(this.checkedJson(bytes, options)); }

  diff(before, after, options = {}) {
    return JSON.parse(this.instance.call((call) => call.string('gk_dossier_diff_json', before.dossierIn(call, options.before ?? {}),
      after.dossierIn(call, options.after ?? {}), checkOptions(call, options))));
  }

  rollup(subordinates, options = {}) {
    return JSON.parse(this.instance.call((call) => {
      const { children, child_count: count } = childrenIn(call, this, subordinates);
      const how = call.struct('gk_rollup_options', {
        authority: call.literal(options.authority), year: options.year ?? 0, blanks: numberOf(blankPolicies, options.blanks, 'blanks'),
      });
      const total = call.allocate(4);
      const rest = call.made('gk_rollup', children, count, how, total);
      this.instance.exports.gk_report_free(this.instance.pointerAt(total));
      return new TextDecoder().decode(call.lent(rest));
    }));
  }
}
