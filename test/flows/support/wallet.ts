/** What a customer does with a wallet. */
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import type { CheckoutPage } from './checkout-page.js';

/** The buttons, in their frame. */
export const wallets = ({ page }: CheckoutPage): FrameLocator =>
  page.frameLocator('iframe[title="Secure express checkout frame"]');

/** The sheet of a wallet, once its button is pressed. */
export async function openSheet(checkout: CheckoutPage, name = 'Google Pay'): Promise<FrameLocator> {
  // A frame out of sight draws nothing, and is never still.
  await wallets(checkout).owner().scrollIntoViewIfNeeded();
  // Right after a scroll, or while its frame is held, Chromium routes a click to what is behind.
  await expect
    .poll(() => checkout.page.locator('.express').evaluate((node) => getComputedStyle(node).pointerEvents))
    .toBe('auto');
  await checkout.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await wallets(checkout).getByRole('button', { name }).click();
  return sheet(checkout);
}

/** The sheet that is open. */
export const sheet = ({ page }: CheckoutPage): FrameLocator => page.frameLocator('iframe[title="Secure wallet frame"]');

/** Says yes in the sheet of a wallet. */
export async function payWithWallet(checkout: CheckoutPage, name?: string): Promise<void> {
  await (await openSheet(checkout, name)).getByRole('button', { name: 'Pay' }).click();
}
