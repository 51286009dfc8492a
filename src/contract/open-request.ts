/** The body of `POST /sessions`: what a browser asks for. Parsed by servers only. */
import * as z from 'zod/mini';
import { isEmail } from './email.js';
import { itemsSchema } from './items.js';
import { MAX_RETURN_URL } from './routes.js';
import { WEB_URL } from './scalars.js';
import { CONTRACT_VERSION } from './version.js';

const contract = z.literal(CONTRACT_VERSION);

/** Stripe's object ids: letters, digits and underscores. */
const stripeId = (prefix: string) =>
  z.string().check(z.maxLength(255), z.regex(new RegExp(`^${prefix}_[A-Za-z0-9_]+$`)));

/** Schema of a session's id: a Checkout Session's, or that of the invoice or SetupIntent in its place. */
export const sessionIdSchema = stripeId('(cs|in|seti)');

const slug = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[a-z0-9][a-z0-9_-]*$/i));

const common = {
  /** The version of the contract that the page speaks. */
  contract,
  /** The experiment that the page takes part in. */
  experiment: z.optional(
    z.strictObject({
      /** The experiment's name. */
      name: slug,
      /** The variant that is shown. */
      variant: slug,
      /** What it was assigned to: a visitor's random name, or an account's. */
      unit: z.string().check(z.minLength(1), z.maxLength(255)),
      /** The host's assignment did not come in time: the control is shown. */
      fallback: z.optional(z.boolean()),
      /** Details that the page knows already, and would not ask for on page one. */
      prefilled: z.optional(z.array(z.enum(['email', 'billing_address'])).check(z.maxLength(2))),
    }),
  ),
  /** The session this browser already has for the purchase; the server reads it first. */
  resume: z.optional(sessionIdSchema),
  /** `hosted`: a page of Stripe's, for when Stripe.js cannot be loaded. */
  ui: z.optional(z.literal('hosted')),
  /** Where Stripe's page leads back to: a page of an origin that may call. Without it, the caller's origin. With `ui: 'hosted'`. */
  returnUrl: z.optional(z.string().check(z.maxLength(MAX_RETURN_URL), z.regex(WEB_URL))),
  /** The email as it was typed, for Stripe's page. With `ui: 'hosted'`. */
  email: z.optional(z.string().check(z.refine(isEmail, { error: 'an email address' }))),
  /** May ask for less than the server allows, never for more. */
  savePayment: z.optional(z.enum(['ask', 'always', 'never'])),
  /** May ask for the whole address, never for less than the server wants. */
  billingAddress: z.optional(z.enum(['auto', 'required'])),
};

/**
 * Schema of the body of `POST /sessions`, a union by `kind`.
 *
 * @example
 * ```ts
 * import { openRequestSchema } from 'billing-checkout/contract';
 *
 * // The first thing that a backend of your own does with a body: nothing unknown gets further.
 * export function readOpening(body: unknown): string {
 *   const asked = openRequestSchema.safeParse(body);
 *   if (!asked.success) return `request.invalid: ${asked.error.issues[0]?.path.join('.') ?? ''}`;
 *   return asked.data.kind;
 * }
 *
 * console.log(readOpening({ contract: 1, kind: 'setup' })); // 'setup'
 * console.log(readOpening({ contract: 1, kind: 'purchase', items: [{ price: 7 }] })); // 'request.invalid: items.0.price'
 * ```
 */
export const openRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('purchase'),
    /** What is bought. */
    items: itemsSchema,
    ...common,
  }),
  z.strictObject({
    kind: z.literal('invoice'),
    /** The open invoice, `in_…`. */
    invoice: stripeId('in'),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('subscription'),
    /** The one that another method is given, or that is paid up, `sub_…`. */
    subscription: stripeId('sub'),
    ...common,
  }),
  z.strictObject({ kind: z.literal('setup'), ...common }),
]);

/** Body of `POST /sessions`. */
export type OpenRequest = z.infer<typeof openRequestSchema>;
