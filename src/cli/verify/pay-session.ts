/** Pays what the backend opened, as a page does: on the wire of the payment page, or by confirming the intent. */
import type { CheckoutSession } from '../../contract/sessions.js';
import { postPaymentPage, type PaymentPageReply } from '../../simulator/wire/post-payment-page.js';
import type { SimulatedStripe } from './simulated-stripe.js';
import { Broken, NotOffered } from './verdict.js';

/** Test cards by what they do: the number, and the method of the API that stands for it. */
export const CARDS = {
  good: { number: '4242424242424242', method: 'pm_card_visa' },
  poor: { number: '4000000000009995', method: 'pm_card_visa_chargeDeclinedInsufficientFunds' },
  asking: { number: '4000002760003184', method: 'pm_card_authenticationRequired' },
} as const;

/** Who pays as a guest. */
export const GUEST_EMAIL = 'verify.guest@example.com';

/** How paying ended. */
export type Payment =
  | { readonly outcome: 'paid' }
  | { readonly outcome: 'declined'; readonly code: string | null }
  /** The customer's bank asks. */
  | { readonly outcome: 'asked' };

const BILLING = {
  name: 'Grace Hopper',
  address: { line1: '1 Main Street', city: 'San Francisco', state: 'CA', postal_code: '94107', country: 'US' },
};

/** The client secret, where there is one. */
export const secretOf = (session: CheckoutSession): string | null =>
  'clientSecret' in session ? session.clientSecret : null;

/** Pays. Rejects with {@link Broken} when what was opened cannot be paid. */
export async function paySession(
  place: SimulatedStripe,
  session: CheckoutSession,
  card: keyof typeof CARDS = 'good',
): Promise<Payment> {
  const secret = secretOf(session);
  if (secret === null) throw new NotOffered(`What was opened is paid elsewhere (gateway ${session.gateway}).`);
  return session.gateway === 'checkout_session'
    ? payCheckout(place, session, secret, card)
    : payIntent(place, secret, card);
}

async function payCheckout(
  { url, publishableKey, fetch }: SimulatedStripe,
  session: CheckoutSession,
  clientSecret: string,
  card: keyof typeof CARDS,
): Promise<Payment> {
  const credentials = { key: publishableKey, clientSecret, sessionId: session.id };
  const post = (route: '' | '/init' | '/confirm', body: object) =>
    postPaymentPage(url, credentials, route, body, fetch);
  toPage(await post('/init', {}));
  const { total } = toPage(await post('', { billing_address: BILLING })).session;
  const reply = await post('/confirm', {
    expected_amount: total.total.minorUnitsAmount,
    ...(session.features.email === 'ask' && { email: GUEST_EMAIL }),
    payment_method_data: {
      type: 'card',
      card: { number: CARDS[card].number, exp_month: 12, exp_year: 2040, cvc: '123' },
      billing_details: BILLING,
    },
  });
  if (reply.outcome !== 'refused') return { outcome: toPage(reply).next_action === null ? 'paid' : 'asked' };
  if (reply.error.type !== 'card_error') throw new Broken(`Stripe refused the payment: ${reply.error.message}`);
  return { outcome: 'declined', code: reply.error.declineCode };
}

function toPage(reply: PaymentPageReply) {
  if (reply.outcome === 'page') return reply.page;
  throw new Broken(
    reply.outcome === 'refused'
      ? `Stripe refused the session on the page: ${reply.error.message}`
      : 'Stripe does not know the session on the page.',
  );
}

async function payIntent({ stripe }: SimulatedStripe, secret: string, card: keyof typeof CARDS): Promise<Payment> {
  const [id = ''] = secret.split('_secret_');
  const params = { payment_method: CARDS[card].method, return_url: 'https://shop.example/done' };
  try {
    const intent = await (id.startsWith('seti_') ? stripe.setupIntents : stripe.paymentIntents).confirm(id, params);
    return { outcome: intent.status === 'requires_action' ? 'asked' : 'paid' };
  } catch (error) {
    if (error instanceof Error && 'type' in error && error.type === 'StripeCardError') {
      const code = 'decline_code' in error && typeof error.decline_code === 'string' ? error.decline_code : null;
      return { outcome: 'declined', code };
    }
    throw new Broken(`Stripe refused the payment: ${error instanceof Error ? error.message : 'no reason'}`);
  }
}
