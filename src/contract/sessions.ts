/** The answer of `POST /sessions`: what a browser is given. */
import * as z from 'zod/mini';
import { int, objectId, webUrl } from './scalars.js';
import { toldSummarySchema } from './told-summary.js';

/** Schema of where a session stands. Computed by the server from Stripe's objects, never stored. */
export const sessionStatusSchema = z.literal([
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

/** Schema of Stripe's mode of a session. */
export const modeSchema = z.literal(['payment', 'subscription', 'setup']);

const requirement = z.literal(['off', 'optional', 'required']);

/** Schema of what the form offers. The server decides. */
export const featuresSchema = z.object({
  /** Whether the customer types an email, or the server knows it. */
  email: z.literal(['ask', 'known']),
  billingAddress: z.literal(['auto', 'required']),
  /** The save toggle: asked, always saved, never. `never` too when there is nobody to keep it for. */
  savePayment: z.literal(['ask', 'always', 'never']),
  promotionCodes: z.boolean(),
  /** Limits of the quantity, or null when it is fixed. */
  quantity: z.nullable(z.object({ min: int, max: int })),
  company: requirement,
  taxId: requirement,
  purchaseOrder: requirement,
  payByInvoice: z.boolean(),
  /** Days until an invoice is due, where it is paid by one. */
  netDays: z.optional(int),
  /** What an address must be; absent where any will do. */
  address: z.optional(
    z.object({
      /** Two letters each (ISO 3166-1); null where every country will do. */
      countries: z.nullable(z.array(z.string())),
      /** Whether a post office box will do. */
      poBoxes: z.boolean(),
      /** Whether it must be a company's, whose name goes with it; absent where anybody's will do. */
      company: z.optional(z.boolean()),
    }),
  ),
  /** Where the terms are that the customer has to agree to; absent where there are none. */
  terms: z.optional(webUrl),
  /** Whether a page of Stripe's may be asked for in place of the form (`ui: 'hosted'`), where Stripe.js cannot be loaded; absent where it may not. */
  hosted: z.optional(z.boolean()),
  /** Whether wallets may pay without the form; absent where they may not. */
  express: z.optional(z.boolean()),
});

/** What the form offers. */
export type Features = z.infer<typeof featuresSchema>;

/** Rules of a shop about addresses. */
export type AddressRules = NonNullable<Features['address']>;

const opened = {
  contract: z.number(),
  id: objectId,
  status: sessionStatusSchema,
  mode: modeSchema,
  features: featuresSchema,
  /** When the session can no longer be paid: seconds since the Unix epoch. */
  expiresAt: int,
  livemode: z.boolean(),
  /** The saved card that the customer's bank has updated last, for a while after: the new number's end, seconds since the Unix epoch. */
  updatedCard: z.optional(z.object({ last4: z.string(), at: int })),
};

/** Absent once the session can no longer be paid. Kept in memory only. */
const clientSecret = z.nullable(z.string());
const customerSessionClientSecret = z.optional(z.string());
const summary = z.optional(toldSummarySchema);

/** Schemas of an answer to `POST /sessions`, by its `gateway`. */
export const SESSION_SCHEMAS = {
  checkout_session: z.object({ gateway: z.literal('checkout_session'), clientSecret, ...opened }),
  payment_intent: z.object({
    gateway: z.literal('payment_intent'),
    clientSecret,
    customerSessionClientSecret,
    summary,
    ...opened,
  }),
  setup_intent: z.object({
    gateway: z.literal('setup_intent'),
    clientSecret,
    customerSessionClientSecret,
    summary,
    ...opened,
  }),
  hosted: z.object({ gateway: z.literal('hosted'), url: webUrl, ...opened }),
};

/** Schema of what tells them apart. */
export const gatewaySchema = z.object({
  gateway: z.literal(['checkout_session', 'payment_intent', 'setup_intent', 'hosted']),
});

/** An opened or resumed session. */
export type CheckoutSession = z.infer<(typeof SESSION_SCHEMAS)[keyof typeof SESSION_SCHEMAS]>;
