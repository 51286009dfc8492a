/** Tells the way of a customer through one checkout, as funnel events. It only listens. */
import type { FunnelEvent } from '../contract/funnel-events.js';
import { CURRENCY, MAX_TIME, SESSION_ID, SLUG, STRIPE_WORD } from '../contract/funnel-rules.js';
import type { Emission } from '../core/effects.js';
import { isFilled, NO_FACTS, type Facts } from '../core/facts.js';
import { INITIAL_STATE, stepOf, type CheckoutState, type FieldName, type Flow, type Step } from '../core/state.js';
import type { StoreChange } from '../core/store.js';
import { sessionIdOf } from '../core/transitions/accept-truth.js';
import { newKey } from './purchase-ledger.js';

/** Takes funnel events, each at once. What it throws is reported and stops nothing. */
export type FunnelSink = (event: FunnelEvent) => void;

/** What a funnel cannot see for itself. Read at each event. */
export interface FunnelContext {
  /** Whether the form is shown as one page or as two. */
  readonly flow: Flow;
  /** The experiment and the variant shown, if there is one. */
  readonly experiment: FunnelEvent['experiment'];
}

/** What a funnel needs. */
export interface FunnelOptions {
  readonly context: () => FunnelContext;
  /** All are told of each event, in this order. */
  readonly sinks: readonly FunnelSink[];
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Milliseconds since any beginning, unmoved by whoever sets the clock. Default: `performance.now()`. */
  readonly elapsed?: () => number;
}

/** One checkout's funnel: told every step of the store and all that is learned. */
export interface Funnel {
  /** Takes a step of the store. */
  readonly onChange: (change: StoreChange) => void;
  /** Takes what is known beside the state. */
  readonly onFacts: (facts: Facts) => void;
  /** The page is left, or the checkout taken away. */
  readonly end: () => void;
}

/** What all events have. */
type Shared = Omit<Extract<FunnelEvent, { type: 'viewed' }>, 'type'>;

/** What an event has of itself. */
type News =
  | (Exclude<FunnelEvent, { type: 'step' }> extends infer E
      ? E extends unknown
        ? Omit<E, keyof Shared>
        : never
      : never)
  | Pick<Extract<FunnelEvent, { type: 'step' }>, 'type' | 'step' | 'from' | 'skipped'>;

/** Makes the funnel of one checkout. */
export function createFunnel({ context, sinks, now, elapsed = () => performance.now() }: FunnelOptions): Funnel {
  let state = INITIAL_STATE;
  let facts = NO_FACTS;
  let visit = '';
  let seq = 0;
  let readyAt: number | null = null;
  let sinceReady: number | null = null;
  let session: string | null = null;
  let livemode: boolean | null = null;
  let page: Step | null = null;
  /** Fields that the customer has still to fill in. */
  let missing: readonly FieldName[] = [];
  let lastField: FieldName | null = null;
  let method: string | null = null;
  let attempts = 0;
  let declines = 0;
  let left = false;

  const tell = (news: News): void => {
    const { flow, experiment } = context();
    const { name = '', variant = '' } = experiment ?? {};
    // A clock may be set back, or be none: time since ready only goes on.
    if (readyAt !== null) sinceReady = toTime(elapsed() - readyAt, sinceReady ?? 0);
    const event: FunnelEvent = Object.freeze({
      v: 1,
      visit,
      seq: (seq += 1),
      at: toTime(now(), 0),
      sinceReady,
      session,
      flow,
      step: flow === 'two-page' ? page : null,
      experiment: SLUG.test(name) && SLUG.test(variant) ? { name, variant } : null,
      livemode,
      ...news,
    });
    for (const sink of sinks) {
      try {
        sink(event);
      } catch (cause) {
        if ('reportError' in globalThis) reportError(cause);
      }
    }
  };

  /** What is due, as far as it is known. */
  const due = (): Money => toMoney(facts.summary?.total, facts.summary?.currency);

  /** A further purchase is another visit; a further try is the same one. */
  const view = ({ name }: CheckoutState): void => {
    if (visit && !isDone(name)) return;
    visit = newKey();
    seq = attempts = declines = 0;
    readyAt = sinceReady = session = livemode = page = lastField = method = null;
    left = false;
    tell({ type: 'viewed' });
  };

  /** What is filled in by now was known: nobody has to do it here. */
  const ready = (): void => {
    if (readyAt !== null || !('session' in state)) return;
    const { email, billingAddress } = state.session.features;
    const asked: FieldName[] = ['payment'];
    if (billingAddress === 'required') asked.unshift('address');
    if (email === 'ask') asked.unshift('email');
    const { step } = state;
    missing = asked.filter((field) => !isFilled(facts, field) && (step === 'details' || stepOf(field) === step));
    readyAt = elapsed();
    tell({ type: 'ready', fields: [...missing], ...due() });
    look();
  };

  /** What has been filled in or chosen since. */
  const look = (): void => {
    if (readyAt === null || !('session' in state)) return;
    for (const field of missing.filter((each) => isFilled(facts, each))) {
      missing = missing.filter((each) => each !== field);
      lastField = field;
      tell({ type: 'field_completed', field });
    }
    const chosen = matching(STRIPE_WORD, facts.method);
    if (chosen === null || chosen === method) return;
    method = chosen;
    tell({ type: 'method_chosen', method });
  };

  const retell = (emission: Emission): void => {
    switch (emission.event) {
      case 'billing-ready':
        ready();
        return;
      case 'billing-step': {
        const { step, from, skipped } = emission;
        tell({ type: 'step', step, from, skipped });
        return;
      }
      case 'billing-invalid': {
        const fields = [...new Set(emission.invalid.map(({ field }) => field))];
        lastField = fields[0] ?? lastField;
        tell({ type: 'invalid', fields });
        return;
      }
      case 'billing-decline': {
        const { declineCode, declineClass = 'contact_bank' } = emission.error;
        declines += 1;
        tell({ type: 'declined', attempt: attempts, code: matching(STRIPE_WORD, declineCode), class: declineClass });
        return;
      }
      case 'billing-complete': {
        const { payment, mode, replayed, amount, currency, via } = emission.completion;
        if (attempts > 1 && !replayed) tell({ type: 'recovered', attempts, declines });
        tell({
          type: 'completed',
          payment,
          mode,
          attempts,
          replayed,
          ...(via && { via }),
          ...toMoney(amount, currency),
        });
        return;
      }
      case 'billing-action':
      case 'billing-processing':
      case 'billing-unresolved':
      case 'billing-error':
    }
  };

  return {
    onChange({ input, from, to, effects }) {
      state = to;
      if (effects.some(({ type }) => type === 'open')) view(from);
      session = matching(SESSION_ID, sessionIdOf(to)) ?? session;
      if ('session' in to) ({ livemode } = to.session);
      if ('truth' in to) ({ livemode } = to.truth);
      if ('step' in to) page = to.step;
      if (input.type === 'hosted.left' && from !== to)
        tell({ type: 'submitted', attempt: (attempts += 1), method: 'hosted', ...due() });
      for (const effect of effects) {
        if (effect.type === 'confirm')
          tell({
            type: 'submitted',
            attempt: (attempts += 1),
            method: matching(STRIPE_WORD, effect.wallet ?? method),
            ...due(),
          });
        if (effect.type === 'emit') retell(effect.emission);
      }
    },
    onFacts(news) {
      facts = news;
      look();
    },
    end() {
      const { name } = state;
      if (left || name === 'idle' || isDone(name)) return;
      left = true;
      // On the way to Stripe's page; another visit tells the end.
      const gone = name === 'loading' && sessionIdOf(state) !== null;
      tell({ type: 'abandoned', state: gone ? 'confirming' : name, lastField, attempts });
    },
  };
}

type Money = Pick<Extract<FunnelEvent, { type: 'ready' }>, 'amount' | 'currency'>;

const toMoney = (amount: number | null = null, currency?: string | null): Money => ({
  amount,
  currency: matching(CURRENCY, currency),
});

/** A text, if it has the form that is let out. Nothing else ever leaves. */
const matching = (form: RegExp, text: string | null = null): string | null =>
  text !== null && form.test(text) ? text : null;

/** A whole number of milliseconds, `least` or more, whatever a clock says. */
const toTime = (ms: number, least: number): number => Math.min(MAX_TIME, Math.max(least, Math.trunc(ms) || 0));

/** Whether the customer has nothing left to do here. */
const isDone = (name: CheckoutState['name']): name is 'complete' | 'processing' | 'action' =>
  name === 'complete' || name === 'processing' || name === 'action';
