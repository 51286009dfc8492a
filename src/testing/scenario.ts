/** What server and Stripe answer so that a real checkout comes into a state. What they never answer is still on its way. */
import type { CheckoutSession } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import type { CheckoutError } from '../core/errors.js';
import type { Backend, ConfirmAnswer, Result } from '../core/ports.js';
import { stepOf, type InvalidField } from '../core/state.js';
import { toShownSession, toShownSummary, toShownTruth } from './shown-content.js';
import type { GatewayAnswers } from './shown-gateway.js';
import type { ShownForm, ShownState } from './shown-state.js';

/** The answers of one shown state. */
export interface Scenario {
  readonly form: ShownForm;
  /** This browser has had the purchase before: its outcome is asked, no form is opened. */
  readonly finished: boolean;
  /** In two pages, the second is the first to be shown. */
  readonly onPayment: boolean;
  readonly backend: Backend;
  readonly gateway: Omit<GatewayAnswers, 'mayFocus'>;
}

/** What is never answered. */
const never = <T>(): Promise<T> => new Promise(() => {});

const answer = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });

const fail = <T>(error: CheckoutError): Promise<Result<T>> => Promise.resolve({ ok: false, error });

/** Makes the answers that lead to a state. */
export function toScenario(state: ShownState): Scenario {
  const form: ShownForm = isForm(state) ? state : {};
  let paid = false;
  const open = (): Promise<Result<Truth>> => answer(toShownTruth('open', { amount: toShownSummary(form).total }));
  return {
    form,
    finished: isFinished(state),
    onPayment: isOnPayment(state),
    backend: {
      open: () => openAnswer(state, form),
      read: () => (paid && state.name === 'checking' ? never() : (readAnswer(state) ?? open())),
      payByInvoice: () => never(),
      change: () => (state.name === 'ready' && state.waiting === 'items' ? never() : open()),
    },
    gateway: {
      summary: toShownSummary(form),
      invalid: theirs(state),
      method: form.method ?? null,
      saved: form.saved ?? false,
      contact: form.address ? { name: 'Ada Lovelace', address: form.address } : null,
      wallet: form.wallet ?? true,
      confirm() {
        paid = true;
        return confirmAnswer(state);
      },
      promotion: () =>
        state.name === 'ready' && state.waiting === 'promotion'
          ? never()
          : Promise.resolve((state.name === 'ready' ? state.promotion : null) ?? null),
      checkAddress: () =>
        state.name === 'ready' && state.waiting === 'details'
          ? never()
          : Promise.resolve(!theirs(state).some(({ field }) => field === 'address')),
    },
  };
}

const isForm = (state: ShownState): state is Extract<ShownState, ShownForm> =>
  ['ready', 'validating', 'confirming', 'checking'].includes(state.name);

/** What is wrong in Stripe's fields; ours are wrong by themselves. */
const theirs = (state: ShownState): readonly InvalidField[] =>
  state.name === 'ready' ? (state.invalid ?? []).filter(({ field }) => field === 'address' || field === 'payment') : [];

/** States that are entered by asking what came of an earlier visit. */
function isFinished(state: ShownState): boolean {
  switch (state.name) {
    case 'action':
    case 'processing':
    case 'complete':
    case 'unresolved':
      return true;
    case 'checking':
      return state.form !== true;
    case 'failed':
      return state.error.code.startsWith('payment');
    case 'idle':
    case 'loading':
    case 'ready':
    case 'validating':
    case 'confirming':
    case 'expired':
      return false;
  }
}

/** Whoever pays is on page two; what is missing on page one is said there. */
function isOnPayment(state: ShownState): boolean {
  if (state.name !== 'ready') return true;
  if (state.invalid) return !state.invalid.some(({ field }) => stepOf(field) === 'details');
  return (state.step ?? (state.error ? 'payment' : 'details')) === 'payment';
}

function openAnswer(state: ShownState, form: ShownForm): Promise<Result<CheckoutSession>> {
  if (state.name === 'loading' || state.name === 'idle') return never();
  if (state.name === 'failed') return fail(state.error);
  return answer(toShownSession(form, state.name === 'expired' ? 'expired' : 'open'));
}

/** Null while the session is simply open. */
function readAnswer(state: ShownState): Promise<Result<Truth>> | null {
  switch (state.name) {
    case 'validating':
    case 'unresolved':
      return never();
    case 'checking':
      return state.form ? null : never();
    case 'ready':
      return state.error && state.error.code !== 'payment.declined' ? fail(state.error) : null;
    case 'action':
      return answer(toShownTruth('requires_action', state.truth));
    case 'processing':
      return answer(toShownTruth('processing', state.truth));
    case 'complete':
      return answer(toShownTruth('complete', state.truth));
    case 'failed': {
      const decline = { code: null, declineCode: state.error.declineCode ?? null };
      const mode =
        state.error.code === 'payment.not_kept' ? ({ mode: 'setup', amount: null, currency: null } as const) : {};
      return answer({ ...toShownTruth('failed', mode), decline });
    }
    case 'idle':
    case 'loading':
    case 'confirming':
    case 'expired':
      return null;
  }
}

function confirmAnswer(state: ShownState): Promise<ConfirmAnswer> {
  if (state.name === 'checking') return Promise.resolve({ type: 'unclear' });
  if (state.name !== 'ready' || !state.error) return never();
  const { declineCode = null, message = 'Your card was declined.' } = state.error;
  return Promise.resolve({ type: 'declined', declineCode, message });
}
