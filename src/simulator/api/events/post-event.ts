/** One try to deliver an event. */
import type { Account } from '../state/account.js';
import { signPayload } from './sign-payload.js';

export interface PostOptions {
  readonly fetch: typeof fetch;
}

/** Time and signature are fresh for every try. Any 2xx is a yes; a redirect is not followed and counts as a no. */
export async function postEvent(
  { fetch }: PostOptions,
  account: Account,
  endpointId: string,
  payload: string,
): Promise<boolean> {
  const endpoint = account.webhookEndpoints.get(endpointId);
  // Deleted or disabled since: nobody waits for it any more.
  if (!endpoint?.secret || endpoint.status !== 'enabled') return true;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': await signPayload(payload, endpoint.secret, account.now()),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  try {
    const response = await fetch(endpoint.url, { method: 'POST', headers, body: payload, redirect: 'manual' });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
