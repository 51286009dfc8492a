// @vitest-environment jsdom
/** The control panel: what people see and do at the simulator's root, in a browser's own requests. */
import { expect, it } from 'vitest';
import { getByRole, queryByRole, within } from '@testing-library/dom';
import { openAccount, openSubscriptionSession, origin, type SimulatedAccount } from './simulated-account.js';

/** A page of the panel as a browser has it. */
interface Visit {
  readonly body: HTMLElement;
  readonly text: string;
  readonly follow: (link: string | RegExp) => Promise<Visit>;
  readonly press: (button: string, fields?: Readonly<Record<string, string>>) => Promise<Visit>;
}

async function visit({ simulator }: Pick<SimulatedAccount, 'simulator'>, path = '/'): Promise<Visit> {
  const response = await simulator.fetch(new Request(`${origin}${path}`));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const body = document.createElement('div');
  body.innerHTML = await response.text();
  document.body.replaceChildren(body);
  return {
    body,
    text: body.textContent.replaceAll(/\s+/g, ' '),
    follow: (name) => visit({ simulator }, getByRole(body, 'link', { name }).getAttribute('href') ?? ''),
    press: async (name, fields = {}) => {
      const form = getByRole(body, 'button', { name }).closest('form');
      const data = new URLSearchParams();
      for (const field of form?.querySelectorAll<HTMLInputElement>('[name]') ?? []) data.set(field.name, field.value);
      for (const [field, value] of Object.entries(fields)) data.set(field, value);
      const answer = await post({ simulator }, form?.getAttribute('action') ?? '', data, origin);
      expect(answer.status).toBe(303);
      return visit({ simulator }, answer.headers.get('location') ?? '');
    },
  };
}

const post = (
  { simulator }: Pick<SimulatedAccount, 'simulator'>,
  path: string,
  body: URLSearchParams,
  from: string,
): Promise<Response> =>
  simulator.fetch(new Request(`${origin}${path}`, { method: 'POST', body, headers: { origin: from } }));

it('leads from the accounts to an object, and shows it without its secret', async () => {
  const account = openAccount();
  const session = await openSubscriptionSession(account.stripe);

  const sessions = await (await (await visit(account)).follow('acme')).follow('Checkout Sessions');
  const page = await sessions.follow(session.id);

  expect(getByRole(page.body, 'heading', { level: 1 }).textContent).toBe(session.id);
  expect(page.text).toContain('subscription · open · unpaid · $10.00');
  expect(page.text).toContain('"client_secret": "cs_tes…"');
  expect(page.text).not.toContain(session.client_secret);
});

it('shows what customers typed as text', async () => {
  const account = openAccount();
  const { id } = await account.stripe.customers.create({ name: '<img src=x onerror=alert(1)>' });

  const page = await visit(account, `/_simulator/panel/acme/customers/${id}`);

  expect(page.text).toContain('<img src=x onerror=alert(1)>');
  expect(queryByRole(page.body, 'img')).toBeNull();
});

it('names an event, what it is about, and sends it again', async () => {
  const received: string[] = [];
  const account = openAccount({
    fetch: async (_url, init) => {
      received.push(String(init?.body));
      return Promise.resolve(new Response());
    },
  });
  await account.stripe.webhookEndpoints.create({ url: 'http://shop.test/hooks', enabled_events: ['customer.created'] });
  const { id } = await account.stripe.customers.create();
  await account.simulator.settled();

  const page = await visit(account, '/_simulator/panel/acme');
  const events = within(getByRole(page.body, 'region', { name: 'Events' }));
  expect(events.getByRole('link', { name: id }).getAttribute('href')).toBe(`/_simulator/panel/acme/customers/${id}`);
  const after = await page.press('Send again');
  await account.simulator.settled();

  expect(getByRole(after.body, 'status').textContent).toBe('customer.created is sent again.');
  expect(received).toHaveLength(2);
  expect(received[0]).toBe(received[1]);
});

it('holds webhooks back and lets them go', async () => {
  let received = 0;
  const account = openAccount({ fetch: () => Promise.resolve(new Response(String((received += 1)))) });
  await account.stripe.webhookEndpoints.create({ url: 'http://shop.test/hooks', enabled_events: ['*'] });

  const held = await (await visit(account, '/_simulator/panel/acme')).press('Hold them back');
  await account.stripe.customers.create();
  const waiting = await held.follow('Events').then(() => visit(account, '/_simulator/panel/acme'));
  expect(waiting.text).toContain('Held back: 1.');
  await waiting.press('Let them go', { copies: '3' });
  await account.simulator.settled();

  expect(received).toBe(3);
});

it('lets something go wrong, and says why it will not', async () => {
  const account = openAccount();
  await account.stripe.customers.list();

  const page = await visit(account, '/_simulator/panel/acme');
  const refused = await page.press('Add', { status: '99' });
  expect(getByRole(refused.body, 'status').textContent).toMatch(/^Not done\..*>=400/s);
  const added = await page.press('Add', { path: '/v1/customers', status: '503' });
  expect(account.simulator.faults('acme')).toMatchObject([{ path: '/v1/customers', status: 503 }]);
  await added.press('Clear all');

  expect(account.simulator.faults('acme')).toEqual([]);
});

it('moves a test clock, and makes the next renewal fail', async () => {
  const account = openAccount();
  const { stripe } = account;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Date.UTC(2026, 0, 1) / 1000 });
  const { id: customer } = await stripe.customers.create({
    test_clock: clock.id,
    payment_method: 'pm_card_visa',
  });
  const [method] = (await stripe.customers.listPaymentMethods(customer)).data;
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method?.id ?? '' } });
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const price = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 1000,
    recurring: { interval: 'month' },
  });
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });

  const page = await visit(account, `/_simulator/panel/acme/customers/${customer}`);
  await page.press('Make the next renewal fail', { decline: 'insufficient_funds' });
  const time = await visit(account, `/_simulator/panel/acme/test_helpers_test_clocks/${clock.id}`);
  const later = await time.press('Move', { days: '32' });

  expect(later.text).toContain('It is 2026-02-02T00:00:00.000Z for the customers of this clock.');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
  expect((await stripe.charges.list()).data[0]).toMatchObject({ failure_code: 'card_declined' });
});

it("updates a customer's card, as their bank would", async () => {
  const account = openAccount();
  const { stripe } = account;
  const { id: customer } = await stripe.customers.create();
  const path = `/_simulator/panel/acme/customers/${customer}`;
  expect(queryByRole((await visit(account, path)).body, 'button', { name: "Update this customer's card" })).toBeNull();
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });

  const page = await visit(account, path);
  const refused = await page.press("Update this customer's card", { number: '4000000000000000' });
  expect(getByRole(refused.body, 'status').textContent).toMatch(/^Not done\..*no such test card/s);
  const after = await page.press("Update this customer's card", { number: '5555 5555 5555 4444', exp_month: '6' });

  expect(getByRole(after.body, 'status').textContent).toBe('The card ends in 4444 now.');
  expect(await stripe.paymentMethods.retrieve(method.id)).toMatchObject({
    card: { last4: '4444', exp_month: 6, exp_year: 2035 },
  });
  const { data } = await stripe.events.list({ type: 'payment_method.automatically_updated' });
  expect(data).toMatchObject([{ data: { previous_attributes: { card: { last4: '4242' } } } }]);
  expect(account.simulator.cards.update('acme', 'pm_none', { number: '4242', exp_month: 1, exp_year: 2030 })).toBe(
    false,
  );
});

it('is worked from nowhere else, and makes no account by looking', async () => {
  const account = openAccount();
  await account.stripe.customers.list();
  const hold = '/_simulator/panel/acme/actions/hold';

  expect((await post(account, hold, new URLSearchParams(), 'https://elsewhere.test')).status).toBe(403);
  expect((await account.simulator.fetch(new Request(`${origin}${hold}`, { method: 'POST' }))).status).toBe(403);
  expect((await post(account, '/_simulator/panel/acme/actions/toString', new URLSearchParams(), origin)).status).toBe(
    404,
  );
  for (const path of ['nobody', 'acme/toString', 'acme/customers/cus_none']) {
    expect((await account.simulator.fetch(new Request(`${origin}/_simulator/panel/${path}`))).status).toBe(404);
  }
  expect((await visit(account)).text).not.toContain('nobody');
});

it('leads back into the panel only', async () => {
  const account = openAccount();
  await account.stripe.customers.list();
  const back = new URLSearchParams({ back: 'https://elsewhere.test/' });

  const answer = await post(account, '/_simulator/panel/acme/actions/hold', back, origin);

  expect(answer.headers.get('location')).toMatch(/^\/\?done=/);
});

it('turns the pages of a long list', async () => {
  const account = openAccount();
  const made: string[] = [];
  for (let index = 0; index < 51; index += 1) made.push((await account.stripe.customers.create()).id);

  const first = await visit(account, '/_simulator/panel/acme/customers');
  const second = await first.follow('Older');

  expect(first.text).toContain(made[50]);
  expect(first.text).not.toContain(made[0]);
  expect(second.text).toContain(made[0]);
  expect(queryByRole(second.body, 'link', { name: 'Older' })).toBeNull();
});

it('sends an event again for programs, too', async () => {
  const account = openAccount();
  const { id } = await account.stripe.customers.create();
  const ask = (event: string): Promise<Response> =>
    account.simulator.fetch(
      new Request(`${origin}/_simulator/webhooks/resend`, {
        method: 'POST',
        body: JSON.stringify({ account: 'acme', event }),
      }),
    );
  const [event] = (await account.stripe.events.list()).data;

  expect(await (await ask(event?.id ?? '')).json()).toEqual({ endpoints: 0 });
  expect((await ask(id)).status).toBe(404);
  expect(account.simulator.webhooks.resend('acme', id)).toBe(0);
});
