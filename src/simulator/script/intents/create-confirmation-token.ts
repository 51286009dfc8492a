/** `stripe.createConfirmationToken()`: what was typed, for a server that confirms by itself. */
import type { ConfirmationTokenResult, CreateConfirmationToken } from '@stripe/stripe-js';
import { connectionMessage } from '../checkout/to-error.js';
import { refuseUnknownOptions } from '../elements/refuse-unknown-options.js';
import { IntegrationError } from '../integration-error.js';
import { confirmationTokenPath } from '../../wire/intents.js';
import { toBilling } from './billing.js';
import { groupOf, notMounted } from './create-elements.js';
import type { GroupContext } from './intent-group.js';

const call = 'stripe.createConfirmationToken()';

/** What is simulated of the call: shipping is not. */
export type TokenOptions = Omit<CreateConfirmationToken, 'elements'> & { readonly elements?: unknown };

export async function createConfirmationToken(
  { key }: GroupContext,
  options: TokenOptions,
): Promise<ConfirmationTokenResult> {
  refuseUnknownOptions(call, options, ['elements', 'params']);
  const { params = {} } = options;
  refuseUnknownOptions(`${call} params`, params, ['payment_method_data', 'return_url']);
  const group = groupOf(call, options.elements);
  const { payment } = group;
  if (payment?.mounted !== true) throw notMounted(call);
  if (!group.submitted) throw new IntegrationError(`elements.submit() must be called before ${call}.`);
  const { return_url: url, payment_method_data: data } = params;
  const kept = group.purpose.type === 'deferred' ? group.purpose.context.setup_future_usage : undefined;
  const reply = await payment.pay({
    key,
    path: confirmationTokenPath,
    body: { ...(url && { return_url: url }), ...(kept && { setup_future_usage: kept }) },
    billing: toBilling(group.address, payment.hidesCountry, data?.billing_details),
    allowRedisplay: data?.allow_redisplay ?? null,
  });
  switch (reply.outcome) {
    case 'token':
      return { confirmationToken: reply.token };
    case 'refused':
      return { error: reply.error };
    case 'intent':
    case 'lost':
      return { error: { type: 'api_connection_error', message: connectionMessage } };
  }
}
