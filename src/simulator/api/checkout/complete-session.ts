/** What a session leaves behind once its payment is through, or its debit sent: customer, subscription, invoice. */
import { createInvoice } from '../billing/create-invoice.js';
import { createInvoicePayment } from '../billing/invoice-payment.js';
import { createSubscription } from '../billing/create-subscription.js';
import { countRedemption, discountInvoice, discountSubscription } from '../discounts/create-discount.js';
import { inTimeOf } from '../clocks/in-time-of.js';
import { createCustomer, findCustomer } from '../customers/create-customer.js';
import { attachMethod } from '../payments/attach-method.js';
import type { MethodRecord } from '../payments/method-record.js';
import type { Account } from '../state/account.js';
import type { Customer } from '../stripe-types.js';
import { toCustomerDetails } from './create-session.js';
import { lineTotals } from './session-totals.js';
import { createTaxId, taxIdsOf } from '../tax/create-tax-id.js';
import { taxOf } from '../tax/session-tax.js';
import { taxInvoice } from '../tax/tax-invoice.js';
import { emailOf } from './session-email.js';
import type { SessionRecord } from './session-record.js';
import { isOwed, oweInvoice, owePayment } from './settle-session.js';

/** Runs after the money: nothing here exists before, and nothing of it exists after a decline. */
export function completeSession(
  account: Account,
  record: SessionRecord,
  method: MethodRecord | null,
  save: boolean,
): void {
  const { session } = record;
  const customer = customerOf(account, record, method);
  if (customer) keepTaxId(account, record, customer);
  if (customer && method) keepMethod(account, record, customer, method, save);
  if (customer && session.mode === 'subscription') {
    inTimeOf(account, customer, () => {
      bill(account, record, customer, method);
    });
  }
  if (customer) putCustomerOnPayment(account, record, customer);
  countRedemption(account, record);
  session.status = 'complete';
  const due = (session.amount_total ?? 0) > 0;
  session.payment_status = isOwed(account, record) ? 'unpaid' : due ? 'paid' : 'no_payment_required';
  session.customer = customer?.id ?? null;
  session.customer_details = detailsOf(account, record, method, customer);
  session.client_secret = null;
  session.url = null;
  record.challenge = null;
  record.lastError = null;
  account.emit('checkout.session.completed', session);
}

/** A guest becomes a customer where a customer is needed; a known one is updated only as far as asked. */
function customerOf(account: Account, record: SessionRecord, method: MethodRecord | null): Customer | null {
  const { session } = record;
  const { name, phone, address } = collected(record, method);
  if (typeof session.customer === 'string') {
    const customer = findCustomer(account, session.customer);
    const wanted = record.customerUpdate;
    const updates = {
      ...(wanted.name === 'auto' && name !== null ? { name } : {}),
      ...(wanted.address === 'auto' && address ? { address } : {}),
      ...(record.typed.taxId ? { business_name: record.typed.taxId.businessName } : {}),
      // A customer without an email gets the one typed, asked for or not.
      ...(customer.email === null && record.typed.email !== null ? { email: record.typed.email } : {}),
    };
    if (Object.keys(updates).length > 0) {
      const previous = {
        business_name: customer.business_name,
        name: customer.name,
        address: customer.address,
        email: customer.email,
      };
      Object.assign(customer, updates);
      account.emit('customer.updated', customer, previous);
    }
    return customer;
  }
  if (session.customer_creation !== 'always') return null;
  const customer = createCustomer(account, { email: emailOf(account, record), name, phone, address: toInput(address) });
  if (record.typed.taxId) customer.business_name = record.typed.taxId.businessName;
  account.emit('customer.created', customer);
  return customer;
}

/** A tax id that the customer has already is not kept twice. */
function keepTaxId(account: Account, { typed: { taxId } }: SessionRecord, customer: Customer): void {
  const has = taxIdsOf(account, customer.id).some(({ type, value }) => type === taxId?.type && value === taxId.value);
  if (taxId && !has) createTaxId(account, customer.id, taxId.type, taxId.value);
}

const toInput = (address: Customer['address']): Record<string, string> | null =>
  address
    ? Object.fromEntries(Object.entries(address).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
    : null;

/** What was typed on the page wins over what came with the card. */
function collected(
  record: SessionRecord,
  method: MethodRecord | null,
): Pick<SessionRecord['typed'], 'name' | 'phone' | 'address'> {
  const { typed } = record;
  const details = method?.method.billing_details;
  return {
    name: typed.name ?? details?.name ?? null,
    phone: typed.phone ?? details?.phone ?? null,
    address: typed.address ?? details?.address ?? null,
  };
}

function keepMethod(
  account: Account,
  record: SessionRecord,
  customer: Customer,
  { method }: MethodRecord,
  save: boolean,
): void {
  const forLater = record.session.mode === 'subscription' || record.paymentIntentData.setup_future_usage !== undefined;
  if (!forLater && !save) return;
  if (save) method.allow_redisplay = 'always';
  if (method.customer === customer.id) return;
  if (!save) method.allow_redisplay = record.allowRedisplay ?? 'limited';
  attachMethod(account, method, customer.id);
}

function bill(account: Account, record: SessionRecord, customer: Customer, method: MethodRecord | null): void {
  const { session } = record;
  customer.currency = session.currency;
  const subscription = createSubscription(account, record, customer, method?.method.id ?? null);
  const discount = discountSubscription(account, record, subscription);
  const invoice = createInvoice(account, record, customer, subscription);
  discountInvoice(
    invoice,
    discount,
    lineTotals(account, record).map(({ offNow }) => offNow),
  );
  taxInvoice(invoice, taxOf(account, record), lineTotals(account, record), taxIdsOf(account, customer.id));
  if (session.automatic_tax.enabled)
    subscription.automatic_tax = { disabled_reason: null, enabled: true, liability: { type: 'self' } };
  const owed = isOwed(account, record);
  if (owed) {
    oweInvoice(invoice);
    const waits = account.paymentIntents.get(record.intentId ?? '')?.status === 'requires_action';
    if (waits) subscription.status = 'incomplete';
  }
  subscription.latest_invoice = invoice.id;
  session.subscription = subscription.id;
  session.invoice = invoice.id;
  account.emit('customer.subscription.created', subscription);
  account.emit('invoice.created', invoice);
  account.emit('invoice.finalized', invoice);
  if (!owed) {
    account.emit('invoice.paid', invoice);
    account.emit('invoice.payment_succeeded', invoice);
  }
  if (record.intentId === null || invoice.total === 0) return;
  const payment = createInvoicePayment(account, invoice, record.intentId);
  if (owed) owePayment(payment);
  else account.emit('invoice_payment.paid', payment);
}

/** A guest's payment was made before the customer was. */
function putCustomerOnPayment(account: Account, record: SessionRecord, customer: Customer): void {
  const intent = record.intentId === null ? undefined : account.paymentIntents.get(record.intentId);
  if (!intent) return;
  intent.customer = customer.id;
  const charge = typeof intent.latest_charge === 'string' ? account.charges.get(intent.latest_charge) : undefined;
  if (charge) charge.customer = customer.id;
}

function detailsOf(
  account: Account,
  record: SessionRecord,
  method: MethodRecord | null,
  customer: Customer | null,
): SessionRecord['session']['customer_details'] {
  const email = emailOf(account, record);
  const details = toCustomerDetails(customer, email);
  const { name, phone, address } = collected(record, method);
  return (
    details && {
      ...details,
      email,
      name: name ?? details.name,
      phone: phone ?? details.phone,
      address: address ?? details.address,
      business_name: record.typed.taxId?.businessName ?? details.business_name,
      tax_ids: customer
        ? taxIdsOf(account, customer.id).map(({ type, value }) => ({ type, value }))
        : record.typed.taxId && [{ type: record.typed.taxId.type, value: record.typed.taxId.value }],
    }
  );
}

/** Whether the customer must give a payment method; `if_required` asks for none when nothing is due now. */
export const needsMethod = ({ session }: SessionRecord): boolean =>
  (session.amount_total ?? 0) > 0 ||
  (session.mode === 'subscription' && session.payment_method_collection === 'always');
