/** `POST /sessions`: what a browser asks for and what it is given. */
import * as z from 'zod/mini';
import { CONTRACT_VERSION } from './version.js';

/** Most line items one purchase may name: 20 recurring and 20 one-time, as Stripe's subscription sessions hold. */
export const MAX_ITEMS = 40;

/** Highest quantity Stripe takes for one line item. */
export const MAX_QUANTITY = 999_999;

const contract = z.literal(CONTRACT_VERSION);

/** Stripe's object ids: letters, digits and underscores. */
const stripeId = (prefix: string) =>
  z.string().check(z.maxLength(255), z.regex(new RegExp(`^${prefix}_[A-Za-z0-9_]+$`)));

/** Schema of a Checkout Session's id. */
export const sessionIdSchema = stripeId('cs');

/** Schema of one thing bought: a price's lookup key and how many. */
export const itemSchema = z.strictObject({
  /** Lookup key of the price, from the server's catalog. */
  price: z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\w.:-]+$/)),
  /** Units bought, a whole number. */
  quantity: z.int().check(z.gte(1), z.lte(MAX_QUANTITY)),
});

/** One thing bought. */
export type Item = z.infer<typeof itemSchema>;

/** Schema of what is sold together: one line per price. */
export const itemsSchema = z.array(itemSchema).check(
  z.minLength(1),
  z.maxLength(MAX_ITEMS),
  z.refine((items) => new Set(items.map((item) => item.price)).size === items.length, {
    error: 'each price once',
  }),
);

const slug = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[a-z0-9][a-z0-9_-]*$/i));

const common = {
  contract,
  /** An experiment's name, the variant shown, and the unit it was assigned to. */
  experiment: z.optional(
    z.strictObject({ name: slug, variant: slug, unit: z.string().check(z.minLength(1), z.maxLength(255)) }),
  ),
  /** The session this browser already has for the purchase; the server reads it first. */
  resume: z.optional(sessionIdSchema),
  /** `hosted`: a page of Stripe's, for when Stripe.js cannot be loaded. */
  ui: z.optional(z.literal('hosted')),
  /** May ask for less than the server allows, never for more. */
  savePayment: z.optional(z.enum(['ask', 'always', 'never'])),
  billingAddress: z.optional(z.enum(['auto', 'required'])),
};

/** Schema of the body of `POST /sessions`, a union by `kind`. */
export const openRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('purchase'), items: itemsSchema, ...common }),
  z.strictObject({ kind: z.literal('invoice'), invoice: stripeId('in'), ...common }),
  z.strictObject({ kind: z.literal('subscription'), subscription: stripeId('sub'), ...common }),
  z.strictObject({ kind: z.literal('setup'), ...common }),
]);

/** Body of `POST /sessions`. */
export type OpenRequest = z.infer<typeof openRequestSchema>;

/** Schema of where a session stands. Computed by the server from Stripe's objects, never stored. */
export const sessionStatusSchema = z.enum([
  'open',
  'processing',
  'requires_action',
  'complete',
  'failed',
  'expired',
  'invoiced',
]);

/** Where a session stands. */
export type SessionStatus = z.infer<typeof sessionStatusSchema>;

/** Stripe's mode of a session. */
const mode = z.enum(['payment', 'subscription', 'setup']);

const requirement = z.enum(['off', 'optional', 'required']);

/** Schema of what the form offers. The server decides. */
export const featuresSchema = z.object({
  /** Whether the customer types an email, or the server knows it. */
  email: z.enum(['ask', 'known']),
  billingAddress: z.enum(['auto', 'required']),
  /** The save toggle: asked, always saved, never. `never` too when there is nobody to keep it for. */
  savePayment: z.enum(['ask', 'always', 'never']),
  promotionCodes: z.boolean(),
  /** Limits of the quantity, or null when it is fixed. */
  quantity: z.nullable(z.object({ min: z.int(), max: z.int() })),
  company: requirement,
  taxId: requirement,
  payByInvoice: z.boolean(),
});

/** What the form offers. */
export type Features = z.infer<typeof featuresSchema>;

const opened = {
  contract: z.number(),
  id: z.string().check(z.minLength(1)),
  status: sessionStatusSchema,
  mode,
  features: featuresSchema,
  /** When the session can no longer be paid: seconds since the Unix epoch. */
  expiresAt: z.int(),
  livemode: z.boolean(),
};

/** Absent once the session can no longer be paid. Kept in memory only. */
const clientSecret = z.nullable(z.string());

/** Schema of an answer to `POST /sessions`, a union by `gateway`. */
export const checkoutSessionSchema = z.discriminatedUnion('gateway', [
  z.object({ gateway: z.literal('checkout_session'), clientSecret, ...opened }),
  z.object({
    gateway: z.literal('payment_intent'),
    clientSecret,
    customerSessionClientSecret: z.optional(z.string()),
    ...opened,
  }),
  z.object({
    gateway: z.literal('setup_intent'),
    clientSecret,
    customerSessionClientSecret: z.optional(z.string()),
    ...opened,
  }),
  z.object({ gateway: z.literal('hosted'), url: z.url(), ...opened }),
]);

/** An opened or resumed session. */
export type CheckoutSession = z.infer<typeof checkoutSessionSchema>;
