/** Opens a purchase whose form offers something. */
import type { CheckoutSession, Features } from '../../contract/sessions.js';
import type { Subject } from './subject.js';
import { NotOffered } from './verdict.js';

/** A session of the first price that offers it; else the case is not offered, because of `otherwise`. */
export async function openOffering(
  { open, options: { prices, quantity } }: Subject,
  offers: (features: Features) => boolean,
  otherwise: string,
): Promise<CheckoutSession> {
  for (const { key, every } of prices) {
    const session = await open({ items: [{ price: key, quantity: every === 'once' ? 1 : quantity }] });
    if (offers(session.features)) return session;
  }
  throw new NotOffered(otherwise);
}
