/** The end of a dispute: what the bank has decided, and the money that comes back when it is won. */
import type { Account } from '../state/account.js';
import { idOf } from '../state/id-of.js';
import { makeId } from '../state/make-id.js';
import type { BalanceTransaction, Dispute } from '../stripe-types.js';

/** `warning_closed` is an inquiry that goes no further. */
export type Verdict = 'won' | 'lost' | 'warning_closed';

export function closeDispute(account: Account, dispute: Dispute, verdict: Verdict): void {
  dispute.status = verdict;
  if (verdict === 'won') {
    dispute.is_charge_refundable = true;
    dispute.balance_transactions.push(moveFunds(account, dispute, idOf(dispute.charge), 'reversal'));
    account.emit('charge.dispute.funds_reinstated', dispute);
  }
  account.emit('charge.dispute.closed', dispute);
}

/** The whole amount, taken from the merchant or given back, without a fee. */
export function moveFunds(
  account: Account,
  { id, amount, currency }: Dispute,
  charge: string,
  what: 'withdrawal' | 'reversal',
): BalanceTransaction {
  const moved = what === 'withdrawal' ? -amount : amount;
  return {
    id: makeId('txn'),
    object: 'balance_transaction',
    amount: moved,
    available_on: account.now(),
    balance_type: 'payments',
    created: account.now(),
    currency,
    description: `Chargeback ${what} for ${charge}`,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: moved,
    reporting_category: what === 'withdrawal' ? 'dispute' : 'dispute_reversal',
    source: id,
    status: 'available',
    type: 'adjustment',
  };
}
