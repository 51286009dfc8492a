/** The train of Stripe.js on this page, as it says itself. */

/** `endive` and the like; null while Stripe.js is not there, or does not say. */
export function stripeVersion(): string | null {
  const { Stripe } = window;
  return Stripe && 'version' in Stripe ? String(Stripe.version) : null;
}
