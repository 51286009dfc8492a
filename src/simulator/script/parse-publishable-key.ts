/** Takes `pk_test_<name>` only. */
import { IntegrationError } from './integration-error.js';

export function parsePublishableKey(key: unknown): string {
  if (typeof key !== 'string') {
    throw new IntegrationError(`Invalid value for Stripe(): apiKey should be a string. You specified: ${String(key)}.`);
  }
  if (key.trim() === '') {
    throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.');
  }
  if (/^[sr]k_/.test(key)) {
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js.\n        Please pass a publishable key instead.',
    );
  }
  if (key.startsWith('pk_live_')) {
    throw new IntegrationError('This is a simulator: it takes test keys (pk_test_…) only, never a live key.');
  }
  if (!/^pk_test_\w+$/.test(key)) {
    throw new IntegrationError('Please call Stripe() with your publishable key: pk_test_<name> in this simulator.');
  }
  return key;
}
