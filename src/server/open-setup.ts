/** Opens a SetupIntent: a method is kept for later, nothing is paid. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { Features } from '../contract/sessions.js';
import type { ToldSummary } from '../contract/told-summary.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { digest } from './digest.js';
import { expiresAt } from './open-invoice.js';
import { openCustomerSession } from './customer-session.js';
import type { Opening } from './open-session.js';
import type { KnownCaller } from './read-billing.js';
import { Refusal } from './refusal.js';
import { isReplayed } from './stripe-refusal.js';
import { toSetupTruth } from './to-billing-truth.js';
import { toUpdatedCard } from './updated-card.js';
import type { WaysToPay } from './ways-to-pay.js';

/** How many canceled intents are stepped over. */
const MOST_CANCELED = 5;

/** For a subscription: its id, and what it costs from here on. */
export interface ForSubscription {
  readonly id: string;
  readonly summary: ToldSummary;
  /** Expanded. */
  readonly customer: Stripe.Subscription['customer'];
}

/** What the form offers, and which methods may be kept. */
export interface SetupTerms {
  readonly features: Features;
  readonly ways: WaysToPay;
  /** Whether saved methods may be removed. */
  readonly removable: boolean;
}

/** The SetupIntent of this purchase key: asked twice, Stripe answers with the same. */
export async function openSetup(
  stripe: Stripe,
  { customer, owner }: KnownCaller,
  key: string,
  { features, ways, removable }: SetupTerms,
  subscription?: ForSubscription,
): Promise<Opening> {
  const params: Stripe.SetupIntentCreateParams = {
    customer,
    usage: 'off_session',
    ...ways,
    metadata: { [METADATA.owner]: owner, ...(subscription && { [METADATA.subscription]: subscription.id }) },
  };
  for (let attempt = 0; attempt < MOST_CANCELED; attempt += 1) {
    const idempotencyKey = await digest(JSON.stringify([owner, key, params, attempt]));
    const made = await stripe.setupIntents.create(params, { idempotencyKey });
    const fresh = !isReplayed(made.lastResponse.headers);
    // A repeated answer is a snapshot.
    const intent = fresh ? made : await stripe.setupIntents.retrieve(made.id);
    const { status } = toSetupTruth(intent);
    if (status === 'expired') continue;
    const secret = status === 'open' ? intent.client_secret : null;
    const saved =
      secret === null ? undefined : await openCustomerSession(stripe, customer, { redisplay: ['always'], removable });
    return {
      fresh,
      answer: {
        contract: CONTRACT_VERSION,
        gateway: 'setup_intent',
        id: intent.id,
        clientSecret: secret,
        ...(saved !== undefined && { customerSessionClientSecret: saved }),
        status,
        mode: 'setup',
        features,
        expiresAt: expiresAt(),
        livemode: intent.livemode,
        ...(subscription && { summary: subscription.summary, ...toUpdatedCard(subscription.customer) }),
      },
    };
  }
  throw new Refusal('server.busy', { detail: 'Too many intents of this purchase were canceled.', retryAfter: 60 });
}
