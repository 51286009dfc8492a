/** Opens a purchase: gives back the session it has, or makes one. */
import type Stripe from 'stripe';
import { parseAssignment } from '../contract/assignment.js';
import type { CheckoutSession } from '../contract/sessions.js';
import { checkNotSubscribed } from './already-subscribed.js';
import { withInvoice } from './bill-session.js';
import type { FeatureRules } from './catalog.js';
import { toCreateParams } from './create-params.js';
import { createSession } from './create-session.js';
import { asksRemoval, toOffer } from './features.js';
import { dropMark, followPage } from './hosted-page.js';
import { isOurs } from './find-session.js';
import type { Hooks, Once } from './hooks.js';
import { markSwitched } from './mark-switched.js';
import { findPrices, toPurchaseMode, type PricedLine } from './priced-lines.js';
import { asksForPage, type Placement, type Purchase } from './purchase.js';
import { readSession, type SessionReading } from './read-session.js';
import { resumeSession } from './resume-session.js';
import { mayRemoveSaved } from './saved-methods.js';
import { tellExposure } from './tell-exposure.js';
import { toAnswer } from './to-answer.js';
import { toStatus } from './to-truth.js';
import { toWaysToPay } from './ways-to-pay.js';

/** The session, and whether it was made just now. */
export interface Opening {
  readonly answer: CheckoutSession;
  readonly fresh: boolean;
}

/** What an opening needs beside the purchase. */
export interface OpeningTerms {
  readonly features: FeatureRules;
  readonly hooks?: Hooks | undefined;
  readonly once?: Once | undefined;
  /** Hears what failed beside the opening, which goes on. */
  readonly report: (cause: unknown) => void;
}

/** Opens or resumes. One session per purchase can be paid at any time. */
export async function openSession(stripe: Stripe, purchase: Purchase, terms: OpeningTerms): Promise<Opening> {
  const { caller, items, request, placement } = purchase;
  const { features, hooks, once, report } = terms;
  const offerFor = (mode: string) =>
    toOffer(items, features, request, caller.customer !== null || mode === 'subscription');
  const answered = (reading: SessionReading, fresh: boolean): Opening => ({
    answer: toAnswer(reading, offerFor(reading.session.mode)),
    fresh,
  });

  const pricing = buyable(stripe, purchase);
  pricing.catch(() => undefined); // Awaited below, or not needed: a session that has ended is shown without it.
  const email = knowsEmail(stripe, purchase).catch((error: unknown) => {
    report(error);
    return true; // As nearly every customer's is. No experiment is worth a checkout that does not open.
  });
  const removal = removable(stripe, purchase, features);
  removal.catch(() => undefined); // Awaited below, or not needed.
  const found = request.resume === undefined ? null : await readSession(stripe, request.resume);
  const present = found !== null && isOurs(found.session) ? await afterwards(stripe, found) : found;
  const resumption = await resumeSession(stripe, purchase, present, { lines: () => pricing, removable: () => removal });
  if (resumption.name === 'answer') {
    // Whoever asks for a page has marked it, perhaps at this moment in another tab.
    if (!asksForPage(purchase)) await dropMark(stripe, resumption.reading);
    if (placement !== null) await noteSwitch(stripe, resumption.reading, placement).catch(report);
    return answered(resumption.reading, false);
  }

  const lines = await pricing;
  const mode = toPurchaseMode(lines);
  const params = toCreateParams(purchase, lines, offerFor(mode), mode, {
    emailKnown: await email,
    rules: features,
    ways: toWaysToPay(items, features, mode),
    removable: await removal,
  });
  const creation = await createSession(stripe, purchase, params, resumption.id);
  // Also for an answer that Stripe repeats: whoever had the first one may have gone before the hook was told.
  await tellExposure(creation.reading.session, hooks, once, report);
  return answered(creation.reading, creation.fresh);
}

/** The session with what has taken its place: an invoice, or a page of Stripe's. */
const afterwards = async (stripe: Stripe, reading: SessionReading): Promise<SessionReading> =>
  followPage(stripe, await withInvoice(stripe, reading));

/** The lines, once it is known that this customer may buy them. */
async function buyable(stripe: Stripe, { caller, items }: Purchase): Promise<readonly PricedLine[]> {
  const lines = await findPrices(stripe, items);
  toPurchaseMode(lines);
  await checkNotSubscribed(stripe, caller.customer, lines);
  return lines;
}

/** Whether saved cards may be removed. Nobody else needs to be asked about. */
const removable = async (stripe: Stripe, { caller, items }: Purchase, features: FeatureRules): Promise<boolean> =>
  caller.customer !== null && asksRemoval(items, features) && mayRemoveSaved(stripe, caller.customer);

/** Whether page one has an email to ask for. Asked within an experiment only: nobody else needs to know so early. */
async function knowsEmail(stripe: Stripe, { caller, placement }: Purchase): Promise<boolean> {
  if (placement === null || caller.customer === null) return false;
  const customer = await stripe.customers.retrieve(caller.customer);
  return customer.deleted !== true && customer.email !== null;
}

/** An open session that is shown in another variant than it was made in keeps counting for that one. */
async function noteSwitch(stripe: Stripe, reading: SessionReading, { variant }: Placement): Promise<void> {
  const shown = toStatus(reading) === 'open' && parseAssignment(reading.session.metadata)?.variant !== variant;
  if (shown) await markSwitched(stripe, reading);
}
