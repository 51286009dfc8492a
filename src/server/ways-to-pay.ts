/** Which ways to pay are offered, from the rules of the server and of its prices. */
import type { CatalogItem, FeatureRules } from './catalog.js';

/** Parameters of `checkout.sessions.create` and of `setupIntents.create`. */
export interface WaysToPay {
  readonly allowed_payment_method_types?: string[];
  readonly payment_method_options?: {
    readonly us_bank_account: { readonly verification_method: 'automatic' | 'instant' };
  };
}

/** Debits that are made in one currency only. */
const CURRENCIES: Readonly<Record<string, string>> = { us_bank_account: 'usd', sepa_debit: 'eur' };

/**
 * For a session. Without a rule Stripe decides, as its Dashboard says; of several prices each must allow a method. In a
 * subscription a bank account has to be linked: one that is still to be proven leaves the first invoice unpaid, and that
 * ends the subscription after 23 hours.
 */
export function toWaysToPay(
  items: readonly CatalogItem[],
  server: FeatureRules,
  mode: 'payment' | 'subscription',
): WaysToPay {
  const rules: FeatureRules[] = items.map((item) => ({ ...server, ...item.rules }));
  const [first, ...others] = rules.flatMap(({ paymentMethods }) => (paymentMethods ? [paymentMethods] : []));
  const allowed = first?.filter((type) => others.every((list) => list.includes(type)));
  const verification = rules.some(({ bankVerification }) => bankVerification === 'instant')
    ? 'instant'
    : rules.every(({ bankVerification }) => bankVerification === 'automatic') || mode === 'payment'
      ? 'automatic'
      : 'instant';
  return toParams(allowed, verification);
}

/**
 * For a method that is kept. A bank account may be proven days later, as nothing waits for it; one for a subscription, whose
 * currency is `currency`, has to be linked.
 */
export function toWaysToKeep({ paymentMethods, bankVerification }: FeatureRules, currency?: string): WaysToPay {
  const pays = (type: string): boolean => currency === undefined || (CURRENCIES[type] ?? currency) === currency;
  const allowed = paymentMethods?.filter(pays);
  return toParams(
    allowed?.length === 0 ? undefined : allowed,
    bankVerification ?? (currency === undefined ? 'automatic' : 'instant'),
  );
}

const toParams = (allowed: readonly string[] | undefined, verification: 'automatic' | 'instant'): WaysToPay => ({
  ...(allowed && { allowed_payment_method_types: [...allowed] }),
  ...(allowed?.includes('us_bank_account') && {
    payment_method_options: { us_bank_account: { verification_method: verification } },
  }),
});
