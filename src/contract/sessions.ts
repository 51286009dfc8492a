/** The answer of `POST /sessions`: what a browser is given. */
import * as z from 'zod/mini';

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
  z.object({ gateway: z.literal('hosted'), url: z.string().check(z.regex(/^https?:\/\//)), ...opened }),
]);

/** An opened or resumed session. */
export type CheckoutSession = z.infer<typeof checkoutSessionSchema>;
