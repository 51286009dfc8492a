/** The form of tax ids, country by country. */
import { describe, expect, it } from 'vitest';
import { isTaxId, normalizeTaxId, TAX_ID_KINDS, type TaxIdKind } from '../../src/contract/tax-id.js';

const cases = TAX_ID_KINDS.map((kind) => [`${kind.country} ${kind.type}`, kind] as const);

const kindOf = (country: string): TaxIdKind => {
  const kind = TAX_ID_KINDS.find((each) => each.country === country);
  if (!kind) throw new Error(`No kind of ${country}.`);
  return kind;
};

describe('a tax id', () => {
  it.each(cases)('of %s is like its example, neither shorter nor longer', (_, kind) => {
    const { example } = kind;
    expect(isTaxId(kind, normalizeTaxId(kind, example))).toBe(true);
    expect(isTaxId(kind, normalizeTaxId(kind, example.slice(0, 3)))).toBe(false);
    expect(isTaxId(kind, normalizeTaxId(kind, `${example}99999`))).toBe(false);
  });

  it.each([
    ['DE', ' de 123 456 789 ', 'DE123456789'],
    ['DE', '123456789', 'DE123456789'],
    ['GR', '123456789', 'EL123456789'],
    ['NL', 'nl123456789b12', 'NL123456789B12'],
    ['GB', '123 4567 89', 'GB123456789'],
    ['US', ' 12-3456789', '12-3456789'],
    ['US', '123456789', '12-3456789'],
    ['CH', 'che-123.456.789  mwst', 'CHE-123.456.789 MWST'],
    ['CH', '123456789', 'CHE-123.456.789'],
    ['BR', '01234456543210', '01.234.456/5432-10'],
    ['KR', '123 45 67890', '123-45-67890'],
    ['JP', '1234567891234', 'T1234567891234'],
    ['NO', 'no 123 456 789', '123456789MVA'],
    ['NZ', '12-345-678', '12345678'],
  ])('of %s that is typed as %j is %s', (country, typed, value) => {
    expect(normalizeTaxId(kindOf(country), typed)).toBe(value);
  });

  it('of another country is not of this one', () => {
    expect(isTaxId(kindOf('FR'), normalizeTaxId(kindOf('FR'), 'DE123456789'))).toBe(false);
  });
});
