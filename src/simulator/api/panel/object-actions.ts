/** What can be done to one object from its page: time moved for a clock's customers, a renewal made to fail. */
import { html } from 'hono/html';
import type { Account } from '../state/account.js';
import { RENEWAL_DECLINES } from './actions.js';
import type { Kind } from './kinds.js';
import { panelPath, toActionForm, toOptions, type Html } from './layout.js';

/** Steps worth taking: past a draft's hour, a day, a trial's reminder, a month and what falls due in it. */
const STEPS = [
  ['0.0834', 'two hours'],
  ['1', 'a day'],
  ['7', 'a week'],
  ['31', 'a month'],
  ['366', 'a year'],
] as const;

/** Forms for this kind of object; nothing where there is nothing to be done. */
export function toObjectActions({ name }: Account, { slug }: Kind, id: string, back: string): Html | string {
  const action = (what: string): string => panelPath(name, 'actions', what);
  switch (slug) {
    case 'test_helpers_test_clocks':
      return toActionForm(
        action('advance'),
        { clock: id, back },
        'Move',
        html`<label
          >On by
          <select name="days">
            ${toOptions(STEPS)}
          </select></label
        >`,
      );
    case 'customers':
      return toActionForm(
        action('fail-next-renewal'),
        { customer: id, back },
        'Make the next renewal fail',
        html`<label
          >With
          <select name="decline">
            ${toOptions(Object.keys(RENEWAL_DECLINES).map((code) => [code, code]))}
          </select></label
        >`,
      );
    default:
      return '';
  }
}
