/** The black box: what decides is kept, what was typed, told or charged is not. */
import { describe, expect, it } from 'vitest';
import { createStore, type CheckoutStore } from '../../src/core/store.js';
import { BlackBox, toTracedInput, TRACE_LENGTH } from '../../src/core/trace.js';
import { session, truth } from './support/samples.js';

/** A store that is written down, a second for each input. */
function written(): { readonly store: CheckoutStore; readonly box: BlackBox } {
  const store = createStore();
  const box = new BlackBox();
  let now = 1_800_000_000_000;
  store.subscribe((change) => {
    box.record(change, (now += 1_000));
  });
  return { store, box };
}

describe('a trace', () => {
  it('tells inputs, states and effects, with the time between', () => {
    const { store, box } = written();
    store.send({ type: 'load' });
    store.send({ type: 'opened', attempt: 1, session, step: 'details' });
    store.send({ type: 'page.visible' });
    expect(box.trace).toEqual({
      version: 1,
      contract: 1,
      missed: 0,
      start: { name: 'idle', attempt: 0 },
      steps: [
        {
          at: 0,
          input: { type: 'load' },
          to: { name: 'loading', attempt: 1, slow: false },
          effects: ['open', 'wait 10000', 'wait 30000'],
        },
        {
          at: 1_000,
          input: {
            type: 'opened',
            attempt: 1,
            step: 'details',
            session: {
              id: 'cs_1',
              status: 'open',
              mode: 'subscription',
              livemode: false,
              features: { billingAddress: 'required', payByInvoice: true },
            },
          },
          to: expect.objectContaining({ name: 'ready', waiting: null }),
          effects: ['emit billing-ready'],
        },
        { at: 2_000, input: { type: 'page.visible' }, effects: ['ask'] },
      ],
    });
    expect(JSON.parse(JSON.stringify(box.trace))).toEqual(box.trace);
  });

  it('holds the last 200, and the state before them', () => {
    const { store, box } = written();
    store.send({ type: 'load' });
    store.send({ type: 'opened', attempt: 1, session, step: 'details' });
    for (let count = 0; count < TRACE_LENGTH; count += 1) store.send({ type: 'page.visible' });
    const { steps, start, missed } = box.trace;
    expect(steps).toHaveLength(TRACE_LENGTH);
    expect(missed).toBe(2);
    expect(start).toMatchObject({ name: 'ready', attempt: 1 });
    expect(steps[0]).toMatchObject({ at: 2_000, input: { type: 'page.visible' } });
  });

  it('does not change once it is taken', () => {
    const { store, box } = written();
    store.send({ type: 'load' });
    const { trace } = box;
    store.send({ type: 'page.visible' });
    expect(trace.steps).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is no sentence, no hint, no link, no amount', () => {
    const links = { invoice: 'https://invoice.example/x', receipt: 'https://receipt.example/y', verification: null };
    const complete = truth('complete', { links, amount: 10_500 });
    expect(JSON.stringify(toTracedInput({ type: 'truth', attempt: 2, truth: complete, shown: 10_500 }))).not.toMatch(
      /example|10500|usd/,
    );
    const error = {
      code: 'host.refused',
      message: 'Sorry, Ada.',
      hint: 'ada@example.com',
      requestId: 'req_1',
    } as const;
    expect(toTracedInput({ type: 'check.refused', attempt: 2, error })).toEqual({
      type: 'check.refused',
      attempt: 2,
      error: { code: 'host.refused', requestId: 'req_1' },
    });
  });

  it('is whether the total was another, not which', () => {
    const input = { type: 'truth', attempt: 2, truth: truth('open', { amount: 4_200 }) } as const;
    expect(toTracedInput({ ...input, shown: 2_100 })).toHaveProperty('totalChanged', true);
    expect(toTracedInput({ ...input, shown: 4_200 })).not.toHaveProperty('totalChanged');
    expect(JSON.stringify(toTracedInput({ ...input, shown: 2_100 }))).not.toMatch(/4200|2100/);
  });

  it.each(['ada@example.com', 'Ada', '4242424242424242', '4242 4242', 'lost 4242', 'https://x.example', ''])(
    'is a word of a program: %j is withheld',
    (declineCode) => {
      expect(toTracedInput({ type: 'confirm.declined', attempt: 2, declineCode, message: 'No.' })).toEqual({
        type: 'confirm.declined',
        attempt: 2,
        declineCode: '?',
      });
    },
  );
});
