/** Sends one request of the payment page and reads the answer; never rejects. `send` may reach a simulator in process. */
import { paymentPagePath } from './payment-page.js';
import type { PaymentPage } from './payment-page.js';
import { toFormBody } from './to-form-body.js';

export interface PaymentPageCredentials {
  readonly key: string;
  readonly clientSecret: string;
  readonly sessionId: string;
}

/** Stripe's error envelope, as far as a browser reads it. */
export interface PaymentPageError {
  readonly type: string;
  readonly message: string;
  readonly code: string | null;
  readonly declineCode: string | null;
  readonly param: string | null;
}

export type PaymentPageReply =
  | { readonly outcome: 'page'; readonly page: PaymentPage }
  | { readonly outcome: 'refused'; readonly error: PaymentPageError }
  /** No answer, or none that can be read: what became of the request is unknown. */
  | { readonly outcome: 'lost' };

export async function postPaymentPage(
  origin: string,
  credentials: PaymentPageCredentials,
  route: '' | '/init' | '/confirm' | '/authenticate',
  body: object = {},
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
): Promise<PaymentPageReply> {
  const params = toFormBody(body);
  params.set('key', credentials.key);
  params.set('client_secret', credentials.clientSecret);
  try {
    const url = `${origin}${paymentPagePath(credentials.sessionId)}${route}`;
    const response = await send(new Request(url, { method: 'POST', credentials: 'omit', body: params }));
    return toReply(await response.json());
  } catch {
    return { outcome: 'lost' };
  }
}

function toReply(json: unknown): PaymentPageReply {
  if (isPaymentPage(json)) return { outcome: 'page', page: json };
  if (isRecord(json) && isRecord(json['error'])) return { outcome: 'refused', error: toError(json['error']) };
  return { outcome: 'lost' };
}

function toError(error: Record<string, unknown>): PaymentPageError {
  return {
    type: toText(error['type']) ?? 'api_error',
    message: toText(error['message']) ?? 'An unexpected error occurred.',
    code: toText(error['code']),
    declineCode: toText(error['decline_code']),
    param: toText(error['param']),
  };
}

function isPaymentPage(json: unknown): json is PaymentPage {
  return isRecord(json) && isRecord(json['session']) && isRecord(json['config']) && 'next_action' in json;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
