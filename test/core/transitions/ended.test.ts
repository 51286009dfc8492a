/** After the form. */
import { describe, expect, it } from 'vitest';
import { transition } from '../../../src/core/transition.js';
import { action, expired, failed, processing, stripeComplete, truth } from '../support/samples.js';

const poll = { type: 'wait', ms: 30_000, input: { type: 'ask.due', attempt: 2 } };

describe('money on its way', () => {
  it('is looked at every 30 seconds', () => {
    const [asking, asks] = transition(processing, { type: 'ask.due', attempt: 2 });
    expect(asks).toEqual([{ type: 'ask', attempt: 2, id: 'cs_1' }]);
    expect(transition(asking, { type: 'truth.unknown', attempt: 2 })).toEqual([processing, [poll]]);
  });

  it('arrives', () => {
    const [state, effects] = transition(processing, { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: false } });
    expect(effects).toContainEqual({ type: 'remember-done', id: 'cs_1' });
    expect(transition(processing, { ...stripeComplete, attempt: 2 })[0].name).toBe('complete');
  });

  it('may come back: that is a failure that can be started over', () => {
    const decline = { code: 'card_declined', declineCode: 'insufficient_funds' };
    const [state, effects] = transition(processing, { type: 'truth', attempt: 2, truth: truth('failed', { decline }) });
    expect(state).toEqual({
      name: 'failed',
      attempt: 2,
      error: { code: 'payment.failed', declineCode: 'insufficient_funds' },
    });
    expect(effects).toContainEqual({ type: 'forget' });
    expect(transition(state, { type: 'restart' })[1]).toContainEqual({ type: 'forget' });
  });

  it.each([
    ['it has come back', processing],
    ['the account was not proven', action],
  ])('may be asked for once more, as an invoice is: %s', (_, waiting) => {
    const [state] = transition(waiting, { type: 'truth', attempt: 2, truth: truth('open') });
    expect(state).toMatchObject({ name: 'failed', error: { code: 'payment.failed' } });
  });

  it('is no money where an account was to be kept', () => {
    const [state] = transition(action, { type: 'truth', attempt: 2, truth: truth('open', { mode: 'setup' }) });
    expect(state).toMatchObject({ name: 'failed', error: { code: 'payment.not_kept' } });
    expect(transition(state, { type: 'restart' })[1]).toContainEqual({ type: 'forget' });
  });

  it('shows a link or a date that comes later', () => {
    const links = { invoice: null, receipt: null, verification: 'https://payments.example.com/verify' };
    const later = truth('requires_action', { links });
    expect(transition(action, { type: 'truth', attempt: 2, truth: later })).toEqual([
      { ...action, truth: later },
      [poll],
    ]);
  });
});

describe('success', () => {
  const complete = transition(processing, { type: 'truth', attempt: 2, truth: truth('complete') })[0];

  it('learns its links, and is not told again', () => {
    const links = { invoice: 'https://invoice.example.com/1', receipt: null, verification: null };
    const [state, effects] = transition(complete, { type: 'truth', attempt: 2, truth: truth('complete', { links }) });
    expect(state).toMatchObject({ name: 'complete', completion: { links } });
    expect(effects).toEqual([]);
  });

  it('ends only for another purchase', () => {
    const [state, effects] = transition(complete, { type: 'restart' });
    expect(state).toEqual({ name: 'loading', attempt: 3, slow: false });
    expect(effects.slice(0, 3)).toEqual([{ type: 'close' }, { type: 'forget' }, { type: 'open', attempt: 3 }]);
  });
});

describe('a failure', () => {
  it('to start is the same purchase once more', () => {
    expect(transition(failed, { type: 'restart' })[1].map(({ type }) => type)).not.toContain('forget');
  });

  it.each([expired, failed])('gives way to money that moved after all ($name)', (state) => {
    const [paid] = transition(state, { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(paid).toMatchObject({ name: 'complete', completion: { replayed: true } });
    expect(transition(state, { type: 'truth', attempt: 2, truth: truth('open') })).toEqual([state, []]);
  });
});
