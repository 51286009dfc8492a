/** Gives a payment method to a customer. */
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { PaymentMethod } from '../stripe-types.js';

export function attachMethod(account: Account, method: PaymentMethod, customer: string): PaymentMethod {
  method.customer = customer;
  own(account, customer, method.id);
  account.emit('payment_method.attached', method);
  return method;
}
