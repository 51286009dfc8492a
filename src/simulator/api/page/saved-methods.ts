/** Cards of the session's customer that may be offered again. */
import type { StripeCheckoutSavedPaymentMethod } from '@stripe/stripe-js';
import type { SessionRecord } from '../checkout/session-record.js';
import type { MethodRecord } from '../payments/method-record.js';
import type { Account } from '../state/account.js';
import { ownedBy } from '../state/owned.js';

export function savedMethods(account: Account, { session }: SessionRecord): StripeCheckoutSavedPaymentMethod[] | null {
  if (typeof session.customer !== 'string') return null;
  return toSavedMethods(offeredMethods(account, session.customer, session));
}

/** Cards as Stripe.js names them to a page. */
export const toSavedMethods = (records: readonly MethodRecord[]): StripeCheckoutSavedPaymentMethod[] =>
  records.map(({ method }) => ({
    id: method.id,
    type: 'card',
    card: {
      brand: method.card?.brand ?? '',
      expMonth: method.card?.exp_month ?? 0,
      expYear: method.card?.exp_year ?? 0,
      last4: method.card?.last4 ?? '',
    },
    billingDetails: {
      email: method.billing_details.email,
      name: method.billing_details.name,
      phone: method.billing_details.phone,
      address: method.billing_details.address,
    },
  }));

export function offeredMethods(account: Account, customer: string, session: SessionRecord['session']): MethodRecord[] {
  const filters = session.saved_payment_method_options?.allow_redisplay_filters ?? ['always'];
  return ownedBy(account, customer, account.paymentMethods).filter(
    // Bank accounts are not offered again in Checkout.
    ({ kind, method }) =>
      kind === 'card' && method.customer === customer && filters.includes(method.allow_redisplay ?? 'unspecified'),
  );
}
