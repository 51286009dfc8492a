/** The black box: what has happened to a checkout and where it stood, without a single value that was typed, told or charged. */
import { CONTRACT_VERSION } from '../contract/version.js';
import type { CheckoutEffect } from './effects.js';
import type { CheckoutInput } from './inputs.js';
import { INITIAL_STATE, type CheckoutState, type StateName } from './state.js';
import type { StoreChange } from './store.js';
import { totalChanged } from './transitions/paying.js';

/** The version of traces; another meaning of a field makes another number. */
export const TRACE_VERSION = 1;

/** Most inputs that a trace holds; the oldest go first. */
export const TRACE_LENGTH = 200;

/** What is kept of an input or a state: words of ours and Stripe's, ids, counts. */
export type Traced = string | number | boolean | null | readonly Traced[] | { readonly [key: string]: Traced };

/** An input without values: its type, and what decides about it. */
export interface TracedInput {
  /** The input's own, such as `submit`. */
  readonly type: CheckoutInput['type'];
  readonly [key: string]: Traced;
}

/** A state without values: its name, and what decides about it. */
export interface TracedState {
  /** The state's own, such as `ready`. */
  readonly name: StateName;
  readonly [key: string]: Traced;
}

/** An input, and what it came to. */
export interface TraceStep {
  /** Milliseconds since the first input of the checkout. */
  readonly at: number;
  /** What has happened. */
  readonly input: TracedInput;
  /** The state after it. Absent where it changed nothing. */
  readonly to?: TracedState;
  /** What was to be done about it, in order, such as `open`, `wait 10000` or `emit billing-ready`. */
  readonly effects: readonly string[];
}

/**
 * The last 200 inputs of a checkout and its states: a plain value for `JSON.stringify`. No email, name, number, amount, sentence,
 * address or secret is in it; ids of sessions and codes of errors are.
 */
export interface Trace {
  /** The version of traces: 1. */
  readonly version: number;
  /** The version of the backend contract. */
  readonly contract: number;
  /** How many earlier inputs are no longer kept. */
  readonly missed: number;
  /** The state before the first step. */
  readonly start: TracedState;
  /** Oldest first. */
  readonly steps: readonly TraceStep[];
}

/** All that is ever kept, in the order it is written in. What is not named here stays out. */
const KEPT = (
  'type name attempt step id reason code declineCode adviceCode declineClass declineLook requestId field status mode livemode ' +
  'payment wallet invoice waiting asked seenOpen paused slow hosted contradicted returned replayed billingAddress payByInvoice ' +
  'session features truth decline completion open error promotion invalid'
).split(' ');

/** The only forms of a text: Stripe's ids, words of programs, and the two digits of a network's advice. */
const WORD = /^(?:[a-z]{2,6}_\w{1,250}|[a-z][a-z0-9_.-]{0,63}|\d{2})$/;

/** In place of a text of another form: that it was there is all that is told. */
export const WITHHELD = '?';

function keep(value: unknown): Traced {
  if (typeof value === 'string') return WORD.test(value) ? value : WITHHELD;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(keep);
  return typeof value === 'object' && value ? keepOf(value) : null;
}

function keepOf(value: object): Record<string, Traced> {
  const held: Record<string, unknown> = { ...value };
  return Object.fromEntries(KEPT.filter((key) => held[key] !== undefined).map((key) => [key, keep(held[key])]));
}

/** What is kept of an input. Of amounts only whether the total is another than the one that was shown. */
export const toTracedInput = (input: CheckoutInput): TracedInput => ({
  ...keepOf(input),
  ...(input.type === 'truth' && totalChanged(input) && { totalChanged: true }),
  type: input.type,
});

/** What is kept of a state. */
export const toTracedState = (state: CheckoutState): TracedState => ({ ...keepOf(state), name: state.name });

/** Names an effect with the one thing that tells it from others of its type. */
export function toEffectName(effect: CheckoutEffect): string {
  const { type } = effect;
  if ('emission' in effect) return `${type} ${effect.emission.event}`;
  if ('target' in effect) return `${type} ${effect.target}`;
  return 'ms' in effect ? `${type} ${effect.ms}` : type;
}

/** Writes a checkout's inputs down; values are left out before anything is kept. */
export class BlackBox {
  readonly #steps: TraceStep[] = [];
  #start = toTracedState(INITIAL_STATE);
  #missed = 0;
  #began: number | null = null;

  /** @param now - Milliseconds since the Unix epoch. */
  record({ input, from, to, effects }: StoreChange, now: number): void {
    this.#began ??= now;
    this.#steps.push({
      at: now - this.#began,
      input: toTracedInput(input),
      ...(from !== to && { to: toTracedState(to) }),
      effects: effects.map(toEffectName),
    });
    if (this.#steps.length <= TRACE_LENGTH) return;
    this.#start = this.#steps.shift()?.to ?? this.#start;
    this.#missed += 1;
  }

  /** What is written so far. */
  get trace(): Trace {
    return {
      version: TRACE_VERSION,
      contract: CONTRACT_VERSION,
      missed: this.#missed,
      start: this.#start,
      steps: [...this.#steps],
    };
  }
}
