/** What the control panel does to an account, by the name at the end of a form's path. */
import { z } from 'zod';
import { declineNext } from '../billing/decline-next.js';
import { isRenewalDecline } from '../billing/dunning.js';
import { moveClock } from '../clocks/advance-clock.js';
import { updateCard } from '../payments/update-card.js';
import type { AccountState, World } from '../state/world.js';

/** Runs an action with a form's fields; answers with what it came to. Throws `ZodError` and {@link ActionError}. */
export type Action = (world: World, state: AccountState, fields: Readonly<Record<string, string>>) => string;

/** An action that cannot be done; the message says why. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

const whole = z.coerce.number().int();

const fault = z.object({
  path: z.string().min(1),
  kind: z.enum(['status', 'reset', 'hang', 'delay']),
  status: whole.min(400).max(599),
  times: whole.min(1),
  after: z.stringbool(),
});

const advance = z.object({ clock: z.string(), days: z.coerce.number().positive().max(3660) });

const newCard = z.object({
  number: z.string().transform((typed) => typed.replaceAll(' ', '')),
  exp_month: whole.min(1).max(12),
  exp_year: whole.min(2000).max(2100),
});

const DAY = 86_400;

const release = z.object({ order: z.enum(['made', 'reversed']), copies: whole.min(1).max(10) });

/** The actions. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  hold: ({ deliveries }, { account }) => {
    deliveries.hold(account.name);
    return 'Webhooks are held back from now on.';
  },
  release: ({ deliveries }, { account }, fields) => {
    deliveries.release(account.name, release.parse(fields));
    return 'Webhooks were let go.';
  },
  resend: ({ deliveries }, { account }, { event: id = '' }) => {
    const event = account.events.get(id);
    if (!event) throw new ActionError('There is no such event.');
    const sent = deliveries.resend(account, event);
    return sent === 0 ? 'No endpoint wants this event.' : `${event.type} is sent again.`;
  },
  'hold-debits': ({ later }, { account }) => {
    later.hold(account.name);
    return 'Debits stay under way from now on.';
  },
  'release-debits': ({ later }, { account }) => {
    later.release(account.name);
    return 'Debits have arrived, or come back.';
  },
  advance: (_world, { account }, fields) => {
    const { clock: id, days } = advance.parse(fields);
    const clock = account.testClocks.get(id);
    if (!clock) throw new ActionError('There is no such test clock.');
    moveClock(account, clock, clock.frozen_time + Math.round(days * DAY));
    return `It is ${new Date(clock.frozen_time * 1000).toISOString()} for the customers of this clock.`;
  },
  'fail-next-renewal': (_world, { account }, { customer = '', decline = '' }) => {
    if (!isRenewalDecline(decline)) throw new ActionError('There is no such refusal.');
    if (!declineNext(account, customer, decline)) throw new ActionError('There is no such customer.');
    return `Billing's next charge of this customer fails with ${decline}.`;
  },
  'update-card': (_world, { account }, { payment_method: id = '', ...fields }) => {
    const method = updateCard(account, id, newCard.parse(fields));
    if (!method?.card) throw new ActionError('There is no such saved card, or no such test card.');
    return `The card ends in ${method.card.last4} now.`;
  },
  fault: ({ faults }, { account }, fields) => {
    const { path } = faults.add({ account: account.name, ...fault.parse(fields) });
    return `Something will go wrong at ${path}.`;
  },
  'clear-faults': ({ faults }, { account }) => {
    faults.clear(account.name);
    return 'Nothing is to go wrong any more.';
  },
};
