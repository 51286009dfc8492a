/** What a page view tells of its way through the checkout: closed, versioned, nothing personal. Parsed by servers only. */
import * as z from 'zod/mini';
import { CURRENCY, MAX_TIME, SESSION_ID, SLUG, STRIPE_WORD } from './funnel-rules.js';
import { modeSchema } from './sessions.js';
import { CONTRACT_VERSION } from './version.js';

/** Most events one `POST /events` may carry. */
export const MAX_FUNNEL_EVENTS = 50;

/** Most bytes of the body of one `POST /events`. */
export const MAX_FUNNEL_BYTES = 32_768;

/** The version of the events described here; another meaning of a field makes another number. */
export const FUNNEL_VERSION = 1;

const slug = z.string().check(z.regex(SLUG));
const stripeWord = z.string().check(z.regex(STRIPE_WORD));
const milliseconds = z.int().check(z.gte(0), z.lte(MAX_TIME));
const count = z.int().check(z.gte(1), z.lte(100_000));
/** `fields` are the merchant's own, whichever. */
const field = z.enum([
  'email',
  'company',
  'tax_id',
  'purchase_order',
  'fields',
  'address',
  'quantity',
  'payment',
  'terms',
]);
const fields = z.array(field).check(
  z.maxLength(8),
  z.refine((names) => new Set(names).size === names.length, { error: 'each field once' }),
);
const step = z.enum(['details', 'payment']);

/** Integer in the currency's minor unit; null where nothing is sold or nothing is known yet. */
const amount = z.nullable(z.int().check(z.gte(0)));
/** Three lower-case letters (ISO 4217). */
const currency = z.nullable(z.string().check(z.regex(CURRENCY)));

/** What every event carries. Nothing of it is ever absent: what is not known is null. */
const common = {
  /** The version of the events. */
  v: z.literal(FUNNEL_VERSION),
  /** Random name of this way through the checkout: a page view, or a further purchase on it. Kept nowhere. */
  visit: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** Place of the event within its visit, from 1. */
  seq: count,
  /** When it happened by the customer's clock: milliseconds since the Unix epoch. */
  at: milliseconds,
  /** Milliseconds since the form became usable, never less than 0; null before. */
  sinceReady: z.nullable(milliseconds),
  /** Stripe's id of the session, as soon as there is one. */
  session: z.nullable(z.string().check(z.regex(SESSION_ID))),
  /** Whether one page is shown or two. */
  flow: z.enum(['one-page', 'two-page']),
  /** The page shown now, or last; null before the form is usable, and with one page. */
  step: z.nullable(step),
  /** The experiment that the visit counts in; null where it does in none. */
  experiment: z.nullable(
    z.strictObject({
      /** The experiment's name. */
      name: slug,
      /** The variant that was assigned. */
      variant: slug,
    }),
  ),
  /** Whether real money may move; null before a session is open. */
  livemode: z.nullable(z.boolean()),
};

/** Schema of one funnel event, a union by `type`. Closed: what it does not name is refused. */
export const funnelEventSchema = z.discriminatedUnion('type', [
  /** The checkout began to load. First of every visit. */
  z.strictObject({ type: z.literal('viewed'), ...common }),
  /** The form became usable. Once per visit. */
  z.strictObject({
    type: z.literal('ready'),
    ...common,
    /** Fields still to be filled in: asked for, and not known already. */
    fields,
    amount,
    currency,
  }),
  /** A field came to need nothing more. Once per field and visit. */
  z.strictObject({ type: z.literal('field_completed'), ...common, field }),
  /** Fields stopped Pay or Continue. */
  z.strictObject({ type: z.literal('invalid'), ...common, fields }),
  /** The page changed; `step` is the new one. */
  z.strictObject({
    type: z.literal('step'),
    ...common,
    step,
    from: step,
    /** Page one was passed over: everything on it was known. */
    skipped: z.boolean(),
  }),
  /** Another kind of payment method, in Stripe's word. */
  z.strictObject({ type: z.literal('method_chosen'), ...common, method: stripeWord }),
  /** Every check has passed, and Stripe is asked to take the money. */
  z.strictObject({
    type: z.literal('submitted'),
    ...common,
    /** Counts the submits of this visit, from 1. */
    attempt: count,
    method: z.nullable(stripeWord),
    amount,
    currency,
  }),
  /** A bank said no. */
  z.strictObject({
    type: z.literal('declined'),
    ...common,
    /** Counts the submits of this visit, from 1. */
    attempt: count,
    /** Stripe's decline code; null where the bank gave none. */
    code: z.nullable(stripeWord),
    /** What the customer can do about it. */
    class: z.enum(['reenter', 'authenticate', 'other_method', 'contact_bank', 'retry_later', 'never_retry', 'generic']),
  }),
  /** Success after at least one attempt that failed. Comes just before `completed`. */
  z.strictObject({
    type: z.literal('recovered'),
    ...common,
    /** How many submits it took, the last one included: 2 or more. */
    attempts: z.int().check(z.gte(2), z.lte(100_000)),
    /** How many of them a bank declined. */
    declines: z.int().check(z.gte(0), z.lte(100_000)),
  }),
  /** Paid, nothing was due, or invoiced. Once per visit. */
  z.strictObject({
    type: z.literal('completed'),
    ...common,
    payment: z.enum(['paid', 'none_due', 'invoiced']),
    mode: modeSchema,
    /** Submits of this visit; 0 where it was paid elsewhere. */
    attempts: z.int().check(z.gte(0), z.lte(100_000)),
    /** On a page of Stripe's, where Stripe.js was kept out. Absent for what was paid in the form. */
    via: z.optional(z.literal('hosted')),
    /** Found paid by an earlier visit, another tab or a bank's page: no conversion of this visit. */
    replayed: z.boolean(),
    amount,
    currency,
  }),
  /** The page was left, or the checkout taken away, without an end. At most once per visit. */
  z.strictObject({
    type: z.literal('abandoned'),
    ...common,
    /** Where the checkout stood. `confirming`: perhaps on the way to a bank's page, or to Stripe's; another visit then tells the end. */
    state: z.enum(['loading', 'ready', 'validating', 'confirming', 'checking', 'unresolved', 'expired', 'failed']),
    /** The field completed last, or stopped last. */
    lastField: z.nullable(field),
    /** Submits of this visit. */
    attempts: z.int().check(z.gte(0), z.lte(100_000)),
  }),
]);

/** One funnel event. */
export type FunnelEvent = Readonly<z.infer<typeof funnelEventSchema>>;

/** What a funnel event tells of. */
export type FunnelEventType = FunnelEvent['type'];

/** Schema of the body of `POST /events`. */
export const funnelBatchSchema = z.strictObject({
  /** The version of the contract that the page speaks. */
  contract: z.literal(CONTRACT_VERSION),
  /** In the order in which they happened. */
  events: z.array(funnelEventSchema).check(z.minLength(1), z.maxLength(MAX_FUNNEL_EVENTS)),
});

/** Body of `POST /events`. */
export type FunnelBatch = z.infer<typeof funnelBatchSchema>;

/** A funnel event as it is kept: with the time it arrived, in milliseconds since the Unix epoch. Never an address, never a browser. */
export type StoredFunnelEvent = FunnelEvent & {
  /** By the server's clock: milliseconds since the Unix epoch. */
  readonly receivedAt: number;
};
