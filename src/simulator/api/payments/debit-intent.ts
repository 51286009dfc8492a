/** Pays a PaymentIntent from a bank account: proven where needed, sent, and days later arrived or come back. */
import type { StripeErrorFields } from '../http/error-fields.js';
import type { Account } from '../state/account.js';
import type { Charge, PaymentIntent } from '../stripe-types.js';
import { cardErrorFields } from './card-error.js';
import { createCharge } from './create-charge.js';
import { disputeCharge } from './create-dispute.js';
import { createMandate } from './mandates.js';
import type { DebitRecord } from './method-record.js';
import { askForProof } from './proof.js';
import { failIntent, payIntent } from './settle-intent.js';

/** How long a debit is under way, in milliseconds of the simulator's timer. Real ones take days. */
export const debitMs = { soon: 5_000, late: 180_000 } as const;

/** `ended` is told when the intent has succeeded, or has failed after the customer left. */
export function debitIntent(account: Account, intent: PaymentIntent, method: DebitRecord, ended: () => void): void {
  intent.last_payment_error = null;
  if (method.verified) {
    send(account, intent, method, ended);
    return;
  }
  const fail = (error: StripeErrorFields): void => {
    failIntent(account, intent, method, error);
    ended();
  };
  askForProof(account, intent, method, { proven: () => send(account, intent, method, ended), failed: fail });
}

function send(account: Account, intent: PaymentIntent, method: DebitRecord, ended: () => void): void {
  const { blocked } = method.debit;
  if (blocked) payIntent(account, intent, method, { decline: blocked, authenticated: false });
  const mandate = createMandate(account, intent, method).id;
  const charge = createCharge(account, { intent, record: method, decline: undefined, authenticated: false, mandate });
  intent.payment_method = method.method.id;
  intent.latest_charge = charge.id;
  intent.next_action = null;
  intent.status = 'processing';
  account.emit('charge.pending', charge);
  account.emit('payment_intent.processing', intent);
  const { settles } = method.debit;
  if (settles === 'never') return;
  account.later(debitMs[settles], () => {
    // Taken back with a refused request, or answered since.
    if (account.paymentIntents.get(intent.id) !== intent || intent.status !== 'processing') return;
    arrive(account, intent, method, charge);
    ended();
  });
}

function arrive(account: Account, intent: PaymentIntent, method: DebitRecord, charge: Charge): void {
  const { failure } = method.debit;
  if (!failure) {
    Object.assign(charge, {
      status: 'succeeded',
      paid: true,
      receipt_url: `${account.origin}/receipts/${charge.id}`,
    });
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    account.emit('charge.succeeded', charge);
    disputeCharge(account, charge, method);
    account.emit('payment_intent.succeeded', intent);
    return;
  }
  Object.assign(charge, {
    status: 'failed',
    captured: false,
    amount_captured: 0,
    failure_code: failure.code,
    failure_message: failure.message,
  });
  failIntent(account, intent, method, cardErrorFields(failure, { charge: charge.id }));
  account.emit('charge.failed', charge);
}
