/** Shows the bank's challenge when the API asks for one, and tells the API how it ended; or leaves for the bank's own page. */
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import type { Checkout } from '../checkout/checkout.js';
import { leaveFor } from './leave-for.js';
import { showChallenge } from './show-challenge.js';

export async function answerChallenge(checkout: Checkout, page: PaymentPage): Promise<PaymentPageReply> {
  const action = page.next_action;
  if (action === null) return { outcome: 'page', page };
  if (action.type === 'redirect_to_url') return leaveFor(action.url);
  const amount = new Intl.NumberFormat(checkout.locale, { style: 'currency', currency: page.session.currency }).format(
    page.session.total.total.minorUnitsAmount / page.session.minorUnitsAmountDivisor,
  );
  const outcome = await showChallenge(checkout.origin, { kind: 'challenge', locale: checkout.locale, amount });
  const reply = await checkout.connection.authenticate({ source: action.source, outcome });
  return toFailedPayment(reply);
}

/** A failed or closed challenge is a failed payment without decline code: an assumption, listed in the README. */
function toFailedPayment(reply: PaymentPageReply): PaymentPageReply {
  if (reply.outcome !== 'refused' || reply.error.code?.endsWith('_authentication_failure') !== true) return reply;
  return { ...reply, error: { ...reply.error, type: 'card_error', declineCode: null } };
}
