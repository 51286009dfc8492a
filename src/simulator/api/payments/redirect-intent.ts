/** Pays a PaymentIntent on the page of the customer's bank, which leads back to the shop. */
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { Departure } from './awaited.js';
import { authenticationFailure, failIntent, payIntent } from './settle-intent.js';

/** The address to send the customer to. */
export function departIntent(account: Account, departure: Departure): string {
  const { intent, method, returnUrl } = departure;
  const token = `pa_nonce_${randomText(40)}`;
  const url = `${account.origin}/authorize/${token}`;
  intent.payment_method = method.method.id;
  intent.last_payment_error = null;
  intent.status = 'requires_action';
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } };
  account.departures.set(token, departure);
  account.emit('payment_intent.requires_action', intent);
  return url;
}

/** A redirect without a way back would strand the customer. */
export function needReturnUrl(url: string | null | undefined): string {
  if (url) return url;
  throw invalidRequest('You must provide a `return_url` when confirming with a payment method that redirects.', {
    code: 'parameter_missing',
    param: 'return_url',
  });
}

/** Whether this is still the attempt that the intent waits for. */
export const isWaiting = (account: Account, token: string, { intent }: Departure): boolean =>
  account.paymentIntents.get(intent.id) === intent &&
  intent.status === 'requires_action' &&
  intent.next_action?.redirect_to_url?.url?.endsWith(`/${token}`) === true;

/** What the customer chose on the page. */
export function arriveFromBank(
  account: Account,
  { intent, method, paid }: Departure,
  choice: 'authorize' | 'fail',
): void {
  if (choice === 'authorize') {
    payIntent(account, intent, method, { decline: undefined, authenticated: false });
    paid();
    return;
  }
  failIntent(account, intent, method, authenticationFailure('payment_intent'));
}
