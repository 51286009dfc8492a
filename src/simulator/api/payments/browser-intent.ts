/** What a publishable key may see of a PaymentIntent: no customer, no metadata, no charge. */
import type { PaymentIntent } from '../stripe-types.js';

const visible = [
  'id',
  'object',
  'amount',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'status',
] as const satisfies readonly (keyof PaymentIntent)[];

export type BrowserIntent = Pick<PaymentIntent, (typeof visible)[number]>;

/** A copy: what happens to the intent later must not reach it. */
export function browserIntent(intent: PaymentIntent): BrowserIntent {
  const names: readonly string[] = visible;
  const entries = Object.entries(intent).filter(([name]) => names.includes(name));
  return structuredClone(Object.fromEntries(entries)) as BrowserIntent;
}
