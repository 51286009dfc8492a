/** A customer on the upgrade page of an example: changes the seats after typing everything, and pays. */
import type { Page } from 'playwright-core';
import type Stripe from 'stripe';
import { expect } from 'vitest';
import { cards, customerOn } from '../../../src/testing/index.js';

/** A shop that sells `pro_monthly`. */
interface Shop {
  readonly url: string;
  readonly stripe: Stripe;
}

/** Fails where the page complains, loses what was typed, or sells something else. */
export async function upgrade(page: Page, { url, stripe }: Shop): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));

  await page.goto(url);
  await page.getByRole('heading', { name: 'Upgrade to Pro' }).waitFor();
  const customer = customerOn(page);
  await customer.fill(cards.pays);
  expect(await page.getByText('Cancel whenever you like.').isVisible()).toBe(true);

  const frames = page.locator('billing-checkout iframe');
  const before = await frames.elementHandles();
  expect(before.length).toBeGreaterThan(0);
  await page.getByLabel('Seats').fill('4');
  await page.getByText('4 × $10.00 / month').waitFor();
  const after = await frames.elementHandles();
  expect(after).toHaveLength(before.length);
  for (const [index, frame] of after.entries())
    expect(await frame.evaluate((node, other) => node === other, before[index])).toBe(true);

  await customer.submit();
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
  await page.getByRole('heading', { name: 'Welcome aboard' }).waitFor();
  expect(await page.getByLabel('Seats').isVisible()).toBe(false);
  const { data } = await stripe.subscriptions.list();
  expect(data.map(({ status, items }) => [status, items.data[0]?.quantity])).toEqual([['active', 4]]);
  expect(complaints).toEqual([]);
}
