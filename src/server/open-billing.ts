/** What may be opened beside a purchase: an invoice, a subscription's payment, a method to keep. */
import type Stripe from 'stripe';
import type { OpenRequest } from '../contract/open-request.js';
import type { Features } from '../contract/sessions.js';
import type { Caller } from './caller.js';
import type { FeatureRules } from './catalog.js';
import { savingOf } from './features.js';
import { openInvoice } from './open-invoice.js';
import { openSetup } from './open-setup.js';
import { openSubscription } from './open-subscription.js';
import type { Opening } from './open-session.js';
import { Refusal } from './refusal.js';
import { mayRemoveSaved } from './saved-methods.js';
import { toWaysToKeep } from './ways-to-pay.js';

/** A request for anything but a purchase. */
export type BillingRequest = Exclude<OpenRequest, { kind: 'purchase' }>;

/** Opens it for the known customer it belongs to. `key` is the purchase key. */
export async function openBilling(
  stripe: Stripe,
  asked: BillingRequest,
  caller: Caller,
  key: string,
  rules: FeatureRules,
): Promise<Opening> {
  const { customer, owner } = caller;
  if (customer === null) {
    throw new Refusal('customer.required', {
      field: 'kind',
      detail: '`customer` of createCheckoutServer says who asks.',
    });
  }
  const known = { customer, owner };
  // For a subscription nothing is: it hangs on one of them.
  const removable = (): Promise<boolean> =>
    rules.removeSaved === true ? mayRemoveSaved(stripe, customer) : Promise.resolve(false);
  switch (asked.kind) {
    case 'invoice':
      return openInvoice(stripe, asked.invoice, known, toFeatures(savingOf(rules, asked.savePayment)), {
        redisplay: ['always'],
        removable: await removable(),
      });
    case 'subscription':
      return openSubscription(stripe, asked.subscription, known, key, { features: toFeatures('never'), rules });
    case 'setup':
      return openSetup(stripe, known, key, {
        features: toFeatures('never'),
        ways: toWaysToKeep(rules),
        removable: await removable(),
      });
  }
}

/** The customer is known, and nothing is sold that could be changed. */
const toFeatures = (savePayment: Features['savePayment']): Features => ({
  email: 'known',
  billingAddress: 'auto',
  savePayment,
  promotionCodes: false,
  quantity: null,
  company: 'off',
  taxId: 'off',
  purchaseOrder: 'off',
  payByInvoice: false,
  express: false,
});
