// @vitest-environment jsdom
/** Buttons of wallets: one wallet at a time, a sheet that hears of a known no, and of nothing that nobody knows. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GatewayEvent } from '../../src/core/ports.js';
import { CheckoutSessionsGateway } from '../../src/stripe/checkout-sessions-gateway.js';
import { install, ScriptedStripe } from './support/scripted-stripe.js';
import { stripeSession } from './support/stripe-session.js';

let stripe: ScriptedStripe;
let keys = 0;

beforeEach(() => {
  stripe = new ScriptedStripe();
  install(stripe);
});

const open = async (): Promise<{ gateway: CheckoutSessionsGateway; heard: GatewayEvent[] }> => {
  const gateway = new CheckoutSessionsGateway();
  const heard: GatewayEvent[] = [];
  gateway.subscribe((event) => heard.push(event));
  const options = {
    publishableKey: `pk_test_express_${String((keys += 1))}`,
    locale: 'en',
    look: { theme: 'night', variables: {}, rules: {} },
    returnUrl: 'https://shop.example.com/buy',
    askAddress: false,
    askExpress: true,
  } as const;
  await gateway.start(options, Promise.resolve({ id: 'cs_1', clientSecret: 'cs_1_secret_x' }));
  expect(await gateway.mount('express', document.createElement('div'))).toEqual({ ok: true, value: null });
  return { gateway, heard };
};

const wallet = (expressPaymentType = 'google_pay') => ({ expressPaymentType, paymentFailed: vi.fn() });
const complete = { type: 'complete', paymentStatus: 'paid' } as const;
const paid = () => ({ type: 'success', session: stripeSession({ status: complete }) }) as const;
const declined = { code: 'paymentFailed', message: 'No.', paymentFailed: { declineCode: 'lost_card' } };

describe('which wallets there are', () => {
  it.each([
    ['one', { availablePaymentMethods: { applePay: false, googlePay: true } }, true],
    ['one that is turned off', { availablePaymentMethods: { applePay: false } }, false],
    ['none', { availablePaymentMethods: undefined }, false],
  ])('is known from Stripe: %s', async (_, event, available) => {
    const { heard } = await open();
    stripe.tell('ready', event);
    expect(heard).toContainEqual({ type: 'wallets.known', available });
  });

  it('is none where the buttons cannot be shown; the form pays without', async () => {
    const { heard } = await open();
    stripe.tell('loaderror', { error: { message: 'Blocked.' } });
    expect(heard).toContainEqual({ type: 'wallets.known', available: false });
    expect(heard.some(({ type }) => type === 'frame.failed')).toBe(false);
  });
});

describe('paying', () => {
  it('gives Stripe the wallet that waits, once, and no save toggle', async () => {
    const { gateway, heard } = await open();
    const event = wallet('apple_pay');
    stripe.tell('confirm', event);
    expect(heard).toContainEqual({ type: 'wallet.authorized', wallet: 'apple_pay' });
    stripe.confirm = paid;
    expect(await gateway.confirm({ savePayment: null, wallet: true })).toMatchObject({ type: 'complete' });
    expect(stripe.confirmedWith).toEqual({
      redirect: 'if_required',
      returnUrl: 'https://shop.example.com/buy?billing_session=cs_1',
      expressCheckoutConfirmEvent: event,
    });
    expect(event.paymentFailed).not.toHaveBeenCalled();
  });

  it('never pays with the card in the form where no wallet waits', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const { gateway } = await open();
    expect(await gateway.confirm({ savePayment: null, wallet: true })).toEqual({ type: 'unclear' });
    expect(stripe.confirmedWith).toBeNull();
    told.mockRestore();
  });

  it('tells the sheet of a decline', async () => {
    const { gateway } = await open();
    const event = wallet();
    stripe.tell('confirm', event);
    stripe.confirm = () => ({ type: 'error', error: declined });
    expect(await gateway.confirm({ savePayment: null, wallet: true })).toMatchObject({ type: 'declined' });
    expect(event.paymentFailed).toHaveBeenCalledExactlyOnceWith({ reason: 'fail' });
  });

  it('tells the sheet nothing of an answer that was lost', async () => {
    const { gateway } = await open();
    const event = wallet();
    stripe.tell('confirm', event);
    stripe.confirm = () => ({ type: 'error', error: { code: null, message: 'Try again.' } });
    expect(await gateway.confirm({ savePayment: null, wallet: true })).toMatchObject({ type: 'unclear' });
    expect(event.paymentFailed).not.toHaveBeenCalled();
  });

  it('waits for what Stripe is being told', async () => {
    const { gateway } = await open();
    stripe.tell('confirm', wallet());
    stripe.confirm = paid;
    let answer!: (value: unknown) => void;
    stripe.updateEmail = () => new Promise((resolve) => (answer = resolve));
    void gateway.setEmail('ada@example.com');
    const confirmed = gateway.confirm({ savePayment: null, wallet: true });
    await Promise.resolve();
    expect(stripe.confirmedWith).toBeNull();
    answer({ type: 'success', session: stripeSession() });
    expect(await confirmed).toMatchObject({ type: 'complete' });
  });
});

describe('a wallet that does not pay', () => {
  it('hears so when it is refused, once', async () => {
    const { gateway } = await open();
    const event = wallet();
    stripe.tell('confirm', event);
    gateway.refuseWallet();
    gateway.refuseWallet();
    await vi.waitFor(() => {
      expect(event.paymentFailed).toHaveBeenCalledExactlyOnceWith({ reason: 'fail' });
    }, 10_000);
  });

  it('hears so while another one waits', async () => {
    const { heard } = await open();
    const [first, second] = [wallet(), wallet('apple_pay')];
    stripe.tell('confirm', first);
    stripe.tell('confirm', second);
    expect(second.paymentFailed).toHaveBeenCalledOnce();
    expect(first.paymentFailed).not.toHaveBeenCalled();
    expect(heard.filter(({ type }) => type === 'wallet.authorized')).toHaveLength(1);
  });

  it('hears so when the fields are taken away', async () => {
    const { gateway } = await open();
    const event = wallet();
    stripe.tell('confirm', event);
    gateway.close();
    await vi.waitFor(() => {
      expect(event.paymentFailed).toHaveBeenCalledOnce();
    }, 10_000);
  });
});
