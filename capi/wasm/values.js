// Values as JavaScript has them and as the library stores them: counts, and money in yuan and in 分.
import { argumentError, GongkaiError } from './errors.js';

const mostStored = 2n ** 63n;

/** What a cell holds, from what the library stores. */
export const shown = (cell, number) => {
  if (!cell.is_money) {
    return Number(number);
  }
  const digits = String(number < 0n ? -number : number).padStart(3, '0');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** What the library stores for a value, null where it is blank. */
export const stored = (cell, value) => {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return null;
  }
  const number = parsed(cell, value);
  if (number >= mostStored || number <= -mostStored) {
    throw new GongkaiError('GK_E_RANGE', `“${value}”超出了可以填写的范围。`, `“${value}” lies beyond what can be stored.`, undefined, cell.key);
  }
  return number;
};

const halfWidth = (text) => text.replace('\u2212', '-').replace(/[\uff0b-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const parsed = (cell, value) => {
  if (typeof value === 'bigint') {
    return cell.is_money ? value * 100n : value;
  }
  if (typeof value === 'number' || typeof value === 'string') {
    // As people type: digits of Chinese input methods, and commas between thousands.
    const text = halfWidth(String(value)).trim().replace(/^\+/, '');
    const plain = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
    const found = (cell.is_money ? /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/ : /^(-?)(\d+)(?:\.0+)?$/).exec(plain);
    if (found !== null) {
      const [, sign, whole, decimals = ''] = found;
      const magnitude = BigInt(cell.is_money ? whole + decimals.padEnd(2, '0') : whole);
      return sign ? -magnitude : magnitude;
    }
  }
  const shown = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
  throw cell.is_money
    ? argumentError(`“${shown}”不是金额：应当是最多两位小数的数（元）。`, `“${shown}” is no amount of money: a number with two decimals at most is wanted (yuan).`, cell.key)
    : argumentError(`“${shown}”不是整数。`, `“${shown}” is not a whole number.`, cell.key);
};
