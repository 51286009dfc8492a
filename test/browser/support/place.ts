/** Puts a checkout into the page, and takes it away after the test. */
import { afterEach, beforeEach, expect, inject, onTestFinished, vi, type MockInstance } from 'vitest';
import '../../../src/define.js';
import type { BillingCheckout } from '../../../src/element/billing-checkout.js';
import type { BillingEventMap } from '../../../src/element/events.js';

const { endpoint, publishableKey } = inject('shop');

/** What a tag needs to work. */
export const GOOD = { 'publishable-key': publishableKey, endpoint, price: 'pro_monthly', quantity: '2' } as const;

export type Attributes = Readonly<Record<string, string | null>>;

/** A checkout with these attributes, not yet in the page; null leaves one of the good ones out. */
export function make(attributes: Attributes = {}): BillingCheckout {
  const element = document.createElement('billing-checkout');
  const all: Attributes = { ...GOOD, ...attributes };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null) element.setAttribute(name, value);
  }
  onTestFinished(() => {
    element.remove();
  });
  return element;
}

/** The same, in the page. */
export function place(attributes?: Attributes): BillingCheckout {
  const element = make(attributes);
  document.body.append(element);
  return element;
}

/** The next event of that name. */
export const next = <N extends keyof BillingEventMap>(element: BillingCheckout, name: N): Promise<BillingEventMap[N]> =>
  new Promise((resolve) => {
    element.addEventListener(name, resolve as EventListener, { once: true });
  });

/** In the page, and ready to be typed into. */
export async function open(attributes?: Attributes): Promise<BillingCheckout> {
  const element = make(attributes);
  const ready = next(element, 'billing-ready');
  document.body.append(element);
  await ready;
  await element.updateComplete;
  return element;
}

/** Listens to the console, and lets no test leave an uncaught error behind. Each purchase begins anew. */
export function usePage(): { readonly warnings: () => readonly string[] } {
  let warn: MockInstance<typeof console.warn>;
  const uncaught: unknown[] = [];
  const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
    uncaught.push('reason' in event ? event.reason : event.error);
  };
  beforeEach(() => {
    warn = vi.spyOn(console, 'warn').mockReturnValue();
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onError);
  });
  afterEach(() => {
    warn.mockRestore();
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onError);
    localStorage.clear();
    sessionStorage.clear();
    expect(uncaught.splice(0)).toEqual([]);
  });
  return {
    warnings: () => warn.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('[billing')),
  };
}
