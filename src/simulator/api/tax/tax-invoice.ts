/** Writes taxes to an invoice. */
import type { LineTotal } from '../checkout/session-totals.js';
import type { Invoice, TaxId } from '../stripe-types.js';
import { isInclusive, type SessionTax } from './session-tax.js';

type Tax = NonNullable<Invoice['total_taxes']>[number];

/** What of a line is taxed. Amounts in minor units. */
export type TaxedLine = Pick<LineTotal, 'price' | 'dueNow' | 'offNow' | 'taxNow'>;

/** Taxes of each line and of the whole, and for whom. A line that is null is not taxed. */
export function taxInvoice(
  invoice: Invoice,
  tax: SessionTax | 'unknown' | null,
  lines: readonly (TaxedLine | null)[],
  taxIds: readonly TaxId[],
): void {
  invoice.customer_tax_ids = taxIds.map(({ type, value }) => ({ type, value }));
  if (tax === null || tax === 'unknown') return;
  invoice.automatic_tax = {
    ...invoice.automatic_tax,
    enabled: true,
    liability: { type: 'self' },
    provider: 'stripe',
    status: 'complete',
  };
  const taxes = lines.map((line) => (line ? toTax(tax, line) : null));
  invoice.lines.data.forEach((line, index) => {
    const own = taxes[index];
    line.taxes = own ? [own] : [];
  });
  invoice.total_taxes = merge(taxes.flatMap((each) => each ?? []));
  const sum = taxes.reduce((total, each) => total + (each?.amount ?? 0), 0);
  const included = taxes.reduce((total, each) => total + (each?.tax_behavior === 'inclusive' ? each.amount : 0), 0);
  invoice.total_excluding_tax = invoice.total - sum;
  invoice.subtotal_excluding_tax = invoice.subtotal - included;
}

function toTax({ rate, reversed }: SessionTax, { price, dueNow, offNow, taxNow }: TaxedLine): Tax | null {
  if (rate === null) return null;
  const inclusive = isInclusive(price);
  return {
    amount: taxNow,
    tax_behavior: inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: `txr_${rate.taxType}_${rate.country}${rate.state ?? ''}` },
    taxability_reason: reversed ? 'reverse_charge' : 'standard_rated',
    taxable_amount: dueNow - offNow - (inclusive ? taxNow : 0),
    type: 'tax_rate_details',
  };
}

/** One entry for each behavior. */
function merge(taxes: readonly Tax[]): Tax[] {
  const behaviors = [...new Set(taxes.map(({ tax_behavior: behavior }) => behavior))];
  return behaviors.flatMap((behavior) => {
    const same = taxes.filter(({ tax_behavior: other }) => other === behavior);
    const [first] = same;
    if (!first) return [];
    const sum = (key: 'amount' | 'taxable_amount'): number => same.reduce((total, each) => total + (each[key] ?? 0), 0);
    return [{ ...first, amount: sum('amount'), taxable_amount: sum('taxable_amount') }];
  });
}
