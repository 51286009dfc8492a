/** What the sections are drawn from: one snapshot per rendering. */
import type { Facts } from '../core/facts.js';
import type { Messages } from '../core/messages.js';
import type { CheckoutState, FieldName, InvalidField, Step } from '../core/state.js';

/** One snapshot of a checkout, and what a customer can do with it. */
export interface View {
  readonly state: CheckoutState;
  readonly facts: Facts;
  readonly messages: Messages;
  readonly locale: string;
  readonly flow: 'one-page' | 'two-page';
  readonly step: Step;
  readonly busy: boolean;
  /** Pay is held back by the host. */
  readonly disabled: boolean;
  /** Fields still missing something since the last attempt. */
  readonly invalid: readonly InvalidField[];
  /** Whether the billing address has a field of its own, as far as is known. */
  readonly askAddress: boolean;
  /** Whether the save toggle may come, before the server has said so. */
  readonly mayAskToSave: boolean;
  readonly money: (amount: number) => string;
  readonly act: Actions;
}

/** What a customer can do. */
export interface Actions {
  readonly typeEmail: (event: Event) => void;
  readonly leaveEmail: () => void;
  readonly toggleSave: (event: Event) => void;
  readonly focusField: (field: FieldName) => void;
  readonly restart: () => void;
  readonly recheck: () => void;
}

/** One part of the form, and the page it belongs to. */
export interface Section {
  readonly step: Step;
  readonly draw: (view: View) => unknown;
}

/** Whether the form is waiting for its session. */
export const isLoading = ({ state }: View): boolean => state.name === 'idle' || state.name === 'loading';

/** Whether the form is shown at all; its fields stay where they are while a payment is asked about. */
export function hasForm({ name, ...state }: CheckoutState): boolean {
  if (name === 'checking') return 'open' in state && state.open !== null;
  return name === 'idle' || name === 'loading' || name === 'ready' || name === 'validating' || name === 'confirming';
}
