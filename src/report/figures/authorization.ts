/** The authorization rate as Stripe defines it, of the account and of each variant. */
import type { PaymentOutcome, PaymentRow } from '../read/payment-row.js';
import type { Period } from '../read/period.js';
import { estimateRate } from '../statistics/estimate-rate.js';
import type { Estimate, Figure } from '../statistics/figure.js';
import { toCount, toCounted } from '../text/format.js';
import type { Evidence } from '../units/evidence.js';
import { ownerOf } from './payment-owner.js';

/** Above this share of payments that belong to nobody, no variant's rate can be trusted. */
export const UNJOINED_LIMIT = 0.01;

/** A number of declines with the same code. */
export interface DeclineCount {
  /** Stripe's reason, such as `insufficient_funds`. */
  readonly code: string;
  /** PaymentIntents, each counted once. */
  readonly count: number;
}

/** PaymentIntents by how their last attempt ended. Retries of one PaymentIntent count once. */
export interface Acceptance {
  /** succeeded / (succeeded + failed), with Wilson's interval. */
  readonly rate: Figure<Estimate>;
  /** Authorized in the end. */
  readonly succeeded: number;
  /** Declined by the bank in the end. */
  readonly failed: number;
  /** Blocked by Stripe, the bank never asked: not in the rate. */
  readonly blocked: number;
  /** Ended in the bank's challenge: not in the rate. */
  readonly challenged: number;
  /** Never tried: not in the rate. */
  readonly unattempted: number;
  /** Still under way: not in the rate. */
  readonly pending: number;
  /** Why those in `failed` were declined, most frequent first. */
  readonly declines: readonly DeclineCount[];
}

/** The acceptance of one variant. */
export interface ArmAcceptance extends Acceptance {
  /** As the sessions' metadata names it. */
  readonly variant: string;
}

/** Authorization rates of a period. */
export interface Authorization {
  /** Every PaymentIntent that the account made in the period, whatever for. */
  readonly account: Acceptance;
  /** Per variant, the control first; null when withheld. */
  readonly arms: readonly ArmAcceptance[] | null;
  /** Why {@link arms} is withheld. */
  readonly withheld: string | null;
  /** PaymentIntents in the rate that belong to a variant. */
  readonly joined: number;
  /** Those that belong to something else: another experiment, a renewal, another checkout. */
  readonly elsewhere: number;
  /** Those that nothing links to a session: above all a guest's declined payment of a subscription. */
  readonly unjoined: number;
  /** unjoined / (joined + unjoined); null when there are neither. */
  readonly unjoinedShare: number | null;
}

type Counts = Record<PaymentOutcome, number> & { readonly codes: Map<string, number> };

export function toAuthorization(
  evidence: Evidence,
  { experiment, period, variants }: { experiment: string; period: Period; variants: readonly string[] },
): Authorization {
  const account = emptyCounts();
  const arms = new Map(variants.map((variant) => [variant, emptyCounts()]));
  const found = { joined: 0, elsewhere: 0, unjoined: 0 };
  for (const payment of evidence.payments) {
    if (payment.created < period.from || payment.created >= period.to) continue;
    add(account, payment);
    const owner = ownerOf(payment, evidence, experiment);
    const arm = owner.kind === 'variant' ? arms.get(owner.variant) : undefined;
    if (arm) add(arm, payment);
    if (payment.outcome !== 'succeeded' && payment.outcome !== 'failed') continue;
    if (arm) found.joined += 1;
    else if (owner.kind === 'nobody') found.unjoined += 1;
    else found.elsewhere += 1;
  }
  const ours = found.joined + found.unjoined;
  const unjoinedShare = ours === 0 ? null : found.unjoined / ours;
  const withheld = unjoinedShare !== null && unjoinedShare > UNJOINED_LIMIT;
  return {
    account: toAcceptance(account),
    arms: withheld ? null : [...arms].map(([variant, counts]) => ({ variant, ...toAcceptance(counts) })),
    withheld: withheld
      ? `${toCount(found.unjoined)} of ${toCounted(ours, 'payment')} could not be joined to a variant, which is more than 1%. Stripe links a guest's declined payment of a subscription to nothing, so the rates would leave out declines.`
      : null,
    ...found,
    unjoinedShare,
  };
}

const emptyCounts = (): Counts => ({
  succeeded: 0,
  failed: 0,
  blocked: 0,
  challenge: 0,
  unattempted: 0,
  pending: 0,
  codes: new Map(),
});

function add(counts: Counts, { outcome, code }: PaymentRow): void {
  counts[outcome] += 1;
  if (outcome === 'failed' && code !== null) counts.codes.set(code, (counts.codes.get(code) ?? 0) + 1);
}

function toAcceptance({ succeeded, failed, blocked, challenge, unattempted, pending, codes }: Counts): Acceptance {
  return {
    rate: estimateRate({ units: succeeded + failed, conversions: succeeded }),
    succeeded,
    failed,
    blocked,
    challenged: challenge,
    unattempted,
    pending,
    declines: [...codes]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
