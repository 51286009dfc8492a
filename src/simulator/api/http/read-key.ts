/** Finds out from the API key who is calling. */
import { ApiError } from './api-error.js';

export interface Caller {
  readonly kind: 'server' | 'browser';
  /** `sk_test_<name>` and `pk_test_<name>` name the same account. */
  readonly account: string;
}

function refuse(status: 401, message: string, code?: string): ApiError {
  return new ApiError(status, { type: 'invalid_request_error', message, ...(code ? { code } : {}) }, 'validation');
}

/** The key of a request: `Authorization: Bearer`, basic authentication, or a browser's `key` parameter. */
export function readKey(header: string | null, param: unknown): string {
  if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length).trim();
  if (header?.startsWith('Basic ')) return atob(header.slice('Basic '.length)).split(':')[0] ?? '';
  return typeof param === 'string' ? param : '';
}

export function readCaller(key: string, wanted: Caller['kind'] | 'any'): Caller {
  if (key === '') {
    throw refuse(401, 'You did not provide an API key. You need to provide your API key in the Authorization header.');
  }
  if (/^(sk|pk|rk)_live_/.test(key)) {
    throw refuse(401, 'This is a simulator: live keys are refused. Use a key that begins with sk_test_ or pk_test_.');
  }
  const match = /^(sk|pk)_test_(\w+)$/.exec(key);
  const [, prefix, account] = match ?? [];
  if (!prefix || !account) throw refuse(401, `Invalid API Key provided: ${mask(key)}`);
  if (wanted === 'server' && prefix === 'pk') {
    throw refuse(
      401,
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      'secret_key_required',
    );
  }
  if (wanted === 'browser' && prefix === 'sk') {
    throw refuse(401, 'You should not use your secret key with Stripe.js. Please pass a publishable key instead.');
  }
  return { kind: prefix === 'pk' ? 'browser' : 'server', account };
}

const mask = (key: string): string => `${key.slice(0, 3)}${'*'.repeat(8)}${key.slice(-4)}`;
