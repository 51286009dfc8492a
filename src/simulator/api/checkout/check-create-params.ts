/** Refuses what Stripe refuses when a session is created, mode by mode. */
import type { ApiError } from '../http/api-error.js';
import { invalidRequest, notSimulated } from '../http/api-error.js';
import { leftOut, leftOutWhenHosted, refusedWithElements, type CreateSessionParams } from './create-params.js';

export function checkCreateParams(params: CreateSessionParams, now: number): void {
  checkUiMode(params);
  checkMode(params);
  checkCustomer(params);
  checkDiscounts(params);
  checkExpiry(params.expires_at, now);
  checkLeftOut(params);
}

function checkUiMode(params: CreateSessionParams): void {
  const { ui_mode: uiMode = 'hosted_page' } = params;
  if (params.payment_method_types !== undefined) {
    const code = 'payment_method_types_no_longer_supported';
    const message =
      'The parameter `payment_method_types` is no longer supported. Use `allowed_payment_method_types` or `excluded_payment_method_types` instead.';
    throw invalidRequest(message, { code, param: 'payment_method_types' });
  }
  if (uiMode === 'hosted_page') {
    checkHosted(params);
    return;
  }
  if (uiMode !== 'elements') throw notSimulated('ui_mode', `ui_mode: ${uiMode}`);
  for (const param of refusedWithElements) {
    if (params[param] !== undefined) {
      throw invalidRequest(`You can not pass \`${param}\` when \`ui_mode\` is \`elements\`.`, { param });
    }
  }
  if (params.tax_id_collection?.required !== undefined) {
    const param = 'tax_id_collection[required]';
    throw invalidRequest(`You can not pass \`${param}\` when \`ui_mode\` is \`elements\`.`, { param });
  }
}

/** A page of Stripe's needs to know where it leads to. */
function checkHosted(params: CreateSessionParams): void {
  if (params.return_url !== undefined) {
    const message = 'You can not pass `return_url` when `ui_mode` is `hosted_page`.';
    throw invalidRequest(message, { param: 'return_url' });
  }
  if (params.success_url === undefined) {
    throw invalidRequest('Missing required param: success_url.', { code: 'parameter_missing', param: 'success_url' });
  }
  for (const param of ['success_url', 'cancel_url'] as const) {
    const url = params[param];
    if (url !== undefined && !isWebAddress(url))
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param });
  }
  for (const param of leftOutWhenHosted) if (params[param] !== undefined) throw notSimulated(param);
  if (params.tax_id_collection?.required === 'if_supported') throw notSimulated('tax_id_collection[required]');
}

/** `{CHECKOUT_SESSION_ID}` may stand anywhere in it. */
const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

function checkMode(params: CreateSessionParams): void {
  const { mode } = params;
  if (mode === 'setup') throw notSimulated('mode', 'mode: setup');
  const wrong = (param: keyof CreateSessionParams): ApiError =>
    invalidRequest(`You can not pass \`${param}\` in \`${mode}\` mode.`, { param });
  if (mode === 'subscription' && params.payment_intent_data) throw wrong('payment_intent_data');
  if (mode === 'payment' && params.subscription_data) throw wrong('subscription_data');
  if (mode === 'payment' && params.payment_method_collection) {
    throw invalidRequest('You can only set `payment_method_collection` if there are recurring prices.', {
      param: 'payment_method_collection',
    });
  }
  if (mode === 'subscription' && params.customer_creation) {
    throw invalidRequest('`customer_creation` can only be used in `payment` mode.', {
      param: 'customer_creation',
    });
  }
  if (mode === 'subscription' && params.invoice_creation) {
    const message =
      'You can only enable invoice creation when `mode` is set to `payment`. Invoices are created automatically when `mode` is set to `subscription`, and are unsupported when set to `setup`.';
    throw invalidRequest(message, { param: 'invoice_creation' });
  }
}

function checkCustomer(params: CreateSessionParams): void {
  const { customer, customer_email: email, customer_update: update } = params;
  const exclusive = (first: string, second: string): ApiError =>
    invalidRequest(`You may only specify one of these parameters: ${first}, ${second}.`, { param: first });
  if (customer !== undefined && email !== undefined) throw exclusive('customer', 'customer_email');
  if (customer !== undefined && params.customer_creation) throw exclusive('customer', 'customer_creation');
  if (customer === undefined && update) {
    const message = '`customer_update` can only be used with `customer` or `customer_account`.';
    throw invalidRequest(message, { param: 'customer_update' });
  }
  if (customer !== undefined && params.tax_id_collection?.enabled && update?.name !== 'auto') {
    throw invalidRequest(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
    );
  }
}

function checkDiscounts({ discounts, allow_promotion_codes: codes }: CreateSessionParams): void {
  if (!discounts) return;
  if (codes !== undefined) {
    const message = 'You may only specify one of these parameters: allow_promotion_codes, discounts.';
    throw invalidRequest(message, { param: 'allow_promotion_codes' });
  }
  if (discounts.length > 1) throw invalidRequest('You can only apply one discount.', { param: 'discounts' });
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  const param = 'expires_at';
  if (expiresAt < now + 30 * 60) {
    const message = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.';
    throw invalidRequest(message, { param });
  }
  if (expiresAt > now + 24 * 60 * 60) {
    const message = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.';
    throw invalidRequest(message, { param });
  }
}

/** What is not simulated must not be ignored: a test would pass that real Stripe fails. */
function checkLeftOut(params: CreateSessionParams): void {
  for (const param of leftOut) if (params[param] !== undefined) throw notSimulated(param);
  if (params.automatic_tax?.liability !== undefined) throw notSimulated('automatic_tax[liability]');
  if (params.adaptive_pricing?.enabled) throw notSimulated('adaptive_pricing[enabled]');
  if (params.invoice_creation?.enabled) throw notSimulated('invoice_creation[enabled]');
  if (params.payment_intent_data?.capture_method === 'manual')
    throw notSimulated('payment_intent_data[capture_method]');
  for (const name of ['payment_intent_data', 'subscription_data'] as const) refuseUnread(name, params[name] ?? {});
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  if (allowed && excluded) {
    throw invalidRequest(
      'You may only specify one of these parameters: allowed_payment_method_types, excluded_payment_method_types.',
      { param: 'allowed_payment_method_types' },
    );
  }
}

const unreadFields = [
  'application_fee_amount',
  'application_fee_percent',
  'billing_cycle_anchor',
  'billing_cycle_anchor_config',
  'default_tax_rates',
  'on_behalf_of',
  'pending_invoice_item_interval',
  'proration_behavior',
  'shipping',
  'statement_descriptor',
  'transfer_data',
  'transfer_group',
];

function refuseUnread(name: string, data: object): void {
  const field = unreadFields.find((key) => key in data);
  if (field) throw notSimulated(`${name}[${field}]`);
}
