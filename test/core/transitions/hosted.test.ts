/** To a page of Stripe's, and back. */
import { describe, expect, it } from 'vitest';
import { transition } from '../../../src/core/transition.js';
import type { Failed, Loading } from '../../../src/core/state.js';
import { truth } from '../support/samples.js';

const blocked: Failed = { name: 'failed', attempt: 2, error: { code: 'stripe.load_failed' } };
const leaving: Loading = { name: 'loading', attempt: 3, slow: false, hosted: null };
const left: Loading = { ...leaving, hosted: 'cs_page' };

describe('a page of Stripe’s', () => {
  it.each(['stripe.load_failed', 'stripe.frame_failed'] as const)('is asked for after %s', (code) => {
    const [state, effects] = transition({ ...blocked, error: { code } }, { type: 'hosted.ask' });
    expect(state).toEqual(leaving);
    expect(effects.map(({ type }) => type)).toEqual(['open-hosted', 'wait', 'wait']);
  });

  it('is asked for after nothing else', () => {
    for (const error of [{ code: 'payment.failed' }, { code: 'network.failed' }] as const) {
      const state = { ...blocked, error };
      expect(transition(state, { type: 'hosted.ask' })).toEqual([state, []]);
    }
  });

  it('is left for, and no time-out ends that', () => {
    expect(transition(leaving, { type: 'hosted.left', attempt: 3, id: 'cs_page' })).toEqual([left, []]);
    expect(transition(left, { type: 'open.timeout', attempt: 3 })).toEqual([left, []]);
    expect(transition(leaving, { type: 'open.timeout', attempt: 3 })[0]).toMatchObject({
      name: 'failed',
      error: { code: 'checkout.load_timeout' },
    });
  });

  it('is asked for again where nobody answers', () => {
    expect(transition(leaving, { type: 'hosted.ask' })).toEqual([leaving, []]);
    expect(transition({ ...leaving, slow: true }, { type: 'hosted.ask' })[0]).toEqual({ ...leaving, attempt: 4 });
  });

  it('is left for again where the browser did not go', () => {
    const [slow] = transition(left, { type: 'open.slow', attempt: 3 });
    expect(slow).toMatchObject({ slow: true });
    expect(transition(slow, { type: 'hosted.ask' })[0]).toEqual({ ...leaving, attempt: 4 });
  });

  it('is asked about by whoever comes back to the page as it was', () => {
    const [checking] = transition(left, { type: 'page.restored' });
    expect(checking).toMatchObject({ name: 'checking', id: 'cs_page', reason: 'returned' });
    const paid = { type: 'truth', attempt: 3, truth: truth('complete', { id: 'cs_page', via: 'hosted' }) } as const;
    expect(transition(checking, paid)[0]).toMatchObject({
      name: 'complete',
      completion: { id: 'cs_page', via: 'hosted', replayed: false },
    });
    const open = { type: 'truth', attempt: 3, truth: truth('open', { id: 'cs_page' }) } as const;
    expect(transition(checking, open)[0]).toMatchObject({ name: 'loading', error: { code: 'payment.not_made' } });
  });

  it('is not needed where the purchase has ended meanwhile', () => {
    const [state] = transition(leaving, { type: 'remembered', attempt: 3, id: 'cs_1' });
    expect(state).toMatchObject({ name: 'checking', id: 'cs_1', reason: 'resumed' });
  });
});
