/** The check attached to the inputs of a page of your own, by the keys of their cells. */
import type { AboutChanges, Blanks, EditionName, Finding, Gongkai, Language, Report } from '../gongkai.js';

export interface AttachOptions extends AboutChanges {
  edition: EditionName;
  /** Lists what is found, a paragraph each, of the class of its severity. */
  messages?: Element | null;
  /** Of the messages; not given: "zh". */
  language?: Language;
  /** Not given: "unknown", what is not typed yet is no fault; "as_zero" before publishing. */
  blanks?: Blanks;
}
/** Checks at once and after each "input" event; `root` then gets the event "gongkai" with { findings, report } as its detail. An input
 * belongs to the cell or text whose key is its data-gongkai, or else its name; a data-gongkai that is none throws an Error. */
export function attach(gongkai: Gongkai, root: Element, options: AttachOptions): {
  readonly report: Report;
  check(): readonly Finding[];
  detach(): void;
};
