/** Parameters of a subscription that is made by API. */
import { z } from 'zod';
import { priceData } from '../catalog/price-data.js';
import { emptyable, flag, integer, metadata, text } from '../http/params.js';
import { toTypes } from '../payments/offered-types.js';
import type { Subscription } from '../stripe-types.js';
import { automaticTax, collectionMethod, customFields } from './draft-invoice.js';

const item = z.strictObject({
  price: text.optional(),
  price_data: priceData.optional(),
  quantity: integer.optional(),
  metadata: metadata.optional(),
});
export type NewItem = z.output<typeof item>;

/** Shared by making and updating. */
export const paymentSettings = z.strictObject({
  payment_method_types: emptyable(z.array(text)).optional(),
  save_default_payment_method: z.enum(['off', 'on_subscription']).optional(),
});
export const trialSettings = z.strictObject({
  end_behavior: z.strictObject({ missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']) }),
});
const invoiceSettings = z.strictObject({
  custom_fields: emptyable(customFields).optional(),
  description: text.optional(),
  footer: text.optional(),
});

export const newSubscription = {
  customer: text,
  items: z.array(item).min(1).max(20),
  add_invoice_items: z.array(item).max(20).optional(),
  automatic_tax: automaticTax.optional(),
  cancel_at_period_end: flag.optional(),
  collection_method: collectionMethod.optional(),
  days_until_due: integer.optional(),
  default_payment_method: text.optional(),
  description: text.optional(),
  invoice_settings: invoiceSettings.optional(),
  metadata: emptyable(metadata).optional(),
  off_session: flag.optional(),
  payment_behavior: z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete']).optional(),
  payment_settings: paymentSettings.optional(),
  trial_end: z.union([z.literal('now'), integer]).optional(),
  trial_period_days: integer.optional(),
  trial_settings: trialSettings.optional(),
};
const whole = z.object(newSubscription);
export type NewSubscription = z.output<typeof whole>;

type PaymentSettings = z.output<typeof paymentSettings>;
type AskedTypes = NonNullable<Subscription['payment_settings']>['payment_method_types'];

/** The ways to pay of each invoice of a subscription; null leaves them to Stripe. */
export const toPayableTypes = ({ payment_method_types: allowed }: PaymentSettings, currency: string): AskedTypes =>
  allowed ? toTypes({ allowed }, { currency, recurring: true }) : null;
