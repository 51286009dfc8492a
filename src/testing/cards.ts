/** Stripe's published test cards, by what they do. */

/**
 * Numbers of test cards by what becomes of a payment. Source: docs.stripe.com/testing. No real card is among them.
 *
 * @example
 * ```ts
 * import { cards, type Customer } from 'billing-checkout/testing';
 *
 * export async function payWithSecondCard(customer: Customer): Promise<void> {
 *   await customer.fill(cards.insufficientFunds);
 *   await customer.submit();
 *   await customer.fillCard(cards.pays);
 *   await customer.submit();
 * }
 * ```
 */
export const cards = {
  /** Pays. */
  pays: '4242424242424242',
  /** Asks for 3-D Secure, then pays. */
  asks3ds: '4000002760003184',
  /** Declined for no reason given. */
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  lost: '4000000000009987',
  stolen: '4000000000009979',
  expired: '4000000000000069',
  incorrectCvc: '4000000000000127',
  processingError: '4000000000000119',
  /** Can be kept, and is declined when it is charged. */
  declinedLater: '4000000000000341',
} as const;
