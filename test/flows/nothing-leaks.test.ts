/** Secrets, cards and people are planted in every story, and looked for wherever a page or a server could let them out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findPlanted } from '../support/planted.js';
import { choose, typeAccount } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { Overheard, type Place } from './support/overheard.js';
import { useShop } from './support/shop.js';
import { payWithWallet } from './support/wallet.js';

const shop = useShop();
const newPage = useChromium();

const ADDRESS = {
  name: 'Wilhelmina Quillfeather',
  line1: '77 Marmalade Crescent',
  city: 'Oswaldtwistle',
  state: 'NY',
  zip: '10001',
};

/** Who buys. */
const PERSON = {
  name: ADDRESS.name,
  street: ADDRESS.line1,
  city: ADDRESS.city,
  email: 'w.quillfeather+billing@zephyrmail.example',
  company: 'Featherstonehaugh Upholstery',
  tax: 'DE136695976',
  order: 'PO-Zwieback-0042',
};

/** With what: a Visa that no other story uses. */
const CARD = {
  card: '4000056655665556',
  declined: cards.insufficientFunds,
  iban: 'AT611904300234573201',
  account: '000111111116',
};

/** Where nothing of a person may be; a field's text and the order itself are elsewhere. */
const IMPERSONAL: readonly Place[] = [
  'attributes',
  'events',
  'console',
  'storage',
  'addresses',
  'asked of Stripe',
  'trace',
];
const EVERYWHERE: readonly Place[] = [...IMPERSONAL, 'document', 'merchant'];

/** What the shop's server prints, in this process. */
let printed: (() => string) | null = null;
beforeEach(() => {
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
    vi.spyOn(process.stdout, 'write'),
    vi.spyOn(process.stderr, 'write'),
  ];
  printed = () => JSON.stringify(spies.flatMap(({ mock }) => mock.calls.map((call) => call.map(String))));
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Story {
  readonly checkout: CheckoutPage;
  readonly heard: Overheard;
}

async function visit(path: string, attributes: Record<string, string | null> = {}, known = false): Promise<Story> {
  const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  if (known) await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  const heard = await Overheard.of(page, shop().url);
  const checkout = await CheckoutPage.visit(page, `${shop().url}${path}`, { 'send-events': '', ...attributes });
  return { checkout, heard };
}

async function open(...args: Parameters<typeof visit>): Promise<Story> {
  const story = await visit(...args);
  await story.checkout.reaches('ready');
  return story;
}

async function fill({ checkout }: Story, card = CARD.card): Promise<void> {
  await checkout.fillEmail(PERSON.email);
  await checkout.fillAddress(ADDRESS);
  await checkout.fillCard(card);
}

/** The page is left last: funnel events that wait are posted then. */
async function expectNothing({ checkout, heard }: Story): Promise<void> {
  if (checkout.page.url() !== 'about:blank') {
    await heard.look();
    await checkout.page.goto('about:blank');
  }
  // What makes a secret of an id stands after it.
  const secrets = heard.secrets.map((secret) => secret.split('_secret_')[1] ?? secret);
  for (const place of EVERYWHERE) {
    const text = await heard.in(place);
    if (place !== 'console') expect(text, `${place}: it was looked at`).not.toBe('');
    expect(findPlanted(text, CARD), `${place}: cards`).toEqual([]);
    if (place !== 'asked of Stripe') expectNoSecret(text, secrets, place);
  }
  for (const place of IMPERSONAL) expect(findPlanted(await heard.in(place), PERSON), `${place}: a person`).toEqual([]);
  // What was typed about the purchase goes to the merchant in the body of a change or an order, and in no other way.
  for (const { method, path, headers, body } of heard.sent) {
    const told = method === 'PATCH' || path.endsWith('/invoice') ? '' : body;
    expect(findPlanted(path + headers + told, PERSON), `${method} ${path}`).toEqual([]);
  }
  const texts = [printed?.() ?? '', await keptEvents()];
  for (const text of texts) {
    expect(findPlanted(text, { ...PERSON, ...CARD }), 'the server').toEqual([]);
    expectNoSecret(text, secrets, 'the server');
  }
}

function expectNoSecret(text: string, secrets: readonly string[], where: string): void {
  expect(
    secrets.filter((secret) => text.includes(secret)),
    where,
  ).toEqual([]);
  expect(text, where).not.toMatch(/_secret_[A-Za-z0-9]|[rs]k_test_\w|whsec_\w/);
}

async function keptEvents(): Promise<string> {
  const folder = shop().eventsFolder;
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return files.join('\n');
}

describe('nothing leaks', () => {
  it('from a decline and a payment', async () => {
    const story = await open('one-page');
    await fill(story, CARD.declined);
    await story.checkout.pay();
    await story.checkout.alert.getByText('insufficient funds').waitFor();
    await story.heard.look();
    await story.checkout.fillCard(CARD.card);
    await story.checkout.pay();
    await story.checkout.reaches('complete');
    expect(story.heard.secrets.length).toBeGreaterThan(0);
    expect(await story.heard.in('events')).toMatch(/billing-decline.*billing-complete/s);
    await expectNothing(story);
    await expect.poll(keptEvents).toContain('completed');
    await expectNothing(story);
  });

  it('from two pages, business details and a challenge', async () => {
    const attributes = { flow: 'two-page', 'tax-id': 'optional' };
    const story = await open('business-details', attributes);
    const { page } = story.checkout;
    await story.checkout.fillEmail(PERSON.email);
    await story.checkout.fillAddress(ADDRESS);
    await page.getByLabel('Company').fill(PERSON.company);
    await page.getByLabel('Purchase order number').fill(PERSON.order);
    await page.getByLabel('Tax ID country').selectOption('DE eu_vat');
    await page.locator('#tax_id').fill(PERSON.tax);
    await page.getByLabel('Cost center').fill('4711');
    await story.heard.look();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await story.checkout.fillCard(cards.asks3ds);
    await story.checkout.pay();
    await clickAway(story.checkout.challenge.getByRole('button', { name: 'Complete' }));
    await story.checkout.reaches('complete');
    const changes = story.heard.sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(findPlanted(changes.join(), PERSON)).toEqual(['company', 'order']);
    await expectNothing(story);
  });

  it('from a way over the bank’s page and back', async () => {
    const story = await open('redirect-method');
    const { page } = story.checkout;
    await story.checkout.fillEmail(PERSON.email);
    await story.checkout.fillAddress(ADDRESS);
    await choose(story.checkout, 'iDEAL');
    await story.heard.look();
    await story.checkout.pay();
    await page.getByRole('button', { name: 'Authorize test payment' }).click();
    await story.checkout.reaches('complete');
    expect(page.url()).toBe(`${shop().url}redirect-method`);
    await expectNothing(story);
  });

  it('from a European account that is debited', async () => {
    const story = await open('sepa-debit');
    await story.checkout.fillEmail(PERSON.email);
    await story.checkout.fillAddress(ADDRESS);
    await choose(story.checkout, 'SEPA Direct Debit');
    await story.checkout.payment.getByLabel('IBAN').fill(CARD.iban);
    await story.heard.look();
    await story.checkout.pay();
    await story.checkout.reaches('processing', 'complete');
    await expectNothing(story);
  });

  it('from an American account that is typed, and is to be proven', async () => {
    const story = await open('bank-debit');
    await story.checkout.fillEmail(PERSON.email);
    await story.checkout.fillAddress(ADDRESS);
    await typeAccount(story.checkout, CARD.account);
    await story.heard.look();
    await story.checkout.pay();
    await story.checkout.reaches('action');
    await expectNothing(story);
  });

  it('from a page of Stripe’s, where Stripe.js is kept out of the shop’s', async () => {
    const story = await visit('pay-on-stripes-page');
    const { page } = story.checkout;
    await story.checkout.reaches('failed');
    await story.heard.look();
    await page.getByRole('button', { name: 'Pay on Stripe’s page' }).click();
    const subscribe = page.getByRole('button', { name: 'Subscribe' }).and(page.locator(':enabled'));
    await subscribe.waitFor();
    await fill(story);
    await subscribe.click();
    await story.checkout.reaches('complete');
    await expectNothing(story);
  });

  it('from an order by invoice', async () => {
    const story = await open('pay-by-invoice');
    const { page } = story.checkout;
    await story.checkout.fillEmail(PERSON.email);
    await story.checkout.fillAddress(ADDRESS);
    await page.getByLabel('Company').fill(PERSON.company);
    await page.getByRole('button', { name: 'Pay by invoice' }).click();
    await story.heard.look();
    await page.getByRole('button', { name: 'Order by invoice' }).click();
    await story.checkout.reaches('complete');
    await expectNothing(story);
  });

  it('from an invoice that a known customer pays', async () => {
    const { stripe, customer } = shop();
    await stripe.invoiceItems.create({ customer, amount: 98_000, currency: 'usd', description: 'Consulting' });
    const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
    const story = await open(`open-invoice?invoice=${id}`, {}, true);
    await story.checkout.fillCard(CARD.card);
    await story.checkout.fillPostalCode();
    await story.checkout.pay();
    await story.checkout.reaches('complete');
    expect(story.heard.secrets.some((secret) => secret.startsWith('pi_'))).toBe(true);
    await expectNothing(story);
  });

  it('from a wallet', async () => {
    const story = await open('wallet');
    await payWithWallet(story.checkout);
    await story.checkout.reaches('complete');
    await expectNothing(story);
  });

  it('from a purchase that the server cannot answer, nor from what is copied for support', async () => {
    const story = await open('one-page');
    const { page } = story.checkout;
    await fill(story);
    const body = JSON.stringify({ detail: PERSON.email, title: PERSON.name, secret: 'cs_test_1_secret_2' });
    await page.route('**/billing/sessions/*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
    );
    await story.checkout.pay();
    await story.checkout.reaches('ready');
    await story.checkout.alert.getByRole('button', { name: 'Copy details for support' }).press('Enter');
    await page.getByRole('status').getByText('Details copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(findPlanted(copied, { ...PERSON, ...CARD })).toEqual([]);
    expect(copied).not.toMatch(/_secret_/);
    await expectNothing(story);
  });

  it('from a server that Stripe refuses', async () => {
    const spoilt = { account: 'simulator', method: 'POST', path: '/v1/checkout/sessions', kind: 'status', status: 500 };
    await fetch(`${shop().simulatorUrl}/_simulator/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...spoilt, times: 40 }),
    });
    const story = await visit('one-page');
    await story.checkout.reaches('failed');
    await fetch(`${shop().simulatorUrl}/_simulator/faults?account=simulator`, { method: 'DELETE' });
    expect(printed?.()).toContain('stripe');
    await expectNothing(story);
  });
});

it('would be found', async () => {
  const story = await open('one-page');
  await story.checkout.page.evaluate(
    ({ person, card }) => {
      localStorage.setItem('seen', encodeURIComponent(person));
      document.body.dataset['card'] = card;
      console.log(btoa(person));
      document.dispatchEvent(new CustomEvent('billing-change', { detail: { person }, bubbles: true }));
      return fetch(`/billing/events?who=${encodeURIComponent(person)}`, { method: 'POST', body: card });
    },
    { person: PERSON.email, card: CARD.card },
  );
  await story.heard.look();
  for (const place of ['storage', 'console', 'events', 'addresses', 'merchant'] as const)
    expect(findPlanted(await story.heard.in(place), PERSON), place).toContain('email');
  for (const place of ['attributes', 'document', 'merchant'] as const)
    expect(findPlanted(await story.heard.in(place), CARD), place).toContain('card');
  await story.checkout.page.goto('about:blank');
});
