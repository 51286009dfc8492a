/** The session as pages get it. It knows whether its total was read, as Stripe.js refuses to charge an unseen one. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';
import type { PaymentPage } from '../../wire/payment-page.js';

type Read = 'amount' | 'minorUnitsAmount' | 'currency' | 'minorUnitsAmountDivisor';

/** Remembers which parts of the total any snapshot of one checkout has given away. */
export class TotalReads {
  readonly #reads = new Set<Read>();

  note(read: Read): void {
    this.#reads.add(read);
  }

  /** True after `total.total.amount`, or the three values that make it. */
  get complete(): boolean {
    const minor = ['minorUnitsAmount', 'currency', 'minorUnitsAmountDivisor'] as const;
    return this.#reads.has('amount') || minor.every((read) => this.#reads.has(read));
  }
}

export function toSessionSnapshot(page: PaymentPage, canConfirm: boolean, reads: TotalReads): StripeCheckoutSession {
  const session = structuredClone(page.session);
  const due = session.total.total;
  return {
    ...session,
    canConfirm,
    get currency() {
      reads.note('currency');
      return session.currency;
    },
    get minorUnitsAmountDivisor() {
      reads.note('minorUnitsAmountDivisor');
      return session.minorUnitsAmountDivisor;
    },
    total: {
      ...session.total,
      total: {
        get amount() {
          reads.note('amount');
          return due.amount;
        },
        get minorUnitsAmount() {
          reads.note('minorUnitsAmount');
          return due.minorUnitsAmount;
        },
      },
    },
  };
}
