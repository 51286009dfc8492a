/** `stripe.verifyMicrodepositsForPayment()` and `…ForSetup()`: tells what the customer found on their statement. */
import type { PaymentIntentResult, SetupIntentResult, VerifyMicrodepositsForPaymentData } from '@stripe/stripe-js';
import { sendIntent, type IntentKind, type IntentReply } from '../../wire/intents.js';
import { IntegrationError } from '../integration-error.js';
import { parseIntentSecret } from './parse-intent-secret.js';
import { toPaymentResult, toSetupResult } from './retrieve-intent.js';

type Told = VerifyMicrodepositsForPaymentData;
interface Api {
  readonly origin: string;
  readonly key: string;
}

export const verifyForPayment = async (api: Api, secret: unknown, told?: Told): Promise<PaymentIntentResult> =>
  toPaymentResult(await verify(api, 'verifyMicrodepositsForPayment()', 'payment_intent', secret, told));

export const verifyForSetup = async (api: Api, secret: unknown, told?: Told): Promise<SetupIntentResult> =>
  toSetupResult(await verify(api, 'verifyMicrodepositsForSetup()', 'setup_intent', secret, told));

function verify(
  { origin, key }: Api,
  call: string,
  kind: IntentKind,
  secret: unknown,
  told: Told | undefined,
): Promise<IntentReply> {
  const { clientSecret, path } = parseIntentSecret(call, secret, kind);
  if (told === undefined) {
    throw new IntegrationError(`Invalid value for ${call}: data should have amounts or a descriptor_code.`);
  }
  const body = { client_secret: clientSecret, ...told };
  return sendIntent(origin, key, { path: `${path}/verify_microdeposits`, method: 'POST', body });
}
