/** Which ways to pay a session or an intent offers: cards, and what its server allowed beside or instead of them. */
import { methodTypes, type MethodType } from '../../wire/method-data.js';
import { invalidRequest, notSimulated, type ApiError } from '../http/api-error.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { SessionRecord } from '../checkout/session-record.js';

/** How a bank account is shown to be the customer's: `automatic` takes typed numbers, too. */
export type Verification = 'automatic' | 'instant';

/** What may be paid with. */
export interface Offered {
  readonly types: readonly string[];
  readonly verification: Verification;
}

interface Filter {
  readonly allowed?: readonly string[] | undefined;
  readonly excluded?: readonly string[] | undefined;
}

/** What the payment is, as far as methods care. */
interface Purpose {
  /** Null where only a method is kept. */
  readonly currency: string | null;
  /** Charged again without the customer. */
  readonly recurring: boolean;
}

const isSimulated = (type: string): type is MethodType => methodTypes.some((known) => known === type);

const currencies: Readonly<Record<MethodType, string | null>> = {
  card: null,
  us_bank_account: 'usd',
  sepa_debit: 'eur',
  ideal: 'eur',
};

/** The types to be shown, in Stripe's order. Without a filter, cards: the Dashboard's settings are not simulated. */
export function toTypes({ allowed, excluded }: Filter, { currency, recurring }: Purpose): MethodType[] {
  const asked = allowed ?? ['card'];
  for (const type of asked) {
    if (!isSimulated(type)) throw notSimulated('allowed_payment_method_types', `The payment method type ${type}`);
    const only = currencies[type];
    if (only !== null && currency !== null && currency !== only) throw wrongCurrency(type, currency, only);
    if (type === 'ideal' && recurring) {
      throw notSimulated('allowed_payment_method_types', 'iDEAL that is kept for later debits');
    }
  }
  const types = methodTypes.filter((type) => asked.includes(type) && excluded?.includes(type) !== true);
  if (types.length > 0) return types;
  throw invalidRequest('No payment method types are left to pay with.', {
    param: excluded ? 'excluded_payment_method_types' : 'allowed_payment_method_types',
  });
}

const wrongCurrency = (type: string, currency: string, only: string): ApiError =>
  invalidRequest(
    `The currency provided (${currency}) is invalid. Payments with ${type} support the following currencies: ${only}.`,
    { param: 'allowed_payment_method_types' },
  );

const toVerification = (method: string | undefined): Verification => (method === 'instant' ? 'instant' : 'automatic');

export const offeredBySession = ({ session }: SessionRecord): Offered => ({
  types: session.payment_method_types,
  verification: toVerification(session.payment_method_options?.us_bank_account?.verification_method),
});

export const offeredByIntent = (intent: PaymentIntent | SetupIntent): Offered => ({
  types: intent.payment_method_types,
  verification: toVerification(intent.payment_method_options?.us_bank_account?.verification_method),
});
