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
  /** Whether the form asks for the whole address; `auto`: only for what the way to pay needs. */
  billingAddress: z.literal(['auto', 'required']),
  /** The save toggle: asked, always saved, never. `never` too when there is nobody to keep it for. */
  savePayment: z.literal(['ask', 'always', 'never']),
  /** Whether a promotion code may be typed. */
  promotionCodes: z.boolean(),
  /** Limits of the quantity, or null when it is fixed. */
  quantity: z.nullable(
    z.object({
      /** Fewest that are sold. */
      min: int,
      /** Most that are sold. */
      max: int,
    }),
  ),
  /** Whether the company's name is asked. */
  company: requirement,
  /** Whether a business tax id is asked. */
  taxId: requirement,
  /** Whether the customer's own number of the purchase is asked. */
  purchaseOrder: requirement,
  /** Whether the customer may order by invoice instead of paying. */
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
  /** The version of the contract that the server speaks. */
  contract: z.number(),
  /** Names the session to the server: Stripe's id of it, or that of the invoice or SetupIntent in its place. */
  id: objectId,
  /** Where it stands. */
  status: sessionStatusSchema,
  /** Stripe's mode. */
  mode: modeSchema,
  /** What the form offers. */
  features: featuresSchema,
  /** When the session can no longer be paid: seconds since the Unix epoch. */
  expiresAt: int,
  /** Whether real money moves. */
  livemode: z.boolean(),
  /** The saved card that the customer's bank has updated last, for a while after. */
  updatedCard: z.optional(
    z.object({
      /** The new number's last four digits. */
      last4: z.string(),
      /** When it was updated: seconds since the Unix epoch. */
      at: int,
    }),
  ),
};

const clientSecret = z.nullable(z.string());
const customerSessionClientSecret = z.optional(z.string());
const summary = z.optional(toldSummarySchema);

/** Schemas of an answer to `POST /sessions`, by its `gateway`. */
export const SESSION_SCHEMAS = {
  checkout_session: z.object({
    gateway: z.literal('checkout_session'),
    /** Stripe's client secret, for its fields; null once the session can no longer be paid. Kept in memory only. */
    clientSecret,
    ...opened,
  }),
  payment_intent: z.object({
    gateway: z.literal('payment_intent'),
    /** The PaymentIntent's, for Stripe's fields; null once it can no longer be paid. Kept in memory only. */
    clientSecret,
    /** Lets Stripe's fields show saved methods; left out where there are none to show. Kept in memory only. */
    customerSessionClientSecret,
    /** What is paid. */
    summary,
    ...opened,
  }),
  setup_intent: z.object({
    gateway: z.literal('setup_intent'),
    /** The SetupIntent's, for Stripe's fields; null once it is done with. Kept in memory only. */
    clientSecret,
    /** Lets Stripe's fields show saved methods; left out where there are none to show. Kept in memory only. */
    customerSessionClientSecret,
    /** What the method is kept for; left out where that is nothing in particular. */
    summary,
    ...opened,
  }),
  hosted: z.object({
    gateway: z.literal('hosted'),
    /** The page of Stripe's. */
    url: webUrl,
    ...opened,
  }),
};

/** Schema of what tells them apart. */
export const gatewaySchema = z.object({
  /** Through what it is paid. */
  gateway: z.literal(['checkout_session', 'payment_intent', 'setup_intent', 'hosted']),
});

/** An opened or resumed session. */
export type CheckoutSession = z.infer<(typeof SESSION_SCHEMAS)[keyof typeof SESSION_SCHEMAS]>;
