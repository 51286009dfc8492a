/** The wallets that are simulated, and the test cards in each. */
export const walletTypes = ['apple_pay', 'google_pay'] as const;
export type WalletType = (typeof walletTypes)[number];

export const walletNames = { apple_pay: 'Apple Pay', google_pay: 'Google Pay' } as const;

/** Named by Stripe's published test payment methods. */
export const walletCards = [
  { id: 'pm_card_visa', name: 'Visa, ending in 4242' },
  { id: 'pm_card_mastercard', name: 'Mastercard, ending in 4444' },
  { id: 'pm_card_visa_chargeDeclined', name: 'Visa, ending in 0002 (is declined)' },
] as const;
export type WalletCard = (typeof walletCards)[number];

/** Whom the sheet says the card belongs to. */
export const walletPayer = {
  name: 'Jenny Rosen',
  email: 'jenny.rosen@example.com',
  address: {
    line1: '354 Oyster Point Blvd',
    line2: null,
    city: 'South San Francisco',
    state: 'CA',
    postal_code: '94080',
    country: 'US',
  },
} as const;
