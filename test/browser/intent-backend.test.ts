/** A merchant whose server works with intents: the same tag, states and events. */
import type { PaymentIntent } from '@stripe/stripe-js';
import { expect, it } from 'vitest';
import type { CheckoutSession } from '../../src/contract/sessions.js';
import type { Truth } from '../../src/contract/truth.js';
import type { Backend, Result } from '../../src/core/ports.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { make, next, usePage } from './support/place.js';
import { queriesOf } from './support/queries-of.js';
import { askStripe } from './support/stripe-api.js';

usePage();

const features = {
  email: 'known',
  billingAddress: 'required',
  savePayment: 'never',
  promotionCodes: false,
  quantity: null,
  company: 'off',
  taxId: 'off',
  purchaseOrder: 'off',
  payByInvoice: false,
  express: false,
} as const;

const good = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });

/** One PaymentIntent of 25 dollars, behind the port that hosts may fill themselves. */
function createIntentBackend(intent: PaymentIntent): Backend {
  const session: CheckoutSession = {
    contract: 1,
    gateway: 'payment_intent',
    id: intent.id,
    clientSecret: intent.client_secret,
    status: 'open',
    mode: 'payment',
    features,
    expiresAt: 4_000_000_000,
    livemode: false,
  };
  const truth = async (): Promise<Result<Truth>> => {
    const { status } = await askStripe<PaymentIntent>('GET', `payment_intents/${intent.id}`);
    const paid = status === 'succeeded';
    return good<Truth>({
      contract: 1,
      id: intent.id,
      status: paid ? 'complete' : 'open',
      mode: 'payment',
      payment: paid ? 'paid' : null,
      amount: intent.amount,
      currency: intent.currency,
      attempt: null,
      decline: null,
      links: { invoice: null, receipt: null, verification: null },
      expectedAt: null,
      livemode: false,
    });
  };
  return { open: () => good(session), read: truth, change: truth };
}

it('is paid after a decline, with events like any other', async () => {
  await loadLocalStripe();
  const params = { amount: '2500', currency: 'usd' };
  const intent = await askStripe<PaymentIntent>('POST', 'payment_intents', params);
  const element = make();
  element.backend = createIntentBackend(intent);
  const ready = next(element, 'billing-ready');
  document.body.append(element);
  expect((await ready).detail).toMatchObject({ sessionId: intent.id, mode: 'payment' });
  expect(element.querySelectorAll('iframe[title^="Secure payment"]')).toHaveLength(1);

  await typeAddress();
  await typeCard(cards.insufficientFunds);
  const declined = next(element, 'billing-decline');
  expect(await element.submit()).toBe('declined');
  expect((await declined).detail).toMatchObject({ code: 'insufficient_funds' });
  expect(queriesOf(element).getByRole('alert').textContent).toContain('Your card has insufficient funds.');

  await typeCard(cards.pays);
  const complete = next(element, 'billing-complete');
  expect(await element.submit()).toBe('complete');
  expect((await complete).detail).toMatchObject({
    sessionId: intent.id,
    amount: 2500,
    currency: 'usd',
    payment: 'paid',
  });
  const { status } = await askStripe<PaymentIntent>('GET', `payment_intents/${intent.id}`);
  expect(status).toBe('succeeded');
});
