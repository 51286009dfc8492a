/** Gives a customer a tax id, by request or because one was typed on a page. */
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import { own, ownedBy } from '../state/owned.js';
import type { TaxId } from '../stripe-types.js';
import { checkTaxId, countryOf } from './tax-id-forms.js';

/** Most tax ids that one customer has. */
const MOST = 5;

export function createTaxId(account: Account, customer: string, type: string, value: string, param = 'value'): TaxId {
  checkTaxId(type, value, param);
  if (taxIdsOf(account, customer).length >= MOST) {
    throw invalidRequest('A customer can have at most 5 tax IDs.', { code: 'customer_max_tax_ids' });
  }
  const taxId: TaxId = {
    id: makeId('txi'),
    object: 'tax_id',
    country: countryOf(type, value),
    created: account.now(),
    customer,
    customer_account: null,
    livemode: false,
    owner: { customer, customer_account: null, type: 'customer' },
    type,
    value,
    verification: {
      status: type === 'eu_vat' || type === 'gb_vat' || type === 'au_abn' ? 'pending' : 'unavailable',
      verified_address: null,
      verified_name: null,
    },
  };
  account.taxIds.set(taxId.id, taxId);
  own(account, customer, taxId.id);
  account.emit('customer.tax_id.created', taxId);
  return taxId;
}

/** A customer's tax ids as an invoice names them. */
export const namedTaxIds = (account: Account, customer: string): { type: string; value: string }[] =>
  taxIdsOf(account, customer).map(({ type, value }) => ({ type, value }));

/** The tax ids of a customer, newest first. */
export const taxIdsOf = (account: Account, customer: string): TaxId[] => ownedBy(account, customer, account.taxIds);
