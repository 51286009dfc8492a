/** Wallets in the page: nobody can pay with one in a browser that is driven. */
import type { CheckGroup } from '../../support/check.js';

export const wallets: CheckGroup = {
  title: 'Wallets',
  checks: [
    {
      name: 'wallets-there',
      about:
        'Which wallets are there does not depend on browser, device or `always`; the buttons are named `Apple Pay` and `Google Pay`.',
      notObservable: 'A browser that is driven has no wallet with a card in it.',
    },
    {
      name: 'wallet-sheet',
      about:
        "The wallet's sheet closes when the customer authorizes, before `confirm` fires. Its event pays once; after `paymentFailed()`, never.",
      notObservable: 'A browser that is driven has no wallet with a card in it.',
    },
    {
      name: 'wallet-payer',
      about:
        "A wallet's card brings name, email and address of a test person; the session takes the email if it has none. The event has no `billingDetails`, `dynamic_last4` is null.",
      notObservable: 'A browser that is driven has no wallet with a card in it.',
    },
    {
      name: 'express-events',
      about:
        'Listening to the Express Checkout Element of a session for an event that it does not have, such as `click`, is refused. `buttonTheme`, `buttonType` and `layout` change nothing.',
      notObservable: 'Which events stay silent shows only when a wallet pays, and a browser that is driven has none.',
    },
  ],
};
