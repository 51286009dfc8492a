/** What a browser is given of a session. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { CheckoutSession } from '../contract/sessions.js';
import { toExpanded } from './expanded.js';
import type { Offer } from './features.js';
import type { SessionReading } from './read-session.js';
import { GUEST } from './caller.js';
import { toUpdatedCard } from './updated-card.js';
import { toMode, toStatus } from './to-truth.js';

/**
 * The answer to an opening. The client secret, or the address of Stripe's page, is in it only while the session can be paid. A session that was made
 * on narrower terms than today's offers no more than it can hold.
 */
export function toAnswer(reading: SessionReading, offer: Offer): CheckoutSession {
  const { session } = reading;
  const status = toStatus(reading);
  const customer = toExpanded(session.customer);
  const email = customer !== null && !('deleted' in customer) && customer.email !== null ? 'known' : 'ask';
  const way =
    status === 'open' && session.url !== null
      ? ({ gateway: 'hosted', url: session.url } as const)
      : ({ gateway: 'checkout_session', clientSecret: status === 'open' ? session.client_secret : null } as const);
  return {
    contract: CONTRACT_VERSION,
    ...way,
    id: session.id,
    status,
    mode: toMode(session.mode),
    features: {
      email,
      ...offer,
      savePayment: toSaving(session, offer.savePayment),
      billingAddress: session.billing_address_collection === 'required' ? 'required' : offer.billingAddress,
      taxId: session.tax_id_collection?.enabled === true ? offer.taxId : 'off',
      promotionCodes: offer.promotionCodes && session.allow_promotion_codes === true,
    },
    expiresAt: session.expires_at,
    livemode: session.livemode,
    ...(session.metadata?.[METADATA.owner] !== GUEST && toUpdatedCard(session.customer)),
  };
}

/** The rule is fixed when a session is made; a tag may still ask for less, where there is something to ask. */
function toSaving({ metadata }: Stripe.Checkout.Session, offered: Offer['savePayment']): Offer['savePayment'] {
  const rule = metadata?.[METADATA.saving];
  if (rule === 'always') return rule;
  if (rule !== 'ask') return 'never';
  return offered === 'never' ? 'never' : 'ask';
}
