/** What runs in a page of a check. */
import type {
  Stripe,
  StripeCheckoutElementsSdk,
  StripeCheckoutLoadActionsSuccess,
  StripeElements,
} from '@stripe/stripe-js';

export interface PageKit {
  stripe: Stripe;
  checkout: StripeCheckoutElementsSdk;
  actions: StripeCheckoutLoadActionsSuccess;
  elements: StripeElements;
  /** Events, in order, as the check has noted them. */
  readonly heard: string[];
  /** Tells in a line what came of a call: `success`, `error <code>: <words>`, or `throws <name>: <words>`. */
  readonly outcome: (run: () => unknown) => Promise<string>;
}

declare global {
  interface Window {
    kit: PageKit;
  }
}

/** Runs before anything else in the page. */
export function installPageKit(): void {
  interface Failure {
    readonly code?: string | null;
    readonly type?: string;
    readonly message?: string;
    readonly decline_code?: string;
    readonly paymentFailed?: { readonly declineCode: string | null };
  }
  const describe = (value: unknown): string => {
    if (typeof value !== 'object' || value === null || !('error' in value)) return 'success';
    const { code, type, message, decline_code: decline, paymentFailed } = value.error as Failure;
    const kind = [type, String(code), decline, paymentFailed && `declineCode ${String(paymentFailed.declineCode)}`];
    return `error ${kind.filter(Boolean).join(' ')}: ${String(message)}`;
  };
  const outcome = async (run: () => unknown): Promise<string> => {
    try {
      return describe(await run());
    } catch (error) {
      return error instanceof Error ? `throws ${error.name}: ${error.message}` : `throws ${String(error)}`;
    }
  };
  // The rest is set by what mounts.
  window.kit = { heard: [], outcome } as unknown as PageKit;
}
