/** Stripe's API as a merchant's server calls it. Only a local Stripe answers a page that holds a secret key. */
import { inject } from 'vitest';

const { simulatorUrl, account } = inject('shop');

/** Asks the API; fails where it refuses. */
export async function askStripe<T>(
  method: 'GET' | 'POST',
  path: string,
  params: Readonly<Record<string, string>> = {},
): Promise<T> {
  const body = method === 'POST' ? new URLSearchParams(params) : null;
  const headers = { authorization: `Bearer sk_test_${account}` };
  const response = await fetch(`${simulatorUrl}/v1/${path}`, { method, headers, body });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
