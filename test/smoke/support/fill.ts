/** Types into Stripe's frames, by the names Stripe gives its fields. */
import type { FrameLocator } from 'playwright-core';

/** A card, and country and postal code where the frame asks for them. */
export async function fillCard(payment: FrameLocator, number: string, expiry = '12 / 34'): Promise<void> {
  await payment.locator('[name=number]').fill(number);
  await payment.locator('[name=expiry]').fill(expiry);
  await payment.locator('[name=cvc]').fill('123');
  const country = payment.locator('select[name=country]');
  if (await country.isVisible()) await country.selectOption('US');
  const postal = payment.locator('[name=postalCode]');
  if (await postal.isVisible()) await postal.fill('10001');
}

/** An address in New York. */
export async function fillAddress(address: FrameLocator): Promise<void> {
  await address.locator('[name=name]').fill('Smoke Test');
  await address.locator('[name=country]').selectOption('US');
  await address.locator('[name=addressLine1]').fill('12 St James Square');
  await address.locator('[name=locality]').fill('New York');
  await address.locator('[name=administrativeArea]').selectOption('NY');
  await address.locator('[name=postalCode]').fill('10001');
}
