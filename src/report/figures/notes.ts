/** What a reader must know before believing a figure, one line each. */
import type { Cohort } from './cohort.js';
import type { Coverage } from './coverage.js';
import type { CurrencyMoney } from './money.js';
import { toCounted, toPercent } from '../text/format.js';

export interface NotesInput {
  readonly coverage: Coverage;
  readonly windowDays: number;
  readonly differing: Cohort | null;
  readonly money: readonly CurrencyMoney[];
}

export function toNotes({ coverage, windowDays, differing, money }: NotesInput): string[] {
  const { young, crossed, crossedShare, future, backwards, timeless, unpaid, otherCurrency, bareSessions } = coverage;
  const days = toCounted(windowDays, 'day');
  const lines: (string | false)[] = [
    young > 0 && `${toCounted(young, 'unit')} left out: exposed less than ${days} ago.`,
    crossed > 0 && `${toCounted(crossed, 'unit')} left out: seen in two variants (${toPercent(crossedShare)}).`,
    future > 0 && `${toCounted(future, 'unit')} left out: exposed after this report was begun. A clock is wrong.`,
    backwards > 0 &&
      `${toCounted(backwards, 'session')} completed before they were opened. A clock is wrong; they count as conversions, their time does not.`,
    timeless > 0 && `${toCounted(timeless, 'conversion')} without a payment or an invoice to tell their time.`,
    unpaid > 0 && `${toCounted(unpaid, 'completed session')} not paid yet: conversions, but no money.`,
    money.length > 1 &&
      `Money is in ${money.map(({ currency }) => currency.toUpperCase()).join(' and ')}: never added up, compared for each alone.`,
    otherCurrency > 0 &&
      `${toCounted(otherCurrency, 'payment')} in another currency than the one shown first: left out.`,
    bareSessions > 0 &&
      `${toCounted(bareSessions, 'session')} without our metadata: nobody knows whether their arms differ.`,
    differing === null && 'No session says whether the arms differ for its customer, so only everyone is compared.',
  ];
  return lines.filter((line) => line !== false);
}
