/** Says of each figure where it comes from and what it covers. */
import { toCount, toCounted, toPercent } from '../text/format.js';
import type { Authorization } from './authorization.js';
import type { Cohort } from './cohort.js';
import type { Coverage } from './coverage.js';
import type { Funnel } from './funnel.js';

/** Where a figure comes from. */
export interface FigureSource {
  /** Field of the report. */
  readonly figure: 'everyone' | 'differing' | 'timeToPay' | 'money' | 'authorization' | 'declines' | 'funnel';
  /** Objects and fields it is read from. */
  readonly source: string;
  /** What part of the data it rests on. */
  readonly coverage: string;
}

export interface SourceInput {
  readonly coverage: Coverage;
  readonly everyone: Cohort;
  readonly differing: Cohort | null;
  readonly authorization: Authorization;
  readonly funnel: Funnel | null;
}

export function toSources({ coverage, everyone, differing, authorization, funnel }: SourceInput): FigureSource[] {
  const { counted, young, crossed, future } = coverage;
  const timed = everyone.arms.reduce((sum, arm) => sum + arm.timed, 0);
  const conversions = everyone.arms.reduce((sum, arm) => sum + arm.conversions, 0);
  const rated = authorization.joined + authorization.unjoined;
  const found = counted + young + crossed + future;
  const sources: FigureSource[] = [
    {
      figure: 'everyone',
      source: 'Checkout Sessions: metadata or client_reference_id, created, status',
      coverage: `${toCount(counted)} of ${toCounted(found, 'unit')}`,
    },
    {
      figure: 'differing',
      source: 'Checkout Sessions: metadata billing_differs of the first session',
      coverage: `${toCount(differing?.units ?? 0)} of ${toCounted(counted, 'unit')}`,
    },
    {
      figure: 'timeToPay',
      source: "the invoice's created, else the latest charge's, less the first session's created",
      coverage: `${toCount(timed)} of ${toCounted(conversions, 'conversion')}`,
    },
    {
      figure: 'money',
      source: 'Checkout Sessions: amount_total of paid ones, before refunds',
      coverage: `${toCounted(counted, 'unit')}; ${toCount(coverage.otherCurrency)} paid in another currency left out`,
    },
    {
      figure: 'authorization',
      source: 'every PaymentIntent of the period with its latest charge',
      coverage: `${toCount(authorization.joined)} of ${toCount(rated)} joined to a variant, ${toPercent(authorization.unjoinedShare)} to nothing; ${toCount(authorization.elsewhere)} of other checkouts and renewals`,
    },
    {
      figure: 'declines',
      source: "the latest charge's outcome.reason",
      coverage: `${toCounted(authorization.account.failed, 'payment')} declined in the end`,
    },
  ];
  if (funnel === null) return sources;
  const unreadable = funnel.unreadable === 0 ? '' : `; ${toCounted(funnel.unreadable, 'line')} not readable`;
  return [
    ...sources,
    {
      figure: 'funnel',
      source: 'kept funnel events',
      coverage: `${toCounted(funnel.visits, 'page view')}${unreadable}`,
    },
  ];
}
