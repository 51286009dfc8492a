/** Takes over what the customer typed: email, phone, address, quantity. */
import { z } from 'zod';
import { findPrice } from '../catalog/prices.js';
import { fixedEmail } from '../checkout/session-email.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { applyTotals, changeDiscount } from '../checkout/session-totals.js';
import { redeemCode } from '../discounts/redeem-code.js';
import { toAddress } from '../customers/create-customer.js';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { address, email, emptyable, integer, text } from '../http/params.js';
import { checkTaxId } from '../tax/tax-id-forms.js';
import { detach } from '../payments/method-endpoints.js';
import { offeredMethods } from './saved-methods.js';
import type { Account } from '../state/account.js';

const blank = z.string().max(5000).optional();

export const updatePageParams = {
  client_secret: text,
  email: emptyable(email).optional(),
  phone_number: emptyable(text).optional(),
  billing_address: emptyable(z.strictObject({ name: blank, address: address.extend({ country: text }) })).optional(),
  tax_id_info: emptyable(z.strictObject({ type: text, value: text, business_name: text })).optional(),
  remove_payment_method: text.optional(),
  promotion_code: emptyable(text).optional(),
  line_item_quantity: z.strictObject({ line_item: text, quantity: integer }).optional(),
};
const whole = z.object(updatePageParams);
type UpdatePageParams = z.output<typeof whole>;

export function updatePage(account: Account, record: SessionRecord, params: UpdatePageParams): void {
  const { email: mail, phone_number: phone, billing_address: billing, line_item_quantity: change } = params;
  if (mail !== undefined && fixedEmail(account, record) !== null) {
    throw invalidRequest('The email of this Checkout Session cannot be changed.', { param: 'email' });
  }
  if (params.remove_payment_method !== undefined) removeMethod(account, record, params.remove_payment_method);
  if (change) changeQuantity(account, record, change);
  if (params.promotion_code !== undefined) changeCode(account, record, params.promotion_code);
  if (mail !== undefined) record.typed.email = mail;
  if (phone !== undefined) record.typed.phone = phone;
  if (billing !== undefined) {
    record.typed.address = billing ? toAddress(billing.address) : null;
    record.typed.name = billing?.name || null;
  }
  if (params.tax_id_info !== undefined) changeTaxId(record, params.tax_id_info);
  // Where the customer is, and which business, decides about the tax.
  if (billing !== undefined || params.tax_id_info !== undefined) applyTotals(account, record);
}

/** Only what the page offers can be removed, and only where the session says so. */
function removeMethod(account: Account, { session }: SessionRecord, id: string): void {
  const param = 'remove_payment_method';
  if (session.saved_payment_method_options?.payment_method_remove !== 'enabled') {
    throw invalidRequest('Payment methods cannot be removed in this Checkout Session.', { param });
  }
  const customer = typeof session.customer === 'string' ? session.customer : '';
  const found = offeredMethods(account, customer, session).find(({ method }) => method.id === id);
  if (!found) throw missingResource('payment_method', id, param, 400);
  detach(account, found.method);
}

function changeTaxId({ session, typed }: SessionRecord, info: UpdatePageParams['tax_id_info']): void {
  if (!session.tax_id_collection?.enabled) {
    throw invalidRequest('Tax IDs are not collected by this Checkout Session.', { param: 'tax_id_info' });
  }
  if (info) checkTaxId(info.type, info.value, 'tax_id_info[value]');
  typed.taxId = info ? { type: info.type, value: info.value, businessName: info.business_name } : null;
}

function changeCode(account: Account, record: SessionRecord, code: string | null): void {
  if (record.session.allow_promotion_codes !== true) {
    const message = 'Promotion codes are not allowed for this Checkout Session.';
    throw invalidRequest(message, { param: 'promotion_code' });
  }
  changeDiscount(account, record, code === null ? null : redeemCode(account, record, code));
}

function changeQuantity(
  account: Account,
  record: SessionRecord,
  change: { line_item: string; quantity: number },
): void {
  const line = record.lines.find(({ id }) => id === change.line_item);
  if (!line) throw missingResource('line item', change.line_item, 'line_item_quantity[line_item]', 400);
  const param = 'line_item_quantity[quantity]';
  if (!line.adjustable) {
    throw invalidRequest('The quantity of this line item is not adjustable.', { param });
  }
  const { minimum, maximum } = line.adjustable;
  if (change.quantity < minimum || change.quantity > maximum) {
    const message = `Quantity must be between ${String(minimum)} and ${String(maximum)}.`;
    throw invalidRequest(message, { param });
  }
  // Without a recurring item left there would be nothing to subscribe to.
  const last = record.lines.every(
    (other) => other === line || other.quantity === 0 || !findPrice(account, other.priceId).recurring,
  );
  if (change.quantity === 0 && last && record.session.mode === 'subscription') {
    throw invalidRequest('A subscription needs at least one item.', { param });
  }
  const before = line.quantity;
  line.quantity = change.quantity;
  try {
    applyTotals(account, record);
  } catch (error) {
    line.quantity = before;
    throw error;
  }
}
