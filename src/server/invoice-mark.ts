/** What a session's metadata says once its purchase is to be paid by invoice: all that is needed to finish it. */
import type Stripe from 'stripe';

/** Set while the session is open. Expiring the session after that is the lock. */
export const INVOICED_MARK = 'billing_invoiced';

/** On the subscription, the invoice and its items: the session they were made for. */
export const INVOICED_SESSION = 'billing_session';

/** The terms that were agreed to. */
export interface InvoiceMark {
  readonly customer: string;
  /** Days until the invoice is due. */
  readonly netDays: number;
  /** Days before anything is due; 0 for none. */
  readonly trialDays: number;
}

/** The mark as one value, so that it is written whole or not at all. */
export const toMark = ({ customer, netDays, trialDays }: InvoiceMark): string => `${customer} ${netDays} ${trialDays}`;

/** Reads the mark; null where there is none. */
export function parseMark({ metadata }: Pick<Stripe.Checkout.Session, 'metadata'>): InvoiceMark | null {
  const found = /^(cus_\w+) (\d{1,3}) (\d{1,3})$/.exec(metadata?.[INVOICED_MARK] ?? '');
  const [, customer, netDays, trialDays] = found ?? [];
  return customer === undefined ? null : { customer, netDays: Number(netDays), trialDays: Number(trialDays) };
}
