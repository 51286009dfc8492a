/** The two fields of Stripe's: made early, shown once, taken away together. */
import type {
  StripeAddressElement,
  StripeAddressElementChangeEvent,
  StripeCheckoutElementsSdk,
  StripePaymentElement,
} from '@stripe/stripe-js';
import type { Contact, FieldFrame, GatewayEvent } from '../core/ports.js';
import type { CheckoutError } from '../core/errors.js';

/** The fields by kind; no address field when it is not asked for. */
export interface CheckoutElements {
  readonly payment: StripePaymentElement;
  readonly address: StripeAddressElement | null;
}

/** Makes the fields and passes on what happens in them. */
export function createElements(
  checkout: StripeCheckoutElementsSdk,
  askAddress: boolean,
  emit: (event: GatewayEvent) => void,
): CheckoutElements {
  const payment = checkout.createPaymentElement(PAYMENT_OPTIONS);
  return listenTo(payment, askAddress ? checkout.createBillingAddressElement() : null, emit);
}

/** How the payment field lays out its ways to pay. */
export const PAYMENT_OPTIONS = { layout: { type: 'accordion', radios: 'auto' } } as const;

/** How long a field may take to look at itself, in milliseconds. It asks nobody. */
export const SILENCE_MS = 10_000;

/** What a field answers. One that says nothing is broken: that is told, and the answer is null. */
export function heard<T>(answer: Promise<T>, emit: (event: GatewayEvent) => void): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      emit({ type: 'frame.failed', frame: 'payment', error: frameError('The field is silent.') });
      resolve(null);
    }, SILENCE_MS);
    void answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** Watches a field from before it is mounted: a frame that somebody takes out of the page is broken. Returns the way to stop. */
export function watchFrame(node: HTMLElement, frame: FieldFrame, emit: (event: GatewayEvent) => void): () => void {
  let shown = false;
  const observer = new MutationObserver(() => {
    if (node.querySelector('iframe')) shown = true;
    else if (shown) {
      observer.disconnect();
      emit({ type: 'frame.failed', frame, error: frameError('The field was removed.') });
    }
  });
  observer.observe(node, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}

/** Passes on what happens in the fields. */
export function listenTo(
  payment: StripePaymentElement,
  address: StripeAddressElement | null,
  emit: (event: GatewayEvent) => void,
): CheckoutElements {
  payment.on('ready', () => {
    emit({ type: 'frame.ready', frame: 'payment' });
  });
  payment.on('loaderror', ({ error }) => {
    emit({ type: 'frame.failed', frame: 'payment', error: frameError(error.message) });
  });
  payment.on('change', ({ complete, value }) => {
    emit({ type: 'payment.changed', complete, method: value.type, saved: value.payment_method !== undefined });
  });
  address?.on('ready', () => {
    emit({ type: 'frame.ready', frame: 'address' });
  });
  address?.on('loaderror', ({ error }) => {
    emit({ type: 'frame.failed', frame: 'address', error: frameError(error.message) });
  });
  address?.on('change', ({ complete, value }) => {
    emit({ type: 'address.changed', complete, contact: toContact(value) });
  });
  return { payment, address };
}

const toContact = ({ name, address }: StripeAddressElementChangeEvent['value']): Contact => {
  const { line2, ...rest } = address;
  return { name, address: { ...rest, ...(line2 && { line2 }) } };
};

/** Takes a field away. One whose node a framework has removed already has nothing left to take. */
export function destroyElement(element: { destroy(): void } | null): void {
  try {
    element?.destroy();
  } catch {
    // Destroyed before, by us or with its page.
  }
}

const frameError = (hint = 'The field could not be shown.'): CheckoutError => ({ code: 'stripe.frame_failed', hint });
