/** Writes the contract as OpenAPI 3.1, from the same schemas the server parses with. */
import * as z from 'zod/mini';
import { PROBLEM_TITLES } from '../contract/problem-titles.js';
import { PROBLEMS, problemSchema, type ProblemCode } from '../contract/problems.js';
import { funnelBatchSchema } from '../contract/funnel-events.js';
import { invoiceRequestSchema } from '../contract/invoice-request.js';
import { EVENTS, SESSIONS, WEBHOOKS } from '../contract/routes.js';
import { sessionChangeSchema } from '../contract/session-change.js';
import { openRequestSchema, sessionIdSchema } from '../contract/open-request.js';
import { checkoutSessionSchema } from '../contract/checkout-session.js';
import { int, objectId, WEB_URL, webUrl } from '../contract/scalars.js';
import { truthSchema } from '../contract/truth.js';
import { CONTRACT_VERSION } from '../contract/version.js';

/** A JSON value of the document. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What every request may be refused with, and what every one that carries a body. */
const ALWAYS = ['stripe.unavailable', 'stripe.rejected', 'server.busy', 'server.failed'] as const;
const WITH_BODY = [
  'request.malformed',
  'request.content_type',
  'request.invalid',
  'request.too_large',
  'request.too_slow',
  'request.origin_missing',
  'request.origin_foreign',
  'contract.unsupported',
] as const;
const SOLD = ['price.unknown', 'price.incompatible', 'quantity.out_of_range', 'customer.already_subscribed'] as const;

/** What kinds other than a purchase may be refused with. */
const BILLED = [
  'customer.required',
  'invoice.not_found',
  'invoice.void',
  'invoice.uncollectible',
  'subscription.not_found',
  'subscription.ended',
] as const;

/** What the plain functions of the scalars check. */
const SCALARS = new Map<z.core.$ZodType, z.core.JSONSchema.BaseSchema>([
  [int, { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }],
  [objectId, { minLength: 1 }],
  [webUrl, { pattern: WEB_URL.source }],
]);

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const toSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const json = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, SCALARS.get(zodSchema)),
  });
  // A schema of JSON is JSON; the generator's type allows more than it writes.
  const { $schema: _dialect, ...rest } = JSON.parse(JSON.stringify(json)) as {
    $schema?: Json;
  } & Record<string, Json>;
  return rest;
};

/** Problems by status; each names its codes. */
function toProblems(codes: readonly ProblemCode[]): Record<string, Json> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => PROBLEMS[code].status === status);
      const header = here.some((code) => PROBLEMS[code].retry)
        ? { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } }
        : {};
      return [
        String(status),
        {
          description: here.map((code) => `\`${code}\`: ${PROBLEM_TITLES[code]}`).join('\n'),
          ...header,
          content: {
            'application/problem+json': {
              schema: { allOf: [ref('Problem'), { properties: { code: { enum: here } } }] },
            },
          },
        },
      ];
    }),
  );
}

const toContent = (name: string): Json => ({ 'application/json': { schema: ref(name) } });
const toBody = (name: string): Json => ({ required: true, content: toContent(name) });
const toAnswerOf = (name: string, description: string): Json => ({ description, content: toContent(name) });
const sessionId: Json = { name: 'id', in: 'path', required: true, schema: ref('SessionId') };

/** The document. `server` is where the routes live. */
export function toOpenApiDocument(server = '/billing'): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'billing-checkout backend contract',
      version: String(CONTRACT_VERSION),
      description: 'What <billing-checkout> asks of a backend. Problems are RFC 9457.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths: {
      [SESSIONS]: { post: openOperation() },
      [`${SESSIONS}/{id}`]: { parameters: [sessionId], get: readOperation(), patch: changeOperation() },
      [invoicePathOf]: { parameters: [sessionId], post: invoiceOperation() },
      [EVENTS]: { post: eventsOperation() },
      [WEBHOOKS]: { post: webhookOperation() },
    },
    components: {
      schemas: {
        OpenRequest: toSchema(openRequestSchema, 'input'),
        CheckoutSession: toSchema(checkoutSessionSchema, 'output'),
        SessionChange: toSchema(sessionChangeSchema, 'input'),
        InvoiceRequest: toSchema(invoiceRequestSchema, 'input'),
        Truth: toSchema(truthSchema, 'output'),
        FunnelBatch: toSchema(funnelBatchSchema, 'input'),
        Problem: toSchema(problemSchema, 'output'),
        SessionId: toSchema(sessionIdSchema, 'input'),
      },
    },
  };
}

const openOperation = (): Json => ({
  operationId: 'openSession',
  summary: 'Opens a session, or gives back the one this purchase has.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The purchase key: one per thing bought, made by the browser.',
      schema: { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    },
  ],
  requestBody: toBody('OpenRequest'),
  responses: {
    '200': toAnswerOf('CheckoutSession', 'The session there was.'),
    '201': toAnswerOf('CheckoutSession', 'A new session.'),
    ...toProblems([
      ...WITH_BODY,
      'request.key_missing',
      'kind.unsupported',
      ...SOLD,
      ...BILLED,
      'guard.refused',
      ...ALWAYS,
    ]),
  },
});

const readOperation = (): Json => ({
  operationId: 'readSession',
  summary: 'Where a payment stands: nothing secret, nothing personal.',
  responses: {
    '200': toAnswerOf('Truth', 'Where it stands.'),
    ...toProblems(['session.not_found', ...ALWAYS]),
  },
});

const changeOperation = (): Json => ({
  operationId: 'changeSession',
  summary: 'Changes what an open session sells, or what is said about the purchase.',
  requestBody: toBody('SessionChange'),
  responses: {
    '200': toAnswerOf('Truth', 'Where it stands afterwards.'),
    ...toProblems([...WITH_BODY, 'session.not_found', 'session.closed', ...SOLD, ...ALWAYS]),
  },
});

const invoicePathOf = `${SESSIONS}/{id}/invoice`;

const invoiceOperation = (): Json => ({
  operationId: 'payByInvoice',
  summary: 'Turns an open session into an invoice. Asked again, it continues or answers the same.',
  requestBody: toBody('InvoiceRequest'),
  responses: {
    '200': toAnswerOf('Truth', 'Invoiced, or as the session has ended before.'),
    ...toProblems([
      ...WITH_BODY,
      'session.not_found',
      'session.closed',
      'invoice.not_offered',
      'customer.required',
      ...SOLD,
      'guard.refused',
      ...ALWAYS,
    ]),
  },
});

const eventsOperation = (): Json => ({
  operationId: 'receiveEvents',
  summary: 'Keeps funnel events. Optional: after a 404 a page sends no more of them.',
  requestBody: toBody('FunnelBatch'),
  responses: {
    '204': { description: 'Kept.' },
    ...toProblems([...WITH_BODY, 'request.not_found', 'server.busy', 'server.failed']),
  },
});

const webhookOperation = (): Json => ({
  operationId: 'receiveWebhook',
  summary: 'Takes Stripe’s events, signed over the raw body.',
  parameters: [{ name: 'Stripe-Signature', in: 'header', required: true, schema: { type: 'string' } }],
  requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
  responses: {
    '200': { description: 'Handled, or none of ours.' },
    ...toProblems([
      'webhook.signature',
      'request.malformed',
      'request.too_large',
      'request.too_slow',
      'request.not_found',
      ...ALWAYS,
    ]),
  },
});
