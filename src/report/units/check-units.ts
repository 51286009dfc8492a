/** Refuses a report over no data, and says what is there instead. */
import { SECONDS_PER_DAY, toIso, type Period } from '../read/period.js';
import { ReportError } from '../report-error.js';
import { toCounted } from '../text/format.js';
import type { Evidence } from './evidence.js';
import type { Exposures } from './exposures.js';

/** Most names to list in a line. */
const MOST_NAMES = 10;

/** Throws a {@link ReportError} when no unit counts. */
export function checkUnits(
  experiment: string,
  evidence: Evidence,
  { counted, leftOut }: Exposures,
  period: Period,
): void {
  if (counted.length > 0) return;
  const when = `between ${toIso(period.from)} and ${toIso(period.to)}`;
  if (evidence.read === 0) {
    throw new ReportError(
      'data',
      `There is no Checkout Session ${when}. Check the key's account and mode, or write --from.`,
    );
  }
  if (evidence.sessions.size === 0) {
    throw new ReportError('data', `experiment: no session ${when} belongs to ${experiment}. ${namesSeen(evidence)}`);
  }
  const { young, crossed, future } = leftOut;
  const days = toCounted(period.window / SECONDS_PER_DAY, 'day');
  const reasons = [
    young > 0 && `${toCounted(young, 'unit')} exposed less than ${days} ago`,
    crossed > 0 && `${toCounted(crossed, 'unit')} seen in two variants`,
    future > 0 && `${toCounted(future, 'unit')} exposed in the future (a clock is wrong)`,
  ].filter((reason) => reason !== false);
  const why = reasons.length > 0 ? reasons.join(', ') : `every unit was exposed after ${toIso(period.to)}`;
  throw new ReportError(
    'data',
    `experiment: no unit of ${experiment} counts: ${why}. Wait, or choose another --window, --from or --to.`,
  );
}

function namesSeen({ others, read }: Evidence): string {
  if (others.size === 0) return `None of the ${toCounted(read, 'session')} belongs to any experiment.`;
  const names = [...others]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} (${toCounted(count, 'session')})`);
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : '';
  return `Seen: ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
}
