/** A bank gives a saved card another number and expiry, and Stripe hears of it. */
import type { Account } from '../state/account.js';
import type { PaymentMethod } from '../stripe-types.js';
import { testCardByNumber } from './test-cards.js';

/** The number and expiry that a bank gives a saved card. */
export interface NewCard {
  /** A published test number, digits only. */
  readonly number: string;
  /** 1 to 12. */
  readonly exp_month: number;
  /** Four digits. */
  readonly exp_year: number;
}

/** The method with its new card; undefined where there is no such saved card, or no such test card. */
export function updateCard(
  account: Account,
  id: string,
  { number, exp_month: month, exp_year: year }: NewCard,
): PaymentMethod | undefined {
  const record = account.paymentMethods.get(id);
  const card = testCardByNumber(number);
  if (record?.kind !== 'card' || !record.method.card || record.method.customer === null || !card) return undefined;
  const { exp_month, exp_year, last4 } = record.method.card;
  Object.assign(record.method.card, { exp_month: month, exp_year: year, last4: number.slice(-4), brand: card.brand });
  account.paymentMethods.set(id, { ...record, card });
  account.emit('payment_method.automatically_updated', record.method, { card: { exp_month, exp_year, last4 } });
  account.flush();
  return record.method;
}
