/** Keeps the state, runs inputs through the table one after another, and tells who listens. */
import type { CheckoutEffect } from './effects.js';
import type { CheckoutInput } from './inputs.js';
import { INITIAL_STATE, type CheckoutState } from './state.js';
import { transition } from './transition.js';

/** One step of a checkout's life. */
export interface StoreChange {
  /** What has happened. */
  readonly input: CheckoutInput;
  /** The state before it. */
  readonly from: CheckoutState;
  /** The state after it; the same object where nothing changed. */
  readonly to: CheckoutState;
  /** What is to be done about it, in order. */
  readonly effects: readonly CheckoutEffect[];
}

/** The state of one checkout. */
export interface CheckoutStore {
  readonly state: CheckoutState;
  /** Feeds an input. Inputs given from within a listener wait their turn. */
  send(input: CheckoutInput): void;
  /** Listens to every step, in order. Returns the way to stop. */
  subscribe(listener: (change: StoreChange) => void): () => void;
}

/** Makes a store. It decides; whoever subscribes acts. */
export function createStore(initial: CheckoutState = INITIAL_STATE): CheckoutStore {
  let state = initial;
  let draining = false;
  const queue: CheckoutInput[] = [];
  const listeners = new Set<(change: StoreChange) => void>();

  /** Gives a change to everybody; what a listener throws waits until the others have heard. */
  const step = (input: CheckoutInput, thrown: unknown[]): void => {
    const from = state;
    const [to, effects] = transition(from, input);
    state = to;
    for (const listener of listeners) {
      try {
        listener({ input, from, to, effects });
      } catch (error) {
        thrown.push(error);
      }
    }
  };

  return {
    get state() {
      return state;
    },
    send(input) {
      queue.push(input);
      if (draining) return;
      draining = true;
      const thrown: unknown[] = [];
      for (let next = queue.shift(); next; next = queue.shift()) step(next, thrown);
      draining = false;
      if (thrown.length > 0) throw new AggregateError(thrown, 'A listener of the checkout threw.');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
