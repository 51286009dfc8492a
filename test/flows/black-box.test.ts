/** What a checkout has gone through can be handed to support; nothing the customer typed is in it. */
import { readFileSync } from 'node:fs';
import type { ConsoleMessage, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { traceSchema } from '../../src/cli/replay/trace-schema.js';
import { walkTrace } from '../../src/cli/replay/walk-trace.js';
import type { Trace } from '../../src/core/trace.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

/** Of the package. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
const shop = useShop();
const newPage = useChromium();

const onePage = (): string => `${shop().url}one-page`;

const EMAIL = 'w.quillfeather@zephyrmail.example';
const COMPANY = 'Quillfeather Upholstery';

/** Whatever is typed, told, charged or secret. */
const PLANTED = [
  EMAIL,
  'zephyrmail',
  ...COMPANY.split(' '),
  'DE136695976',
  '136695976',
  'PO-2026',
  cards.insufficientFunds,
  cards.pays,
  cards.pays.slice(-8),
  'Lovelace',
  'St James',
  'New York',
  'pk_test',
  'http',
  '$',
];

const traceOf = (checkout: CheckoutPage): Promise<Trace> =>
  checkout.tag.evaluate((tag) => (tag as unknown as { trace: Trace }).trace);

function expectNothingPlanted(text: string): void {
  expect(text).not.toContain('_secret_');
  // Ids are random; they may hold any four letters.
  const there = text.replaceAll(/"(?:cs|req)_\w+"/g, '""').toLowerCase();
  expect(PLANTED.filter((value) => there.includes(value.toLowerCase()))).toEqual([]);
}

/** Steps that this version's table does not take. */
const differing = (trace: unknown) => walkTrace(traceSchema.parse(trace)).steps.filter(({ differs }) => differs);

/** The API of Stripe fails next, until it is mended. */
async function breakStripe(): Promise<void> {
  const response = await fetch(`${shop().simulatorUrl}/_simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      account: 'simulator',
      method: 'POST',
      path: '/v1/checkout/sessions',
      kind: 'status',
      status: 500,
      times: 40,
    }),
  });
  expect(response.ok).toBe(true);
}

afterEach(() => fetch(`${shop().simulatorUrl}/_simulator/faults?account=simulator`, { method: 'DELETE' }));

it('holds a whole purchase with a decline, and nothing that was typed', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}business-details`, { 'tax-id': 'optional' });
  await checkout.fill(cards.insufficientFunds);
  await checkout.fillEmail(EMAIL);
  await checkout.page.getByLabel('Company').fill(COMPANY);
  await checkout.page.getByLabel('Purchase order number').fill('PO-2026-11');
  await checkout.page.getByLabel('Tax ID country').selectOption('DE eu_vat');
  await checkout.page.locator('#tax_id').fill('DE136695976');
  await checkout.page.getByLabel('Cost center').fill('4711');
  await checkout.pay();
  await checkout.reaches('ready');
  await checkout.alert.waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');

  const trace = await traceOf(checkout);
  const types = trace.steps.map(({ input }) => input.type);
  expect(types).toEqual(expect.arrayContaining(['load', 'opened', 'submit', 'check.passed', 'confirm.complete']));
  expect(trace.steps.find(({ input }) => input.type === 'confirm.declined')?.input).toMatchObject({
    declineCode: 'insufficient_funds',
  });
  expect(trace.steps.findLast(({ to }) => to)?.to).toMatchObject({ name: 'complete' });
  expectNothingPlanted(JSON.stringify(trace));
  expect(differing(trace)).toEqual([]);
});

describe('details for support', () => {
  const button = (page: Page) => page.getByRole('button', { name: 'Copy details for support' });

  it('are copied where the checkout could not be opened, and told', async () => {
    await breakStripe();
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    const checkout = await CheckoutPage.visit(page, onePage());
    await checkout.reaches('failed');
    await button(page).click();
    await page.getByRole('status').getByText('Details copied. Nothing you typed is in them.').waitFor();

    const details = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Record<string, unknown>;
    expect(details).toMatchObject({ sessionId: null, state: 'failed', code: 'stripe.unavailable', flow: 'one-page' });
    expect(differing(details['trace'])).toEqual([]);
    expectNothingPlanted(JSON.stringify(details));

    const [error] = await checkout.events('billing-error');
    expect(error?.detail).toMatchObject({ code: 'stripe.unavailable', trace: details['trace'] });
  });

  it('are copied beside a system error in the form, with the session', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    const checkout = await CheckoutPage.open(page, onePage());
    await checkout.fill(cards.pays);
    // Anything but the question after the total may be asked: its answer is what fails.
    await page.route('**/billing/sessions/*', (route) => route.fulfill({ status: 500, body: 'no' }));
    await checkout.pay();
    await checkout.reaches('ready');
    await checkout.alert.getByRole('button', { name: 'Copy details for support' }).press('Enter');
    await page.getByRole('status').getByText('Details copied').waitFor();
    const details = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Record<string, unknown>;
    const id = await checkout.tag.evaluate((tag) => (tag as unknown as { session: { id: string } }).session.id);
    expect(details).toMatchObject({ sessionId: id, state: 'ready', packageVersion: version, stripeJs: 'endive' });
    expectNothingPlanted(JSON.stringify(details));
  });

  it('are selected where a browser does not let a page copy', async () => {
    await breakStripe();
    const page = await newPage();
    // As on a page without https.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const checkout = await CheckoutPage.visit(page, onePage());
    await checkout.reaches('failed');
    await button(page).click();
    await page.getByRole('status').getByText('could not be copied').waitFor();
    const area = page.getByRole('textbox', { name: 'Copy details for support' });
    const selected = await area.evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
      return { text: value.slice(selectionStart, selectionEnd), focused: field.matches(':focus') };
    });
    expect(selected.focused).toBe(true);
    expect(JSON.parse(selected.text)).toMatchObject({ code: 'stripe.unavailable' });
  });

  it('are not offered after a decline, nor once paid', async () => {
    const page = await newPage();
    const checkout = await CheckoutPage.open(page, onePage());
    await checkout.fill(cards.declined);
    await checkout.pay();
    await checkout.alert.getByText('declined').waitFor();
    expect(await button(page).count()).toBe(0);
    await checkout.fillCard(cards.pays);
    await checkout.pay();
    await checkout.reaches('complete');
    expect(await button(page).count()).toBe(0);
  });
});

describe('a held Pay', () => {
  async function heard(attributes: Record<string, string | null>) {
    const page = await newPage();
    const said: string[] = [];
    page.on('console', (message: ConsoleMessage) => message.type() === 'info' && said.push(message.text()));
    return { checkout: await CheckoutPage.visit(page, onePage(), attributes), said };
  }

  it('says why, once for each reason, with test keys', async () => {
    const { checkout, said } = await heard({ disabled: '' });
    await checkout.reaches('ready');
    await checkout.payButton.hover();
    await expect.poll(() => said).toEqual([expect.stringMatching(/Pay is held: the attribute "disabled" is set/)]);
    // It is held for assistive technology; a pointer can press it nevertheless.
    await checkout.payButton.click({ force: true });
    await checkout.page.mouse.move(0, 0);
    await checkout.payButton.hover();
    expect(said).toHaveLength(1);
  });

  it('says that nothing is loaded yet', async () => {
    const { checkout, said } = await heard({ loading: 'manual' });
    await checkout.payButton.click({ force: true });
    await expect.poll(() => said.join()).toContain('With loading="manual" call checkout.load()');
  });

  it('says so of Continue as well, which "disabled" does not hold', async () => {
    const { checkout, said } = await heard({ loading: 'manual', flow: 'two-page', disabled: '' });
    const button = checkout.page.locator('button[part~=continue]');
    await button.click({ force: true });
    await expect
      .poll(() => said)
      .toEqual([expect.stringMatching(/Continue is held: nothing is loaded yet\. With loading="manual"/)]);
  });

  it('says nothing with live keys, nor while it can be pressed', async () => {
    const live = await heard({ 'publishable-key': 'pk_live_1', loading: 'manual' });
    await live.checkout.payButton.click({ force: true });
    const { checkout, said } = await heard({});
    await checkout.reaches('ready');
    await checkout.payButton.hover();
    await checkout.pay();
    await checkout.alert.waitFor();
    expect([...live.said, ...said]).toEqual([]);
  });
});
