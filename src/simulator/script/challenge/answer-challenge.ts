/** Shows the bank's challenge when the API asks for one, and tells the API how it ended. */
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import type { Checkout } from '../checkout/checkout.js';
import { showChallenge } from './show-challenge.js';

/** A failed or closed challenge is a failed payment without decline code: an assumption, listed in the README. */
const failed: PaymentPageReply = {
  outcome: 'refused',
  error: {
    type: 'card_error',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    code: 'payment_intent_authentication_failure',
    declineCode: null,
    param: null,
  },
};

export async function answerChallenge(checkout: Checkout, page: PaymentPage): Promise<PaymentPageReply> {
  const action = page.next_action;
  if (action === null) return { outcome: 'page', page };
  const amount = new Intl.NumberFormat(checkout.locale, { style: 'currency', currency: page.session.currency }).format(
    page.session.total.total.minorUnitsAmount / page.session.minorUnitsAmountDivisor,
  );
  const outcome = await showChallenge(checkout.origin, { kind: 'challenge', locale: checkout.locale, amount });
  const reply = await checkout.connection.authenticate({ source: action.source, outcome });
  return outcome === 'complete' || reply.outcome === 'lost' ? reply : failed;
}
