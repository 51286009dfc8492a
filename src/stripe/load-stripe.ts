/** Loads Stripe.js from Stripe, with the time-out that Stripe's loader lacks. */
import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/dist/pure.mjs';
import type { Result } from '../core/ports.js';

/** How long one script tag may take. The official loader makes two of them before it gives up. */
export const SCRIPT_TIMEOUT_MS = 12_000;

const SCRIPT = 'script[src^="https://js.stripe.com/"]';

/** One instance per key and locale: elements and secrets must come from the same one, and frames are dear. */
const instances = new Map<string, Promise<Stripe | null>>();

/**
 * Gives Stripe.js for a publishable key. Never rejects. After a failure the next call tries afresh.
 *
 * @param locale - A language of Stripe's; it cannot be changed later.
 */
export async function loadStripeJs(publishableKey: string, locale: string): Promise<Result<Stripe>> {
  const id = `${publishableKey} ${locale}`;
  let pending = instances.get(id);
  if (!pending) {
    // The locale is BCP 47; Stripe.js itself falls back to English for one it does not have.
    pending = withTimeout(loadStripe(publishableKey, { locale: locale as 'auto' }));
    instances.set(id, pending);
  }
  try {
    const stripe = await pending;
    if (stripe) return { ok: true, value: stripe };
    return { ok: false, error: { code: 'stripe.load_failed', hint: 'Stripe.js needs a browser.' } };
  } catch (cause) {
    instances.delete(id);
    return { ok: false, error: { code: 'stripe.load_failed', hint: toHint(cause) } };
  }
}

/** A script that hangs never fires anything, so the loader would wait forever: say for it that it failed. */
function withTimeout<T>(loading: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    for (const script of document.querySelectorAll(SCRIPT)) script.dispatchEvent(new Event('error'));
  }, SCRIPT_TIMEOUT_MS);
  return loading.finally(() => {
    clearInterval(timer);
  });
}

const toHint = (cause: unknown): string =>
  `${cause instanceof Error ? cause.message : String(cause)} Allow https://js.stripe.com in script-src and frame-src, and check the publishable key.`;
