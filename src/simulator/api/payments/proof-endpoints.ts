/** `verify_microdeposits` of PaymentIntents and SetupIntents, for servers and for pages with the client secret. */
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { integer, text } from '../http/params.js';
import { findPaymentIntent, findSetupIntent, shown } from './find-intent.js';
import { giveProof } from './proof.js';

const params = {
  client_secret: text.optional(),
  amounts: z.array(integer).optional(),
  descriptor_code: text.optional(),
};

export const proofEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/payment_intents/:id/verify_microdeposits', {
    caller: 'any',
    exclusive: true,
    params,
    run: (call) => {
      const intent = findPaymentIntent(call);
      giveProof(call.account, intent, call.params);
      return shown(call, intent);
    },
  }),
  endpoint('POST /v1/setup_intents/:id/verify_microdeposits', {
    caller: 'any',
    exclusive: true,
    params,
    run: (call) => {
      const intent = findSetupIntent(call);
      giveProof(call.account, intent, call.params);
      return shown(call, intent);
    },
  }),
];
