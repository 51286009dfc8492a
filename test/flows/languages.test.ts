/** Customers who pay in Arabic and in Japanese; who change the language on the way; whose words cannot be fetched. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** How far the page is wider than its window, in pixels. */
const overflow = (checkout: CheckoutPage): Promise<number> =>
  checkout.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The language of Stripe's payment field. */
const frameLanguage = (checkout: CheckoutPage): Promise<string | null> =>
  checkout.payment.locator('html').getAttribute('lang');

it('in Arabic: reads from right to left, is told what is missing, pays', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 900 } });
  const checkout = await CheckoutPage.open(page, `${shop().url}one-page`, { locale: 'ar' });
  await page.getByRole('heading', { name: 'عنوان الفوترة' }).waitFor();
  expect(await frameLanguage(checkout)).toBe('ar');

  const email = page.getByLabel('البريد الإلكتروني');
  const [form, summary, pay] = await Promise.all(
    [email, page.locator('aside[part=summary]'), checkout.payButton].map((part) => part.boundingBox()),
  );
  // The summary stands at the end of the line: left.
  expect((summary?.x ?? 0) + (summary?.width ?? 0)).toBeLessThan(form?.x ?? 0);
  expect(await email.evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
  expect(pay?.width).toBeGreaterThan(200);
  expect(await overflow(checkout)).toBeLessThanOrEqual(0);

  await checkout.pay();
  await page.locator('#problem-title').getByText('يرجى التحقق من بعض العناصر').waitFor();
  await email.fill('layla@example.com');
  await email.blur();
  await checkout.fillAddress();
  await checkout.fillCard(cards.declined);
  await checkout.pay();
  await checkout.alert.getByText('جرّب بطاقة أخرى').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByRole('heading', { name: 'شكرًا لك' }).waitFor();
  // The amount is in one piece within the sentence.
  expect(await page.locator('[part=outcome] p').innerText()).toMatch(/اكتمل دفع \u2068[^\u2069]*\d[^\u2069]*\u2069/);

  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid' });
  const [subscription] = (await shop().stripe.subscriptions.list({ limit: 1 })).data;
  expect(subscription?.status).toBe('active');
});

it('in Japanese, on two pages, by the lang of the page', async () => {
  const page = await newPage({ viewport: { width: 375, height: 800 } });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      document.documentElement.lang = 'ja';
    }).observe(document, { childList: true });
  });
  const checkout = await CheckoutPage.open(page, `${shop().url}two-page`);
  expect(await frameLanguage(checkout)).toBe('ja');
  const email = page.getByLabel('メールアドレス');
  await email.fill('hana@example.com');
  await email.blur();
  await checkout.fillAddress();
  await page.getByRole('button', { name: 'お支払いに進む' }).click();
  await page.getByRole('heading', { name: 'お支払い', exact: true }).waitFor();
  await checkout.fillCard(cards.pays);
  expect(await checkout.payButton.innerText()).toMatch(/を支払う$/);
  expect(await overflow(checkout)).toBeLessThanOrEqual(0);
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByRole('heading', { name: 'ありがとうございます' }).waitFor();
  const [invoice] = (await shop().stripe.invoices.list({ limit: 1 })).data;
  expect(invoice?.status).toBe('paid');
});

it('changes the language on the way: what is typed stays, and so do the fields of Stripe', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, `${shop().url}languages?lang=de`);
  await page.getByRole('heading', { name: 'Rechnungsadresse' }).waitFor();
  expect(await frameLanguage(checkout)).toBe('de');
  await page.getByLabel('E-Mail').fill('grace@example.com');
  await checkout.fillCard(cards.pays);
  await checkout.payment.locator('html').evaluate((html) => html.setAttribute('data-same', ''));

  for (const [tag, heading, direction] of [
    ['fr', 'Adresse de facturation', 'ltr'],
    ['he', 'כתובת לחיוב', 'rtl'],
    ['en', 'Billing address', 'ltr'],
  ] as const) {
    await page.locator('#language').selectOption(tag);
    const shown = page.getByRole('heading', { name: heading });
    await shown.waitFor();
    expect(await shown.evaluate((node) => getComputedStyle(node).direction)).toBe(direction);
  }
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  expect(await checkout.payment.locator('[name=number]').inputValue()).toContain('4242');
  expect(await checkout.payment.locator('html').getAttribute('data-same')).toBe('');
  expect(await checkout.events('billing-ready')).toHaveLength(1);
});

it.each([375, 768, 1280])('at %i px, from right to left, nothing is wider than the page', async (width) => {
  const page = await newPage({ viewport: { width, height: 900 } });
  const checkout = await CheckoutPage.open(page, `${shop().url}languages?lang=ar`);
  await page.getByText('إضافة رمز ترويجي').click();
  expect(await overflow(checkout)).toBeLessThanOrEqual(0);
  const outside = await checkout.tag.evaluate((tag) => {
    const frame = tag.getBoundingClientRect();
    return [...(tag.shadowRoot?.querySelectorAll('h2, label, button, input, p, dt, dd') ?? [])]
      .filter((part) => part.checkVisibility() && !part.closest('.sr-only'))
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return left < frame.left - 1 || right > frame.right + 1;
      })
      .map((part) => part.outerHTML.slice(0, 80));
  });
  expect(outside).toEqual([]);
});

it('speaks English where the words cannot be fetched, and pays', async () => {
  const page = await newPage();
  await page.route('**/locales/**/de.js', (route) => route.abort());
  await page.route('**/locales/de.js', (route) => route.abort());
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[billing-checkout]')) warnings.push(message.text());
  });
  const checkout = await CheckoutPage.open(page, `${shop().url}one-page`, { locale: 'de' });
  await page.getByRole('heading', { name: 'Billing address' }).waitFor();
  expect(warnings).toEqual([
    '[billing-checkout] locales/de could not be loaded. Serve it beside the entry. English is shown instead.',
  ]);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});
