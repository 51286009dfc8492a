/** The sentence under the card when it is kept for later charges. */
import type { PaymentSetup } from '../../wire/frame-messages.js';

export function toTermsText({ mode, terms }: PaymentSetup): string | null {
  const keeps = mode === 'subscription' || mode === 'setup';
  if (terms === 'never' || (terms === 'auto' && !keeps)) return null;
  return 'By providing your card information, you allow this business to charge your card for future payments in accordance with their terms.';
}
