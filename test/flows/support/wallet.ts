/** What a customer does with a wallet. */
import type { FrameLocator } from 'playwright-core';
import type { CheckoutPage } from './checkout-page.js';
import { clickAway, pointAndClick } from './point-and-click.js';

/** The buttons, in their frame. */
export const wallets = ({ page }: CheckoutPage): FrameLocator =>
  page.frameLocator('iframe[title="Secure express checkout frame"]');

/** The sheet of a wallet, once its button is pressed. */
export async function openSheet(checkout: CheckoutPage, name = 'Google Pay'): Promise<FrameLocator> {
  // A frame out of sight draws nothing, and is never still.
  await wallets(checkout).owner().scrollIntoViewIfNeeded();
  await pointAndClick(wallets(checkout).getByRole('button', { name }));
  return sheet(checkout);
}

/** The sheet that is open. */
export const sheet = ({ page }: CheckoutPage): FrameLocator => page.frameLocator('iframe[title="Secure wallet frame"]');

/** Says yes in the sheet of a wallet. */
export async function payWithWallet(checkout: CheckoutPage, name?: string): Promise<void> {
  await clickAway((await openSheet(checkout, name)).getByRole('button', { name: 'Pay' }));
}
