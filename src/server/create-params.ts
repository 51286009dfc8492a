/** Writes what a new session is created with: a pure function, so that the same purchase makes the same request. */
import type Stripe from 'stripe';
import { toAssignmentMetadata } from '../contract/assignment.js';
import { toClientReference } from '../contract/client-reference.js';
import { METADATA } from '../contract/metadata.js';
import { showsDetails } from '../contract/shows-details.js';
import type { FeatureRules } from './catalog.js';
import { isTaxed, type Offer } from './features.js';
import { toNewLines } from './line-items.js';
import { toTrialDays, type PricedLine } from './priced-lines.js';
import type { Purchase } from './purchase.js';
import type { WaysToPay } from './ways-to-pay.js';

/** What a session is opened on, beside what the form offers. */
export interface SessionTerms {
  /** Whether the customer has an email at Stripe; asked for within an experiment only. */
  readonly emailKnown: boolean;
  /** Of the server, where a price says nothing else. */
  readonly rules: FeatureRules;
  /** What may be paid with. */
  readonly ways: WaysToPay;
  /** Whether the customer may remove saved cards. */
  readonly removable: boolean;
}

/**
 * Parameters of `checkout.sessions.create`. Depends on owner, items, catalog, options and assignment; on no clock,
 * no page's address, no browser's language.
 */
export function toCreateParams(
  purchase: Purchase,
  lines: readonly PricedLine[],
  offer: Offer,
  mode: 'payment' | 'subscription',
  { emailKnown, rules, ways, removable }: SessionTerms,
): Stripe.Checkout.SessionCreateParams {
  const { caller, placement, keyHash } = purchase;
  const trialDays = mode === 'subscription' ? toTrialDays(lines) : null;
  const features = { email: emailKnown ? 'known' : 'ask', billingAddress: offer.billingAddress } as const;
  const assigned =
    placement === null
      ? {}
      : toAssignmentMetadata({ ...placement, differs: showsDetails(features, placement.prefilled) });
  const carried = { metadata: { [METADATA.owner]: caller.owner, ...assigned } };
  const always = offer.savePayment === 'always';
  return {
    ui_mode: 'elements',
    mode,
    line_items: toNewLines(lines),
    adaptive_pricing: { enabled: false },
    billing_address_collection: offer.billingAddress,
    allow_promotion_codes: offer.promotionCodes,
    ...ways,
    metadata: {
      [METADATA.owner]: caller.owner,
      [METADATA.purchase]: keyHash,
      ...(offer.savePayment !== 'never' && { [METADATA.saving]: offer.savePayment }),
      ...assigned,
    },
    ...(mode === 'subscription'
      ? { subscription_data: { ...carried, ...(trialDays !== null && { trial_period_days: trialDays }) } }
      : { payment_intent_data: { ...carried, ...(always && { setup_future_usage: 'off_session' }) } }),
    // Kept without being asked for: offered again all the same.
    ...(always && { payment_method_data: { allow_redisplay: 'always' } }),
    ...toSavedOptions(offer, removable),
    ...(isTaxed(purchase.items, rules) && { automatic_tax: { enabled: true } }),
    ...(offer.taxId !== 'off' && { tax_id_collection: { enabled: true } }),
    ...(placement !== null && {
      client_reference_id: toClientReference({ experiment: placement.name, ...placement }),
    }),
    ...(caller.customer !== null && {
      customer: caller.customer,
      customer_update: { name: 'auto', address: 'auto' },
      expand: ['customer'],
    }),
  };
}

/** What is not named is disabled at Stripe. */
function toSavedOptions(
  { savePayment }: Offer,
  removable: boolean,
): Pick<Stripe.Checkout.SessionCreateParams, 'saved_payment_method_options'> {
  const options = {
    ...(savePayment === 'ask' && { payment_method_save: 'enabled' as const }),
    ...(removable && { payment_method_remove: 'enabled' as const }),
  };
  return Object.keys(options).length === 0 ? {} : { saved_payment_method_options: options };
}
