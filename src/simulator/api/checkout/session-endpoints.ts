/** Routes of Checkout Sessions for the merchant's server. */
import { z } from 'zod';
import { missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { listTable } from '../http/list-table.js';
import { createdWithin, paginate } from '../http/paginate.js';
import { created, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { CheckoutSession } from '../stripe-types.js';
import { createParams } from './create-params.js';
import { createSession } from './create-session.js';
import { expireSession } from './expire-sessions.js';
import type { SessionRecord } from './session-record.js';
import { toLineItems } from './session-totals.js';
import { updateParams, updateSession } from './update-session.js';

export function findSession(account: Account, id: string): SessionRecord {
  const record = account.sessions.get(id);
  if (!record) throw missingResource('checkout.session', id);
  return record;
}

const sessionOf = ({ session }: SessionRecord): CheckoutSession => session;

export const sessionEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/checkout/sessions', {
    params: createParams,
    run: ({ account, params }) => createSession(account, params),
  }),
  endpoint('GET /v1/checkout/sessions', {
    params: {
      ...pagination,
      created,
      customer: text.optional(),
      customer_details: z.strictObject({ email: text }).optional(),
      payment_intent: text.optional(),
      status: z.enum(['complete', 'expired', 'open']).optional(),
      subscription: text.optional(),
    },
    run: ({ account, params, path }) => {
      const { customer, customer_details: details, payment_intent: intent, status, subscription } = params;
      const recent = createdWithin(params.created);
      const where = (session: CheckoutSession): boolean =>
        recent(session) &&
        (customer === undefined || session.customer === customer) &&
        (!details || session.customer_details?.email === details.email) &&
        (intent === undefined || session.payment_intent === intent) &&
        (status === undefined || session.status === status) &&
        (subscription === undefined || session.subscription === subscription);
      const list = { table: account.sessions, read: sessionOf, where, object: 'checkout.session' };
      return listTable(list, params, path);
    },
  }),
  endpoint('GET /v1/checkout/sessions/:id', { run: ({ account, id }) => findSession(account, id).session }),
  endpoint('POST /v1/checkout/sessions/:id', {
    params: updateParams,
    run: ({ account, params, id }) => updateSession(account, findSession(account, id), params),
  }),
  endpoint('POST /v1/checkout/sessions/:id/expire', {
    run: ({ account, id }) => expireSession(account, findSession(account, id)),
  }),
  endpoint('GET /v1/checkout/sessions/:id/line_items', {
    params: pagination,
    run: ({ account, params, id, path }) => paginate(toLineItems(account, findSession(account, id)), params, path),
  }),
];
