/** What may be in a trace, as this version knows it. What a trace leaves out is filled in with nothing. */
import * as z from 'zod/mini';
import { modeSchema, sessionStatusSchema, type Features } from '../../contract/sessions.js';
import { CONTRACT_VERSION } from '../../contract/version.js';
import type { ErrorCode } from '../../core/errors.js';
import type { CheckoutInput } from '../../core/inputs.js';
import type { CheckoutState } from '../../core/state.js';
import { TRACE_LENGTH, TRACE_VERSION } from '../../core/trace.js';

const maybe = z.exactOptional;
const word = z.string().check(z.maxLength(255));
const count = z.int().check(z.gte(0));
const step = z.literal(['details', 'payment']);
const payment = z.literal(['paid', 'none_due', 'invoiced']);

/** Codes of another version are walked through as they are: the table looks at few of them. */
const code = z.custom<ErrorCode>((value) => word.safeParse(value).success);

const error = z.object({
  code,
  requestId: maybe(word),
  declineClass: maybe(
    z.literal(['reenter', 'authenticate', 'other_method', 'contact_bank', 'retry_later', 'never_retry', 'generic']),
  ),
  declineLook: maybe(z.literal(['number', 'expiry', 'cvc', 'pin', 'address'])),
  declineCode: maybe(z.nullable(word)),
});

const invalid = z.array(
  z.object({
    field: z.literal([
      'email',
      'address',
      'payment',
      'company',
      'tax_id',
      'purchase_order',
      'fields',
      'quantity',
      'terms',
    ]),
    name: maybe(word),
  }),
);

/** Nothing in the table depends on these. */
const FEATURES: Omit<Features, 'billingAddress' | 'payByInvoice'> = {
  email: 'ask',
  savePayment: 'never',
  promotionCodes: false,
  quantity: null,
  company: 'off',
  taxId: 'off',
  purchaseOrder: 'off',
  express: false,
};

const NO_LINKS = { invoice: null, receipt: null, verification: null };

const session = z.pipe(
  z.object({
    id: word,
    status: sessionStatusSchema,
    mode: modeSchema,
    livemode: z.boolean(),
    features: z.object({ billingAddress: z.literal(['auto', 'required']), payByInvoice: z.boolean() }),
  }),
  z.transform((kept) => ({ ...kept, features: { ...FEATURES, ...kept.features }, expiresAt: 0 })),
);

const truth = z.pipe(
  z.object({
    id: word,
    status: sessionStatusSchema,
    mode: modeSchema,
    payment: z.nullable(payment),
    attempt: z.nullable(z.literal('unfinished')),
    decline: z.nullable(z.object({ code: z.nullable(word), declineCode: z.nullable(word) })),
    livemode: z.boolean(),
  }),
  z.transform((kept) => ({
    ...kept,
    contract: CONTRACT_VERSION,
    amount: 0,
    currency: null,
    links: NO_LINKS,
    expectedAt: null,
  })),
);

const completion = z.pipe(
  z.object({ id: word, mode: modeSchema, payment, replayed: z.boolean() }),
  z.transform((kept) => ({ ...kept, amount: null, currency: null, links: NO_LINKS, dueAt: null })),
);

const attempt = count;
const open = { attempt, session, step, invoice: maybe(z.boolean()) };
const paying = { ...open, wallet: maybe(word) };
const stillOpen = z.nullable(z.object({ session, step, invoice: maybe(z.boolean()) }));
const reason = z.literal(['resumed', 'contradicted', 'returned', 'restored', 'unclear', 'broken', 'unpaid']);

const stateSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('idle'), attempt }),
  z.object({
    name: z.literal('loading'),
    attempt,
    slow: z.boolean(),
    hosted: maybe(z.nullable(word)),
    error: maybe(error),
    contradicted: maybe(z.boolean()),
  }),
  z.object({
    name: z.literal('ready'),
    ...open,
    error: maybe(error),
    invalid: maybe(invalid),
    promotion: maybe(error),
    waiting: z.nullable(z.literal(['items', 'promotion', 'details', 'invoice'])),
  }),
  z.object({ name: z.literal('validating'), ...paying }),
  z.object({ name: z.literal('confirming'), ...paying, asked: count }),
  z.object({
    name: z.literal('checking'),
    attempt,
    id: word,
    reason,
    asked: count,
    seenOpen: count,
    paused: z.boolean(),
    open: stillOpen,
  }),
  z.object({ name: z.literal('unresolved'), attempt, id: word, reason, open: stillOpen }),
  z.object({ name: z.literal(['action', 'processing']), attempt, truth }),
  z.object({ name: z.literal('complete'), attempt, completion }),
  z.object({ name: z.literal('expired'), attempt }),
  z.object({ name: z.literal('failed'), attempt, error }),
]) satisfies z.ZodMiniType<CheckoutState>;

const inputSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal([
      'load',
      'recheck',
      'restart',
      'promotion.apply',
      'promotion.remove',
      'invoice.ask',
      'invoice.send',
      'invoice.cancel',
      'hosted.ask',
      'items.changed',
      'page.visible',
      'page.restored',
    ]),
  }),
  z.object({ type: z.literal('submit'), wallet: maybe(word) }),
  z.object({ type: z.literal(['go', 'flow.changed']), step }),
  z.object({ type: z.literal('opened'), attempt, session, step }),
  z.object({ type: z.literal('hosted.left'), attempt, id: word }),
  z.object({ type: z.literal('remembered'), attempt, id: word, returned: maybe(z.boolean()) }),
  z.object({
    type: z.literal([
      'open.slow',
      'open.timeout',
      'details.passed',
      'check.passed',
      'items.updated',
      'promotion.done',
      'confirm.unpaid',
      'confirm.unclear',
      'truth.unknown',
      'truth.gone',
      'ask.due',
      'ask.over',
    ]),
    attempt,
  }),
  z.object({
    type: z.literal(['open.failed', 'check.refused', 'items.failed', 'promotion.failed', 'invoice.refused']),
    attempt,
    error,
  }),
  z.object({ type: z.literal('frame.failed'), error }),
  z.object({ type: z.literal('check.invalid'), attempt, invalid }),
  z.pipe(
    z.object({
      type: z.literal('confirm.complete'),
      attempt,
      id: word,
      payment: z.literal(['paid', 'none_due']),
    }),
    z.transform((kept) => ({ ...kept, amount: 0, currency: '' })),
  ),
  z.pipe(
    z.object({
      type: z.literal('confirm.declined'),
      attempt,
      declineCode: z.nullable(word),
      adviceCode: maybe(word),
    }),
    z.transform((kept) => ({ ...kept, message: '' })),
  ),
  z.pipe(
    z.object({ type: z.literal('truth'), attempt, truth, totalChanged: maybe(z.boolean()) }),
    z.transform(({ totalChanged, ...kept }) => ({ ...kept, shown: totalChanged === true ? 1 : 0 })),
  ),
]) satisfies z.ZodMiniType<CheckoutInput>;

/** Schema of a trace. */
export const traceSchema = z.object({
  version: z.literal(TRACE_VERSION),
  contract: z.number(),
  missed: count,
  start: stateSchema,
  steps: z
    .array(
      z.object({
        at: z.number(),
        input: inputSchema,
        to: maybe(stateSchema),
        effects: z.array(word).check(z.maxLength(50)),
      }),
    )
    .check(z.maxLength(TRACE_LENGTH)),
});

/** A trace whose inputs and states the table can be given. */
export type ReadTrace = z.infer<typeof traceSchema>;
