/** Loads Stripe.js from Stripe, with the time-out that Stripe's loader lacks. */
import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/dist/pure.mjs';
import type { Result } from '../core/ports.js';
import { refused, toReason } from '../core/result.js';
import { toStripeLocale } from './to-stripe-locale.js';

/** How long a request for Stripe.js may take before another is made beside it, in milliseconds. */
export const SCRIPT_TIMEOUT_MS = 12_000;

const SCRIPT = 'script[src^="https://js.stripe.com/"]:not([data-billing-beside])';

/** Counts the requests made beside the loader's own. */
let beside = 0;

/** A request is hanging: browsers let every later tag with the same address wait for it. */
let stuck = false;

/** One instance per key and locale: elements and secrets must come from the same one, and frames are dear. */
const instances = new Map<string, Promise<Stripe | null>>();

/**
 * Gives Stripe.js for a publishable key. Never rejects. After a failure the next call tries afresh.
 *
 * @param locale - BCP 47. Stripe.js cannot change it later.
 */
export async function loadStripeJs(publishableKey: string, locale: string): Promise<Result<Stripe>> {
  const spoken = toStripeLocale(locale);
  const id = `${publishableKey} ${spoken}`;
  try {
    let pending = instances.get(id);
    if (!pending) {
      pending = withTimeout(loadStripe(publishableKey, { locale: spoken }));
      instances.set(id, pending);
    }
    const stripe = await pending;
    if (stripe) return { ok: true, value: stripe };
    return refused('stripe.load_failed', 'Stripe.js needs a browser.');
  } catch (cause) {
    instances.delete(id);
    // Where it is there, what it does not take is the key.
    return 'Stripe' in window
      ? refused('stripe.session_refused', toReason(cause))
      : refused('stripe.load_failed', 'Allow js.stripe.com in script-src and frame-src.');
  }
}

/**
 * A script that hangs fires nothing, so the official loader would wait for ever, and its retry would wait for the same
 * request. After a while another request is made beside it; the loader is told what came of that one.
 */
function withTimeout<T>(loading: Promise<T>): Promise<T> {
  if (stuck) loadBeside();
  const timer = setInterval(() => {
    if (stuck) giveUp();
    else {
      stuck = true;
      loadBeside();
    }
  }, SCRIPT_TIMEOUT_MS);
  return loading.finally(() => {
    clearInterval(timer);
  });
}

function loadBeside(): void {
  const src = document.querySelector<HTMLScriptElement>(SCRIPT)?.src;
  if (!src) return;
  beside += 1;
  const script = document.createElement('script');
  script.src = `${src}${src.includes('?') ? '&' : '?'}attempt=${String(beside)}`;
  script.dataset['billingBeside'] = '';
  script.addEventListener('load', () => {
    stuck = false;
    tellLoader('load');
  });
  script.addEventListener('error', () => {
    tellLoader('error');
  });
  document.head.append(script);
}

/** Once for the loader's request, and once for the retry it makes by itself. */
function giveUp(): void {
  tellLoader('error');
  setTimeout(() => {
    tellLoader('error');
  });
}

function tellLoader(type: 'load' | 'error'): void {
  for (const script of document.querySelectorAll(SCRIPT)) script.dispatchEvent(new Event(type));
}
