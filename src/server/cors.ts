/** Which pages may call: exact origins, with credentials. */
import { Refusal } from './refusal.js';

/** Answers to a preflight are kept this long, in seconds. */
const PREFLIGHT_MAX_AGE = 600;

/** Refuses a changing request that does not come from a page on the list, so that cookies need no token. */
export function checkOrigin(request: Request, origins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin === null) throw new Refusal('request.origin_missing');
  if (!origins.has(origin)) {
    throw new Refusal('request.origin_foreign', {
      detail: 'Add the page’s origin to `origins` of createCheckoutServer.',
    });
  }
}

/** Headers of every answer: who may read it, and that nobody keeps it. */
export function addCors(response: Response, request: Request, origins: ReadonlySet<string>): Response {
  const { headers } = response;
  headers.append('vary', 'Origin');
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  const origin = request.headers.get('origin');
  if (origin !== null && origins.has(origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', 'Retry-After');
  }
  return response;
}

/** Answers a browser that asks before it sends. The host's own `headers` are allowed as they are named. */
export function toPreflight(request: Request, methods: string): Response {
  const asked = request.headers.get('access-control-request-headers') ?? 'content-type, idempotency-key';
  return new Response(null, {
    status: 204,
    headers: {
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': asked,
      'access-control-max-age': String(PREFLIGHT_MAX_AGE),
      vary: 'Access-Control-Request-Headers',
    },
  });
}
