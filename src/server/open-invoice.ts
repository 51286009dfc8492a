/** Opens an invoice to be paid in place. */
import type Stripe from 'stripe';
import type { CheckoutSession, Features } from '../contract/sessions.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { openCustomerSession, type SavedTerms } from './customer-session.js';
import { withAllLines } from './invoice-lines.js';
import { invoiceSummary } from './invoice-summary.js';
import type { Opening } from './open-session.js';
import { readInvoice, type InvoiceReading, type KnownCaller } from './read-billing.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';
import { toInvoiceStatus } from './to-billing-truth.js';
import { toUpdatedCard } from './updated-card.js';

/** An intent does not expire; what goes with it does. Seconds. */
const OPEN_SECONDS = 23 * 3600;

/** When a page should open it anew: seconds since the Unix epoch. */
export const expiresAt = (): number => Math.floor(Date.now() / 1000) + OPEN_SECONDS;

/** Gives the invoice to its own customer. A draft is finalized first, a paid one is shown as that. */
export async function openInvoice(
  stripe: Stripe,
  id: string,
  caller: KnownCaller,
  features: Features,
  saved: SavedTerms,
): Promise<Opening> {
  const reading = await finalized(stripe, await find(stripe, id, caller), caller);
  const { invoice } = reading;
  if (invoice.status === 'void') throw new Refusal('invoice.void', { field: 'invoice' });
  // One that was given up is the merchant's to reopen, unless its money is here after all.
  if (invoice.status === 'uncollectible' && toInvoiceStatus(reading) === 'open') {
    throw new Refusal('invoice.uncollectible', { field: 'invoice' });
  }
  return { answer: await toAnswer(stripe, reading, caller, features, saved), fresh: false };
}

async function find(stripe: Stripe, id: string, { customer }: KnownCaller): Promise<InvoiceReading> {
  const reading = await readInvoice(stripe, id, customer);
  if (reading === null) throw new Refusal('invoice.not_found', { field: 'invoice' });
  return reading;
}

/** Somebody may finalize it in the same moment; then there is nothing left to do. */
async function finalized(stripe: Stripe, reading: InvoiceReading, caller: KnownCaller): Promise<InvoiceReading> {
  const { id, status } = reading.invoice;
  if (status !== 'draft') return reading;
  try {
    await stripe.invoices.finalizeInvoice(id);
  } catch (error) {
    const after =
      isStripeError(error) && error.type === 'StripeInvalidRequestError' ? await find(stripe, id, caller) : null;
    if (after === null || after.invoice.status === 'draft') throw error;
    return after;
  }
  return find(stripe, id, caller);
}

async function toAnswer(
  stripe: Stripe,
  reading: InvoiceReading,
  { customer }: KnownCaller,
  features: Features,
  terms: SavedTerms,
): Promise<CheckoutSession> {
  const { invoice } = reading;
  const status = toInvoiceStatus(reading);
  const secret = status === 'open' ? (invoice.confirmation_secret?.client_secret ?? null) : null;
  const [saved, whole] = await Promise.all([
    secret === null ? undefined : openCustomerSession(stripe, customer, terms),
    withAllLines(stripe, invoice),
  ]);
  return {
    contract: CONTRACT_VERSION,
    gateway: 'payment_intent',
    id: invoice.id,
    clientSecret: secret,
    ...(saved !== undefined && { customerSessionClientSecret: saved }),
    status,
    mode: 'payment',
    features,
    expiresAt: expiresAt(),
    livemode: invoice.livemode,
    summary: invoiceSummary({ ...reading, invoice: whole }),
    ...toUpdatedCard(invoice.customer),
  };
}
