/** Writes the lines of a session, and tells whether a session sells the same. */
import type Stripe from 'stripe';
import type { PricedLine } from './priced-lines.js';

/** What a line says beside its price. Limits are always sent, also that there are none to move in. */
interface LineAmounts {
  quantity?: number;
  adjustable_quantity?: { enabled: boolean; minimum?: number; maximum?: number };
}

const isMetered = (price: Stripe.Price): boolean => price.recurring?.usage_type === 'metered';

function toAmounts({ item, price }: PricedLine): LineAmounts {
  if (isMetered(price)) return {};
  const { min, max } = item.limits;
  const adjustable = min < max ? { enabled: true, minimum: min, maximum: max } : { enabled: false };
  return { quantity: item.quantity, adjustable_quantity: adjustable };
}

/** The lines of a new session. */
export const toNewLines = (lines: readonly PricedLine[]): Stripe.Checkout.SessionCreateParams.LineItem[] =>
  lines.map((line) => ({ price: line.price.id, ...toAmounts(line) }));

/** The lines of an open session, as they should be. Lines that stay keep their id; another price is another line. */
export const toChangedLines = (
  lines: readonly PricedLine[],
  present: readonly Stripe.LineItem[],
): Stripe.Checkout.SessionUpdateParams.LineItem[] =>
  lines.map((line) => {
    const kept = present.find((candidate) => candidate.price?.id === line.price.id);
    return { ...(kept === undefined ? { price: line.price.id } : { id: kept.id }), ...toAmounts(line) };
  });

/** Whether an open session already sells exactly these prices in these quantities. */
export function sellsTheSame(lines: readonly PricedLine[], present: readonly Stripe.LineItem[]): boolean {
  if (lines.length !== present.length) return false;
  return lines.every(({ item, price }) => {
    const line = present.find((candidate) => candidate.price?.id === price.id);
    return line !== undefined && (isMetered(price) || line.quantity === item.quantity);
  });
}
