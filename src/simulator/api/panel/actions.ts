/** What the control panel does to an account, by the name at the end of a form's path. */
import { z } from 'zod';
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
  fault: ({ faults }, { account }, fields) => {
    const { path } = faults.add({ account: account.name, ...fault.parse(fields) });
    return `Something will go wrong at ${path}.`;
  },
  'clear-faults': ({ faults }, { account }) => {
    faults.clear(account.name);
    return 'Nothing is to go wrong any more.';
  },
};
