// What callers say of how to read and to check, as structs of the library.
import { argumentError } from './errors.js';

const levels = [null, 'national', 'province', 'prefecture', 'county', 'township'];
const kinds = [null, 'government', 'department', 'agency', 'institution'];
const extents = [null, 'own', 'territory'];
const editions = [null, '2019', '2021'];
export const blankPolicies = ['as_zero', 'unknown'];
export const languages = ['default', 'zh', 'en'];
const severities = ['info', 'warning', 'error'];
export const states = ['not_in_form', 'absent', 'blank', 'read', 'unreadable', 'inferred'];
export const reportFormats = ['json', 'html', 'markdown', 'csv', 'csv_tidy', 'csv_wide', 'docx', 'xlsx'];
export const findingsFormats = ['json', 'jsonl', 'sarif', 'junit', 'csv', 'html', 'xlsx', 'lean'];
const formatsByExtension = new Map([['txt', 1], ['md', 1], ['markdown', 1], ['htm', 2], ['html', 2], ['xhtml', 2], ['docx', 3],
  ['xlsx', 4], ['csv', 5], ['tsv', 5], ['json', 6]]);

/** The number of a name; the first where none is given. */
export const numberOf = (names, name, what) => {
  const number = name === undefined || name === null ? 0 : names.indexOf(name);
  if (number < 0) {
    const known = names.filter((each) => each !== null).join(', ');
    throw argumentError(`${what}不能是“${name}”，只能是：${known}。`, `${what} cannot be “${name}”, but one of ${known}.`);
  }
  return number;
};

const wholeOf = (number, what) => {
  if (!Number.isInteger(number) || number < 0 || number > 0x7fffffff) {
    throw argumentError(`${what}不能是“${number}”。`, `${what} cannot be “${number}”.`);
  }
  return number;
};
const yearOf = (year) => wholeOf(year ?? 0, 'year');

/** Year, month and day of "2024-01-31"; 0 where there is none. */
export const dateOf = (date, what) => {
  if (date === undefined || date === null || date === '') {
    return [0, 0, 0];
  }
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (found === null) {
    throw argumentError(`${what}应当写作2024-01-31，这里是“${date}”。`, `${what} must be written as 2024-01-31, not as “${date}”.`);
  }
  return found.slice(1).map(Number);
};

/** Which report it is, but for the texts, as the members that gk_about and gk_read_options share. */
export const aboutMembers = ({ year, level, kind, coverage, publication_date }) => {
  const [publication_year, publication_month, publication_day] = dateOf(publication_date, 'publication_date');
  return {
    year: yearOf(year), level: numberOf(levels, level, 'level'), kind: numberOf(kinds, kind, 'kind'),
    coverage: numberOf(extents, coverage, 'coverage'), publication_year, publication_month, publication_day,
  };
};
export const editionNumber = (edition) => numberOf(editions, edition, 'edition');

export const aboutFrom = (member) => {
  const two = (number) => String(number).padStart(2, '0');
  const year = member('publication_year');
  return {
    authority: member('authority'), level: levels[member('level')], kind: kinds[member('kind')], coverage: extents[member('coverage')],
    year: member('year') || null, edition: editions[member('edition')],
    publication_date: year === 0 ? null
      : `${String(year).padStart(4, '0')}-${two(member('publication_month'))}-${two(member('publication_day'))}`,
  };
};

export const readOptions = (call, options) => {
  const extension = /\.([^.]+)$/.exec(options.name ?? '')?.[1].toLowerCase();
  const limits = Object.entries(options.limits ?? {}).filter(([, most]) => most !== undefined);
  return call.struct('gk_read_options', {
    ...aboutMembers(options),
    authority: call.literal(options.authority),
    format: formatsByExtension.get(extension) ?? 0,
    no_inference: options.no_inference ? 1 : 0,
    ...Object.fromEntries(limits.map(([name, most]) => [limitNamed(name), wholeOf(most, name)])),
  });
};
const limitNamed = (name) => {
  if (!name.startsWith('max_')) {
    throw argumentError(`没有“${name}”这个限制。`, `There is no limit “${name}”.`);
  }
  return name;
};

export const checkOptions = (call, { blanks, only = [], skip = [], severities: graded = {} }) => {
  const overrides = Object.entries(graded).map(([rule, severity]) =>
    ({ rule: call.literal(rule), severity: numberOf(severities, severity, 'severity') }));
  return call.struct('gk_check_options', {
    blanks: numberOf(blankPolicies, blanks, 'blanks'),
    only: call.literals(only), only_count: only.length,
    skip: call.literals(skip), skip_count: skip.length,
    severities: call.array('gk_severity_override', overrides), severity_count: overrides.length,
  });
};
