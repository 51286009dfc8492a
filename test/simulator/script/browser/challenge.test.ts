import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { clickAway } from '../../../flows/support/point-and-click.js';
import { pressAway } from '../../../flows/support/press-away.js';
import { cards, confirm, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

const failed = {
  type: 'error',
  error: {
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    code: 'paymentFailed',
    paymentFailed: { declineCode: null },
  },
};
const bankOf = (page: Page) => page.frameLocator('[role=dialog] iframe').frameLocator('#challengeFrame');

/** A card that is always challenged, paid until the bank asks. */
async function untilChallenged() {
  const visit = await shop.visit();
  await visit.typeCard(cards.challenged);
  await untilConfirmable(visit.page);
  await visit.page.getByRole('button', { name: 'Pay' }).focus();
  const result = confirm(visit.page);
  await bankOf(visit.page).getByRole('button', { name: 'Complete' }).waitFor();
  return { ...visit, result, bank: bankOf(visit.page) };
}

describe('3-D Secure challenge', () => {
  it('pays when the customer agrees; focus comes back', async () => {
    const { page, bank, result, close } = await untilChallenged();
    await clickAway(bank.locator('#test-source-authorize-3ds'));
    expect(await result).toMatchObject({ type: 'success', session: { status: { type: 'complete' } } });
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pay');
    await close();
  });

  it('is a failed payment when the customer does not', async () => {
    const { bank, result, payment, close } = await untilChallenged();
    await clickAway(bank.locator('#test-source-fail-3ds'));
    expect(await result).toEqual(failed);
    expect(await payment.getByLabel('Card number').inputValue()).toBe('4000 0027 6000 3184');
    await close();
  });

  it('is a failed payment when it is closed', async () => {
    const { page, result, close } = await untilChallenged();
    await clickAway(page.frameLocator('[role=dialog] iframe').getByRole('button', { name: 'Close' }));
    expect(await result).toEqual(failed);
    await close();
  });

  it('has focus, and closes on Escape', async () => {
    const { page, bank, result, close } = await untilChallenged();
    await expect
      .poll(() => bank.locator('#test-source-authorize-3ds').evaluate((node) => node === document.activeElement))
      .toBe(true);
    pressAway(page, 'Escape');
    expect(await result).toEqual(failed);
    await close();
  });
});
