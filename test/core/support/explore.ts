/** Walks the whole table, breadth first. */
import type { CheckoutInput } from '../../../src/core/inputs.js';
import { INITIAL_STATE, type CheckoutState } from '../../../src/core/state.js';
import type { Transition } from '../../../src/core/effects.js';
import { transition } from '../../../src/core/transition.js';
import { inputsAt } from './alphabet.js';

/** One step of the table. */
export interface Edge {
  readonly from: CheckoutState;
  readonly input: CheckoutInput;
  readonly to: CheckoutState;
  readonly effects: Transition[1];
}

/** Freezes all the way down, so that whoever changes what it was given throws. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** Beyond this many questions, one more changes nothing: the pauses have reached their last. */
const ENOUGH = 7;

/** Two states that differ only in how often something happened are one. */
const toKey = (state: CheckoutState): string =>
  JSON.stringify({ ...state, attempt: 0, ...('asked' in state && { asked: Math.min(state.asked, ENOUGH) }) });

/** Every step from every state that can be reached, with every input. */
export function explore(): { readonly states: readonly CheckoutState[]; readonly edges: readonly Edge[] } {
  const seen = new Map<string, CheckoutState>([[toKey(INITIAL_STATE), freeze(INITIAL_STATE)]]);
  const edges: Edge[] = [];
  for (const from of seen.values()) {
    for (const input of inputsAt(from.attempt)) {
      const [to, effects] = freeze(transition(from, freeze(input)));
      edges.push({ from, input, to, effects });
      if (!seen.has(toKey(to))) seen.set(toKey(to), to);
    }
  }
  return { states: [...seen.values()], edges };
}
