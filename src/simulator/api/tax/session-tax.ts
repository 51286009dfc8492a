/** What automatic tax makes of a session: from whom, at which rate, how much of each line. */
import { findCustomer } from '../customers/create-customer.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { Address, Customer, Price } from '../stripe-types.js';
import { taxIdsOf } from './create-tax-id.js';
import { findRate, isReverseCharged, isTaxable, type TaxRate } from './tax-rates.js';

/** The tax of a session whose customer's place is known. */
export interface SessionTax {
  /** Null where nothing is collected. */
  readonly rate: TaxRate | null;
  /** The rate counts as 0: the customer owes the tax. */
  readonly reversed: boolean;
}

/** Hundredths of a percent in the whole. */
const WHOLE = 10_000;

/** Where a session is taxed: what was typed, else the customer's own address where that is to be used. */
function placeOf(account: Account, { session, typed, customerUpdate }: SessionRecord): Address | null {
  if (typed.address) return typed.address;
  if (typeof session.customer !== 'string' || customerUpdate.address === 'auto') return null;
  return findCustomer(account, session.customer).address ?? null;
}

/** The session's tax; `unknown` until an address says where, null without automatic tax. */
export function taxOf(account: Account, record: SessionRecord): SessionTax | 'unknown' | null {
  if (!record.session.automatic_tax.enabled) return null;
  const { customer } = record.session;
  const known = typeof customer === 'string' ? taxIdsOf(account, customer) : [];
  const typed = record.typed.taxId;
  return taxAt(placeOf(account, record), typed ? [typed, ...known] : known);
}

/** The tax at a place, for whoever has these ids; `unknown` where the place does not say enough. */
export function taxAt(
  place: Address | null,
  ids: readonly { readonly type: string; readonly value: string }[],
): SessionTax | 'unknown' {
  if (!isTaxable(place)) return 'unknown';
  const rate = findRate(place);
  return { rate, reversed: rate !== null && isReverseCharged(rate, ids) };
}

/** The tax on an amount after discounts, in the currency's minor unit; part of it where the price includes it. */
export function taxOn(tax: SessionTax | 'unknown' | null, price: Price, amount: number): number {
  if (tax === null || tax === 'unknown' || tax.rate === null || tax.reversed) return 0;
  const { basisPoints } = tax.rate;
  const whole = isInclusive(price) ? WHOLE + basisPoints : WHOLE;
  return Math.round((amount * basisPoints) / whole);
}

export const isInclusive = ({ tax_behavior: behavior }: Price): boolean => behavior === 'inclusive';

/** Refuses a customer whose address says no place to be taxed at. */
export function checkTaxPlace({ address }: Pick<Customer, 'address'>, param: string): void {
  if (isTaxable(address ?? null)) return;
  throw invalidRequest(
    "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
    { code: 'customer_tax_location_invalid', param },
  );
}

/** Refuses what would leave a known customer without a place to be taxed at. */
export function checkTaxLocation(account: Account, record: SessionRecord): void {
  const { session, customerUpdate } = record;
  if (!session.automatic_tax.enabled || typeof session.customer !== 'string') return;
  if (customerUpdate.address === 'auto' || isTaxable(findCustomer(account, session.customer).address ?? null)) return;
  throw invalidRequest(
    "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the billing address entered in Checkout to the Customer.",
    { code: 'customer_tax_location_invalid' },
  );
}
