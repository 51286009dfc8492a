/** The local Stripe, as a page meets it: its script, and what shall go wrong next. */
import { inject } from 'vitest';

const { simulatorUrl, account } = inject('shop');

/** Loads Stripe.js from the local Stripe; the official loader takes what is there. */
export function loadLocalStripe(): Promise<void> {
  if ('Stripe' in window) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${simulatorUrl}/endive/stripe.js`;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error('The local Stripe has no script: was it built?'));
    };
    document.head.append(script);
  });
}

/** A fault of the next request to a route. `after`: the work is done, only its answer is lost. */
export async function breakNext(
  path: string,
  fault: { kind: 'reset' | 'status' | 'hang'; after?: boolean; times?: number },
): Promise<void> {
  const response = await fetch(`${simulatorUrl}/_simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, path, ...fault }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Everything works again. */
export async function mendAll(): Promise<void> {
  await fetch(`${simulatorUrl}/_simulator/faults?account=${account}`, { method: 'DELETE' });
}
