/** Stripe's published test cards, by what they do. Source: docs.stripe.com/testing. */
export const cards = {
  pays: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  stolen: '4000000000009979',
  expired: '4000000000000069',
  incorrectCvc: '4000000000000127',
  processingError: '4000000000000119',
  asks3ds: '4000002760003184',
} as const;
