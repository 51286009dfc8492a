/** Taxes and tax ids as a page sees them. */
import type { StripeCheckoutSession, StripeCheckoutTaxAmount, StripeCheckoutTaxIdInfo } from '@stripe/stripe-js';
import type { TypedTaxId } from '../checkout/session-record.js';
import type { LineTotal } from '../checkout/session-totals.js';
import type { FormatAmount } from '../page/format-amount.js';
import { isInclusive, type SessionTax } from './session-tax.js';

/** One entry for tax on top, one for tax within; a reversed charge is an entry of 0 at 0 %. Null where there is none. */
export function toTaxAmounts(
  tax: SessionTax | 'unknown' | null,
  lines: readonly LineTotal[],
  money: FormatAmount,
): StripeCheckoutSession['taxAmounts'] {
  if (tax === null || tax === 'unknown' || tax.rate === null) return null;
  const { displayName, basisPoints } = tax.rate;
  const percentage = tax.reversed ? 0 : basisPoints / 100;
  return [false, true].flatMap((inclusive): StripeCheckoutTaxAmount[] => {
    const same = lines.filter(({ price }) => isInclusive(price) === inclusive);
    const amount = same.reduce((sum, { taxNow }) => sum + taxNow, 0);
    return same.length === 0 ? [] : [{ ...money(amount), inclusive, displayName, percentage }];
  });
}

/** The types that are taken have been checked against the known ones. */
export const toTaxIdInfo = ({ type, value, businessName }: TypedTaxId): StripeCheckoutTaxIdInfo => ({
  taxId: { type: type as StripeCheckoutTaxIdInfo['taxId']['type'], value },
  businessName,
});
