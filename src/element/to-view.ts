/** Takes the snapshot that the sections are drawn from. */
import { isFilled } from '../core/facts.js';
import { showsDetails } from '../contract/shows-details.js';
import { formatMoney } from '../core/money.js';
import type { SessionInfo } from '../core/session.js';
import { stepOf, type CheckoutState, type Flow, type Step } from '../core/state.js';
import type { Checkout } from '../headless/checkout.js';
import { isPageStale } from './load-file.js';
import { toKey, toMark, toProblem } from './to-mark.js';
import { warnOnce } from './warn.js';
import { isShown, type Actions, type View } from './view.js';
import type { Words } from './words.js';

/** What of the tag decides how it looks. */
interface Tag extends Element {
  readonly renderRoot: ParentNode;
  readonly disabled: boolean;
  readonly publishableKey: string | null;
  readonly step: Step;
  readonly shownFlow: Flow;
  readonly savePayment: string | null;
  readonly billingAddress: string | null;
  readonly invoice: string | null;
  readonly subscription: string | null;
  readonly setup: boolean;
  readonly promotionCodes: string | null;
  readonly express: boolean;
  readonly adjustableQuantity: boolean;
  readonly company: string | null;
  readonly taxId: string | null;
  readonly purchaseOrder: string | null;
  readonly payByInvoice: string | null;
  readonly fields: readonly unknown[] | null;
}

/** The checkout as it is now, in the customer's words. */
export function toView(tag: Tag, checkout: Checkout, words: Words): View {
  const { state, facts, busy } = checkout;
  const speech = words.speech();
  const { locale } = speech;
  const currency = state.name === 'complete' ? state.completion.currency : facts.summary?.currency;
  const shown = { flow: tag.shownFlow, step: tag.step };
  const stopped = (state.name === 'ready' ? (state.invalid ?? []) : []).filter(({ field }) =>
    isShown(shown, stepOf(field)),
  );
  const session = toSession(state);
  const features = session?.features ?? null;
  return {
    state,
    session,
    facts,
    ...shown,
    busy,
    ...speech,
    disabled: tag.disabled,
    trace: () => checkout.trace,
    test: tag.publishableKey?.startsWith('pk_test_') === true,
    invalid: stopped.flatMap((each) => {
      if (each.field === 'address' || each.field === 'payment') return isFilled(facts, each.field) ? [] : [each];
      const message = toProblem(checkout, speech.messages, toKey(each));
      return message === null ? [] : [{ ...each, message }];
    }),
    // Before a session is known again, as after a way back, the tag says it.
    keeps: (session ? session.mode === 'setup' : tag.setup) && !facts.summary?.total,
    mark: toMark(checkout, speech.messages, stopped),
    // Whoever pays an invoice, or for a subscription they have, has told their address before.
    askAddress:
      (features?.billingAddress ??
        tag.billingAddress ??
        (tag.invoice || tag.subscription || tag.setup ? 'auto' : null)) !== 'auto',
    asksDetails: !features || showsDetails(features, []),
    express: tag.express,
    mayAskToSave: (tag.savePayment ?? 'ask') === 'ask',
    promotion: toPromotion(tag.promotionCodes, features),
    quantityExpected: tag.adjustableQuantity,
    invoiceExpected: tag.payByInvoice === 'on',
    country: checkout.country,
    warn: warnOnce,
    expected: toExpected(tag),
    money: (amount) => (currency ? formatMoney(amount, currency, locale) : ''),
    act: toActions(tag, checkout),
  };
}

function toSession(state: CheckoutState): SessionInfo | null {
  if ('session' in state) return state.session;
  return 'open' in state ? (state.open?.session ?? null) : null;
}

/** A tax id comes with its country. What nobody has to answer is one line to be opened. */
function toExpected({ company, taxId, purchaseOrder, payByInvoice, fields }: Tag): View['expected'] {
  const asked = [company, taxId, taxId, purchaseOrder].filter((each) => each && each !== 'off');
  const folded = asked.length > 0 && payByInvoice !== 'on' && !asked.includes('required');
  return { fields: (folded ? 0 : asked.length) + (fields?.length ?? 0), folded };
}

function toPromotion(asked: string | null, features: SessionInfo['features'] | null): View['promotion'] {
  if (asked === 'off') return 'off';
  if (features) return features.promotionCodes ? 'shown' : 'off';
  return asked == null ? 'off' : 'expected';
}

const toActions = (tag: Tag, checkout: Checkout): Actions => ({
  typeEmail: (event) => {
    checkout.typeEmail((event.target as HTMLInputElement).value);
  },
  leaveEmail: () => {
    checkout.leaveEmail();
  },
  takeSuggestion: () => {
    checkout.takeSuggestion();
    // Its button is gone.
    tag.renderRoot.querySelector<HTMLElement>('#email')?.focus();
  },
  toggleSave: (event) => {
    checkout.toggleSave((event.target as HTMLInputElement).checked);
  },
  typeCode: (event) => {
    checkout.typePromotionCode((event.target as HTMLInputElement).value);
  },
  applyCode: (event) => {
    event.preventDefault();
    checkout.applyPromotionCode();
  },
  removeCode: () => {
    checkout.removePromotionCode();
  },
  payByInvoice: (step) => {
    if (!tag.disabled || step === 'cancel') checkout.payByInvoice(step);
  },
  payHosted: () => {
    if (!tag.disabled) checkout.payHosted();
  },
  onExtra: ({ target }) => {
    const { id, value } = target as HTMLInputElement;
    checkout.typeExtra(id, value);
  },
  typeExtra: (key, value) => {
    checkout.typeExtra(key, value);
  },
  leaveExtra: ({ target }) => {
    checkout.leaveExtra((target as HTMLInputElement).id);
  },
  focusField: (each) => {
    const { field } = each;
    if (field === 'address' || field === 'payment') checkout.focusFrame(field);
    else tag.renderRoot.querySelector<HTMLElement>(`#${toKey(each)}`)?.focus();
  },
  back: () => {
    checkout.goTo('details');
  },
  restart: () => {
    if (isPageStale()) location.reload();
    else checkout.restart();
  },
  recheck: () => {
    checkout.recheck();
  },
});
