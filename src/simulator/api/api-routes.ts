/** Mounts every endpoint of the API. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { invoiceActionEndpoints } from './billing/invoice-actions.js';
import { invoiceEndpoints } from './billing/invoice-endpoints.js';
import { invoiceItemEndpoints } from './billing/invoice-items.js';
import { subscriptionEndpoints } from './billing/subscription-endpoints.js';
import { testClockEndpoints } from './clocks/test-clocks.js';
import { priceEndpoints } from './catalog/prices.js';
import { productEndpoints } from './catalog/products.js';
import { sessionEndpoints } from './checkout/session-endpoints.js';
import { customerEndpoints } from './customers/customer-endpoints.js';
import { customerSessionEndpoints } from './customers/customer-sessions.js';
import { couponEndpoints } from './discounts/coupons.js';
import { promotionCodeEndpoints } from './discounts/promotion-codes.js';
import { eventEndpoints } from './events/event-endpoints.js';
import { answer, errorBody } from './http/answer.js';
import { ApiError } from './http/api-error.js';
import { writeLog } from './http/request-log.js';
import { makeRequestId } from './http/run-request.js';
import { serveEndpoint } from './http/serve-endpoint.js';
import { pageEndpoints } from './page/page-endpoints.js';
import { chargeEndpoints } from './payments/charge-endpoints.js';
import { confirmationTokenEndpoints } from './payments/confirmation-tokens.js';
import { disputeEndpoints } from './payments/dispute-endpoints.js';
import { elementsEndpoints } from './payments/elements-endpoints.js';
import { intentEndpoints } from './payments/intent-endpoints.js';
import { mandateEndpoints } from './payments/mandates.js';
import { methodEndpoints } from './payments/method-endpoints.js';
import { proofEndpoints } from './payments/proof-endpoints.js';
import { refundEndpoints } from './payments/refunds.js';
import { setupIntentEndpoints } from './payments/setup-intent-endpoints.js';
import { taxIdEndpoints } from './tax/tax-id-endpoints.js';
import type { World } from './state/world.js';

const endpoints = [
  ...chargeEndpoints,
  ...confirmationTokenEndpoints,
  ...couponEndpoints,
  ...customerEndpoints,
  ...customerSessionEndpoints,
  ...disputeEndpoints,
  ...elementsEndpoints,
  ...eventEndpoints,
  ...intentEndpoints,
  ...invoiceActionEndpoints,
  ...invoiceEndpoints,
  ...mandateEndpoints,
  ...invoiceItemEndpoints,
  ...methodEndpoints,
  ...pageEndpoints,
  ...priceEndpoints,
  ...productEndpoints,
  ...promotionCodeEndpoints,
  ...proofEndpoints,
  ...sessionEndpoints,
  ...refundEndpoints,
  ...setupIntentEndpoints,
  ...subscriptionEndpoints,
  ...testClockEndpoints,
  ...taxIdEndpoints,
];

const browserPaths = [
  '/v1/confirmation_tokens',
  '/v1/payment_pages/*',
  '/v1/elements/*',
  '/v1/payment_intents/*',
  '/v1/setup_intents/*',
];

export function apiRoutes(world: World): Hono {
  const app = new Hono();
  // Pages on any origin may hold a publishable key; a secret one has no business in a browser.
  for (const path of browserPaths) {
    app.use(path, cors({ origin: '*', exposeHeaders: ['Request-Id', 'Stripe-Should-Retry'] }));
  }
  for (const endpoint of endpoints) {
    app.on(endpoint.method, endpoint.path, (context) => {
      const { id = '', subId = '' } = context.req.param() as { id?: string; subId?: string };
      return serveEndpoint(world, endpoint, { request: context.req.raw, id, subId });
    });
  }
  app.all('/v1/*', ({ req }) => unknownRoute(world, req.method, req.path));
  return app;
}

function unknownRoute(world: World, method: string, path: string): Response {
  const message = `Unrecognized request URL (${method}: ${path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code. This simulator may not know the route yet.`;
  const requestId = makeRequestId();
  const error = new ApiError(404, { type: 'invalid_request_error', message });
  writeLog(world.log, {
    time: world.now(null),
    method,
    path,
    account: null,
    status: 404,
    request_id: requestId,
    idempotency_key: null,
  });
  return answer(404, errorBody(error, requestId), { requestId, version: null, idempotencyKey: null, replayed: false });
}
