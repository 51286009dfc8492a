/** Opens a Checkout Session: for Elements, or with a page of its own. */
import { findCustomer } from '../customers/create-customer.js';
import { redeemChoice } from '../discounts/redeem-code.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest } from '../http/api-error.js';
import { shownBankOptions } from '../payments/method-options.js';
import { toTypes } from '../payments/offered-types.js';
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import type { CheckoutSession, Customer } from '../stripe-types.js';
import { checkTaxLocation } from '../tax/session-tax.js';
import { hostedPageUrl } from './hosted-page-url.js';
import { checkCreateParams } from './check-create-params.js';
import type { CreateSessionParams, SubscriptionData } from './create-params.js';
import { checkLines, readNewLine } from './read-lines.js';
import type { SessionRecord } from './session-record.js';
import { applyTotals } from './session-totals.js';

const day = 24 * 60 * 60;

export function createSession(account: Account, params: CreateSessionParams): CheckoutSession {
  const now = account.now();
  checkCreateParams(params, now);
  checkTrial(params.subscription_data ?? {}, now);
  const customer = params.customer === undefined ? null : findCustomer(account, params.customer, 'customer');
  const mode = params.mode === 'subscription' ? 'subscription' : 'payment';
  const lines = (params.line_items ?? []).map((line, index) => readNewLine(account, line, index));
  const currency = checkLines(account, lines, mode, params.currency);
  const session = toSession(account, params, currency, customer);
  const record: SessionRecord = {
    session,
    secret: session.client_secret ?? `${session.id}_secret_${randomText(56)}`,
    lines,
    typed: { email: null, phone: null, name: null, address: null, taxId: null },
    customerUpdate: params.customer_update ?? {},
    paymentIntentData: params.payment_intent_data ?? {},
    subscriptionData: params.subscription_data ?? {},
    allowRedisplay: params.payment_method_data?.allow_redisplay ?? null,
    discount: null,
    intentId: null,
    challenge: null,
    lastError: null,
  };
  const [choice] = params.discounts ?? [];
  if (choice) record.discount = redeemChoice(account, session, choice);
  checkTaxLocation(account, record);
  applyTotals(account, record);
  account.sessions.set(session.id, record);
  account.expiring.set(session.id, record);
  account.nextExpiry = Math.min(account.nextExpiry, session.expires_at);
  return session;
}

function checkTrial(data: SubscriptionData, now: number): void {
  const { trial_end: end, trial_period_days: days } = data;
  if (end !== undefined && days !== undefined) {
    const message =
      'You may only specify one of these parameters: subscription_data[trial_end], subscription_data[trial_period_days].';
    throw invalidRequest(message, { param: 'subscription_data[trial_end]' });
  }
  if (days !== undefined && (days < 1 || days > 730)) {
    const message = 'The trial period must be between 1 and 730 days.';
    throw invalidRequest(message, { param: 'subscription_data[trial_period_days]' });
  }
  if (end !== undefined && end < now + 2 * day) {
    const message = 'The `trial_end` date has to be at least 2 days in the future.';
    throw invalidRequest(message, { param: 'subscription_data[trial_end]' });
  }
}

function toSession(
  account: Account,
  params: CreateSessionParams,
  currency: string,
  customer: Customer | null,
): CheckoutSession {
  const id = makeId('cs_test');
  const payment = params.mode === 'payment';
  const hosted = (params.ui_mode ?? 'hosted_page') === 'hosted_page';
  const saved = params.saved_payment_method_options;
  const types = toTypes(
    { allowed: params.allowed_payment_method_types, excluded: params.excluded_payment_method_types },
    { currency, recurring: !payment || params.payment_intent_data?.setup_future_usage !== undefined },
  );
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: 0,
    amount_total: 0,
    automatic_tax: params.automatic_tax?.enabled
      ? { enabled: true, liability: { type: 'self' }, provider: 'stripe', status: 'requires_location_inputs' }
      : { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: hosted ? null : `${id}_secret_${randomText(56)}`,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: account.now(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: payment && !customer ? (params.customer_creation ?? 'if_required') : customer ? null : 'always',
    customer_details: toCustomerDetails(customer, params.customer_email ?? null),
    customer_email: params.customer_email ?? null,
    discounts: [],
    ...(params.excluded_payment_method_types
      ? { excluded_payment_method_types: params.excluded_payment_method_types }
      : {}),
    expires_at: params.expires_at ?? account.now() + day,
    integration_identifier: params.integration_identifier ?? null,
    invoice: null,
    invoice_creation: payment ? noInvoice : null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: { enabled: false },
    metadata: applyMetadata(null, params.metadata),
    mode: params.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: payment ? 'if_required' : (params.payment_method_collection ?? 'always'),
    payment_method_configuration_details: null,
    payment_method_options: shownBankOptions(types, params.payment_method_options),
    payment_method_types: types,
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    redirect_on_completion: 'always',
    ...(params.return_url ? { return_url: params.return_url } : {}),
    saved_payment_method_options: {
      allow_redisplay_filters: saved?.allow_redisplay_filters ?? ['always'],
      payment_method_remove: saved?.payment_method_remove ?? 'disabled',
      payment_method_save: saved?.payment_method_save ?? 'disabled',
    },
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: params.success_url ?? null,
    tax_id_collection: { enabled: params.tax_id_collection?.enabled ?? false, required: 'never' },
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: hosted ? 'hosted_page' : 'elements',
    url: hosted ? hostedPageUrl(account, id) : null,
    wallet_options: null,
  };
}

const noInvoice: CheckoutSession['invoice_creation'] = {
  enabled: false,
  invoice_data: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: null,
    metadata: {},
    rendering_options: null,
  },
};

export function toCustomerDetails(
  customer: Customer | null,
  email: string | null,
): CheckoutSession['customer_details'] {
  if (!customer && email === null) return null;
  return {
    address: customer?.address ?? null,
    business_name: null,
    email: customer ? customer.email : email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: customer?.phone ?? null,
    tax_exempt: customer?.tax_exempt ?? 'none',
    tax_ids: null,
  };
}
