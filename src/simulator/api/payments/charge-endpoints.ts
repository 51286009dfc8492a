/** Routes of charges. */
import { missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { listTable } from '../http/list-table.js';
import { createdWithin } from '../http/paginate.js';
import { created, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { Charge } from '../stripe-types.js';

function findCharge(account: Account, id: string): Charge {
  const charge = account.charges.get(id);
  if (!charge) throw missingResource('charge', id);
  return charge;
}

export const chargeEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/charges', {
    params: { ...pagination, created, customer: text.optional(), payment_intent: text.optional() },
    run: ({ account, params, path }) => {
      const { customer, payment_intent: intent } = params;
      const recent = createdWithin(params.created);
      const where = (item: Charge): boolean =>
        recent(item) &&
        (customer === undefined || item.customer === customer) &&
        (intent === undefined || item.payment_intent === intent);
      return listTable({ table: account.charges, read: (charge) => charge, where, object: 'charge' }, params, path);
    },
  }),
  endpoint('GET /v1/charges/:id', { run: ({ account, id }) => findCharge(account, id) }),
];
