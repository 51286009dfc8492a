/** Opens a purchase: gives back the session it has, or makes one. */
import type Stripe from 'stripe';
import type { CheckoutSession } from '../contract/sessions.js';
import { checkNotSubscribed } from './already-subscribed.js';
import type { FeatureRules } from './catalog.js';
import { toCreateParams } from './create-params.js';
import { createSession } from './create-session.js';
import { toOffer } from './features.js';
import { findPrices, toPurchaseMode, type PricedLine } from './priced-lines.js';
import type { Purchase } from './purchase.js';
import { readSession, type SessionReading } from './read-session.js';
import { resumeSession } from './resume-session.js';
import { toAnswer } from './to-answer.js';

/** The session, and whether it was made just now. */
export interface Opening {
  readonly answer: CheckoutSession;
  readonly fresh: boolean;
}

/** Opens or resumes. One session per purchase can be paid at any time. */
export async function openSession(stripe: Stripe, purchase: Purchase, features: FeatureRules): Promise<Opening> {
  const { caller, items, request } = purchase;
  const offerFor = (mode: string) =>
    toOffer(items, features, request, caller.customer !== null || mode === 'subscription');
  const answered = (reading: SessionReading, fresh: boolean): Opening => ({
    answer: toAnswer(reading, offerFor(reading.session.mode)),
    fresh,
  });

  const pricing = buyable(stripe, purchase);
  pricing.catch(() => undefined); // Awaited below, or not needed: a session that has ended is shown without it.
  const present = request.resume === undefined ? null : await readSession(stripe, request.resume);
  const resumption = await resumeSession(stripe, purchase, present, () => pricing);
  if (resumption.name === 'answer') return answered(resumption.reading, false);

  const lines = await pricing;
  const mode = toPurchaseMode(lines);
  const params = toCreateParams(purchase, lines, offerFor(mode), mode);
  const creation = await createSession(stripe, purchase, params, resumption.id);
  return answered(creation.reading, creation.fresh);
}

/** The lines, once it is known that this customer may buy them. */
async function buyable(stripe: Stripe, { caller, items }: Purchase): Promise<readonly PricedLine[]> {
  const lines = await findPrices(stripe, items);
  toPurchaseMode(lines);
  await checkNotSubscribed(stripe, caller.customer, lines);
  return lines;
}
