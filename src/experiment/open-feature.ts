/** Reads a variant from an OpenFeature client, and tells it of exposures. Structural types: no dependency. */

/** The parts of an OpenFeature web client that are used. `OpenFeature.getClient()` fits. */
export interface OpenFeatureClient {
  /** Such as `READY` or `NOT_READY`. */
  readonly providerStatus: string;
  /** The value of a string flag, or the fallback with the reason. */
  getStringDetails(
    flag: string,
    fallback: string,
  ): {
    /** The flag's, or the fallback. */
    readonly value: string;
    /** Why it is the fallback, such as `FLAG_NOT_FOUND`. Absent: it is the flag's. */
    readonly errorCode?: string;
  };
  /** Listens to the provider. */
  addHandler(event: string, handler: () => void): void;
  /** Listens no more. */
  removeHandler(event: string, handler: () => void): void;
  /** Tells the provider of an event. */
  track(name: string, details: Record<string, string | boolean>): void;
}

/** What `billing-exposure` says. */
export interface Exposure {
  /** The experiment's. */
  readonly name: string;
  /** What is shown: one of the experiment's variants. */
  readonly variant: string;
  /** Whether page one of two would be shown to this customer. Computed alike in every arm. */
  readonly differs: boolean;
}

/** States in which a provider answers for the context it was given. */
const ANSWERING = ['READY', 'STALE'];

/** After these a provider may answer. */
const CHANGES = ['PROVIDER_READY', 'PROVIDER_CONTEXT_CHANGED', 'PROVIDER_STALE'];

/** How long the element waits for a host, in milliseconds. */
const WITHIN_MS = 1_000;

/**
 * The variant of a string flag whose values are the experiment's variants, once the provider can answer. Null when
 * it cannot in time, does not know the flag, or has it switched off. Never rejects.
 *
 * @param within - Milliseconds; the element waits for one second.
 *
 * @example
 * ```ts
 * import type { BillingCheckout } from 'billing-checkout';
 * import { readOpenFeatureVariant, type OpenFeatureClient } from 'billing-checkout/experiment';
 *
 * // For a tag with `assigned-by="host"`.
 * export async function nameVariant(checkout: BillingCheckout, client: OpenFeatureClient): Promise<void> {
 *   checkout.variant = await readOpenFeatureVariant(client, 'checkout-pages');
 * }
 * ```
 */
export function readOpenFeatureVariant(
  client: OpenFeatureClient,
  flag: string,
  within: number = WITHIN_MS,
): Promise<string | null> {
  const answering = (): boolean => ANSWERING.includes(client.providerStatus);
  const read = (): string | null => client.getStringDetails(flag, '').value || null;
  if (answering()) return Promise.resolve(read());
  return new Promise((resolve) => {
    const end = (variant: string | null): void => {
      clearTimeout(timer);
      for (const change of CHANGES) client.removeHandler(change, look);
      resolve(variant);
    };
    const look = (): void => {
      if (answering()) end(read());
    };
    const timer = setTimeout(() => {
      end(null);
    }, within);
    for (const change of CHANGES) client.addHandler(change, look);
  });
}

/**
 * Tells the provider that a variant was seen, as its tracking event `billing-exposure`. Call it from that event.
 *
 * @example
 * ```ts
 * import type { BillingCheckout } from 'billing-checkout';
 * import { trackOpenFeatureExposure, type OpenFeatureClient } from 'billing-checkout/experiment';
 *
 * export function tellExposures(checkout: BillingCheckout, client: OpenFeatureClient): void {
 *   checkout.addEventListener('billing-exposure', ({ detail }) => {
 *     trackOpenFeatureExposure(client, detail);
 *   });
 * }
 * ```
 */
export function trackOpenFeatureExposure(client: OpenFeatureClient, { name, variant, differs }: Exposure): void {
  client.track('billing-exposure', { experiment: name, variant, differs });
}
