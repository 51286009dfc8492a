/** The rates of automatic tax: a small table, not tax advice. The README lists it. */
import type { Address } from '../stripe-types.js';

/** A tax on software sold somewhere. */
export interface TaxRate {
  readonly country: string;
  readonly state: string | null;
  readonly displayName: string;
  readonly taxType: 'vat' | 'sales_tax';
  /** Hundredths of a percent: 1900 is 19 %. Whole, so that nothing is lost in adding up. */
  readonly basisPoints: number;
}

/** Standard rates of the European Union, and of the United Kingdom. */
const VAT: Readonly<Record<string, number>> = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GB: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MT: 1800,
  NL: 2100,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
};

/** States that tax software: their own share, without counties and cities. */
const SALES_TAX: Readonly<Record<string, number>> = { NY: 400, PA: 600, TX: 625, WA: 650 };

/** Where every account is at home for VAT: its own businesses pay it, tax id or not. */
const HOME = 'IE';

/** The rate at an address; null where nothing is collected. */
export function findRate({ country, state }: Address): TaxRate | null {
  if (country === 'US') {
    const basisPoints = SALES_TAX[state ?? ''];
    return basisPoints === undefined
      ? null
      : { country, state, displayName: 'Sales Tax', taxType: 'sales_tax', basisPoints };
  }
  const basisPoints = VAT[country ?? ''];
  if (country === null || basisPoints === undefined) return null;
  return { country, state: null, displayName: 'VAT', taxType: 'vat', basisPoints };
}

/** What tax ids of the European Union begin with, by country. */
const prefixOf = (country: string): string => (country === 'GR' ? 'EL' : country);

/** Whether the customer, a business in another country of the European Union, owes the VAT themselves. */
export const isReverseCharged = (
  { country }: TaxRate,
  taxIds: readonly { readonly type: string; readonly value: string }[],
): boolean =>
  country !== HOME &&
  country !== 'GB' &&
  taxIds.some(({ type, value }) => type === 'eu_vat' && value.startsWith(prefixOf(country)));

/** Whether an address says enough to be taxed: in the United States the state or the postal code, elsewhere the country. */
export const isTaxable = (address: Address | null): address is Address =>
  address?.country != null && (address.country !== 'US' || Boolean(address.state ?? address.postal_code));
