/** Takes the snapshot that the sections are drawn from. */
import { isFilled } from '../core/facts.js';
import { showsDetails } from '../contract/shows-details.js';
import type { Messages } from '../core/messages.js';
import { formatMoney } from '../core/money.js';
import { stepOf, type Flow, type Step } from '../core/state.js';
import type { Checkout } from '../headless/checkout.js';
import { readLocale } from './locale.js';
import { en } from './locales/en.js';
import { isShown, type Actions, type View } from './view.js';

/** What of the tag decides how it looks. */
interface Tag extends Element {
  readonly renderRoot: ParentNode;
  readonly locale: string | null;
  readonly messages: Partial<Messages> | null;
  readonly disabled: boolean;
  readonly step: Step;
  readonly shownFlow: Flow;
  readonly savePayment: string | null;
  readonly billingAddress: string | null;
}

/** The checkout as it is now, in the customer's words. */
export function toView(tag: Tag, checkout: Checkout): View {
  const { state, facts, busy } = checkout;
  const locale = readLocale(tag);
  const currency = state.name === 'complete' ? state.completion.currency : facts.summary?.currency;
  const invalid = state.name === 'ready' ? (state.invalid ?? []) : [];
  const features = 'session' in state ? state.session.features : null;
  return {
    state,
    facts,
    flow: tag.shownFlow,
    step: tag.step,
    busy,
    messages: tag.messages ? { ...en, ...tag.messages } : en,
    locale,
    disabled: tag.disabled,
    invalid: invalid.filter(
      ({ field }) => !isFilled(facts, field) && isShown({ flow: tag.shownFlow, step: tag.step }, stepOf(field)),
    ),
    askAddress: (features?.billingAddress ?? tag.billingAddress) !== 'auto',
    asksDetails: !features || showsDetails(features, []),
    mayAskToSave: (tag.savePayment ?? 'ask') === 'ask',
    money: (amount) => (currency ? formatMoney(amount, currency, locale) : ''),
    act: toActions(tag, checkout),
  };
}

const toActions = ({ renderRoot }: Tag, checkout: Checkout): Actions => ({
  typeEmail: (event) => {
    checkout.typeEmail((event.target as HTMLInputElement).value);
  },
  leaveEmail: () => {
    checkout.leaveEmail();
  },
  toggleSave: (event) => {
    checkout.toggleSave((event.target as HTMLInputElement).checked);
  },
  focusField: (field) => {
    if (field === 'email') renderRoot.querySelector<HTMLElement>('#email')?.focus();
    else checkout.focusFrame(field);
  },
  back: () => {
    checkout.goTo('details');
  },
  restart: () => {
    checkout.restart();
  },
  recheck: () => {
    checkout.recheck();
  },
});
