/** What a submit came to, read from where the checkout stands after it. */
import type { Outcome } from '../core/outcome.js';
import type { CheckoutState } from '../core/state.js';

/** `before` is where it stood when it was submitted; `ready` where the state did not let it through. */
export function toOutcome(state: CheckoutState, before: CheckoutState['name']): Outcome {
  switch (state.name) {
    case 'complete':
    case 'processing':
    case 'action':
    case 'unresolved':
      return state.name;
    case 'ready':
      if (before === 'ready') return 'refused';
      if (state.invalid) return 'invalid';
      if (state.error?.code === 'payment.declined') return 'declined';
      return state.error?.code === 'host.refused' || state.error?.code === 'payment.total_changed'
        ? 'refused'
        : 'failed';
    case 'idle':
    case 'loading':
    case 'validating':
      return 'refused';
    // Taken away in the middle: nobody here will learn what came of it.
    case 'confirming':
    case 'checking':
      return 'unresolved';
    case 'expired':
    case 'failed':
      return 'failed';
  }
}
