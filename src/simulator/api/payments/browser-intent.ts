/** What a publishable key may see of an intent: no customer, no metadata, no charge. */
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';

const common = [
  'id',
  'object',
  'cancellation_reason',
  'client_secret',
  'created',
  'description',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'status',
] as const satisfies readonly (keyof PaymentIntent & keyof SetupIntent)[];
const ofPayments = [
  ...common,
  'amount',
  'canceled_at',
  'capture_method',
  'confirmation_method',
  'currency',
  'last_payment_error',
  'receipt_email',
  'setup_future_usage',
  'shipping',
] as const satisfies readonly (keyof PaymentIntent)[];
const ofSetups = [...common, 'last_setup_error', 'usage'] as const satisfies readonly (keyof SetupIntent)[];

export type BrowserIntent = Pick<PaymentIntent, (typeof ofPayments)[number]>;
export type BrowserSetupIntent = Pick<SetupIntent, (typeof ofSetups)[number]>;

/** A copy: what happens to the intent later must not reach it. */
export const browserIntent = (intent: PaymentIntent): BrowserIntent => pick(intent, ofPayments);
export const browserSetupIntent = (intent: SetupIntent): BrowserSetupIntent => pick(intent, ofSetups);

function pick<T extends object, K extends keyof T>(object: T, names: readonly K[]): Pick<T, K> {
  const wanted: readonly PropertyKey[] = names;
  const entries = Object.entries(object).filter(([name]) => wanted.includes(name));
  return structuredClone(Object.fromEntries(entries)) as Pick<T, K>;
}
