/** Routes of tax ids: below their customer, and by themselves. */
import { findCustomer } from '../customers/create-customer.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { paginate } from '../http/paginate.js';
import { pagination, text } from '../http/params.js';
import { z } from 'zod';
import type { Account } from '../state/account.js';
import type { DeletedTaxId, TaxId } from '../stripe-types.js';
import { createTaxId, taxIdsOf } from './create-tax-id.js';

const owner = z.strictObject({
  type: z.enum(['account', 'application', 'customer', 'self']),
  customer: text.optional(),
  account: z.unknown().optional(),
});

function findTaxId(account: Account, id: string, customer?: string): TaxId {
  const taxId = account.taxIds.get(id);
  if (!taxId || (customer !== undefined && taxId.customer !== customer)) throw missingResource('tax_id', id);
  return taxId;
}

function removeTaxId(account: Account, taxId: TaxId): DeletedTaxId {
  account.taxIds.delete(taxId.id);
  account.emit('customer.tax_id.deleted', taxId);
  return { id: taxId.id, object: 'tax_id', deleted: true };
}

/** The customer that owns a tax id which names its owner. */
function toOwner(account: Account, given: z.output<typeof owner> | undefined): string {
  if (given?.type !== 'customer') throw notSimulated('owner', 'Tax ids of the account itself');
  if (given.customer === undefined) {
    throw invalidRequest('Missing required param: owner[customer].', {
      code: 'parameter_missing',
      param: 'owner[customer]',
    });
  }
  return findCustomer(account, given.customer, 'owner[customer]').id;
}

export const taxIdEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/customers/:id/tax_ids', {
    params: { type: text, value: text },
    run: ({ account, params, id }) => createTaxId(account, findCustomer(account, id).id, params.type, params.value),
  }),
  endpoint('GET /v1/customers/:id/tax_ids', {
    params: pagination,
    run: ({ account, params, id, path }) => paginate(taxIdsOf(account, findCustomer(account, id).id), params, path),
  }),
  endpoint('GET /v1/customers/:id/tax_ids/:subId', {
    run: ({ account, id, subId }) => findTaxId(account, subId, findCustomer(account, id).id),
  }),
  endpoint('DELETE /v1/customers/:id/tax_ids/:subId', {
    run: ({ account, id, subId }) => removeTaxId(account, findTaxId(account, subId, findCustomer(account, id).id)),
  }),
  endpoint('POST /v1/tax_ids', {
    params: { type: text, value: text, owner: owner.optional() },
    run: ({ account, params }) => createTaxId(account, toOwner(account, params.owner), params.type, params.value),
  }),
  endpoint('GET /v1/tax_ids', {
    params: { ...pagination, owner: owner.optional() },
    run: ({ account, params, path }) => paginate(taxIdsOf(account, toOwner(account, params.owner)), params, path),
  }),
  endpoint('GET /v1/tax_ids/:id', { run: ({ account, id }) => findTaxId(account, id) }),
  endpoint('DELETE /v1/tax_ids/:id', { run: ({ account, id }) => removeTaxId(account, findTaxId(account, id)) }),
];
