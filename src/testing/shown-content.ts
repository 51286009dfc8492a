/** What a shown form is about, where nothing else is said: a guest who buys one monthly plan. */
import type { CheckoutSession, Features } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { Summary } from '../core/summary.js';
import type { ShownForm, ShownOutcome } from './shown-state.js';

/** The one session of every shown state. */
export const SHOWN_SESSION = 'cs_test_shown';

const FEATURES: Features = {
  email: 'ask',
  billingAddress: 'required',
  savePayment: 'ask',
  promotionCodes: false,
  quantity: null,
  company: 'off',
  taxId: 'off',
  purchaseOrder: 'off',
  payByInvoice: false,
  express: true,
};

const SUMMARY: Summary = {
  currency: 'usd',
  lines: [
    {
      id: 'li_1',
      name: 'Pro',
      description: null,
      quantity: 1,
      unitAmount: 4900,
      amount: 4900,
      cadence: { interval: 'month', count: 1 },
    },
  ],
  subtotal: 4900,
  discount: 0,
  discounts: [],
  tax: 0,
  taxIncluded: 0,
  reverseCharge: false,
  taxPending: false,
  taxId: null,
  total: 4900,
  recurring: { interval: 'month', count: 1, amount: 4900, discount: 0, trialEnd: null },
  email: null,
  canConfirm: true,
};

/** What the form is told to cost. Without recurring lines nothing recurs, unless it is said. */
export function toShownSummary({ summary = {}, features, mode = 'subscription' }: ShownForm): Summary {
  const known = features?.email === 'known' ? { email: 'ada@example.com' } : {};
  return { ...SUMMARY, ...known, ...(mode !== 'subscription' && { recurring: null }), ...summary };
}

/** What the server is told to have opened. `secret` is none of anybody's. */
export function toShownSession(
  { mode = 'subscription', features, updatedCard }: ShownForm,
  status: CheckoutSession['status'],
): CheckoutSession {
  return {
    contract: CONTRACT_VERSION,
    gateway: 'checkout_session',
    id: SHOWN_SESSION,
    clientSecret: SHOWN_SESSION,
    status,
    mode,
    features: { ...FEATURES, ...features },
    expiresAt: Math.floor(Date.now() / 1000) + 86_400,
    livemode: false,
    ...(updatedCard && { updatedCard }),
  };
}

/** What the server is told to answer about the session. */
export function toShownTruth(status: Truth['status'], said: ShownOutcome['truth'] = {}): Truth {
  return {
    contract: CONTRACT_VERSION,
    id: SHOWN_SESSION,
    status,
    mode: 'subscription',
    payment: status === 'complete' ? 'paid' : null,
    amount: SUMMARY.total,
    currency: SUMMARY.currency,
    attempt: null,
    decline: null,
    links: { invoice: null, receipt: null, verification: null },
    expectedAt: null,
    livemode: false,
    ...said,
  };
}
