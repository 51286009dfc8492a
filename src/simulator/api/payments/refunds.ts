/** Refunds of charges: whole or in part, at once, or later where a test card says so. */
import { z } from 'zod';
import { amountFormatter } from '../page/format-amount.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, integer, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { Charge, Refund } from '../stripe-types.js';

/** When a bank answers about a refund that is not done at once, in milliseconds of the injected timer. */
const answersAfterMs = 1_000;

const asked = {
  amount: integer.optional(),
  charge: text.optional(),
  payment_intent: text.optional(),
  metadata: emptyable(metadata).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

function createRefund(account: Account, params: Asked): Refund {
  const charge = chargeOf(account, params);
  const amount = params.amount ?? charge.amount - charge.amount_refunded;
  checkDisputes(account, charge);
  checkAmount(charge, amount);
  const outcome = outcomeOf(account, charge);
  const refund: Refund = {
    id: `re_3${randomText(23)}`,
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: account.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    metadata: applyMetadata(null, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: outcome === 'pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
  account.refunds.set(refund.id, refund);
  moveRefunded(charge, amount);
  account.emit('refund.created', refund);
  account.emit('charge.refunded', charge);
  if (outcome !== null) {
    account.later(answersAfterMs, () => {
      if (outcome === 'fails') failRefund(account, refund, charge);
      else refund.status = 'succeeded';
      account.emit('refund.updated', refund);
    });
  }
  return refund;
}

function failRefund(account: Account, refund: Refund, charge: Charge): void {
  refund.status = 'failed';
  refund.failure_reason = 'unknown';
  moveRefunded(charge, -refund.amount);
  account.emit('refund.failed', refund);
}

/** What is refunded of a charge, in the currency's minor unit. */
function moveRefunded(charge: Charge, by: number): void {
  charge.amount_refunded += by;
  charge.refunded = charge.amount_refunded === charge.amount;
}

/** Cards whose refunds are published to take another way. */
function outcomeOf(account: Account, { payment_method: id }: Charge): 'pending' | 'fails' | null {
  const record = id === null ? undefined : account.paymentMethods.get(id);
  return record?.kind === 'card' ? (record.card.refund ?? null) : null;
}

function chargeOf(account: Account, { charge: id, payment_intent: intentId }: Asked): Charge {
  if ((id === undefined) === (intentId === undefined)) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.');
  }
  if (id !== undefined) {
    const charge = account.charges.get(id);
    if (!charge) throw missingResource('charge', id, 'charge', 400);
    return charge;
  }
  const intent = account.paymentIntents.get(intentId ?? '');
  if (!intent) throw missingResource('payment_intent', intentId ?? '', 'payment_intent', 400);
  const charge = typeof intent.latest_charge === 'string' ? account.charges.get(intent.latest_charge) : undefined;
  if (charge?.paid) return charge;
  throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  });
}

/** What a bank has taken back cannot be given back once more. */
function checkDisputes(account: Account, { id }: Charge): void {
  const disputes = [...account.disputes.values()].filter(({ charge }) => charge === id);
  if (disputes.every(({ is_charge_refundable: refundable }) => refundable)) return;
  throw invalidRequest(`Charge ${id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
}

function checkAmount(charge: Charge, amount: number): void {
  if (!charge.paid || charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} has not been paid and cannot be refunded.`, { param: 'charge' });
  }
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (amount < 1) {
    throw invalidRequest('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  }
  const left = charge.amount - charge.amount_refunded;
  if (amount <= left) return;
  const format = amountFormatter(charge.currency, null);
  throw invalidRequest(
    `Refund amount (${format(amount).amount}) is greater than unrefunded amount on charge (${format(left).amount})`,
    { param: 'amount' },
  );
}

function findRefund(account: Account, id: string): Refund {
  const refund = account.refunds.get(id);
  if (!refund) throw missingResource('refund', id);
  return refund;
}

export const refundEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/refunds', { params: asked, run: ({ account, params }) => createRefund(account, params) }),
  endpoint('GET /v1/refunds', {
    params: { ...pagination, created, charge: text.optional(), payment_intent: text.optional() },
    run: ({ account, params, path }) => {
      const { charge, payment_intent: intent } = params;
      const items = newestFirst(account.refunds)
        .filter(createdWithin(params.created))
        .filter((refund) => charge === undefined || refund.charge === charge)
        .filter((refund) => intent === undefined || refund.payment_intent === intent);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/refunds/:id', { run: ({ account, id }) => findRefund(account, id) }),
  endpoint('POST /v1/refunds/:id', {
    params: { metadata: emptyable(metadata).optional() },
    run: ({ account, params, id }) => {
      const refund = findRefund(account, id);
      refund.metadata = applyMetadata(refund.metadata, params.metadata);
      account.emit('refund.updated', refund);
      return refund;
    },
  }),
];
