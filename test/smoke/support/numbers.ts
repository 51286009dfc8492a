/** Stripe's published test cards that checks type, by what they do. Source: docs.stripe.com/testing. */
export const NUMBERS = {
  pays: '4242424242424242',
  asksNothing: '5555555555554444',
  declined: '4000000000000002',
  noFunds: '4000000000009995',
  failsWhenCharged: '4000000000000341',
  blocked: '4000000000004954',
  asks: '4000002760003184',
  asksThenNoFunds: '4000008260003178',
  asksOnceSetUp: '4000002500003155',
  declinedUnasked: '4000008400001280',
  /** Right by its check digit, and no test card. */
  live: '4111111111111111',
} as const;
