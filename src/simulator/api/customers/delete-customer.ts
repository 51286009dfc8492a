/** Deletes a customer: subscriptions end, payment methods are let go. */
import { cancelSubscription } from '../billing/change-subscription.js';
import { detachAll } from '../payments/method-endpoints.js';
import type { Account } from '../state/account.js';
import type { Customer, DeletedCustomer } from '../stripe-types.js';

export function deleteCustomer(account: Account, customer: Customer): DeletedCustomer {
  for (const subscription of account.subscriptions.values()) {
    if (subscription.customer === customer.id && subscription.status !== 'canceled')
      cancelSubscription(account, subscription);
  }
  detachAll(account, customer.id);
  account.customers.delete(customer.id);
  const deleted: DeletedCustomer = { id: customer.id, object: 'customer', deleted: true };
  account.deletedCustomers.set(customer.id, deleted);
  account.emit('customer.deleted', customer);
  return deleted;
}
