/** By when a debit has usually arrived, or come back. */

const DAY = 24 * 60 * 60;

/** Business days by method, as Stripe's documentation has them. */
const BUSINESS_DAYS: Readonly<Record<string, number>> = { us_bank_account: 4, sepa_debit: 5 };

/** Seconds since the Unix epoch, from those when it was sent; null for a method without a usual time. */
export function toArrival(method: string | null, sent: number): number | null {
  let left = BUSINESS_DAYS[method ?? ''];
  if (left === undefined) return null;
  let day = sent;
  while (left > 0) {
    day += DAY;
    if (![0, 6].includes(new Date(day * 1000).getUTCDay())) left -= 1;
  }
  return day;
}
