/** Card brands: how a number begins, how long it is, how it is grouped. */
import type { CardBrandName } from '../../wire/frame-messages.js';

export interface CardBrand {
  readonly name: CardBrandName | 'unknown';
  readonly label: string;
  readonly prefixes: readonly (readonly [from: number, to: number])[];
  readonly lengths: readonly number[];
  /** Sizes of the groups; the last one repeats. */
  readonly groups: readonly number[];
  readonly cvcLengths: readonly number[];
}

const fours = [4];
const three = [3];

export const unknownBrand: CardBrand = {
  name: 'unknown',
  label: 'Unknown card brand',
  prefixes: [],
  lengths: [16],
  groups: fours,
  cvcLengths: [3, 4],
};

/** In the order they are asked: narrower prefixes first. */
export const cardBrands: readonly CardBrand[] = [
  {
    name: 'amex',
    label: 'American Express',
    prefixes: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
    groups: [4, 6, 5],
    cvcLengths: [4],
  },
  { name: 'diners', label: 'Diners Club', prefixes: [[36, 36]], lengths: [14], groups: [4, 6, 4], cvcLengths: three },
  {
    name: 'diners',
    label: 'Diners Club',
    prefixes: [
      [300, 305],
      [309, 309],
      [38, 39],
    ],
    lengths: [16],
    groups: fours,
    cvcLengths: three,
  },
  { name: 'jcb', label: 'JCB', prefixes: [[3528, 3589]], lengths: [16], groups: fours, cvcLengths: three },
  {
    name: 'discover',
    label: 'Discover',
    prefixes: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: [16],
    groups: fours,
    cvcLengths: three,
  },
  {
    name: 'unionpay',
    label: 'UnionPay',
    prefixes: [
      [62, 62],
      [81, 81],
    ],
    lengths: [16, 17, 18, 19],
    groups: fours,
    cvcLengths: three,
  },
  {
    name: 'mastercard',
    label: 'Mastercard',
    prefixes: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
    groups: fours,
    cvcLengths: three,
  },
  { name: 'visa', label: 'Visa', prefixes: [[4, 4]], lengths: [16], groups: fours, cvcLengths: three },
];

export function findCardBrand(digits: string): CardBrand {
  return cardBrands.find(({ prefixes }) => prefixes.some((range) => beginsWithin(digits, range))) ?? unknownBrand;
}

function beginsWithin(digits: string, [from, to]: readonly [number, number]): boolean {
  const { length } = String(from);
  const start = Number(digits.slice(0, length));
  return digits.length >= length && start >= from && start <= to;
}

export function maxLengthOf(brand: CardBrand): number {
  return Math.max(...brand.lengths);
}
