/** What the simulated API and the simulated Stripe.js say to each other about PaymentIntents and SetupIntents. */
import type {
  ConfirmationToken,
  PaymentIntent,
  SetupIntent,
  StripeCheckoutSavedPaymentMethod,
  StripeError,
} from '@stripe/stripe-js';
import type { TypedMethod } from './method-data.js';
import { toFormBody } from './to-form-body.js';

export type IntentKind = 'payment_intent' | 'setup_intent';
export type BrowserIntent = PaymentIntent | SetupIntent;

/**
 * Routes a browser calls with a publishable key. Every request carries `key`, every answer is an intent or Stripe's error envelope.
 *
 * - `GET /v1/elements/sessions` when fields are made: {@link ElementsSession}.
 * - `POST /v1/elements/payment_methods/{id}/remove` when a saved card is taken away: {@link ElementsSession}, as it is then.
 * - `POST /v1/confirmation_tokens` ({@link TokenCreate}), answered with the token.
 * - `GET {path}?client_secret=`, `POST {path}/confirm` ({@link IntentConfirm}), `POST {path}/authenticate` ({@link IntentAuthenticate}).
 */
export const intentPath = (kind: IntentKind, id: string): string => `/v1/${kind}s/${id}`;
export const elementsSessionPath = '/v1/elements/sessions';
export const removeSavedPath = (id: string): string => `/v1/elements/payment_methods/${id}/remove`;
export const confirmationTokenPath = '/v1/confirmation_tokens';

/** What fields need to know before they are shown. */
export interface ElementsSession {
  readonly object: 'elements_session';
  /** Null where the intent is still to come. */
  readonly intent: BrowserIntent | null;
  /** `setup` wherever the card is kept, which the fields have to say. */
  readonly mode: 'payment' | 'subscription' | 'setup';
  /** Cards of the customer, where the page has a customer session. */
  readonly saved_payment_methods?: readonly StripeCheckoutSavedPaymentMethod[];
  /** Each of these may be removed; left out where none may be. */
  readonly payment_method_remove?: 'enabled';
  readonly payment_method_types: readonly string[];
  /** Whether numbers of a bank account may be typed, or an account has to be linked. */
  readonly bank_verification: 'automatic' | 'instant';
}

/** What the fields were made for, where no intent was there: compared with the intent at confirm. */
export interface ClientContext {
  readonly mode: 'payment' | 'subscription' | 'setup';
  readonly amount?: number;
  readonly currency?: string;
  readonly setup_future_usage?: 'off_session' | 'on_session';
  readonly capture_method?: 'automatic' | 'automatic_async' | 'manual';
}

export interface TypedBillingDetails {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: Readonly<Record<string, string>>;
}

/** Body of `POST {path}/confirm`. */
export interface IntentConfirm {
  readonly client_secret: string;
  readonly client_context?: ClientContext;
  readonly payment_method?: string;
  readonly payment_method_data?: TypedMethod & {
    readonly billing_details: TypedBillingDetails;
    readonly allow_redisplay?: 'always' | 'limited' | 'unspecified';
  };
  readonly receipt_email?: string;
  readonly return_url?: string;
  readonly setup_future_usage?: 'off_session' | 'on_session';
  readonly use_stripe_sdk: true;
}

/** Body of `POST /v1/confirmation_tokens`. */
export type TokenCreate = Pick<IntentConfirm, 'payment_method_data' | 'return_url' | 'setup_future_usage'>;

export type IntentReply =
  | { readonly outcome: 'intent'; readonly intent: BrowserIntent }
  | { readonly outcome: 'token'; readonly token: ConfirmationToken }
  | { readonly outcome: 'refused'; readonly error: StripeError }
  /** No answer, or none that can be read. */
  | { readonly outcome: 'lost' };

/** Sends one request about an intent; never rejects. */
export async function sendIntent(
  origin: string,
  key: string,
  request: { readonly path: string; readonly method: 'GET' | 'POST'; readonly body: object },
): Promise<IntentReply> {
  const json = await ask(origin, key, request);
  if (isRecord(json) && isRecord(json['error'])) return { outcome: 'refused', error: toError(json['error']) };
  if (isToken(json)) return { outcome: 'token', token: json };
  return isIntent(json) ? { outcome: 'intent', intent: json } : { outcome: 'lost' };
}

type ElementsReply = { readonly session: ElementsSession } | { readonly error: StripeError } | null;

/** Asks what fields need to know; never rejects. */
export const openElements = async (origin: string, key: string, body: object): Promise<ElementsReply> =>
  toElementsReply(await ask(origin, key, { path: elementsSessionPath, method: 'GET', body }));

/** Takes a saved card away; never rejects. */
export const removeSaved = async (origin: string, key: string, id: string, body: object): Promise<ElementsReply> =>
  toElementsReply(await ask(origin, key, { path: removeSavedPath(id), method: 'POST', body }));

function toElementsReply(json: unknown): ElementsReply {
  if (isRecord(json) && isRecord(json['error'])) return { error: toError(json['error']) };
  return isSession(json) ? { session: json } : null;
}

async function ask(
  origin: string,
  key: string,
  { path, method, body }: { readonly path: string; readonly method: 'GET' | 'POST'; readonly body: object },
): Promise<unknown> {
  const params = toFormBody(body);
  params.set('key', key);
  try {
    const query = method === 'GET' ? `?${params.toString()}` : '';
    const init = { method, credentials: 'omit' as const, ...(method === 'POST' && { body: params }) };
    return await (await fetch(`${origin}${path}${query}`, init)).json();
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isIntent = (json: unknown): json is BrowserIntent =>
  isRecord(json) && (json['object'] === 'payment_intent' || json['object'] === 'setup_intent');

const isToken = (json: unknown): json is ConfirmationToken => isRecord(json) && json['object'] === 'confirmation_token';

const isSession = (json: unknown): json is ElementsSession => isRecord(json) && json['object'] === 'elements_session';

/** Stripe.js passes the API's error on as it is. */
const toError = (error: Record<string, unknown>): StripeError => ({ type: 'api_error', ...error });
