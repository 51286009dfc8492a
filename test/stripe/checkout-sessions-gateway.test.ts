// @vitest-environment jsdom
/** Answers of Stripe.js that test cards cannot bring about. What real frames can show is in the conformance suite. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GatewayOptions } from '../../src/core/ports.js';
import { CheckoutSessionsGateway } from '../../src/stripe/checkout-sessions-gateway.js';
import { install, ScriptedStripe } from './support/scripted-stripe.js';
import { stripeSession } from './support/stripe-session.js';

let stripe: ScriptedStripe;
let keys = 0;

beforeEach(() => {
  stripe = new ScriptedStripe();
  install(stripe);
});

/** Stripe.js is kept per key and language; another key finds the one just installed. */
const options = (): GatewayOptions => ({
  publishableKey: `pk_test_${String((keys += 1))}`,
  locale: 'en',
  look: { theme: 'stripe', variables: { colorPrimary: '#123456' }, rules: {} },
  returnUrl: 'https://shop.example.com/buy',
  askAddress: true,
  askExpress: false,
});

const open = async (): Promise<CheckoutSessionsGateway> => {
  const gateway = new CheckoutSessionsGateway();
  expect(await gateway.start(options(), Promise.resolve({ id: 'cs_1', clientSecret: 'cs_1_secret_x' }))).toMatchObject({
    ok: true,
  });
  return gateway;
};

const paid = (paymentStatus: 'paid' | 'unpaid' | 'no_payment_required') => () =>
  ({ type: 'success', session: stripeSession({ status: { type: 'complete', paymentStatus } }) }) as const;

const hush = () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => {
    told.mockRestore();
  });
  return told;
};

it('asks for the look once Stripe.js is there, and once', async () => {
  let looks = 0;
  const late: GatewayOptions = {
    ...options(),
    get look() {
      looks += 1;
      return { theme: 'night', variables: {}, rules: {} } as const;
    },
  };
  const started = new CheckoutSessionsGateway().start(
    late,
    Promise.resolve({ id: 'cs_1', clientSecret: 'cs_1_secret_x' }),
  );
  expect(looks).toBe(0);
  expect(await started).toMatchObject({ ok: true });
  expect(looks).toBe(1);
});

describe('confirming', () => {
  it.each([
    ['paid', { type: 'complete', id: 'cs_1', payment: 'paid', amount: 1_890, currency: 'usd' }],
    ['no_payment_required', { type: 'complete', id: 'cs_1', payment: 'none_due', amount: 1_890, currency: 'usd' }],
    ['unpaid', { type: 'unpaid' }],
  ] as const)('knows a session that is complete and %s', async (status, answer) => {
    const gateway = await open();
    stripe.confirm = paid(status);
    expect(await gateway.confirm({ savePayment: null })).toEqual(answer);
  });

  it.each(['open', 'expired'] as const)('finds a success unclear whose session is %s', async (type) => {
    const gateway = await open();
    stripe.confirm = () => ({ type: 'success', session: stripeSession({ status: { type } as never }) });
    expect(await gateway.confirm({ savePayment: null })).toEqual({ type: 'unclear' });
  });

  it('takes only paymentFailed for a no', async () => {
    const gateway = await open();
    const message = 'Your card was declined.';
    stripe.confirm = () => ({
      type: 'error',
      error: { code: 'paymentFailed', message, paymentFailed: { declineCode: null } },
    });
    expect(await gateway.confirm({ savePayment: null })).toEqual({ type: 'declined', declineCode: null, message });
    stripe.confirm = () => ({ type: 'error', error: { code: null, message: 'Try again.' } });
    expect(await gateway.confirm({ savePayment: null })).toEqual({ type: 'unclear', message: 'Try again.' });
  });

  it('tells developers when Stripe.js throws, and calls it unclear', async () => {
    const told = hush();
    const gateway = await open();
    expect(await gateway.confirm({ savePayment: null })).toEqual({ type: 'unclear' });
    expect(told).toHaveBeenCalledWith(expect.stringContaining('[billing-checkout]'), 'Nothing was scripted.');
  });

  it.each([
    [true, { savePaymentMethod: true }],
    [false, { savePaymentMethod: false }],
    [null, {}],
  ])('passes the save toggle on only where there is one: %s', async (savePayment, sent) => {
    const gateway = await open();
    stripe.confirm = paid('paid');
    await gateway.confirm({ savePayment });
    expect(stripe.confirmedWith).toEqual({
      redirect: 'if_required',
      returnUrl: 'https://shop.example.com/buy?billing_session=cs_1',
      ...sent,
    });
  });
});

describe('ports never reject', () => {
  it('when loadActions() does', async () => {
    stripe.loadActions = () => Promise.reject(new Error('The connection broke.'));
    const gateway = new CheckoutSessionsGateway();
    expect(await gateway.start(options(), Promise.resolve({ id: 'cs_1', clientSecret: 'x' }))).toEqual({
      ok: false,
      error: { code: 'stripe.session_refused', hint: 'The connection broke.' },
    });
  });

  it('when validateElements() does; nothing is then called complete', async () => {
    hush();
    const gateway = await open();
    stripe.validate = () => {
      throw new Error('There is no element.');
    };
    expect(await gateway.validate()).toEqual([{ field: 'payment' }]);
  });

  it('when an update does', async () => {
    const gateway = await open();
    expect(await gateway.setEmail('ada@example.com')).toMatchObject({ ok: false });
  });

  it('before it was started', async () => {
    const gateway = new CheckoutSessionsGateway();
    expect(await gateway.mount('payment', document.body)).toMatchObject({ ok: false });
    expect(await gateway.setEmail('ada@example.com')).toMatchObject({ ok: false });
    expect(await gateway.validate()).toEqual([{ field: 'payment' }]);
    expect(await gateway.confirm({ savePayment: null })).toEqual({ type: 'unclear' });
    expect(await gateway.update(() => Promise.resolve({ ok: true, value: null }))).toMatchObject({ ok: false });
    gateway.remove('address');
    gateway.focus('payment');
    gateway.close();
  });

  it('when a field that is gone is focused', async () => {
    const gateway = await open();
    gateway.focus('payment');
    // The rejection would be uncaught by now, and the run would say so.
    expect(await gateway.validate()).toEqual([]);
  });
});

describe('Stripe’s own save box', () => {
  it('is off: the one toggle is ours', async () => {
    await open();
    expect(stripe.options.elementsOptions).toMatchObject({ savedPaymentMethod: { enableSave: 'never' } });
  });
});
