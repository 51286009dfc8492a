/** What is tried in each browser: one customer each, with Stripe's fields in real frames of another origin. */
/** Stripe's published test cards, by what they do. Source: docs.stripe.com/testing. */
const cards = { pays: '4242424242424242', declined: '4000000000000002', asks3ds: '4000002760003184' };

/** Nothing is scrolled sideways. */
const SQUEEZED = 'document.documentElement.scrollWidth <= window.innerWidth';

/** Stops of the keyboard, in the order of reading. */
const STOPS = [
  ...['Email', 'Full name', 'Country or region', 'Address line 1', 'Address line 2', 'City', 'State', 'ZIP code'],
  ...['Card number', 'Expiration date', 'Security code', 'Offer this card next time', 'Pay $105.00'],
];

/** Each with a page of the shop, what its browser is like where that matters, and what its customer does there: it rejects where that does not come out as it should. */
export const STORIES = [
  {
    name: 'a card',
    page: 'one-page',
    async run(checkout) {
      await checkout.buys(cards.pays);
      await checkout.says('Your payment of $105.00 is complete.');
    },
  },
  {
    name: 'a decline, and another card',
    page: 'one-page',
    async run(checkout) {
      await checkout.fill(cards.declined);
      await checkout.pay();
      await checkout.says('Your card was declined');
      await checkout.reaches('ready');
      await checkout.fillCard(cards.pays);
      await checkout.pay();
      await checkout.reaches('complete');
    },
  },
  {
    name: '3-D Secure',
    page: 'one-page',
    async run(checkout) {
      await checkout.fill(cards.asks3ds);
      await checkout.pay();
      await checkout.confirmAtBank();
      await checkout.reaches('complete');
    },
  },
  {
    name: 'two pages, there and back',
    page: 'two-page',
    async run(checkout) {
      await checkout.fillEmail();
      await checkout.fillAddress();
      await checkout.goOn();
      await checkout.goBack();
      await checkout.goOn();
      await checkout.fillCard(cards.pays);
      await checkout.pay();
      await checkout.reaches('complete');
    },
  },
  {
    name: 'a reload after paying',
    page: 'one-page',
    async run(checkout, customer) {
      await checkout.buys(cards.pays);
      await customer.reload();
      await checkout.reaches('complete');
      await checkout.says('Thank you');
    },
  },
  {
    name: 'the keyboard alone',
    page: 'one-page',
    async run(checkout, customer) {
      await checkout.tabTo(/^Ada Lovelace$/);
      const passed = await checkout.typeInto([
        [/^Email$/, 'grace@example.com'],
        [/^Full name$/, 'Grace Hopper'],
        [/^Address line 1$/, '12 St James Square'],
        [/^City$/, 'New York'],
        [/^State$/, 'New York'],
        [/^ZIP code$/, '10001'],
        [/^Card number$/, cards.pays],
        [/^Expiration date$/, '1234'],
        [/^Security code$/, '123'],
      ]);
      passed.push(...(await checkout.tabTo(/^Pay/)));
      if (!isInOrder(passed)) throw new Error(`The keyboard went by ${passed.join(', ')}.`);
      await customer.press('Enter');
      await checkout.reaches('complete');
      await checkout.hasKeyboard('Thank you');
    },
  },
  {
    name: 'what is missing, by keyboard',
    page: 'one-page',
    async run(checkout, customer) {
      await checkout.tabTo(/^Pay/);
      await customer.press('Enter');
      await checkout.hasKeyboard('Please check a few things');
      await checkout.tabTo(/^Your card number is incomplete/);
      await customer.press('Enter');
      await checkout.hasKeyboard('Card number');
    },
  },
  {
    name: 'dark, as the system is',
    likes: { dark: true },
    page: 'theme',
    async run(checkout) {
      await checkout.sees([], "matchMedia('(prefers-color-scheme: dark)').matches");
      await checkout.isDrawn('light on dark');
      await checkout.buys(cards.pays);
    },
  },
  {
    name: 'from right to left',
    page: 'languages?lang=ar',
    async run(checkout) {
      await checkout.sees(
        [],
        "document.querySelector('billing-checkout').shadowRoot.querySelector('[dir=rtl]') !== null",
      );
      await checkout.sees([], SQUEEZED);
      await checkout.buys(cards.pays);
    },
  },
  {
    name: 'a phone, 320 px wide',
    likes: { width: 320 },
    page: 'one-page',
    async run(checkout) {
      await checkout.sees([], SQUEEZED);
      await checkout.fill(cards.pays);
      await checkout.sees([], SQUEEZED);
      await checkout.pay();
      await checkout.reaches('complete');
    },
  },
];

/** Each stop once, in order; what is said of the toggle goes on after its label. */
const isInOrder = (passed) =>
  passed.length === STOPS.length && passed.every((name, index) => name.startsWith(STOPS[index] ?? '-'));
