/** The backend of billing-checkout: a Request goes in, a Response comes out, Stripe remembers. */
import { Hono, type Context } from 'hono';
import type Stripe from 'stripe';
import { MAX_FUNNEL_BYTES } from '../contract/funnel-events.js';
import { invoiceRequestSchema } from '../contract/invoice-request.js';
import { EVENTS, SESSIONS, WEBHOOKS } from '../contract/routes.js';
import { sessionChangeSchema } from '../contract/session-change.js';
import { openRequestSchema, type OpenRequest } from '../contract/open-request.js';
import { openBilling } from './open-billing.js';
import { toCaller, type Caller } from './caller.js';
import { toCatalogItems } from './catalog.js';
import { changeBilling } from './change-billing.js';
import { changeSession } from './change-session.js';
import { addCors, checkOrigin, toPreflight } from './cors.js';
import { findStanding } from './find-standing.js';
import { findSession } from './find-session.js';
import { handleEvent } from './handle-event.js';
import { createInFlight } from './in-flight.js';
import { openHosted, toReturnUrl } from './open-hosted.js';
import { openSession, type OpeningTerms } from './open-session.js';
import { toSettings, type CheckoutServerOptions, type GuardRefusal } from './options.js';
import { parseBody } from './parse-body.js';
import { payByInvoice } from './pay-by-invoice.js';
import { toPurchase } from './purchase.js';
import { readBody } from './read-body.js';
import { receiveEvents } from './receive-events.js';
import { receiveWebhook } from './receive-webhook.js';
import { Refusal, toProblemResponse } from './refusal.js';
import { reportFailure } from './report-failure.js';
import { isStripeError, toStripeRefusal } from './stripe-refusal.js';
import { toTruth } from './to-truth.js';

/** What {@link createCheckoutServer} gives. Keeps nothing between two requests: run as many copies as you like. */
export interface CheckoutServer {
  /** Answers a request: on Workers, Deno, Bun, in Next or Hono as it is; on Node through `toNodeListener`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Handles an event of an endpoint you have already, verified by you. Rejects when a hook throws. */
  readonly handleEvent: (event: Stripe.Event) => Promise<void>;
}

/**
 * Makes the backend that `<billing-checkout>` talks to.
 *
 * @throws TypeError when a required option is missing or wrong; the message names the option and the mend.
 *
 * @example
 * ```ts
 * import { createCheckoutServer } from 'billing-checkout/server';
 * import Stripe from 'stripe';
 *
 * export const server = createCheckoutServer({
 *   stripe: new Stripe(process.env.STRIPE_SECRET_KEY ?? ''),
 *   webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
 *   origins: ['https://example.com'],
 *   prices: { pro_monthly: { quantity: { max: 500 } }, pro_yearly: {} },
 *   hooks: {
 *     completed: ({ session, truth }) => {
 *       console.log(session.id, truth.payment);
 *     },
 *   },
 * });
 *
 * // Workers, Deno, Bun and Hono take a function from Request to Response.
 * export default { fetch: server.fetch };
 * ```
 */
export function createCheckoutServer(options: CheckoutServerOptions): CheckoutServer {
  const settings = toSettings(options);
  const { stripe, origins, endpoint } = settings;
  const app = new Hono({ strict: true }).basePath(endpoint);
  const browsers = createInFlight(settings.inFlightLimit);
  const webhooks = createInFlight(settings.inFlightLimit);

  const callerOf = async (request: Request): Promise<Caller> =>
    toCaller((await options.customer?.(request))?.id ?? null);

  const bodyOf = async (request: Request, most = settings.bodyLimit): Promise<string> => {
    checkOrigin(request, origins);
    checkContentType(request);
    const body = await readBody(request, { most, within: settings.bodyTimeout });
    browsers.enter(request);
    return body;
  };

  app.use(async ({ req }, next) => {
    try {
      await next();
    } finally {
      browsers.leave(req.raw);
      webhooks.leave(req.raw);
    }
  });

  app.post(SESSIONS, async (context) => {
    const request = context.req.raw;
    const asked = parseBody<OpenRequest>(openRequestSchema, await bodyOf(request));
    const key = toPurchaseKey(request);
    if (asked.ui === 'hosted' && asked.kind !== 'purchase') {
      throw new Refusal('kind.unsupported', { field: 'ui', detail: 'A page of Stripe’s is for purchases only.' });
    }
    const returnUrl = asked.ui === 'hosted' ? toReturnUrl(asked.returnUrl, request, origins) : null;
    const items = asked.kind === 'purchase' ? toCatalogItems(asked.items, settings.catalog) : [];
    checkGuard(await options.guard?.(request, asked));
    const caller = await callerOf(request);
    if (asked.kind !== 'purchase') {
      const { answer, fresh } = await openBilling(stripe, asked, caller, key, settings.features);
      return context.json(answer, fresh ? 201 : 200);
    }
    const purchase = await toPurchase(asked, caller, items, key);
    const terms: OpeningTerms = {
      features: settings.features,
      hooks: options.hooks,
      once: options.once,
      report: (error) => {
        reportFailure(toRefusal(error), error, request, options.onError);
      },
    };
    const { answer, fresh } =
      returnUrl === null
        ? await openSession(stripe, purchase, terms)
        : await openHosted(stripe, purchase, terms, returnUrl);
    return context.json(answer, fresh ? 201 : 200);
  });

  app.get(`${SESSIONS}/:id`, async (context) => {
    const request = context.req.raw;
    browsers.enter(request);
    const standing = await findStanding(stripe, context.req.param('id'), await callerOf(request));
    // What is left to do must not keep the truth from the customer; the webhook does it again.
    await standing.settle().catch((error: unknown) => {
      reportFailure(toRefusal(error), error, request, options.onError);
    });
    return context.json(standing.truth);
  });

  app.patch(`${SESSIONS}/:id`, async (context) => {
    const request = context.req.raw;
    const change = parseBody(sessionChangeSchema, await bodyOf(request));
    const caller = await callerOf(request);
    const id = context.req.param('id');
    const billing = await changeBilling(stripe, id, change, caller);
    if (billing !== null) return context.json(billing);
    const reading = await findSession(stripe, id, caller);
    return context.json(toTruth(await changeSession(stripe, reading, change, caller, settings)));
  });

  app.post(`${SESSIONS}/:id/invoice`, async (context) => {
    const request = context.req.raw;
    const asked = parseBody(invoiceRequestSchema, await bodyOf(request));
    const session = context.req.param('id');
    checkGuard(await options.guard?.(request, { kind: 'pay_by_invoice', session, ...asked }));
    return context.json(toTruth(await payByInvoice(stripe, session, asked, await callerOf(request), settings)));
  });

  app.post(EVENTS, async (context) => {
    const most = Math.min(settings.bodyLimit, MAX_FUNNEL_BYTES);
    await receiveEvents(options.events, () => bodyOf(context.req.raw, most));
    return context.body(null, 204);
  });

  app.post(WEBHOOKS, async (context) => {
    const event = await receiveWebhook(stripe, context.req.raw, settings.webhookSecrets, settings.bodyTimeout);
    webhooks.enter(context.req.raw);
    await handleEvent(stripe, event, options.hooks, options.once);
    return context.json({ received: true });
  });

  serveOther(app, SESSIONS, 'POST', origins);
  serveOther(app, `${SESSIONS}/:id`, 'GET, PATCH', origins);
  serveOther(app, `${SESSIONS}/:id/invoice`, 'POST', origins);
  serveOther(app, EVENTS, 'POST', origins);
  serveOther(app, WEBHOOKS, 'POST', null);
  app.notFound(() => toProblemResponse(new Refusal('request.not_found')));
  app.onError((error, context) => {
    const refusal = toRefusal(error);
    reportFailure(refusal, error, context.req.raw, options.onError);
    return toProblemResponse(refusal);
  });

  return {
    fetch: async (request) => addCors(await app.fetch(request), request, origins),
    handleEvent: (event) => handleEvent(stripe, event, options.hooks, options.once),
  };
}

/** Preflights, and the methods a route does not have. Routes without `origins` are not for browsers. */
function serveOther(app: Hono, path: string, methods: string, origins: ReadonlySet<string> | null): void {
  app.all(path, (context: Context) => {
    const request = context.req.raw;
    if (request.method !== 'OPTIONS' || origins === null) throw new Refusal('request.method', { allow: methods });
    checkOrigin(request, origins);
    return toPreflight(request, methods);
  });
}

function checkContentType(request: Request): void {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new Refusal('request.content_type');
}

/** The purchase key: anything printable, as long as Stripe's own keys may be. */
function toPurchaseKey(request: Request): string {
  const key = request.headers.get('idempotency-key');
  if (key === null || key === '') throw new Refusal('request.key_missing', { field: 'Idempotency-Key' });
  if (!/^[\x21-\x7e]{8,255}$/.test(key)) {
    throw new Refusal('request.invalid', { field: 'Idempotency-Key', detail: '8 to 255 visible ASCII characters.' });
  }
  return key;
}

function checkGuard(verdict: GuardRefusal | boolean | undefined | void): void {
  if (verdict === false) throw new Refusal('guard.refused');
  if (typeof verdict === 'object') throw new Refusal(verdict.code, verdict);
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return isStripeError(error) ? toStripeRefusal(error) : new Refusal('server.failed');
}
