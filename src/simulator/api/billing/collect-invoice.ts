/** Charges what an invoice asks for, without the customer. */
import { ApiError, invalidRequest } from '../http/api-error.js';
import { declines, type Decline } from '../payments/declines.js';
import { debitIntent } from '../payments/debit-intent.js';
import { stateOf } from '../payments/find-intent.js';
import { findMethod } from '../payments/method-endpoints.js';
import type { CardRecord, MethodRecord } from '../payments/method-record.js';
import { challengeIntent, declineOf, payIntent } from '../payments/settle-intent.js';
import type { Account } from '../state/account.js';
import type { Invoice, PaymentIntent } from '../stripe-types.js';
import { customerOf, subscriptionOf } from './find-billing.js';
import { intentOfInvoice } from './invoice-payment.js';
import { markFailed } from './settle-invoice.js';
import { idOf } from '../state/id-of.js';

/** The method an invoice is charged to: its own, its subscription's, the customer's. */
export function methodOf(account: Account, invoice: Invoice): MethodRecord | undefined {
  const candidates = [
    invoice.default_payment_method,
    subscriptionOf(account, invoice)?.default_payment_method,
    customerOf(account, invoice)?.invoice_settings.default_payment_method,
  ];
  const id = candidates.find((candidate) => typeof candidate === 'string');
  return typeof id === 'string' ? account.paymentMethods.get(id) : undefined;
}

/** Tries once. `next` is when Billing will try again, in Unix seconds. Returns whether it is paid, or the money is on its way. */
export function tryInvoice(account: Account, invoice: Invoice, next: number | null): boolean {
  const intent = intentOfInvoice(account, invoice);
  // What the customer has sent themselves is on its way: it is not asked for twice.
  if (intent?.status === 'processing') {
    invoice.next_payment_attempt = null;
    return true;
  }
  invoice.next_payment_attempt = next;
  invoice.attempt_count += 1;
  const method = methodOf(account, invoice);
  if (!intent || !method) {
    markFailed(account, invoice);
    return false;
  }
  try {
    charge(account, invoice, intent, method);
    // A debit that is on its way is not asked for twice.
    invoice.next_payment_attempt = null;
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return false;
  }
}

/** Charges a method that belongs to the customer. Throws what the bank says, in the words of `invoices.pay`. */
export function charge(account: Account, invoice: Invoice, intent: PaymentIntent, method: MethodRecord): void {
  const customer = idOf(invoice.customer ?? '');
  const asked: Decline | undefined = account.dunning.nextDeclines.get(customer);
  account.dunning.nextDeclines.delete(customer);
  const decline = asked ?? declineOf(method);
  if (!decline && method.kind === 'debit') {
    debitIntent(account, intent, method, () => undefined);
    return;
  }
  if (!decline && method.kind === 'card' && wantsCustomer(method)) throw askCustomer(account, invoice, intent, method);
  payIntent(account, intent, method, { decline, authenticated: false });
}

const wantsCustomer = ({ card, setUp }: CardRecord): boolean =>
  card.challenge === true && card.offSession !== 'anytime' && !(card.offSession === 'once_set_up' && setUp === true);

/** The bank wants to ask the customer, who is not there: the payment waits for them. */
function askCustomer(account: Account, invoice: Invoice, intent: PaymentIntent, method: MethodRecord): ApiError {
  const source = challengeIntent(account, intent, method);
  stateOf(account, intent).challenge = { source, methodId: method.method.id };
  account.emit('invoice.payment_action_required', invoice);
  markFailed(account, invoice);
  return new ApiError(402, {
    type: 'card_error',
    code: 'invoice_payment_intent_requires_action',
    message:
      'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
    decline_code: declines.authenticationRequired.decline_code,
  });
}

/** A method that `invoices.pay` was given, or the one there is. */
export function payableWith(account: Account, invoice: Invoice, id: string | undefined): MethodRecord {
  const method = id === undefined ? methodOf(account, invoice) : findMethod(account, id, 'payment_method');
  if (!method) {
    throw invalidRequest(
      'There is no `default_payment_method` set on this Customer or Invoice. Please create and attach a PaymentMethod to the Customer or Invoice before paying.',
      { code: 'missing' },
    );
  }
  if (method.method.customer !== invoice.customer) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${method.method.id}. The payment method must be attached to the customer.`,
      { code: 'resource_missing', param: 'payment_method' },
    );
  }
  return method;
}
