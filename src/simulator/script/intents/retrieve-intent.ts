/** `stripe.retrievePaymentIntent()` and `stripe.retrieveSetupIntent()`. */
import type { PaymentIntentResult, SetupIntentResult } from '@stripe/stripe-js';
import { sendIntent, type IntentReply } from '../../wire/intents.js';
import { connectionMessage } from '../checkout/to-error.js';
import { parseIntentSecret, type IntentSecret } from './parse-intent-secret.js';

interface Api {
  readonly origin: string;
  readonly key: string;
}

export async function retrievePaymentIntent(api: Api, secret: unknown): Promise<PaymentIntentResult> {
  return toPaymentResult(await retrieve(api, parseIntentSecret('retrievePaymentIntent()', secret, 'payment_intent')));
}

export async function retrieveSetupIntent(api: Api, secret: unknown): Promise<SetupIntentResult> {
  return toSetupResult(await retrieve(api, parseIntentSecret('retrieveSetupIntent()', secret, 'setup_intent')));
}

export function toPaymentResult(reply: IntentReply): PaymentIntentResult {
  if (reply.outcome === 'intent' && reply.intent.object === 'payment_intent') return { paymentIntent: reply.intent };
  return toFailure(reply);
}

export function toSetupResult(reply: IntentReply): SetupIntentResult {
  if (reply.outcome === 'intent' && reply.intent.object === 'setup_intent') return { setupIntent: reply.intent };
  return toFailure(reply);
}

const retrieve = ({ origin, key }: Api, { path, clientSecret }: IntentSecret): Promise<IntentReply> =>
  sendIntent(origin, key, { path, method: 'GET', body: { client_secret: clientSecret } });

const toFailure = (reply: IntentReply): Extract<PaymentIntentResult, { paymentIntent?: undefined }> =>
  reply.outcome === 'refused'
    ? { error: reply.error }
    : { error: { type: 'api_connection_error', message: connectionMessage } };
