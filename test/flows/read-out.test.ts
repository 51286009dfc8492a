/** The whole checkout as it is read out: roles and names in their order, written down for people to read. What is Stripe's is a frame. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { PATIENCE_MS } from './support/chromium-args.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

async function open(path: string): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}${path}`);
  await checkout.payment.locator('[name=number]').waitFor({ state: 'attached' });
  await checkout.address.locator('[name=name]').waitFor();
  return checkout;
}

/** Waits until it is read out like this, addresses of links left out. */
const isReadOut = ({ tag }: CheckoutPage, ...parts: readonly string[]): Promise<void> =>
  expect
    .poll(async () => (await tag.ariaSnapshot()).replace(/:\n *- \/url: .*/g, ''), { timeout: PATIENCE_MS })
    .toBe(parts.join('\n'));

/** Two live regions, which are there before they speak. */
const SILENT = `- status
- alert`;

const SUMMARY = `- complementary "Summary":
  - heading "Summary" [level=2]
  - list "Summary":
    - listitem: Pro 12 × $8.75 / month $105.00
  - term: Due today
  - definition: $105.00
  - paragraph: Then $105.00 every month, until you cancel.`;

const DETAILS = `- region "Contact":
  - heading "Contact" [level=2]
  - group:
    - text: Email
    - textbox "Email"
- region "Billing address":
  - heading "Billing address" [level=2]
  - iframe`;

const PAYMENT = `- region "Payment":
  - heading "Payment" [level=2]
  - iframe
- switch "Offer this card next time I buy Renewals of this subscription use it either way."
- text: Offer this card next time I buy Renewals of this subscription use it either way.`;

const PAY = `- button "Pay $105.00"
- text: By paying, you allow your card to be charged $105.00 every month until you cancel.`;

const STEPS = `- list "Steps":
  - listitem: Details
  - listitem: Payment`;

const MISSING = `- group "Please check a few things":
  - strong: Please check a few things
  - list:
    - listitem:
      - button "Enter an email address, like name@example.com."
    - listitem:
      - button "Complete your billing address."
    - listitem:
      - button "Your card number is incomplete."`;

const OUTCOME = `- status: Thank you
- alert
- heading "Thank you" [level=2]
- paragraph: Your payment of $105.00 is complete.
- link "View invoice"`;

it('is what is sold, who buys, how they pay', async () => {
  await isReadOut(await open('one-page'), SILENT, SUMMARY, DETAILS, PAYMENT, PAY);
});

it('says that something is missing at once, what it is at its field, and the ways there in a list', async () => {
  const checkout = await open('one-page');
  await checkout.pay();
  const details = DETAILS.replace(
    '- textbox "Email"',
    '- textbox "Email" [invalid]\n    - paragraph: Enter an email address, like name@example.com.',
  );
  await isReadOut(checkout, '- status\n- alert: Please check a few things', SUMMARY, details, PAYMENT, MISSING, PAY);
});

it('is one page, then the other', async () => {
  const checkout = await open('two-page');
  await isReadOut(checkout, SILENT, SUMMARY, STEPS, DETAILS, '- button "Continue to payment"');
  await checkout.fillEmail();
  await checkout.fillAddress();
  await checkout.page.getByRole('button', { name: 'Continue to payment' }).click();
  await isReadOut(checkout, SILENT, SUMMARY, STEPS, '- button "Back to details"', PAYMENT, PAY);
});

it('ends with what came of it', async () => {
  const checkout = await open('one-page');
  await checkout.fill(cards.pays);
  await checkout.pay();
  await isReadOut(checkout, OUTCOME);
});
