/** A hosted Checkout Session: what it takes, what it refuses, and the page that pays it. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { openAccount, monthlyPrice, refusal } from './simulated-account.js';

const URLS = { success_url: 'https://shop.test/done?id={CHECKOUT_SESSION_ID}', cancel_url: 'https://shop.test/plans' };

async function openHosted(stripe: Stripe, params: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const { id: price } = await monthlyPrice(stripe);
  return stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price, quantity: 2 }],
    ...URLS,
    ...params,
  });
}

describe('a hosted session', () => {
  it('is what a session is that names no other page: it has an address, and no secret', async () => {
    const { stripe } = openAccount();
    const session = await openHosted(stripe);
    expect(session).toMatchObject({ ui_mode: 'hosted_page', client_secret: null, status: 'open', ...URLS });
    expect(session.url).toContain(`/c/pay/${session.id}`);
    expect((await openHosted(stripe, { ui_mode: 'hosted_page' })).url).not.toBe(session.url);
  });

  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, string]>([
    ['a return URL', { return_url: 'https://shop.test' }, 'return_url'],
    ['a way back that is no address', { cancel_url: 'plans' }, 'cancel_url'],
    ['fields of its own, which are not simulated', { custom_text: { submit: { message: 'Go' } } }, 'custom_text'],
    [
      'a tax id that is required, which is not simulated',
      { tax_id_collection: { enabled: true, required: 'if_supported' } },
      'tax_id_collection[required]',
    ],
  ])('is refused with %s', async (_what, params, param) => {
    const { stripe } = openAccount();
    expect(await refusal(openHosted(stripe, params))).toMatchObject({ statusCode: 400, param });
  });

  it('is refused where it leads nowhere', async () => {
    const { stripe } = openAccount();
    const { id: price } = await monthlyPrice(stripe);
    const params: Stripe.Checkout.SessionCreateParams = { mode: 'subscription', line_items: [{ price, quantity: 1 }] };
    expect(await refusal(stripe.checkout.sessions.create(params))).toMatchObject({
      statusCode: 400,
      code: 'parameter_missing',
      param: 'success_url',
    });
  });

  it('takes no change of its payment', async () => {
    const { stripe } = openAccount();
    const { id } = await openHosted(stripe);
    expect(
      await refusal(stripe.checkout.sessions.update(id, { payment_intent_data: { description: 'x' } })),
    ).toMatchObject({ statusCode: 400, param: 'payment_intent_data' });
  });

  it('has no address any more once it has expired, and a page that says so and leads back', async () => {
    const { stripe, simulator } = openAccount();
    const { id, url } = await openHosted(stripe);
    const expired = await stripe.checkout.sessions.expire(id);
    expect(expired.url).toBeNull();
    const page = await (await simulator.fetch(new Request(url ?? ''))).text();
    expect(page).toContain('has expired');
    expect(page).toContain(URLS.cancel_url);
    expect(page).not.toContain('_secret_');
  });

  it('shows its page to nobody who does not know its address, and none for a session of Elements', async () => {
    const { stripe, simulator } = openAccount();
    const { url } = await openHosted(stripe);
    const elements = await stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      line_items: [{ price: (await monthlyPrice(stripe)).id, quantity: 1 }],
    });
    const other = (id: string) => new URL(`/c/pay/${id}`, url ?? '').href;
    for (const id of ['cs_test_none', elements.id])
      expect((await simulator.fetch(new Request(other(id)))).status).toBe(404);
    expect((await simulator.fetch(new Request(url ?? ''))).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });
});
