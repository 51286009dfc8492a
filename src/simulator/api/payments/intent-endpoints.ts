/** Routes of PaymentIntents and charges. Every intent here belongs to a session, which alone may change it. */
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { listTable } from '../http/list-table.js';
import { createdWithin } from '../http/paginate.js';
import { created, pagination, text } from '../http/params.js';
import { z } from 'zod';
import type { Account } from '../state/account.js';
import type { Charge, PaymentIntent } from '../stripe-types.js';

function findIntent(account: Account, id: string): PaymentIntent {
  const intent = account.paymentIntents.get(id);
  if (!intent) throw missingResource('payment_intent', id);
  return intent;
}

function findCharge(account: Account, id: string): Charge {
  const charge = account.charges.get(id);
  if (!charge) throw missingResource('charge', id);
  return charge;
}

/** Whatever the request says, the answer is no; so its parameters are not looked at. */
const refused = (route: 'confirm' | 'cancel' | 'update'): Endpoint => {
  const path = route === 'update' ? '' : `/${route}`;
  const made = endpoint(`POST /v1/payment_intents/:id${path}`, {
    run: ({ account, id }) => {
      findIntent(account, id);
      throw invalidRequest(
        'You cannot perform this action on PaymentIntents created by Checkout. Try expiring the Checkout Session instead.',
      );
    },
  });
  return { ...made, schema: z.looseObject({ expand: z.array(z.string()).optional() }) };
};

const itself = <T>(object: T): T => object;

export const intentEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/payment_intents', {
    params: { ...pagination, created, customer: text.optional() },
    run: ({ account, params, path }) => {
      const recent = createdWithin(params.created);
      const where = (item: PaymentIntent): boolean =>
        recent(item) && (params.customer === undefined || item.customer === params.customer);
      return listTable({ table: account.paymentIntents, read: itself, where, object: 'payment_intent' }, params, path);
    },
  }),
  endpoint('GET /v1/payment_intents/:id', { run: ({ account, id }) => findIntent(account, id) }),
  refused('update'),
  refused('confirm'),
  refused('cancel'),
  endpoint('GET /v1/charges', {
    params: { ...pagination, created, customer: text.optional(), payment_intent: text.optional() },
    run: ({ account, params, path }) => {
      const { customer, payment_intent: intent } = params;
      const recent = createdWithin(params.created);
      const where = (item: Charge): boolean =>
        recent(item) &&
        (customer === undefined || item.customer === customer) &&
        (intent === undefined || item.payment_intent === intent);
      return listTable({ table: account.charges, read: itself, where, object: 'charge' }, params, path);
    },
  }),
  endpoint('GET /v1/charges/:id', { run: ({ account, id }) => findCharge(account, id) }),
];
