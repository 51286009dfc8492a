/** From nothing to a form. */
import { describe, expect, it } from 'vitest';
import type { CheckoutState } from '../../../src/core/state.js';
import { transition } from '../../../src/core/transition.js';
import { session } from '../support/samples.js';

const loading: CheckoutState = { name: 'loading', attempt: 1, slow: false };

describe('opening', () => {
  it('starts everything at once, says so after 10 seconds, and gives up after 30', () => {
    const [state, effects] = transition({ name: 'idle', attempt: 0 }, { type: 'load' });
    expect(state).toEqual(loading);
    expect(effects).toEqual([
      { type: 'open', attempt: 1 },
      { type: 'wait', ms: 10_000, input: { type: 'open.slow', attempt: 1 } },
      { type: 'wait', ms: 30_000, input: { type: 'open.timeout', attempt: 1 } },
    ]);
  });

  it('says that it takes longer, and goes on', () => {
    expect(transition(loading, { type: 'open.slow', attempt: 1 })).toEqual([{ ...loading, slow: true }, []]);
  });

  it('fails after half a minute, and can be tried again', () => {
    const [failed, effects] = transition(loading, { type: 'open.timeout', attempt: 1 });
    const error = { code: 'checkout.load_timeout' };
    expect(failed).toEqual({ name: 'failed', attempt: 1, error });
    expect(effects).toContainEqual({ type: 'emit', emission: { event: 'billing-error', error, recoverable: true } });
    const [again, start] = transition(failed, { type: 'restart' });
    expect(again).toEqual({ name: 'loading', attempt: 2, slow: false });
    // The same purchase: it is not forgotten.
    expect(start.map(({ type }) => type)).toEqual(['close', 'open', 'wait', 'wait']);
  });

  it('calls a wrong set-up what it is: nothing the customer could try again', () => {
    const error = { code: 'config.invalid', hint: 'publishable-key is missing.' } as const;
    const [, effects] = transition(loading, { type: 'open.failed', attempt: 1, error });
    expect(effects).toContainEqual({ type: 'emit', emission: { event: 'billing-error', error, recoverable: false } });
  });

  it('is ready once per opening', () => {
    const [state, effects] = transition(loading, { type: 'opened', attempt: 1, session, step: 'details' });
    expect(state).toEqual({ name: 'ready', attempt: 1, session, step: 'details', waiting: null });
    expect(effects).toEqual([{ type: 'emit', emission: { event: 'billing-ready' } }]);
  });

  it('begins on page two when there is nothing to ask on page one, and says so', () => {
    const [state, effects] = transition(loading, { type: 'opened', attempt: 1, session, step: 'payment' });
    expect(state).toMatchObject({ name: 'ready', step: 'payment' });
    expect(effects).toContainEqual({
      type: 'emit',
      emission: { event: 'billing-step', step: 'payment', from: 'details', skipped: true },
    });
  });

  it.each(['complete', 'processing', 'failed', 'requires_action', 'invoiced'] as const)(
    'asks for the truth of a session that is %s already',
    (status) => {
      const [state, effects] = transition(loading, {
        type: 'opened',
        attempt: 1,
        session: { ...session, status },
        step: 'details',
      });
      expect(state).toMatchObject({ name: 'checking', reason: 'resumed', open: null });
      expect(effects).toContainEqual({ type: 'ask', attempt: 1, id: session.id });
    },
  );

  it('shows an expired session as expired, and forgets it', () => {
    const [state, effects] = transition(loading, {
      type: 'opened',
      attempt: 1,
      session: { ...session, status: 'expired' },
      step: 'details',
    });
    expect(state).toEqual({ name: 'expired', attempt: 1 });
    expect(effects).toContainEqual({ type: 'forget' });
  });

  it('fails when a field cannot be shown', () => {
    const error = { code: 'stripe.frame_failed' } as const;
    expect(transition(loading, { type: 'frame.failed', error })[0]).toMatchObject({ name: 'failed', error });
  });

  it('does not listen to an opening that comes after its time-out', () => {
    const [failed] = transition(loading, { type: 'open.timeout', attempt: 1 });
    expect(transition(failed, { type: 'opened', attempt: 1, session, step: 'details' })).toEqual([failed, []]);
  });
});
