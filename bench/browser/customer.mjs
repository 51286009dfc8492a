/** What a customer does on a contender's page: types an email, fills the fields, pays. The same for all. */

const CARD = { number: '4242424242424242', expiry: '12 / 34', cvc: '123' };

/** Types an email with a slip in it, leaves the field, mends it. What the page needs for each key is what is measured. */
export async function typeEmail(page) {
  const email = page.getByLabel('Email');
  await email.pressSequentially('grace@example');
  await page.keyboard.press('Tab');
  await drawn(page);
  await email.focus();
  await page.keyboard.press('End');
  await email.pressSequentially('.com');
  await page.keyboard.press('Tab');
  await drawn(page);
  const events = await page.evaluate(() => window.benchSeen.events);
  return { keystroke: Math.max(0, ...events) };
}

const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Fills everything and pays. Tells how long it took from the click until Stripe was asked, in milliseconds. */
export async function pay(page, asked, frames = 2) {
  await typeEmail(page);
  if (frames === 2) await fillAddress(page.frameLocator('iframe[title="Secure address input frame"]'));
  const payment = page.frameLocator('iframe[title="Secure payment input frame"]');
  for (const [name, value] of Object.entries(CARD)) await payment.locator(`[name=${name}]`).fill(value);
  const zip = payment.locator('[name=postalCode]');
  if (await zip.isVisible()) await zip.fill('10001');
  // Stripe has been told the address, and the button is let go.
  const button = page.locator('[data-checkout] button[type=submit]').last();
  await page.waitForLoadState('networkidle');
  await button.click();
  const confirmed = await whenAsked(asked, ({ path }) => path.endsWith('/confirm'));
  const clicked = await page.evaluate(() => window.benchSeen.paidAt);
  return { charge: confirmed.at - clicked };
}

async function fillAddress(address) {
  await address.locator('[name=name]').fill('Ada Lovelace');
  await address.locator('[name=country]').selectOption('US');
  await address.locator('[name=addressLine1]').fill('12 St James Square');
  await address.locator('[name=locality]').fill('New York');
  await address.locator('[name=administrativeArea]').selectOption('NY');
  await address.locator('[name=postalCode]').fill('10001');
}

async function whenAsked(asked, wanted) {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const found = (await asked()).find(wanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Nothing was paid.');
}
