/** Says inputs, states and effects in a few words each. */
import type { CheckoutInput } from '../../core/inputs.js';
import type { CheckoutState } from '../../core/state.js';

/** An input by its type, and what it brought. */
export function inputInWords(input: CheckoutInput): string {
  const said = [input.type, ...detailsOf(input)];
  return said.join(' ');
}

function detailsOf(input: CheckoutInput): readonly string[] {
  if ('error' in input) return [input.error.code];
  switch (input.type) {
    case 'opened':
      return [input.session.status];
    case 'truth':
      return [input.truth.status, ...(input.shown === 1 ? ['(another total)'] : [])];
    case 'confirm.declined':
      return [input.declineCode ?? 'without a code'];
    case 'check.invalid':
      return input.invalid.map(({ field, name }) => name ?? field);
    case 'go':
    case 'flow.changed':
      return [input.step];
    case 'submit':
      return input.wallet === undefined ? [] : [input.wallet];
    default:
      return [];
  }
}

/** A state by its name, and what tells it from others of the name. */
export function stateInWords(state: CheckoutState): string {
  return [state.name, ...marksOf(state)].join(' ');
}

function marksOf(state: CheckoutState): readonly string[] {
  switch (state.name) {
    case 'loading':
      return state.slow ? ['(slowly)'] : [];
    case 'ready': {
      const { step, waiting, error, invalid, promotion } = state;
      const code = error?.code ?? promotion?.code;
      return [
        ...(step === 'payment' ? ['page two'] : []),
        ...(waiting === null ? [] : [`(waits: ${waiting})`]),
        ...(code === undefined ? [] : [`(${code})`]),
        ...(invalid === undefined || invalid.length === 0 ? [] : [`(${String(invalid.length)} invalid)`]),
      ];
    }
    case 'confirming':
      return state.asked > 0 ? [`(asked ${String(state.asked)}×)`] : [];
    case 'checking':
      return [`(${state.reason}, asked ${String(state.asked)}×)`];
    case 'unresolved':
      return [`(${state.reason})`];
    case 'failed':
      return [`(${state.error.code})`];
    case 'complete':
      return [`(${state.completion.payment})`];
    case 'idle':
    case 'validating':
    case 'action':
    case 'processing':
    case 'expired':
      return [];
  }
}

/** An effect as it was recorded; times in seconds. */
export const effectInWords = (effect: string): string =>
  effect.replace(/^wait (\d+)$/, (_, ms: string) => `wait ${String(Number(ms) / 1000)} s`);

/** Seconds with three digits. */
export const seconds = (ms: number): string => (ms / 1000).toFixed(3);
