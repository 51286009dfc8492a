/** Visitors of an experiment: each sees one arm, always the same, and Stripe knows which. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { FunnelEvent } from '../../src/contract/funnel-events.js';
import { createReport } from '../../src/report/index.js';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

/** What the shop's server has heard. */
const heard: string[] = [];
const shop = useShop({ hooks: { completed: ({ session }) => void heard.push(session.id) } });
const newPage = useChromium();

const open = async (attributes: Attributes = {}, search = '', page?: Page): Promise<CheckoutPage> =>
  CheckoutPage.open(page ?? (await newPage()), `${shop().url}experiment${search}`, attributes);

const flowOf = ({ tag }: CheckoutPage): Promise<string> =>
  tag.evaluate((element) => (element as unknown as { shownFlow: string }).shownFlow);
const sessionOf = async (checkout: CheckoutPage) => {
  const [ready] = await checkout.events('billing-ready');
  return shop().stripe.checkout.sessions.retrieve(ready?.detail['sessionId'] as string);
};

it('shows one browser the same arm each time, tells the page, and Stripe', async () => {
  const page = await newPage();
  const first = await open({}, '', page);
  const flow = await flowOf(first);
  expect(await first.events('billing-exposure')).toEqual([
    { type: 'billing-exposure', detail: { name: 'pages', variant: flow, differs: true } },
  ]);
  const { metadata, client_reference_id: reference } = await sessionOf(first);
  expect(metadata).toMatchObject({ billing_experiment: 'pages', billing_variant: flow, billing_differs: 'true' });
  expect(reference).toBe(`bc1.pages.${flow}.${String(metadata?.['billing_unit'])}`);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'billing_visitor');
  expect(cookie).toMatchObject({ sameSite: 'Lax', path: '/' });
  expect(metadata?.['billing_unit']).not.toBe(cookie?.value);

  expect(await flowOf(await open({}, '', page))).toBe(flow);
});

it.each(['one-page', 'two-page'])('sells in the arm %s, and tells which arm sold', async (variant) => {
  const checkout = await open({ variant, 'visitor-id': `visitor-${variant}` });
  expect(await flowOf(checkout)).toBe(variant);
  await checkout.fillEmail();
  await checkout.fillAddress();
  if (variant === 'two-page') await checkout.page.getByRole('button', { name: 'Continue to payment' }).click();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail['variant']).toBe(variant);
  const [subscription] = (await shop().stripe.subscriptions.list({ limit: 1 })).data;
  expect(subscription?.metadata).toMatchObject({ billing_experiment: 'pages', billing_variant: variant });
});

it('counts one payment where Stripe tries again by itself: the customer hears of no decline, the server of one sale', async () => {
  const { stripe, simulatorUrl } = shop();
  const checkout = await open({ variant: 'one-page', 'visitor-id': 'visitor-again' });
  const { id } = await sessionOf(checkout);
  // Made when the week in which visitors may still pay is over. Both arms have been seen above.
  const now = (): Date => new Date(Date.now() + 8 * 86_400_000);
  const payments = async () => (await createReport({ stripe, experiment: 'pages', now })).authorization.account;
  const before = await payments();
  await fetch(`${simulatorUrl}/_simulator/cards/retry_next`, {
    method: 'POST',
    body: JSON.stringify({ account: 'simulator' }),
  });
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');

  const [charge, first, earlier] = (await stripe.charges.list({ limit: 3 })).data;
  expect([charge, first]).toMatchObject([{ status: 'succeeded' }, { status: 'failed' }]);
  expect(first?.payment_intent).toBe(charge?.payment_intent);
  expect(earlier?.payment_intent).not.toBe(charge?.payment_intent);
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect(await checkout.events('billing-decline')).toEqual([]);
  await expect.poll(() => heard.filter((session) => session === id)).toHaveLength(1);
  const after = await payments();
  expect(after).toMatchObject({ succeeded: before.succeeded + 1, failed: before.failed, declines: before.declines });
  expect(heard.filter((session) => session === id)).toHaveLength(1);
});

it('shows a forced arm for a look, and counts it nowhere', async () => {
  const checkout = await open({}, '?billing-variant=pages:two-page');
  expect(await flowOf(checkout)).toBe('two-page');
  expect(await checkout.events('billing-exposure')).toEqual([]);
  expect((await sessionOf(checkout)).metadata).not.toHaveProperty('billing_experiment');
});

it('waits one second for a host that assigns, then shows the control and says so', async () => {
  const checkout = await open({ 'assigned-by': 'host', 'visitor-id': 'late' });
  expect(await flowOf(checkout)).toBe('two-page');
  expect((await sessionOf(checkout)).metadata).toMatchObject({
    billing_variant: 'two-page',
    billing_fallback: 'true',
  });
});

it('takes the variant that the host names in time', async () => {
  const page = await newPage();
  const attributes = { 'assigned-by': 'host', loading: 'manual' };
  const checkout = await CheckoutPage.visit(page, `${shop().url}experiment`, attributes);
  await checkout.tag.evaluate((tag) => {
    (tag as unknown as { load(): void }).load();
    tag.setAttribute('variant', 'one-page');
  });
  await checkout.reaches('ready');
  expect(await flowOf(checkout)).toBe('one-page');
  expect((await sessionOf(checkout)).metadata).toMatchObject({ billing_fallback: 'false' });
});

it('keeps the arm when the page changes its flow, and says that it was switched', async () => {
  const checkout = await open({ variant: 'one-page', 'visitor-id': 'switched' });
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('flow', 'two-page');
  });
  await checkout.page.getByRole('button', { name: 'Continue to payment' }).waitFor();
  await expect
    .poll(async () => (await sessionOf(checkout)).metadata)
    .toMatchObject({ billing_variant: 'one-page', billing_switched: 'true' });
});

it('has the way of a customer kept by the backend, without a word of what was typed', async () => {
  const checkout = await open({ variant: 'one-page', 'visitor-id': 'workspace-of-grace' });
  await checkout.fill(cards.declined);
  await checkout.pay();
  await checkout.alert.getByText('declined').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  const id = (await checkout.events('billing-complete'))[0]?.detail['sessionId'];
  const kept = async (): Promise<readonly FunnelEvent[]> => {
    const lines = (await Promise.all((await files()).map((file) => readFile(file, 'utf8')))).join('').split('\n');
    const events = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as FunnelEvent);
    const visit = events.find(({ session }) => session === id)?.visit;
    return events.filter((event) => event.visit === visit);
  };
  await expect.poll(async () => (await kept()).map(({ type }) => type), { timeout: 10_000 }).toContain('completed');
  const events = await kept();
  expect(events.map(({ type }) => type)).toEqual([
    'viewed',
    'ready',
    'method_chosen',
    'field_completed',
    'field_completed',
    'field_completed',
    'submitted',
    'declined',
    'submitted',
    'recovered',
    'completed',
  ]);
  for (const { experiment } of events) expect(experiment).toEqual({ name: 'pages', variant: 'one-page' });
  expect(JSON.stringify(events)).not.toMatch(/grace|Ada|St James|10001|4242/);
});

const files = async (): Promise<readonly string[]> => {
  const { eventsFolder } = shop();
  return (await readdir(eventsFolder)).map((name) => join(eventsFolder, name));
};
