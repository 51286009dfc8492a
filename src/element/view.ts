/** What the sections are drawn from: one snapshot per rendering. */
import type { Facts } from '../core/facts.js';
import type { SessionInfo } from '../core/session.js';
import type { CheckoutState, Flow, InvalidField, Step } from '../core/state.js';
import type { Trace } from '../core/trace.js';
import type { Spoken } from './words.js';

/** One snapshot of a checkout, and what a customer can do with it. */
export interface View extends Spoken {
  readonly state: CheckoutState;
  /** The session in sight; also while its payment is asked about. */
  readonly session: SessionInfo | null;
  readonly facts: Facts;
  readonly flow: Flow;
  readonly step: Step;
  readonly busy: boolean;
  /** Pay is held back by the host. */
  readonly disabled: boolean;
  /** Fields still missing something since the last attempt. */
  readonly invalid: readonly InvalidField[];
  /** What a field of ours says of itself, by its key. */
  readonly mark: (key: string) => Mark;
  /** Whether nothing is paid: a method is kept. */
  readonly keeps: boolean;
  /** Whether the billing address has a field of its own, as far as is known. */
  readonly askAddress: boolean;
  /** Whether page one has anything to ask, as far as is known. */
  readonly asksDetails: boolean;
  /** Whether the save toggle may come, before the server has said so. */
  readonly mayAskToSave: boolean;
  /** Whether the tag asks for the buttons of wallets. */
  readonly express: boolean;
  /** The field for promotion codes: `expected` keeps its place until the server has said whether there is one. */
  readonly promotion: 'off' | 'expected' | 'shown';
  /** The quantity may be chosen: its field keeps its place until it is there. */
  readonly quantityExpected: boolean;
  /** The button to pay by invoice is expected: it keeps its place until the server has said whether there is one. */
  readonly invoiceExpected: boolean;
  /** Two letters of the country that is known of the customer, or null. */
  readonly country: string | null;
  /** The host's own words. */
  readonly ownWords: unknown;
  /** What has happened so far. */
  readonly trace: () => Trace;
  /** With test keys developers are told more. */
  readonly test: boolean;
  /** Draws again, once words have come. */
  readonly redraw: () => void;
  /** Tells developers, once. */
  readonly warn: (hint: string) => void;
  /** How many extra fields keep their place until the server has said which there are, and whether a line that opens others does. */
  readonly expected: { readonly fields: number; readonly folded: boolean };
  readonly money: (amount: number) => string;
  readonly act: Actions;
}

/** What a field says of itself: after an attempt, or once the customer has typed in it and left it. */
export interface Mark {
  /** What is wrong, in the customer's words; null where nothing is to be said. */
  readonly wrong: string | null;
  /** What was typed is right. */
  readonly good: boolean;
}

/** What a customer can do. */
export interface Actions {
  readonly typeEmail: (event: Event) => void;
  readonly leaveEmail: () => void;
  readonly takeSuggestion: () => void;
  readonly toggleSave: (event: Event) => void;
  readonly typeCode: (event: Event) => void;
  readonly applyCode: (event: Event) => void;
  readonly removeCode: () => void;
  readonly payByInvoice: (step: 'ask' | 'send' | 'cancel') => void;
  readonly payHosted: () => void;
  readonly onExtra: (event: Event) => void;
  readonly typeExtra: (key: string, value: string) => void;
  readonly leaveExtra: (event: Event) => void;
  readonly focusField: (invalid: InvalidField) => void;
  readonly back: () => void;
  readonly restart: () => void;
  readonly recheck: () => void;
}

/** A page of the form, and its parts in order. */
export interface Page {
  readonly step: Step;
  readonly sections: readonly ((view: View) => unknown)[];
}

/** Whether a page is to be seen: with one page, both are. */
export const isShown = ({ flow, step }: Pick<View, 'flow' | 'step'>, page: Step): boolean =>
  flow === 'one-page' || step === page;

/** Whether Pay is held: by the host, by a change under way, or because it was pressed. */
export const isHeld = (view: View): boolean =>
  view.busy || view.disabled || isLoading(view) || (view.state.name === 'ready' && view.state.waiting !== null);

/** Whether an invoice is asked for, or about to be, in place of a payment. */
export const isByInvoice = ({ state }: View): boolean =>
  ('invoice' in state ? state.invoice : 'open' in state && state.open?.invoice) === true;

/** Whether the form is waiting for its session. */
export const isLoading = ({ state }: View): boolean => state.name === 'idle' || state.name === 'loading';

/** Whether the form is shown at all; its fields stay where they are while a payment is asked about. */
export function hasForm({ name, ...state }: CheckoutState): boolean {
  if (name === 'loading') return !('hosted' in state);
  if (name === 'checking') return 'open' in state && state.open !== null;
  return name === 'idle' || name === 'ready' || name === 'validating' || name === 'confirming';
}

/** The session that may be paid now. */
export const openSession = (state: CheckoutState): SessionInfo | null => ('session' in state ? state.session : null);

/** The page of the form that is shown; also while its payment is asked about. */
export function shownStep(state: CheckoutState): Step {
  if ('step' in state) return state.step;
  return 'open' in state && state.open ? state.open.step : 'details';
}
