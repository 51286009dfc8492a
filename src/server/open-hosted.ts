/** Opens a purchase on a page of Stripe's, for customers whose browser does not load Stripe.js. */
import type Stripe from 'stripe';
import { toOffer } from './features.js';
import { replaceByPage } from './hosted-page.js';
import { openSession, type Opening, type OpeningTerms } from './open-session.js';
import { findPrices, toTrialDays } from './priced-lines.js';
import type { Purchase } from './purchase.js';
import { Refusal } from './refusal.js';
import { toAnswer } from './to-answer.js';
import { toStatus } from './to-truth.js';

/** Where a page leads back to: an origin that may call. Without one, the caller's. */
export function toReturnUrl(asked: string | undefined, request: Request, origins: ReadonlySet<string>): string {
  const url = asked ?? `${request.headers.get('origin') ?? ''}/`;
  if (URL.canParse(url) && origins.has(new URL(url).origin)) return url;
  throw new Refusal('request.invalid', {
    field: 'returnUrl',
    detail: 'A page of one of `origins` of createCheckoutServer.',
  });
}

/**
 * The page that takes the place of the purchase's session: that session is expired first. What has been paid by then is the
 * answer, and a page that is open already is given again.
 */
export async function openHosted(
  stripe: Stripe,
  purchase: Purchase,
  terms: OpeningTerms,
  returnUrl: string,
): Promise<Opening> {
  const { request, items } = purchase;
  const offer = toOffer(items, terms.features, request, purchase.caller.customer !== null);
  if (offer.hosted !== true) {
    throw new Refusal('kind.unsupported', {
      field: 'ui',
      detail: 'Stripe’s page does not ask for all that has to be asked here, or `hostedPage` is false.',
    });
  }
  const opening = await openSession(stripe, purchase, terms);
  const { id, status, mode, gateway } = opening.answer;
  if (status !== 'open' || gateway === 'hosted') return opening;
  const reading = await replaceByPage(stripe, id, {
    trialDays: mode === 'subscription' ? (toTrialDays(await findPrices(stripe, items)) ?? 0) : 0,
    returnUrl,
    email: request.email?.trim() ?? null,
  });
  // Open still: a payment is under way, which Stripe lets nobody cut off.
  if (reading === null || (reading.session.id === id && toStatus(reading) === 'open'))
    throw new Refusal('session.closed');
  return { answer: toAnswer(reading, offer), fresh: reading.session.id !== id };
}
