/** Routes of customers. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { address, created, email, emptyable, metadata, pagination, text, textUpTo } from '../http/params.js';
import { attachById, findMethod, methodsOf } from '../payments/method-endpoints.js';
import type { Account } from '../state/account.js';
import type { Customer, DeletedCustomer } from '../stripe-types.js';
import { createTaxId } from '../tax/create-tax-id.js';
import { checkTaxPlace } from '../tax/session-tax.js';
import { clockFor } from '../clocks/find-clock.js';
import { createCustomer, findCustomer, toAddress } from './create-customer.js';
import { deleteCustomer } from './delete-customer.js';

const customFields = z.array(z.strictObject({ name: textUpTo(40), value: textUpTo(140) })).max(4);
const details = {
  address: emptyable(address).optional(),
  business_name: emptyable(textUpTo(150)).optional(),
  description: emptyable(text).optional(),
  email: emptyable(email).optional(),
  invoice_settings: z
    .strictObject({
      custom_fields: emptyable(customFields).optional(),
      default_payment_method: emptyable(text).optional(),
      footer: emptyable(text).optional(),
    })
    .optional(),
  metadata: emptyable(metadata).optional(),
  name: emptyable(textUpTo(256)).optional(),
  phone: emptyable(textUpTo(20)).optional(),
  preferred_locales: z.array(text).optional(),
  tax_exempt: emptyable(z.enum(['exempt', 'none', 'reverse'])).optional(),
};
const place = <T extends readonly [string, ...string[]]>(moments: T) =>
  z.strictObject({ validate_location: z.enum(moments).optional() }).optional();
const whole = z.object(details);
type CustomerDetails = z.output<typeof whole>;

/** Retrieving a deleted customer answers that it is deleted. */
function findAny(account: Account, id: string): Customer | DeletedCustomer {
  return account.deletedCustomers.get(id) ?? findCustomer(account, id);
}

function setInvoiceSettings(account: Account, customer: Customer, change: CustomerDetails['invoice_settings']): void {
  if (!change) return;
  const { default_payment_method: method, custom_fields: fields, footer } = change;
  const settings = customer.invoice_settings;
  if (method !== undefined) {
    const param = 'invoice_settings[default_payment_method]';
    if (method !== null && findMethod(account, method, param).method.customer !== customer.id) {
      const message = `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`;
      throw invalidRequest(message, { code: 'resource_missing', param });
    }
    settings.default_payment_method = method;
  }
  if (fields !== undefined) settings.custom_fields = fields;
  if (footer !== undefined) settings.footer = footer;
}

function updateCustomer(account: Account, customer: Customer, change: CustomerDetails): Customer {
  const {
    address: place,
    business_name: business,
    description,
    email: mail,
    name,
    phone,
    preferred_locales: locales,
    tax_exempt: exempt,
  } = change;
  const previous = structuredClone(customer);
  setInvoiceSettings(account, customer, change.invoice_settings);
  if (place !== undefined) customer.address = place && toAddress(place);
  if (business !== undefined) setBusinessName(customer, business);
  if (description !== undefined) customer.description = description;
  if (mail !== undefined) customer.email = mail;
  if (name !== undefined) customer.name = name;
  if (phone !== undefined) customer.phone = phone;
  if (locales !== undefined) customer.preferred_locales = locales;
  if (exempt !== undefined) customer.tax_exempt = exempt ?? 'none';
  customer.metadata = applyMetadata(customer.metadata, change.metadata);
  account.emit('customer.updated', customer, changedFields(previous, customer));
  return customer;
}

/** A name that is taken away is no longer there at all. */
function setBusinessName(customer: Customer, name: string | null): void {
  if (name === null) delete customer.business_name;
  else customer.business_name = name;
}

/** Earlier values of what is different now. */
function changedFields(previous: object, current: object): object {
  const now: Record<string, unknown> = { ...current };
  const entries = Object.entries(previous).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key]));
  return Object.fromEntries(entries);
}

export const customerEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/customers', {
    params: {
      ...details,
      payment_method: text.optional(),
      tax: place(['deferred', 'immediately']),
      tax_id_data: z.array(z.strictObject({ type: text, value: text })).optional(),
      test_clock: text.optional(),
    },
    run: ({ account, params }) => {
      const {
        payment_method: method,
        invoice_settings: settings,
        test_clock: clock,
        tax,
        tax_id_data: ids = [],
        ...input
      } = params;
      const made = clock === undefined ? null : clockFor(account, clock);
      const customer = createCustomer(account, input, made);
      if (input.business_name != null) customer.business_name = input.business_name;
      if (method !== undefined) attachById(account, method, customer.id);
      setInvoiceSettings(account, customer, settings);
      if (tax?.validate_location === 'immediately') checkTaxPlace(customer, 'address');
      account.emit('customer.created', customer);
      for (const { type, value } of ids) createTaxId(account, customer.id, type, value, 'tax_id_data[value]');
      return customer;
    },
  }),
  endpoint('GET /v1/customers', {
    params: { ...pagination, created, email: text.optional(), test_clock: text.optional() },
    run: ({ account, params, path }) => {
      const { email: mail, test_clock: clock } = params;
      const items = newestFirst(account.customers)
        .filter(createdWithin(params.created))
        .filter((customer) => mail === undefined || customer.email === mail)
        // As at Stripe, who lives in another time is listed only when that is asked for.
        .filter((customer) => customer.test_clock === (clock ?? null));
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/customers/:id', { run: ({ account, id }) => findAny(account, id) }),
  endpoint('POST /v1/customers/:id', {
    params: { ...details, tax: place(['auto', 'deferred', 'immediately']) },
    run: ({ account, params: { tax, ...change }, id }) => {
      const customer = findCustomer(account, id);
      const address = change.address === undefined ? customer.address : change.address && toAddress(change.address);
      if (tax?.validate_location === 'immediately') checkTaxPlace({ address: address ?? null }, 'address');
      return updateCustomer(account, customer, change);
    },
  }),
  endpoint('DELETE /v1/customers/:id', {
    run: ({ account, id }) => deleteCustomer(account, findCustomer(account, id)),
  }),
  endpoint('GET /v1/customers/:id/payment_methods', {
    params: { ...pagination, type: z.enum(['card']).optional(), allow_redisplay: redisplay().optional() },
    run: ({ account, params, id, path }) => {
      const items = methodsOf(account, findCustomer(account, id).id).filter(
        (method) => params.allow_redisplay === undefined || method.allow_redisplay === params.allow_redisplay,
      );
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/customers/:id/payment_methods/:subId', {
    run: ({ account, id, subId }) => {
      const { method } = findMethod(account, subId);
      if (method.customer !== findCustomer(account, id).id) throw missingResource('payment_method', subId);
      return method;
    },
  }),
];

function redisplay(): z.ZodEnum<{ always: 'always'; limited: 'limited'; unspecified: 'unspecified' }> {
  return z.enum(['always', 'limited', 'unspecified']);
}
