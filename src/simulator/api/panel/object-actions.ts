/** What can be done to one object from its page: time moved for a clock's customers, a renewal made to fail, a card updated. */
import { html } from 'hono/html';
import type { Account } from '../state/account.js';
import { RENEWAL_DECLINES } from '../billing/dunning.js';
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
export function toObjectActions(account: Account, { slug }: Kind, id: string, back: string): Html | string {
  const action = (what: string): string => panelPath(account.name, 'actions', what);
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
      return html`${toActionForm(
        action('fail-next-renewal'),
        { customer: id, back },
        'Make the next renewal fail',
        html`<label
          >With
          <select name="decline">
            ${toOptions(Object.keys(RENEWAL_DECLINES).map((code) => [code, code]))}
          </select></label
        >`,
      )}
      ${toCardForm(account, action('update-card'), id, back)}`;
    default:
      return '';
  }
}

/** A bank gives one of the customer's cards another number; nothing where they have none. */
function toCardForm({ paymentMethods }: Account, action: string, customer: string, back: string): Html | string {
  const cards = [...paymentMethods.values()].flatMap(({ method: { id, card, customer: owner } }) =>
    card && owner === customer ? [[id, `${card.brand} ${card.last4 ?? ''}`] as const] : [],
  );
  if (cards.length === 0) return '';
  return toActionForm(
    action,
    { back },
    "Update this customer's card",
    html`<label
        >Card
        <select name="payment_method">
          ${toOptions(cards)}
        </select></label
      >
      <label>New test number <input name="number" inputmode="numeric" value="5555555555554444" required /></label>
      <label>Month <input name="exp_month" type="number" min="1" max="12" value="6" required /></label>
      <label>Year <input name="exp_year" type="number" min="2000" max="2100" value="2035" required /></label>`,
  );
}
