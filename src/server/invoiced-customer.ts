/** The customer an invoice goes to: the known one, or one that is made for a guest. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { InvoiceRequest } from '../contract/invoice-request.js';
import type { Caller } from './caller.js';
import { INVOICED_SESSION } from './invoice-mark.js';
import { makeOnce } from './make-once.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';

type Details = Pick<Stripe.CustomerCreateParams, 'email' | 'name'> & { readonly address?: Stripe.AddressParam };

/** Its id. A known customer keeps what they have; only what is missing is written. */
export async function invoicedCustomer(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  asked: InvoiceRequest,
  caller: Caller,
): Promise<string> {
  const known = caller.customer === null ? null : await stripe.customers.retrieve(caller.customer);
  if (known?.deleted === true) throw new Refusal('customer.required', { detail: 'This customer was deleted.' });
  const missing = {
    ...(known?.email == null && asked.email !== undefined && { email: asked.email.trim() }),
    ...(known?.name == null && asked.name !== undefined && { name: asked.name }),
    ...(known?.address == null && asked.address !== undefined && { address: toAddress(asked.address) }),
  };
  check(session, { email: known?.email ?? missing.email, address: known?.address ?? missing.address });
  try {
    if (known === null) return await makeGuest(stripe, session, caller, missing);
    if (Object.keys(missing).length > 0) await stripe.customers.update(known.id, missing);
    return known.id;
  } catch (error) {
    throw toFieldRefusal(error);
  }
}

/** Stripe knows more about emails and countries than our rules: what it does not take is the sender's to mend. */
function toFieldRefusal(error: unknown): unknown {
  if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') return error;
  const field = (error.param ?? '').replace(/\[(\w+)\]/g, '.$1');
  if (!/^(email|name|address)\b/.test(field)) return error;
  return new Refusal('request.invalid', { field, detail: 'Stripe does not take it.' });
}

function check(
  { billing_address_collection: asks }: Stripe.Checkout.Session,
  has: Record<'email' | 'address', unknown>,
) {
  if (has.email == null) throw new Refusal('request.invalid', { field: 'email', detail: 'The invoice is sent there.' });
  if (has.address == null && asks === 'required') {
    throw new Refusal('request.invalid', { field: 'address', detail: 'This session asks for a billing address.' });
  }
}

/** The same details in the same session make the same customer. Other details make another: the first may have been wrong. */
async function makeGuest(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  { owner }: Caller,
  details: Details,
): Promise<string> {
  const metadata = { [METADATA.owner]: owner, [INVOICED_SESSION]: session.id };
  const { id } = await makeOnce<Stripe.Customer>(
    `customer:${session.id}:${JSON.stringify(details)}`,
    () => Promise.resolve(null),
    (options) => stripe.customers.create({ ...details, metadata }, options),
  );
  return id;
}

const toAddress = (given: NonNullable<InvoiceRequest['address']>): Stripe.AddressParam =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
