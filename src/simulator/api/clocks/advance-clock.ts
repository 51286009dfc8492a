/** Moves a test clock: whatever falls due on the way happens at its own moment, in order. */
import { nextInvoiceStep, type Step } from '../billing/invoice-steps.js';
import { nextSubscriptionStep } from '../billing/subscription-steps.js';
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { ownedBy } from '../state/owned.js';
import type { TestClock } from '../stripe-types.js';
import { customersOf } from './find-clock.js';
import { atTime } from './in-time-of.js';

/** Moves it, and tells so before and after. Only forward. */
export function moveClock(account: Account, clock: TestClock, target: number): void {
  if (target <= clock.frozen_time) {
    const message = "The test clock's `frozen_time` must be advanced to a time after its current one.";
    throw invalidRequest(message, { param: 'frozen_time' });
  }
  account.emit('test_helpers.test_clock.advancing', clock);
  advanceClock(account, clock, target);
  account.emit('test_helpers.test_clock.ready', clock);
}

function advanceClock(account: Account, clock: TestClock, target: number): void {
  for (let step = nextStep(account, clock); step && step.at <= target; step = nextStep(account, clock)) {
    clock.frozen_time = Math.max(clock.frozen_time, step.at);
    atTime(account, clock.frozen_time, step.run);
  }
  clock.frozen_time = target;
}

/** The earliest of all that is to come. Of two at one moment an invoice's comes first. */
function nextStep(account: Account, clock: TestClock): Step | null {
  const steps = customersOf(account, clock).flatMap((customer) => [
    ...ownedBy(account, customer.id, account.invoices).map((invoice) => nextInvoiceStep(account, invoice)),
    ...ownedBy(account, customer.id, account.subscriptions).map((one) => nextSubscriptionStep(account, one, customer)),
  ]);
  return steps.reduce<Step | null>((first, step) => (step && (!first || step.at < first.at) ? step : first), null);
}
