/** Stripe's fields, typed into as a customer does: in their frames, by label. */
import { page } from 'vitest/browser';

/** Published test cards. Source: docs.stripe.com/testing. */
export const cards = {
  pays: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
} as const;

const payment = () => page.frameLocator(page.getByTitle('Secure payment input frame'));
const address = () => page.frameLocator(page.getByTitle('Secure address input frame'));

export async function typeCard(number: string): Promise<void> {
  await payment().getByLabelText('Card number').fill(number);
  await payment().getByLabelText('Expiration date').fill('12 / 34');
  await payment().getByLabelText('Security code').fill('123');
}

export async function typeAddress(): Promise<void> {
  await address().getByLabelText('Full name').fill('Ada Lovelace');
  await address().getByLabelText('Country or region').selectOptions('US');
  await address().getByLabelText('Address line 1').fill('12 St James Square');
  await address().getByLabelText('City').fill('New York');
  await address().getByLabelText('State').selectOptions('NY');
  await address().getByLabelText('ZIP code').fill('10001');
}
