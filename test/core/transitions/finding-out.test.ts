/** Not knowing is a state. */
import { describe, expect, it } from 'vitest';
import type { CheckoutInput } from '../../../src/core/inputs.js';
import type { CheckoutState } from '../../../src/core/state.js';
import { transition } from '../../../src/core/transition.js';
import { checking, ready, truth, unresolved, session } from '../support/samples.js';

const message = 'Something went wrong.';
const open: CheckoutInput = { type: 'truth', attempt: 2, truth: truth('open') };
const unknown: CheckoutInput = { type: 'truth.unknown', attempt: 2 };
const due: CheckoutInput = { type: 'ask.due', attempt: 2 };
const notMade = ready({ error: { code: 'payment.not_made', message } });

/** Answers one question after another as their time comes. Tells where it ends and how long it took. */
function ask(from: CheckoutState, answers: readonly CheckoutInput[]): { state: CheckoutState; ms: number } {
  let state = from;
  let ms = 0;
  for (const answer of answers) {
    const [next, effects] = transition(state, answer);
    state = next;
    const wait = effects.find((effect) => effect.type === 'wait');
    if (!wait) break;
    ms += wait.ms;
    [state] = transition(state, wait.input);
  }
  return { state, ms };
}

describe('after an unclear answer', () => {
  it('is sure that nothing was paid after three reads in ten seconds, and says it in Stripe’s words', () => {
    const { state, ms } = ask(checking({ message }), [open, open, open]);
    expect(state).toEqual(notMade);
    expect(ms).toBe(8_000);
  });

  it('counts answers, not questions: a lost one is no "open"', () => {
    expect(ask(checking({ message }), [unknown, unknown, open, open]).state.name).toBe('checking');
    expect(ask(checking({ message }), [unknown, unknown, open, open, open]).state).toEqual(notMade);
  });

  it('is not hurried by a customer who flips tabs or asks again', () => {
    let state: CheckoutState = checking();
    for (let flip = 0; flip < 10; flip += 1) {
      [state] = transition(state, { type: flip % 2 ? 'recheck' : 'page.visible' });
      [state] = transition(state, open);
    }
    expect(state).toMatchObject({ name: 'checking', asked: 1, seenOpen: 1 });
  });

  it('waits longer after each question that nobody answered', () => {
    const pauses: number[] = [];
    let state: CheckoutState = checking();
    for (let question = 0; question < 7; question += 1) {
      const [waiting, [wait]] = transition(state, unknown);
      if (wait?.type === 'wait') pauses.push(wait.ms);
      [state] = transition(waiting, due);
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('does not give up what may be paid when the server does not know the caller', () => {
    expect(transition(checking(), { type: 'truth.gone', attempt: 2 })[0].name).toBe('checking');
  });
});

describe('after Stripe has taken the session', () => {
  it('never calls it open again: the server has not heard yet', () => {
    const { state } = ask(checking({ reason: 'unpaid' }), [open, open, open, open, open]);
    expect(state.name).toBe('checking');
    const [given] = transition(state, { type: 'ask.over', attempt: 2 });
    expect(given.name).toBe('unresolved');
    expect(transition(given, open)[0]).toEqual(given);
  });
});

describe('an earlier visit', () => {
  const resumed = checking({ reason: 'resumed', open: null });

  it.each([
    open,
    // Replaced by another tab: nobody asked for it any more.
    { type: 'truth', attempt: 2, truth: truth('expired') } as const,
    { type: 'truth.gone', attempt: 2 } as const,
  ])('is begun afresh after $type $truth.status', (input) => {
    const [state, effects] = transition(resumed, input);
    expect(state).toEqual({ name: 'loading', attempt: 3, slow: false, contradicted: true });
    expect(effects.map(({ type }) => type)).toEqual(['close', 'forget', 'open', 'wait', 'wait']);
  });

  it('is asked on, slower and slower, when the server says both "ended" and "open" of the next one, too', () => {
    const [loading] = transition(resumed, open);
    const ended = { ...session, id: 'cs_2', status: 'complete' } as const;
    const [again] = transition(loading, { type: 'opened', attempt: 3, session: ended, step: 'details' });
    expect(again).toMatchObject({ name: 'checking', reason: 'contradicted', id: 'cs_2' });
    for (const no of [open, { type: 'truth.gone', attempt: 2 } as const]) {
      const [waiting, effects] = transition(again, { ...no, attempt: 3 });
      expect(waiting).toMatchObject({ name: 'checking', paused: true });
      expect(effects).toEqual([{ type: 'wait', ms: 1_000, input: { type: 'ask.due', attempt: 3 } }]);
    }
    const paid = truth('complete', { id: 'cs_2' });
    const [state] = transition(again, { type: 'truth', attempt: 3, truth: paid });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: true } });
  });

  it('is told as what it was, not as paid here', () => {
    const [state] = transition(resumed, { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: true } });
  });
});

describe('a customer who came back from their bank', () => {
  const returned = checking({ reason: 'returned', open: null });

  it('finds the same session open again, and reads that nothing was paid', () => {
    const [loading, effects] = transition(returned, open);
    expect(loading).toMatchObject({ name: 'loading', attempt: 3, error: { code: 'payment.not_made' } });
    // Not forgotten: another purchase would be another session.
    expect(effects.map(({ type }) => type)).toEqual(['open', 'wait', 'wait']);
    const [ready] = transition(loading, { type: 'opened', attempt: 3, session, step: 'details' });
    expect(ready).toMatchObject({ name: 'ready', error: { code: 'payment.not_made' } });
  });

  it('is told of a payment as one made here', () => {
    const [state] = transition(returned, { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: false } });
  });
});

describe('a page that was left while it paid', () => {
  const restored = checking({ reason: 'restored', open: null });
  const again = { name: 'loading', attempt: 3, unpaid: 'cs_1', error: { code: 'payment.not_made' } };

  it('looks twice before it opens the form again, and says that nothing was paid', () => {
    const { state, ms } = ask(restored, [open, open]);
    expect(ms).toBe(3_000 + 10_000);
    expect(state).toMatchObject(again);
    const [ready] = transition(state, { type: 'opened', attempt: 3, session, step: 'details' });
    expect(ready).toMatchObject({ name: 'ready', error: { code: 'payment.not_made' } });
  });

  it.each([
    ['another session in its place', { ...session, id: 'cs_2' }],
    ['its session complete', { ...session, status: 'complete' as const }],
  ])('asks what became of it when opening finds %s', (_, found) => {
    const { state } = ask(restored, [open, open]);
    const [checking, effects] = transition(state, { type: 'opened', attempt: 3, session: found, step: 'details' });
    expect(checking).toMatchObject({ name: 'checking', id: 'cs_1', reason: 'returned' });
    expect(effects).toContainEqual({ type: 'ask', attempt: 3, id: 'cs_1' });
    const [paid] = transition(checking, { type: 'truth', attempt: 3, truth: truth('complete') });
    expect(paid).toMatchObject({ name: 'complete', completion: { replayed: false } });
    // Not paid, whatever is sold now: the sentence is true, and is asked about once.
    const [opening] = transition(checking, { type: 'truth', attempt: 3, truth: truth('open') });
    expect(opening).toMatchObject({ name: 'loading', error: { code: 'payment.not_made' } });
    expect(opening).not.toHaveProperty('unpaid');
  });

  it('takes a session that is no longer known for one that may have been paid', () => {
    const [state] = transition(restored, { type: 'truth.gone', attempt: 2 });
    expect(state).toMatchObject({ name: 'checking', reason: 'restored' });
  });
});

describe('after twenty seconds without an answer', () => {
  it('says that nobody knows, and asks on every 30 seconds', () => {
    const [state, effects] = transition(checking({ message }), { type: 'ask.over', attempt: 2 });
    expect(state).toEqual(unresolved({ message }));
    const wait = { type: 'wait', ms: 30_000, input: due };
    expect(effects).toEqual([
      { type: 'emit', emission: { event: 'billing-unresolved', id: 'cs_1' } },
      wait,
      { type: 'focus', target: 'outcome' },
    ]);
    const ask = { type: 'ask', attempt: 2, id: 'cs_1' };
    expect(transition(unresolved(), due)).toEqual([unresolved(), [ask]]);
    expect(transition(unresolved(), unknown)).toEqual([unresolved(), [wait]]);
    expect(transition(unresolved(), { type: 'recheck' })).toEqual([unresolved(), [ask]]);
  });

  it('comes back to the form when it learns that nothing was paid, and says so', () => {
    expect(transition(unresolved({ message }), open)).toEqual([notMade, [{ type: 'focus', target: 'errors' }]]);
  });

  it('still takes success', () => {
    const [state] = transition(unresolved(), { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: false } });
  });
});

describe('after a field of Stripe’s broke while it paid', () => {
  const broken = checking({ reason: 'broken', open: null });

  it('makes the fields anew once it is sure that nothing was paid, and says so', () => {
    const { state, ms } = ask(broken, [open, open, open]);
    expect(ms).toBe(8_000 + 10_000);
    expect(state).toMatchObject({ name: 'loading', attempt: 3, error: { code: 'payment.not_made' } });
    const sure = { ...broken, seenOpen: 2 } as const;
    expect(transition(sure, open)[1].map(({ type }) => type)).toEqual(['close', 'open', 'wait', 'wait']);
  });

  it('takes the payment that went through', () => {
    const [state] = transition(broken, { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: false } });
  });
});
