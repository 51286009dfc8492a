/** A customer of two pages: forth, back, by keyboard, by the browser's button, and a page that changes its mind. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { ADDRESS, CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** The customer of the story at hand. */
let checkout: CheckoutPage;

async function open(path = 'two-page', attributes: Attributes = {}): Promise<void> {
  checkout = await CheckoutPage.open(await newPage(), `${shop().url}${path}`, attributes);
}

const step = (): Promise<string> => checkout.tag.evaluate((tag) => (tag as unknown as { step: string }).step);
const next = () => checkout.page.getByRole('button', { name: 'Continue to payment' });
const back = () => checkout.page.getByRole('button', { name: 'Back to details' });
const heading = (name: string) => checkout.page.getByRole('heading', { name });

/** Marks Stripe's frames, to be recognized later: a frame that is made anew has no mark. */
const markFrames = (): Promise<void> =>
  checkout.page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['marked'] = '';
  });
const unmarkedFrames = (): Promise<number> => checkout.page.locator('iframe:not([data-marked])').count();

async function goToPayment(): Promise<void> {
  await checkout.fillEmail();
  await checkout.fillAddress();
  await next().click();
  await back().waitFor();
}

it('shows who buys, then how they pay, the summary beside both', async () => {
  await open();
  await markFrames();
  expect(await checkout.payButton.isVisible()).toBe(false);
  // Stripe's payment field is there already, as wide as it will be, out of sight and out of the keyboard's way.
  const frame = checkout.page.locator('iframe[title="Secure payment input frame"]');
  await checkout.payment.locator('[name=number]').waitFor({ state: 'attached' });
  const width = (await frame.boundingBox())?.width;
  expect(await frame.isVisible()).toBe(false);
  await checkout.page
    .getByRole('listitem')
    .filter({ hasText: 'Details' })
    .and(checkout.page.locator('[aria-current=step]'))
    .waitFor();
  await goToPayment();
  expect(await next().isVisible()).toBe(false);
  expect(await checkout.email.isVisible()).toBe(false);
  expect((await frame.boundingBox())?.width).toBe(width);
  expect(width).toBeGreaterThan(300);
  await checkout.page.getByText('Due today').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await checkout.events('billing-step')).toEqual([
    { type: 'billing-step', detail: { step: 'payment', from: 'details', skipped: false } },
  ]);
});

it('is paid by keyboard alone', async () => {
  await open();
  const { page } = checkout;
  await checkout.email.focus();
  await page.keyboard.type('grace@example.com');
  await checkout.fillAddress();
  await next().focus();
  await page.keyboard.press('Enter');
  await heading('Payment').and(page.locator(':focus')).waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.payButton.focus();
  await page.keyboard.press('Enter');
  await checkout.reaches('complete');
});

it('says on page one what is missing there, and nothing about the card', async () => {
  await open();
  await next().click();
  await checkout.alert.getByText('Please check a few things').waitFor();
  await checkout.address.getByText('This field is incomplete.').first().waitFor();
  expect(await step()).toBe('details');
  expect((await checkout.events('billing-invalid')).map(({ detail }) => detail['fields'])).toEqual([
    ['email', 'address'],
  ]);
  await checkout.page.getByRole('button', { name: 'Enter an email address' }).click();
  await checkout.email.and(checkout.page.locator(':focus')).waitFor();
});

it('goes back and forth with everything typed kept and no frame made anew', async () => {
  await open();
  await goToPayment();
  await checkout.fillCard(cards.pays);
  await markFrames();
  await back().click();
  await heading('Contact').and(checkout.page.locator(':focus')).waitFor();
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  expect(await checkout.address.locator('[name=addressLine1]').inputValue()).toBe(ADDRESS.line1);
  await next().click();
  await back().waitFor();
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  expect(await unmarkedFrames()).toBe(0);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('turns back with the browser’s button and forth again, and never leaves the page', async () => {
  await open();
  const { page } = checkout;
  const entries = (): Promise<number> => page.evaluate(() => history.length);
  const before = await entries();
  const url = page.url();
  await page.evaluate(() => {
    history.replaceState({ router: 'of the host' }, '');
  });
  await goToPayment();
  await page.goBack();
  await next().waitFor();
  expect(await page.evaluate(() => history.state as unknown)).toMatchObject({ router: 'of the host' });
  await page.goForward();
  await back().waitFor();
  // A link of the host's to a heading is no turning back.
  await page.evaluate(() => {
    location.hash = 'faq';
  });
  expect(await step()).toBe('payment');
  await page.goBack();
  await back().click();
  await next().waitFor();
  await next().click();
  await back().waitFor();
  expect(page.url()).toBe(url);
  expect(await entries()).toBe(before + 1);
});

it('stays on page two after a decline', async () => {
  await open();
  await goToPayment();
  await checkout.fillCard(cards.declined);
  await checkout.pay();
  await checkout.alert.getByText('declined').waitFor();
  expect(await step()).toBe('payment');
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('skips page one when nothing is left to ask there', async () => {
  await open('two-page', { 'billing-address': 'auto' });
  await checkout.page.getByRole('button', { name: 'Ada Lovelace' }).click();
  await checkout.reaches('ready');
  expect(await step()).toBe('payment');
  expect((await checkout.events('billing-step')).map(({ detail }) => detail)).toEqual([
    { step: 'payment', from: 'details', skipped: true },
  ]);
  // There is no page one to go back to.
  expect(await back().count()).toBe(0);
});

it.each(['payment', 'address'] as const)(
  'becomes one page, and two again, while the customer types into %s',
  async (kind) => {
    const onePage = async (flow: string): Promise<void> => {
      await checkout.tag.evaluate((tag, value) => {
        tag.setAttribute('flow', value);
      }, flow);
    };
    await open('one-page');
    await checkout.fillEmail();
    await checkout.fillAddress();
    await checkout.fillCard('4242');
    await markFrames();
    const field =
      kind === 'payment' ? checkout.payment.locator('[name=number]') : checkout.address.locator('[name=addressLine1]');
    const typed = await field.inputValue();
    await field.focus();
    await field.press('End');
    // The page hears of it a moment after the frame.
    await checkout.page.waitForFunction(() => document.activeElement instanceof HTMLIFrameElement);
    for (const flow of ['two-page', 'one-page', 'two-page']) {
      await onePage(flow);
      await checkout.page.keyboard.type('7');
    }
    await expect
      .poll(async () => (await field.inputValue()).replaceAll(' ', ''))
      .toBe(`${typed.replaceAll(' ', '')}777`);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await unmarkedFrames()).toBe(0);
    expect(await step()).toBe(kind === 'payment' ? 'payment' : 'details');
    expect(await checkout.email.inputValue()).toBe('grace@example.com');
  },
);
