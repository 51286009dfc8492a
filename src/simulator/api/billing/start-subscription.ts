/** A subscription by request: begun at once, on trial, or once its first invoice is paid. */
import { checkQuantity, readPrice } from '../checkout/read-lines.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { ApiError, invalidRequest } from '../http/api-error.js';
import { findMethod } from '../payments/method-endpoints.js';
import { createSetupIntent } from '../payments/setup-intent-endpoints.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { Customer, Invoice, Subscription } from '../stripe-types.js';
import { checkTaxPlace } from '../tax/session-tax.js';
import { billSubscription } from './bill-subscription.js';
import { announceTrialEnd } from './change-subscription.js';
import { charge, methodOf, payableWith } from './collect-invoice.js';
import { finalizeInvoice } from './finalize-invoice.js';
import { intentOfInvoice } from './invoice-payment.js';
import { toSubscription, type SoldAgain } from './new-subscription.js';
import { toPayableTypes, type NewItem, type NewSubscription } from './subscription-params.js';

const DAY = 86_400;
const NOTICE = 3 * DAY;

export function startSubscription(account: Account, customer: Customer, params: NewSubscription): Subscription {
  const sold = params.items.map((item, index) => readSold(account, item, `items[${String(index)}]`));
  const extras = (params.add_invoice_items ?? []).map((item, index) =>
    readSold(account, item, `add_invoice_items[${String(index)}]`),
  );
  const currency = checkSold(sold, extras);
  const trialEnd = readTrial(account, params);
  const sends = params.collection_method === 'send_invoice';
  checkCollection(params, sends);
  const taxed = params.automatic_tax?.enabled === true;
  if (taxed) checkTaxPlace(customer, 'automatic_tax');
  const method = params.default_payment_method;
  if (method !== undefined) checkMethod(account, customer, method);
  const behavior = params.payment_behavior ?? 'allow_incomplete';
  const asks = !sends && trialEnd === null;
  const subscription = toSubscription(account, customer, sold, {
    currency,
    ...(taxed && { automatic_tax: { disabled_reason: null, enabled: true, liability: { type: 'self' } } }),
    status: trialEnd !== null ? 'trialing' : asks ? 'incomplete' : 'active',
    collection_method: sends ? 'send_invoice' : 'charge_automatically',
    days_until_due: sends ? (params.days_until_due ?? null) : null,
    default_payment_method: method ?? null,
    description: params.description ?? null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: params.invoice_settings?.custom_fields ?? null,
      description: params.invoice_settings?.description ?? null,
      footer: params.invoice_settings?.footer ?? null,
      issuer: { type: 'self' },
    },
    metadata: applyMetadata(null, params.metadata),
    payment_settings: {
      payment_method_options: null,
      payment_method_types: toPayableTypes(params.payment_settings ?? {}, currency),
      save_default_payment_method: params.payment_settings?.save_default_payment_method ?? 'off',
    },
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: params.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
      },
    },
  });
  account.subscriptions.set(subscription.id, subscription);
  own(account, customer.id, subscription.id);
  customer.currency ??= currency;
  const invoice = billSubscription(account, subscription, customer, 'subscription_create', extras);
  if (asks && behavior !== 'default_incomplete' && invoice.amount_due > 0) payableWith(account, invoice, undefined);
  account.emit('customer.subscription.created', subscription);
  account.emit('invoice.created', invoice);
  if (params.cancel_at_period_end === true) {
    subscription.cancel_at_period_end = true;
    subscription.cancel_at = Math.max(...subscription.items.data.map((item) => item.current_period_end));
  }
  if (sends) return subscription;
  finalizeInvoice(account, invoice);
  if (trialEnd !== null) beginTrial(account, subscription, customer, invoice, behavior, trialEnd);
  else if (behavior !== 'default_incomplete') collect(account, invoice, behavior);
  return subscription;
}

/** A method to keep is asked for where there is none and the page is to ask. */
function beginTrial(
  account: Account,
  subscription: Subscription,
  customer: Customer,
  invoice: Invoice,
  behavior: string,
  end: number,
): void {
  if (behavior === 'default_incomplete' && !methodOf(account, invoice)) {
    subscription.pending_setup_intent = createSetupIntent(account, { customer: customer.id, usage: 'off_session' }).id;
  }
  if (end - account.now() <= NOTICE) announceTrialEnd(account, subscription);
}

/** Charges the first invoice. What fails leaves the subscription incomplete, or no subscription where that was asked for. */
function collect(account: Account, invoice: Invoice, behavior: 'allow_incomplete' | 'error_if_incomplete'): void {
  const intent = intentOfInvoice(account, invoice);
  if (!intent) return;
  invoice.attempt_count = 1;
  try {
    charge(account, invoice, intent, payableWith(account, invoice, undefined));
  } catch (error) {
    if (behavior === 'error_if_incomplete' || !(error instanceof ApiError) || error.status !== 402) throw error;
  }
}

function readSold(account: Account, input: NewItem, at: string): SoldAgain {
  const price = readPrice(account, input, at);
  const { quantity = 1 } = input;
  checkQuantity(quantity, null, `${at}[quantity]`);
  return { price, quantity };
}

function checkSold(sold: readonly SoldAgain[], extras: readonly SoldAgain[]): string {
  for (const [index, { price }] of sold.entries()) {
    if (price.recurring) continue;
    const message =
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.';
    throw invalidRequest(message, { param: `items[${String(index)}][price]` });
  }
  for (const [index, { price }] of extras.entries()) {
    if (!price.recurring) continue;
    const message =
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.';
    throw invalidRequest(message, { param: `add_invoice_items[${String(index)}][price]` });
  }
  const all = [...sold, ...extras].map(({ price }) => price.currency);
  const [currency = ''] = all;
  if (all.some((other) => other !== currency)) {
    throw invalidRequest('All prices on a subscription must have the same currency.', { param: 'items' });
  }
  const cycles = new Set(
    sold.map(({ price }) => `${price.recurring?.interval ?? ''} ${String(price.recurring?.interval_count)}`),
  );
  if (cycles.size > 1) {
    throw invalidRequest('All prices on a subscription must have the same `interval` and `interval_count`.', {
      param: 'items',
    });
  }
  return currency;
}

function readTrial(account: Account, { trial_end: end, trial_period_days: days }: NewSubscription): number | null {
  if (end !== undefined && days !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: trial_end, trial_period_days.', {
      param: 'trial_end',
    });
  }
  const now = account.now();
  if (days !== undefined) {
    if (days < 0 || days > 730)
      throw invalidRequest('Invalid `trial_period_days`: must be from 0 to 730.', { param: 'trial_period_days' });
    return days === 0 ? null : now + days * DAY;
  }
  if (end === undefined || end === 'now') return null;
  if (end <= now) {
    const message = 'Invalid timestamp: must be an integer Unix timestamp in the future.';
    throw invalidRequest(message, { param: 'trial_end' });
  }
  return end;
}

function checkCollection({ days_until_due: days, payment_behavior: behavior }: NewSubscription, sends: boolean): void {
  const param = 'days_until_due';
  if (!sends && days !== undefined) {
    throw invalidRequest('`days_until_due` can only be set if `collection_method` is `send_invoice`.', { param });
  }
  if (sends && days === undefined) {
    const message = 'You must specify `days_until_due` when `collection_method` is `send_invoice`.';
    throw invalidRequest(message, { code: 'parameter_missing', param });
  }
  if (sends && behavior !== undefined && behavior !== 'allow_incomplete') {
    throw invalidRequest('`payment_behavior` cannot be set if `collection_method` is `send_invoice`.', {
      param: 'payment_behavior',
    });
  }
}

function checkMethod(account: Account, customer: Customer, id: string): void {
  const param = 'default_payment_method';
  if (findMethod(account, id, param).method.customer === customer.id) return;
  const message = `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`;
  throw invalidRequest(message, { code: 'resource_missing', param });
}
