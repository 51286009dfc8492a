/** Sessions, truths and states as they come, for tests. */
import type { SessionInfo } from '../../../src/core/session.js';
import type { Checking, CheckoutState, Confirming, Ready, Unresolved, Validating } from '../../../src/core/state.js';
import type { Truth } from '../../../src/contract/truth.js';

/** An open subscription of a guest. */
export const session: SessionInfo = {
  id: 'cs_1',
  mode: 'subscription',
  status: 'open',
  features: {
    email: 'ask',
    billingAddress: 'required',
    savePayment: 'ask',
    promotionCodes: false,
    quantity: { min: 1, max: 500 },
    company: 'off',
    taxId: 'off',
    purchaseOrder: 'off',
    payByInvoice: true,
    netDays: 30,
    express: true,
  },
  expiresAt: 1_800_000_000,
  livemode: false,
};

/** What the server says of `cs_1`, unless told otherwise. */
export const truth = (status: Truth['status'], more: Partial<Truth> = {}): Truth => ({
  contract: 1,
  id: 'cs_1',
  status,
  mode: 'subscription',
  payment: status === 'complete' ? 'paid' : null,
  amount: 10_500,
  currency: 'usd',
  attempt: null,
  decline: null,
  links: { invoice: null, receipt: null, verification: null },
  expectedAt: null,
  livemode: false,
  ...more,
});

const open = { attempt: 2, session, step: 'details' } as const;

export const ready = (more: Partial<Ready> = {}): Ready => ({ name: 'ready', waiting: null, ...open, ...more });
export const validating: Validating = { name: 'validating', ...open };
export const confirming = (more: Partial<Confirming> = {}): Confirming => ({
  name: 'confirming',
  asked: 0,
  ...open,
  ...more,
});
export const checking = (more: Partial<Checking> = {}): Checking => ({
  name: 'checking',
  attempt: 2,
  id: 'cs_1',
  reason: 'unclear',
  asked: 1,
  seenOpen: 0,
  paused: false,
  open: { session, step: 'details' },
  ...more,
});
export const unresolved = (more: Partial<Unresolved> = {}): Unresolved => ({
  name: 'unresolved',
  attempt: 2,
  id: 'cs_1',
  reason: 'unclear',
  open: { session, step: 'details' },
  ...more,
});
export const processing: CheckoutState = { name: 'processing', attempt: 2, truth: truth('processing') };
export const action: CheckoutState = { name: 'action', attempt: 2, truth: truth('requires_action') };
export const failed: CheckoutState = { name: 'failed', attempt: 2, error: { code: 'network.failed' } };
export const expired: CheckoutState = { name: 'expired', attempt: 2 };

/** Success, as Stripe.js tells it. */
export const stripeComplete = {
  type: 'confirm.complete',
  id: 'cs_1',
  payment: 'paid',
  amount: 10_500,
  currency: 'usd',
} as const;
