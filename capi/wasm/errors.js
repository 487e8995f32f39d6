// What the library could not do.
const unknown = Object.freeze({ page: 0, line: 0, column: 0, table: 0, row: 0, cell: 0 });

export class GongkaiError extends Error {
  constructor(code, messageZh, messageEn, place = unknown, cell = null) {
    super(messageZh);
    this.name = new.target.name;
    this.code = code;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
    this.place = place;
    this.cell = cell;
  }
}
export class DocumentError extends GongkaiError {}

/** The calling code is wrong. */
export const argumentError = (zh, en, cell = null) => new GongkaiError('GK_E_ARGUMENT', zh, en, unknown, cell);

/** The error with a code of gongkai.h: those from 20 to 99 are about a document. */
export const errorOf = (number, code, zh, en, place, cell) =>
  new (number >= 20 && number < 100 ? DocumentError : GongkaiError)(code, zh, en, place, cell);
