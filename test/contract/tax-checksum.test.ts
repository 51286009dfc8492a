/** Check digits of tax ids, against numbers that others have collected. */
import { describe, expect, it } from 'vitest';
import { fits } from '../../src/contract/tax-checksum.js';
import { isTaxId, normalizeTaxId, TAX_ID_KINDS } from '../../src/contract/tax-id.js';
import numbers from './fixtures/tax-ids.json';

const kinds = Object.entries(numbers.kinds).map(([name, vectors]) => {
  const kind = TAX_ID_KINDS.find(({ country, type }) => `${country} ${type}` === name);
  if (!kind) throw new Error(`No kind is called ${name}.`);
  return [name, kind, vectors] as const;
});

/** Slips that no check digit tells: a personal number, a first digit that is wrong for other reasons. */
const MISSED = new Set(['BG1037735942', 'CZ640913926', 'CZ8058018314', 'LV10103241337', 'SK1078449164']);

/** Kinds without a rule that holds for every business. */
const UNRULED = ['US us_ein', 'KR kr_brn'];

describe('the check digits of a tax id', () => {
  it.each(kinds)('of %s fit businesses’ own', (_, kind, { good }) => {
    const read = good.map((number) => normalizeTaxId(kind, number));
    expect(read.filter((number) => !isTaxId(kind, number))).toEqual([]);
    expect(read.filter((number) => !fits(kind.type, number))).toEqual([]);
  });

  const mistyped = kinds.filter(([, , { mistyped: some }]) => some.length > 0);
  it.each(mistyped)('of %s tell of a slip', (_, kind, vectors) => {
    const read = vectors.mistyped.map((number) => normalizeTaxId(kind, number));
    expect(read.filter((number) => fits(kind.type, number) && !MISSED.has(number))).toEqual([]);
  });

  it.each(kinds.filter(([name]) => !UNRULED.includes(name)))(
    'of %s find most single wrong digits',
    (_, kind, { good }) => {
      const slips = good.slice(0, 3).flatMap((number) => {
        const right = normalizeTaxId(kind, number);
        return Array.from(right).flatMap((digit, at) =>
          /\d/.test(digit) ? [`${right.slice(0, at)}${String((Number(digit) + 1) % 10)}${right.slice(at + 1)}`] : [],
        );
      });
      const wellFormed = slips.filter((number) => isTaxId(kind, number));
      const found = wellFormed.filter((number) => !fits(kind.type, number));
      expect(found.length).toBeGreaterThanOrEqual(wellFormed.length / 2);
    },
  );

  it('are not asked of kinds that have none', () => {
    expect(fits('us_ein', '12-3456789')).toBe(true);
    expect(fits('unheard_of', '1')).toBe(true);
  });
});
