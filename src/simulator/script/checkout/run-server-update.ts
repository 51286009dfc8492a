/** Runs the page's own server call and reads the session again; until then nothing can be confirmed. */
import type { StripeCheckoutRunServerUpdateResult } from '@stripe/stripe-js';
import { IntegrationError } from '../integration-error.js';
import type { Checkout } from './checkout.js';
import { fail, toFailure } from './to-error.js';

export async function runServerUpdate(
  checkout: Checkout,
  userFunction: () => Promise<unknown>,
): Promise<StripeCheckoutRunServerUpdateResult> {
  if (typeof userFunction !== 'function') {
    throw new IntegrationError(
      'Invalid value for runServerUpdate(): the argument should be a function that returns a promise.',
    );
  }
  try {
    const reply = await checkout.connection.reopen(userFunction);
    return reply.outcome === 'page' ? { type: 'success', session: checkout.toSession(reply.page) } : toFailure(reply);
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The function given to runServerUpdate() was rejected.');
  }
}
