/** The customer an invoice goes to: the known one, or one that is made for a guest. */
import type Stripe from 'stripe';
import type { Place } from '../contract/address-rules.js';
import { METADATA } from '../contract/metadata.js';
import type { InvoiceRequest } from '../contract/invoice-request.js';
import { isTaxId, TAX_ID_KINDS } from '../contract/tax-id.js';
import type { Caller } from './caller.js';
import type { FeatureRules } from './catalog.js';
import { checkAddress, withCompany } from './check-address.js';
import { checkRequired } from './check-required.js';
import { toAddressRules, toAsked } from './features.js';
import { INVOICED_SESSION } from './invoice-mark.js';
import { makeOnce } from './make-once.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';

type TaxId = NonNullable<InvoiceRequest['taxId']>;
type Details = Pick<Stripe.CustomerCreateParams, 'business_name' | 'email' | 'name'> & {
  readonly address?: Stripe.AddressParam;
  /** Asked of Stripe before the lock: a place it cannot tax must not be found out after it. */
  readonly tax?: { readonly validate_location: 'immediately' };
};

/**
 * Its id. A known customer keeps what they have; only what is missing is written. Where Stripe computes the tax, or the shop has rules
 * about addresses, the address that was typed is theirs from then on: the invoice is taxed there, or was asked to be sent there.
 */
export async function invoicedCustomer(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  asked: InvoiceRequest,
  caller: Caller,
  rules: readonly FeatureRules[],
): Promise<string> {
  const known = caller.customer === null ? null : await stripe.customers.retrieve(caller.customer);
  if (known?.deleted === true) throw new Refusal('customer.required', { detail: 'This customer was deleted.' });
  const { taxId } = asked;
  if (taxId) checkTaxId(session, taxId);
  const taxed = session.automatic_tax.enabled;
  const required = toAsked(rules);
  const ruled = toAddressRules(rules).address !== undefined;
  const company = session.metadata?.[METADATA.company];
  const missing: Details = {
    ...(known?.email == null && asked.email !== undefined && { email: asked.email.trim() }),
    ...(known?.name == null && asked.name !== undefined && { name: asked.name }),
    ...(known?.business_name == null && company && { business_name: company }),
    ...((known?.address == null || taxed || ruled) &&
      asked.address !== undefined && { address: toAddress(asked.address) }),
    ...(taxed && { tax: { validate_location: 'immediately' } }),
  };
  const address = missing.address ?? known?.address;
  check(session, { email: known?.email ?? missing.email, address });
  if (address) checkAddress(withCompany(toPlace(address), known?.business_name ?? company), rules);
  checkRequired(required, {
    company: known?.business_name ?? company,
    purchaseOrder: asked.purchaseOrder || session.metadata?.[METADATA.purchaseOrder],
    taxId:
      taxId !== undefined || (required.taxId === 'required' && known !== null && (await hasTaxId(stripe, known.id))),
    terms: session.metadata?.[METADATA.terms],
  });
  try {
    if (known === null) return await makeGuest(stripe, session, caller, missing, taxId);
    if (Object.keys(missing).length > 0) await stripe.customers.update(known.id, missing);
    if (taxId) await giveTaxId(stripe, known.id, taxId);
    return known.id;
  } catch (error) {
    throw toFieldRefusal(error);
  }
}

/** Its form, where it is known here. Of other types Stripe knows it. */
function checkTaxId({ tax_id_collection: asks }: Stripe.Checkout.Session, { type, value }: TaxId): void {
  const no = (detail: string): Refusal => new Refusal('request.invalid', { field: 'taxId', detail });
  if (asks?.enabled !== true) throw no('This session asks for no tax id.');
  const kinds = TAX_ID_KINDS.filter((kind) => kind.type === type);
  const [first] = kinds;
  if (first && !kinds.some((kind) => isTaxId(kind, value))) {
    throw no(`Ids of this type are written like ${first.example}.`);
  }
}

const toPlace = ({ country, line1, line2 }: Stripe.AddressParam | Stripe.Address): Place => ({
  country: country ?? '',
  line1: line1 ?? '',
  line2: line2 ?? '',
});

const hasTaxId = async (stripe: Stripe, customer: string): Promise<boolean> =>
  (await stripe.customers.listTaxIds(customer, { limit: 1 })).data.length > 0;

/** A tax id that the customer has already is not given twice. */
const giveTaxId = (stripe: Stripe, customer: string, { type, value }: TaxId): Promise<unknown> =>
  makeOnce<unknown>(
    `tax-id:${customer}:${type}:${value}`,
    async () => {
      const { data } = await stripe.customers.listTaxIds(customer, { limit: 100 });
      return data.find((had) => had.type === type && had.value === value) ?? null;
    },
    (options) => stripe.customers.createTaxId(customer, { type, value }, options),
  );

/** Stripe knows more about emails, countries and tax ids than our rules: what it does not take is the sender's to mend. */
function toFieldRefusal(error: unknown): unknown {
  if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') return error;
  if (error.code === 'tax_id_invalid' || error.code === 'customer_max_tax_ids') {
    return new Refusal('request.invalid', { field: 'taxId', detail: 'Stripe does not take it.' });
  }
  if (error.code === 'customer_tax_location_invalid') {
    return new Refusal('request.invalid', { field: 'address', detail: 'Stripe cannot tell from it where to tax.' });
  }
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
  taxId: TaxId | undefined,
): Promise<string> {
  const made = {
    ...details,
    ...(taxId && { tax_id_data: [taxId] }),
    metadata: { [METADATA.owner]: owner, [INVOICED_SESSION]: session.id },
  };
  const { id } = await makeOnce<Stripe.Customer>(
    `customer:${session.id}:${JSON.stringify([details, taxId])}`,
    () => Promise.resolve(null),
    (options) => stripe.customers.create(made, options),
  );
  return id;
}

const toAddress = (given: NonNullable<InvoiceRequest['address']>): Stripe.AddressParam =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
