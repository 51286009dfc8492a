/** Parameters of `checkout.sessions.create`: what is simulated, what Stripe refuses with Elements, what is left out. */
import { z } from 'zod';
import { currencyCode, email, emptyable, flag, integer, metadata, text, textUpTo } from '../http/params.js';
import { priceData } from '../catalog/price-data.js';
import { methodOptions } from '../payments/method-options.js';

const custom = z.unknown().optional();

export const adjustableQuantity = z.strictObject({
  enabled: flag,
  minimum: integer.optional(),
  maximum: integer.optional(),
});

const lineItem = z.strictObject({
  price: text.optional(),
  price_data: priceData.optional(),
  quantity: integer.optional(),
  adjustable_quantity: adjustableQuantity.optional(),
  metadata: metadata.optional(),
  tax_rates: custom,
});

const autoOrNever = z.enum(['auto', 'never']);
const customerUpdate = z.strictObject({
  address: autoOrNever.optional(),
  name: autoOrNever.optional(),
  shipping: autoOrNever.optional(),
});
export type CustomerUpdate = z.output<typeof customerUpdate>;

const paymentIntentData = z.strictObject({
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  description: textUpTo(1000).optional(),
  metadata: metadata.optional(),
  receipt_email: email.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
  statement_descriptor_suffix: textUpTo(22).optional(),
  application_fee_amount: custom,
  on_behalf_of: custom,
  shipping: custom,
  statement_descriptor: custom,
  transfer_data: custom,
  transfer_group: custom,
});
export type PaymentIntentData = z.output<typeof paymentIntentData>;

const customFields = z.array(z.strictObject({ name: textUpTo(40), value: textUpTo(140) })).max(4);
const subscriptionData = z.strictObject({
  billing_mode: z.strictObject({ type: z.enum(['classic', 'flexible']) }).optional(),
  description: textUpTo(500).optional(),
  invoice_settings: z
    .strictObject({
      custom_fields: emptyable(customFields).optional(),
      description: text.optional(),
      footer: text.optional(),
    })
    .optional(),
  metadata: metadata.optional(),
  trial_end: integer.optional(),
  trial_period_days: integer.optional(),
  trial_settings: z
    .strictObject({
      end_behavior: z.strictObject({ missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']) }),
    })
    .optional(),
  application_fee_percent: custom,
  billing_cycle_anchor: custom,
  billing_cycle_anchor_config: custom,
  default_tax_rates: custom,
  on_behalf_of: custom,
  pending_invoice_item_interval: custom,
  proration_behavior: custom,
  transfer_data: custom,
});
export type SubscriptionData = z.output<typeof subscriptionData>;

const enabledOrDisabled = z.enum(['enabled', 'disabled']);

export const localeNames =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  );

/** Refused by Stripe itself beside `ui_mode: elements`. */
export const refusedWithElements = [
  'success_url',
  'cancel_url',
  'submit_type',
  'custom_fields',
  'custom_text',
  'optional_items',
  'origin_context',
  'branding_settings',
  'after_expiration',
  'payment_method_types',
] as const;

/** What only other pages of Stripe's take; its hosted page takes all of them but the last, of which two are simulated. */
export const leftOutWhenHosted = refusedWithElements.filter(
  (param) => param !== 'success_url' && param !== 'cancel_url' && param !== 'payment_method_types',
);

/** Stripe would act on these; this simulator cannot yet, and says so. */
export const leftOut = [
  'consent_collection',
  'customer_account',
  'managed_payments',
  'name_collection',
  'payment_method_configuration',
  'permissions',
  'redirect_on_completion',
  'setup_intent_data',
  'shipping_address_collection',
  'shipping_options',
] as const;

const unread = <K extends string>(names: readonly K[]): Record<K, typeof custom> =>
  Object.fromEntries(names.map((name) => [name, custom])) as Record<K, typeof custom>;

export const createParams = {
  ...unread(refusedWithElements),
  ...unread(leftOut),
  success_url: text.optional(),
  cancel_url: text.optional(),
  adaptive_pricing: z.strictObject({ enabled: flag.optional() }).optional(),
  allow_promotion_codes: flag.optional(),
  allowed_payment_method_types: z.array(text).optional(),
  automatic_tax: z.strictObject({ enabled: flag, liability: custom }).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  client_reference_id: textUpTo(200).optional(),
  currency: currencyCode.optional(),
  discounts: z.array(z.strictObject({ coupon: text.optional(), promotion_code: text.optional() })).optional(),
  customer: text.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_email: email.optional(),
  customer_update: customerUpdate.optional(),
  excluded_payment_method_types: z.array(text).optional(),
  expires_at: integer.optional(),
  integration_identifier: text.optional(),
  invoice_creation: z.strictObject({ enabled: flag, invoice_data: custom }).optional(),
  line_items: z.array(lineItem).optional(),
  locale: z.enum(localeNames).optional(),
  metadata: metadata.optional(),
  mode: z.enum(['payment', 'setup', 'subscription']),
  payment_intent_data: paymentIntentData.optional(),
  payment_method_collection: z.enum(['always', 'if_required']).optional(),
  payment_method_options: methodOptions.optional(),
  payment_method_data: z
    .strictObject({ allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional() })
    .optional(),
  phone_number_collection: z.strictObject({ enabled: flag }).optional(),
  return_url: text.optional(),
  saved_payment_method_options: z
    .strictObject({
      allow_redisplay_filters: z.array(z.enum(['always', 'limited', 'unspecified'])).optional(),
      payment_method_remove: enabledOrDisabled.optional(),
      payment_method_save: enabledOrDisabled.optional(),
    })
    .optional(),
  subscription_data: subscriptionData.optional(),
  tax_id_collection: z
    .strictObject({ enabled: flag, required: z.enum(['if_supported', 'never']).optional() })
    .optional(),
  ui_mode: z.enum(['elements', 'embedded_page', 'form', 'hosted_page']).optional(),
  wallet_options: z.strictObject({ link: z.strictObject({ display: autoOrNever.optional() }).optional() }).optional(),
};
const whole = z.object(createParams);
export type CreateSessionParams = z.output<typeof whole>;
export type NewLine = z.output<typeof lineItem>;
