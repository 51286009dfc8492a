/** What a customer does with a bank account, and what their bank does days later. */
import type { FrameLocator } from 'playwright-core';
import type { CheckoutPage } from './checkout-page.js';
import { clickAway, pointAndClick } from './point-and-click.js';
import type { Shop } from './shop.js';

/** Stripe's dialog for linking a bank account. */
export const linking = ({ page }: CheckoutPage): FrameLocator =>
  page.frameLocator('iframe[title="Secure bank account linking frame"]');

/** Opens a way to pay in Stripe's payment field. */
export const choose = ({ payment }: CheckoutPage, label: string): Promise<void> =>
  pointAndClick(payment.getByText(label, { exact: true }));

/** Links an account of a test bank, which is named by what becomes of the debit. */
export async function link(checkout: CheckoutPage, bank: string): Promise<void> {
  await choose(checkout, 'US bank account');
  await pointAndClick(checkout.payment.getByRole('button', { name: 'Link your bank account' }));
  const dialog = linking(checkout);
  await pointAndClick(dialog.getByRole('button', { name: bank }));
  await clickAway(dialog.getByRole('button', { name: 'Connect account' }));
  await checkout.payment.getByText(`${bank}, ending in`).waitFor();
}

/** Types an account instead. */
export async function typeAccount(checkout: CheckoutPage, number: string, kind = 'checking'): Promise<void> {
  await choose(checkout, 'US bank account');
  await pointAndClick(checkout.payment.getByRole('button', { name: 'Enter bank details manually' }));
  await checkout.payment.getByLabel('Routing number').fill('110000000');
  await checkout.payment.getByLabel('Account number').fill(number);
  await checkout.payment.getByLabel('Account type').selectOption(kind);
}

/** Keeps the debits of the shop's customers under way, or lets days go by. */
export async function debits({ simulatorUrl }: Shop, what: 'hold' | 'release'): Promise<void> {
  await fetch(`${simulatorUrl}/_simulator/debits/${what}`, {
    method: 'POST',
    body: JSON.stringify({ account: 'simulator' }),
  });
}

/** The customer looks at the page again. */
export const lookAgain = ({ page }: CheckoutPage): Promise<boolean> =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
