/** Which ways to pay a session offers, from the rules of the server and of its prices. */
import type Stripe from 'stripe';
import type { CatalogItem, FeatureRules } from './catalog.js';

type Params = Pick<Stripe.Checkout.SessionCreateParams, 'allowed_payment_method_types' | 'payment_method_options'>;

/**
 * Parameters of `checkout.sessions.create`. Without a rule Stripe decides, as its Dashboard says; of several prices each
 * must allow a method. In a subscription a bank account has to be linked: one that is still to be proven leaves the first
 * invoice unpaid, and that ends the subscription after 23 hours.
 */
export function toWaysToPay(
  items: readonly CatalogItem[],
  server: FeatureRules,
  mode: 'payment' | 'subscription',
): Params {
  const rules: FeatureRules[] = items.map((item) => ({ ...server, ...item.rules }));
  const [first, ...others] = rules.flatMap(({ paymentMethods }) => (paymentMethods ? [paymentMethods] : []));
  const allowed = first?.filter((type) => others.every((list) => list.includes(type)));
  const verification = rules.some(({ bankVerification }) => bankVerification === 'instant')
    ? 'instant'
    : rules.every(({ bankVerification }) => bankVerification === 'automatic') || mode === 'payment'
      ? 'automatic'
      : 'instant';
  return {
    ...(allowed && { allowed_payment_method_types: [...allowed] }),
    ...(allowed?.includes('us_bank_account') && {
      payment_method_options: { us_bank_account: { verification_method: verification } },
    }),
  };
}
