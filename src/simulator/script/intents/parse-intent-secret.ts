/** Takes a client secret of an intent apart. */
import { intentPath, type IntentKind } from '../../wire/intents.js';
import { IntegrationError } from '../integration-error.js';

export interface IntentSecret {
  readonly kind: IntentKind;
  readonly clientSecret: string;
  readonly path: string;
}

/** Throws for anything that is none; `wanted` names the only kind that will do. */
export function parseIntentSecret(call: string, secret: unknown, wanted?: IntentKind): IntentSecret {
  if (typeof secret !== 'string') {
    throw new IntegrationError(`Invalid value for ${call}: clientSecret should be a client secret string.`);
  }
  const found = /^((pi|seti)_[A-Za-z0-9]+)_secret_[A-Za-z0-9]+$/.exec(secret);
  const kind = found?.[2] === 'seti' ? 'setup_intent' : 'payment_intent';
  if (!found || (wanted !== undefined && kind !== wanted)) {
    const form =
      wanted === undefined ? '${id}_secret_${secret}' : `${wanted === 'setup_intent' ? 'seti' : 'pi'}_…_secret_…`;
    const what = secret.startsWith('cs_')
      ? ' A client secret of a Checkout Session is for initCheckoutElementsSdk().'
      : '';
    throw new IntegrationError(
      `Invalid value for ${call}: clientSecret should be a client secret of the form ${form}.${what}`,
    );
  }
  return { kind, clientSecret: secret, path: intentPath(kind, found[1] ?? '') };
}
