/** What allows a debit: made when the customer confirms with a bank account. */
import { missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import type { Mandate, PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { DebitRecord } from './method-record.js';

/** For this payment alone, or for all that follow. */
export function createMandate(
  account: Account,
  intent: PaymentIntent | SetupIntent,
  { method, debit }: DebitRecord,
): Mandate {
  const single = intent.object === 'payment_intent' && intent.setup_future_usage === null;
  const mandate: Mandate = {
    id: makeId('mandate'),
    object: 'mandate',
    customer_acceptance: {
      accepted_at: account.now(),
      online: { ip_address: '127.0.0.1', user_agent: 'Simulator' },
      type: 'online',
    },
    livemode: false,
    payment_method: method.id,
    payment_method_details:
      debit.type === 'sepa_debit'
        ? {
            type: 'sepa_debit',
            sepa_debit: { reference: randomText(16).toUpperCase(), url: `${account.origin}/mandates/${method.id}` },
          }
        : { type: 'us_bank_account', us_bank_account: {} },
    status: 'active',
    type: single ? 'single_use' : 'multi_use',
    ...(single ? { single_use: { amount: intent.amount, currency: intent.currency } } : { multi_use: {} }),
  };
  account.mandates.set(mandate.id, mandate);
  return mandate;
}

export const mandateEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/mandates/:id', {
    run: ({ account, id }) => {
      const mandate = account.mandates.get(id);
      if (!mandate) throw missingResource('mandate', id);
      return mandate;
    },
  }),
];
