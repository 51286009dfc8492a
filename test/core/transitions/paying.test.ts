/** From typing to paying. */
import { describe, expect, it } from 'vitest';
import type { CheckoutInput } from '../../../src/core/inputs.js';
import type { Step, Validating } from '../../../src/core/state.js';
import { transition } from '../../../src/core/transition.js';
import { confirming, ready, session, stripeComplete, truth, validating } from '../support/samples.js';

const due = { type: 'ask.due', attempt: 2 } as const;
const open: CheckoutInput = { type: 'truth', attempt: 2, truth: truth('open') };

describe('a page that was left for a bank, and is back from the cache', () => {
  it('waits for no answer any more: its fields go, and the truth is asked', () => {
    const [state, effects] = transition(confirming(), { type: 'page.restored' });
    expect(state).toMatchObject({ name: 'checking', reason: 'restored', open: null });
    expect(effects.map(({ type }) => type)).toEqual(['close', 'ask', 'wait']);
  });
});

describe('an invoice instead of a payment', () => {
  const read = ready({ attempt: 3, invoice: true });
  const asking = confirming({ invoice: true });

  it('looks page one through, and then says what it means', () => {
    const [looking, effects] = transition(ready({ error: { code: 'payment.not_made' } }), { type: 'invoice.ask' });
    expect(looking).toEqual(ready({ attempt: 3, waiting: 'invoice' }));
    expect(effects[0]).toEqual({ type: 'check-details', attempt: 3 });
    expect(transition(looking, { type: 'submit' })).toEqual([looking, []]);
    expect(transition(looking, { type: 'details.passed', attempt: 3 })).toEqual([
      read,
      [{ type: 'focus', target: 'invoice' }],
    ]);
  });

  it('says what is missing instead', () => {
    const [looking] = transition(ready({ step: 'payment' }), { type: 'invoice.ask' });
    const invalid = [{ field: 'email' }] as const;
    const [state, effects] = transition(looking, { type: 'check.invalid', attempt: 3, invalid });
    expect(state).toEqual(ready({ attempt: 3, step: 'details', invalid }));
    expect(effects).toContainEqual({ type: 'emit', emission: { event: 'billing-invalid', invalid } });
  });

  it('is neither asked about nor sent where the server does not offer it, or before it was read', () => {
    const plain = ready({ session: { ...session, features: { ...session.features, payByInvoice: false } } });
    expect(transition(plain, { type: 'invoice.ask' })).toEqual([plain, []]);
    expect(transition(ready(), { type: 'invoice.send' })).toEqual([ready(), []]);
    expect(transition(ready(), { type: 'invoice.cancel' })).toEqual([ready(), []]);
  });

  it('is checked and confirmed as a payment is', () => {
    const [checked, effects] = transition(read, { type: 'invoice.send' });
    expect(checked).toEqual({ ...validating, attempt: 4, invoice: true });
    expect(effects[0]).toEqual({ type: 'check', attempt: 4 });
    const [sent, sending] = transition(checked, { type: 'check.passed', attempt: 4 });
    expect(sent).toEqual({ ...asking, attempt: 4 });
    expect(sending[0]).toEqual({ type: 'confirm', attempt: 4 });
  });

  it('gives way to a card: Pay pays', () => {
    expect(transition(read, { type: 'submit' })[0]).toEqual({ ...validating, attempt: 4 });
    expect(transition(read, { type: 'invoice.cancel' })).toEqual([
      ready({ attempt: 3 }),
      [{ type: 'focus', target: 'invoice' }],
    ]);
  });

  it('ends as complete, with the day it is due', () => {
    const told = truth('invoiced', { payment: 'invoiced', expectedAt: 1_800_000_000 });
    const [state, effects] = transition(asking, { type: 'truth', attempt: 2, truth: told });
    expect(state).toMatchObject({ name: 'complete', completion: { payment: 'invoiced', dueAt: 1_800_000_000 } });
    expect(effects).toContainEqual({ type: 'remember-done', id: 'cs_1' });
  });

  it('is back at the form after a no, and never again by itself after an answer that was lost', () => {
    const error = { code: 'customer.already_subscribed' } as const;
    expect(transition(asking, { type: 'invoice.refused', attempt: 2, error })[0]).toEqual(ready({ error }));
    expect(transition(confirming(), { type: 'invoice.refused', attempt: 2, error })).toEqual([confirming(), []]);
    const [lost, effects] = transition(asking, { type: 'confirm.unclear', attempt: 2, message: 'Not made.' });
    expect(lost).toMatchObject({ name: 'checking', reason: 'unclear', open: { invoice: true }, message: 'Not made.' });
    expect(effects.map(({ type }) => type)).toEqual(['ask', 'wait']);
    const still = { ...lost, seenOpen: 2 } as typeof lost;
    expect(transition(still, open)[0]).toEqual(ready({ error: { code: 'payment.not_made', message: 'Not made.' } }));
  });

  it('counts as what has happened to the session, however late it is heard of', () => {
    const late = { type: 'truth', attempt: 1, truth: truth('invoiced') } as const;
    for (const state of [ready(), validating, confirming()]) expect(transition(state, late)[0].name).toBe('complete');
  });
});

describe('the form', () => {
  it('checks under a number of its own, for a minute at most', () => {
    const [checking, effects] = transition(ready(), { type: 'submit' });
    expect(checking).toEqual({ ...validating, attempt: 3 });
    const tooLong = { type: 'check.refused', attempt: 3, error: { code: 'network.timeout' } } as const;
    expect(effects).toEqual([
      { type: 'check', attempt: 3 },
      { type: 'wait', ms: 60_000, input: tooLong },
    ]);
    expect(transition(checking, tooLong)[0]).toMatchObject({ name: 'ready', error: { code: 'network.timeout' } });
  });

  it('holds pay while what is sold is being changed, and drops what was asked before', () => {
    const [updating, effects] = transition(ready(), { type: 'items.changed' });
    expect(updating).toEqual(ready({ attempt: 3, waiting: 'items' }));
    expect(effects).toEqual([{ type: 'update-items', attempt: 3 }]);
    expect(transition(updating, { type: 'submit' })).toEqual([updating, []]);
    expect(transition(updating, { type: 'items.updated', attempt: 2 })).toEqual([updating, []]);
    expect(transition(updating, { type: 'items.updated', attempt: 3 })[0]).toEqual(ready({ attempt: 3 }));
  });

  it('holds pay while a promotion code is asked about, and lets nothing cross it', () => {
    const [asking, effects] = transition(ready({ error: { code: 'payment.not_made' } }), { type: 'promotion.apply' });
    expect(asking).toEqual(ready({ attempt: 3, waiting: 'promotion' }));
    expect(effects[0]).toEqual({ type: 'update-promotion', attempt: 3, remove: false });
    for (const type of ['submit', 'promotion.apply', 'promotion.remove'] as const) {
      expect(transition(asking, { type })).toEqual([asking, []]);
    }
    expect(transition(asking, { ...open, attempt: 3, shown: 9_900 })).toEqual([asking, []]);
    expect(transition(asking, { type: 'promotion.done', attempt: 2 })).toEqual([asking, []]);
    expect(transition(asking, { type: 'promotion.done', attempt: 3 })).toEqual([
      ready({ attempt: 3 }),
      [{ type: 'focus', target: 'promotion' }],
    ]);
  });

  it('says why a promotion code was not taken, until another is asked about', () => {
    const error = { code: 'promotion.refused', message: 'This code is invalid.' } as const;
    const [asking] = transition(ready(), { type: 'promotion.apply' });
    const [refused, effects] = transition(asking, { type: 'promotion.failed', attempt: 3, error });
    expect(refused).toEqual(ready({ attempt: 3, promotion: error }));
    expect(effects).toEqual([{ type: 'focus', target: 'promotion-code' }]);
    expect(transition(refused, { type: 'promotion.apply' })[0]).toEqual(ready({ attempt: 4, waiting: 'promotion' }));
  });

  it('does not wait for ever for a promotion code, and hears no late answer about it', () => {
    const [asking, [, wait]] = transition(ready(), { type: 'promotion.apply' });
    if (wait?.type !== 'wait') throw new Error('It waits for ever.');
    const [over] = transition(asking, wait.input);
    expect(over).toEqual(ready({ attempt: 3, promotion: { code: 'promotion.unclear' } }));
    expect(transition(over, { type: 'promotion.done', attempt: 3 })).toEqual([over, []]);
  });

  it('shows a total that has changed since, and waits for another click', () => {
    const [state, effects] = transition(ready(), { ...open, shown: 9_900 });
    expect(state).toEqual(ready({ error: { code: 'payment.total_changed' } }));
    expect(effects).toEqual([{ type: 'refresh' }, { type: 'focus', target: 'errors' }]);
    expect(transition(ready(), { ...open, shown: 10_500 })).toEqual([ready(), []]);
  });

  it('looks again when the tab is looked at', () => {
    expect(transition(ready(), { type: 'page.visible' })).toEqual([
      ready(),
      [{ type: 'ask', attempt: 2, id: session.id }],
    ]);
  });

  it('shows what another tab has paid, as not paid here', () => {
    const [state] = transition(ready(), { type: 'truth', attempt: 2, truth: truth('complete') });
    expect(state).toMatchObject({ name: 'complete', completion: { replayed: true } });
  });
});

describe('two pages', () => {
  const [leaving, asked] = transition(ready(), { type: 'go', step: 'payment' });
  const step = (to: Step, from: Step) => ({ event: 'billing-step', step: to, from, skipped: false });

  it('turns forward once page one has been looked through, and tells so', () => {
    expect(leaving).toEqual(ready({ attempt: 3, waiting: 'details' }));
    expect(asked[0]).toEqual({ type: 'check-details', attempt: 3 });
    expect(transition(leaving, { type: 'details.passed', attempt: 3 })).toEqual([
      ready({ attempt: 3, step: 'payment' }),
      [
        { type: 'emit', emission: step('payment', 'details') },
        { type: 'focus', target: 'heading' },
      ],
    ]);
  });

  it('stays where something is missing, says what, and forgets it once the page is turned', () => {
    const invalid = [{ field: 'email' }] as const;
    const [stopped, effects] = transition(leaving, { type: 'check.invalid', attempt: 3, invalid });
    expect(stopped).toEqual(ready({ attempt: 3, invalid }));
    expect(effects).toEqual([
      { type: 'emit', emission: { event: 'billing-invalid', invalid } },
      { type: 'focus', target: 'errors' },
    ]);
    expect(transition(ready({ step: 'payment', invalid }), { type: 'go', step: 'details' })[0]).toEqual(ready());
  });

  it('goes on without an answer after five seconds: paying looks at everything once more', () => {
    const tooLong = { type: 'details.passed', attempt: 3 } as const;
    expect(asked[1]).toEqual({ type: 'wait', ms: 5_000, input: tooLong });
    const [turned] = transition(leaving, tooLong);
    // The answer comes after all; the customer may have gone back by then.
    expect(transition(turned, tooLong)).toEqual([turned, []]);
    const [back] = transition(turned, { type: 'go', step: 'details' });
    expect(transition(back, tooLong)).toEqual([back, []]);
  });

  it('turns back at once', () => {
    expect(transition(ready({ step: 'payment' }), { type: 'go', step: 'details' })).toEqual([
      ready(),
      [
        { type: 'emit', emission: step('details', 'payment') },
        { type: 'focus', target: 'heading' },
      ],
    ]);
  });

  it('holds the page while it is looked through: another click changes nothing', () => {
    expect(transition(leaving, { type: 'go', step: 'payment' })).toEqual([leaving, []]);
    expect(transition(leaving, { type: 'submit' })).toEqual([leaving, []]);
  });

  it('goes back to page one for what is missing there when the customer pays', () => {
    const invalid = [{ field: 'address' }, { field: 'payment' }] as const;
    const paying: Validating = { ...validating, step: 'payment' };
    const [state, effects] = transition(paying, { type: 'check.invalid', attempt: 2, invalid });
    expect(state).toEqual(ready({ invalid }));
    expect(effects).toEqual([
      { type: 'emit', emission: step('details', 'payment') },
      { type: 'emit', emission: { event: 'billing-invalid', invalid } },
      { type: 'focus', target: 'errors' },
    ]);
  });

  it('that become one, and two again, move neither keyboard nor what was said', () => {
    const invalid = [{ field: 'payment' }] as const;
    const paying = ready({ step: 'payment', invalid });
    expect(transition(paying, { type: 'flow.changed', step: 'details' })).toEqual([ready({ invalid }), []]);
    expect(transition(ready({ invalid }), { type: 'flow.changed', step: 'payment' })).toEqual([paying, []]);
  });
});

describe('checking before money moves', () => {
  it('names the fields that stopped it, without counting it as an attempt to pay', () => {
    const invalid = [{ field: 'email' }] as const;
    expect(transition(validating, { type: 'check.invalid', attempt: 2, invalid })).toEqual([
      ready({ invalid }),
      [
        { type: 'emit', emission: { event: 'billing-invalid', invalid } },
        { type: 'focus', target: 'errors' },
      ],
    ]);
  });

  it('tells hosts of a system’s fault, but not of their own refusal', () => {
    const refuse = (code: 'network.timeout' | 'host.refused') =>
      transition(validating, { type: 'check.refused', attempt: 2, error: { code } });
    expect(refuse('network.timeout')[1]).toContainEqual({
      type: 'emit',
      emission: { event: 'billing-error', error: { code: 'network.timeout' }, recoverable: true },
    });
    expect(refuse('host.refused')[1]).toEqual([{ type: 'focus', target: 'errors' }]);
  });

  it('expires when the server no longer knows the session', () => {
    expect(transition(validating, { type: 'truth.gone', attempt: 2 })[0].name).toBe('expired');
  });
});

describe('confirming', () => {
  it('asks beside the confirmation after 20 seconds, and then ever more slowly', () => {
    const [first, effects] = transition(validating, { type: 'check.passed', attempt: 2 });
    expect(effects).toEqual([
      { type: 'confirm', attempt: 2 },
      { type: 'wait', ms: 20_000, input: due },
    ]);
    let state = first;
    const pauses: number[] = [];
    for (let question = 0; question < 6; question += 1) {
      const [asking, asks] = transition(state, due);
      expect(asks).toEqual([{ type: 'ask', attempt: 2, id: session.id }]);
      const [waiting, [wait]] = transition(asking, open);
      if (wait?.type === 'wait') pauses.push(wait.ms);
      state = waiting;
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 30_000, 30_000, 30_000]);
    expect(state).toEqual(confirming({ asked: 6 }));
  });

  it.each([{ type: 'truth.unknown' }, { type: 'truth.gone' }] as const)('asks on after $type', ({ type }) => {
    const [state, effects] = transition(confirming({ asked: 1 }), { type, attempt: 2 });
    expect(state).toEqual(confirming({ asked: 1 }));
    expect(effects).toEqual([{ type: 'wait', ms: 5_000, input: due }]);
  });

  it('takes an end that the server knows before Stripe.js has answered', () => {
    expect(transition(confirming(), { type: 'truth', attempt: 2, truth: truth('complete') })[0]).toMatchObject({
      name: 'complete',
      completion: { id: session.id, payment: 'paid', amount: 10_500, replayed: false },
    });
  });

  it.each([
    ['incorrect_cvc', 'payment'],
    ['incorrect_zip', 'address'],
  ])('puts the keyboard where %s is mended', (declineCode, frame) => {
    const message = 'Your bank said no.';
    const [state, effects] = transition(confirming(), { type: 'confirm.declined', attempt: 2, declineCode, message });
    expect(state).toMatchObject({ error: { declineClass: 'reenter' } });
    expect(effects.filter(({ type }) => type.startsWith('focus'))).toEqual([{ type: 'focus-frame', frame }]);
  });

  it('returns to the form after a decline, with the bank’s sentence and what to do', () => {
    const message = 'Your card has insufficient funds.';
    const declineCode = 'insufficient_funds';
    const [state, effects] = transition(confirming(), { type: 'confirm.declined', attempt: 2, declineCode, message });
    const error = { code: 'payment.declined', declineCode, declineClass: 'other_method', message };
    expect(state).toEqual(ready({ error } as Parameters<typeof ready>[0]));
    expect(effects).toEqual([
      { type: 'emit', emission: { event: 'billing-decline', error } },
      { type: 'focus', target: 'errors' },
    ]);
  });

  it('asks when Stripe gave no clear answer', () => {
    const unclear = { type: 'confirm.unclear', attempt: 2, message: 'Something went wrong.' } as const;
    const [state, effects] = transition(confirming(), unclear);
    expect(state).toMatchObject({ name: 'checking', reason: 'unclear', asked: 1, message: unclear.message });
    expect(effects).toEqual([
      { type: 'ask', attempt: 2, id: session.id },
      { type: 'wait', ms: 20_000, input: { type: 'ask.over', attempt: 2 } },
    ]);
  });

  it('asks when Stripe’s field breaks: its answer may never come', () => {
    const error = { code: 'stripe.frame_failed' } as const;
    const [state, effects] = transition(confirming(), { type: 'frame.failed', error });
    expect(state).toMatchObject({ name: 'checking', reason: 'broken', open: null });
    expect(effects[0]).toEqual({ type: 'ask', attempt: 2, id: session.id });
  });

  it('tells success as soon as Stripe.js does, and then reads the links', () => {
    const [state, effects] = transition(confirming(), { ...stripeComplete, attempt: 2 });
    expect(state).toMatchObject({ name: 'complete', completion: { mode: 'subscription', replayed: false } });
    expect(effects.map((effect) => (effect.type === 'emit' ? effect.emission.event : effect.type))).toEqual([
      'close',
      'remember-done',
      'billing-complete',
      'focus',
      'ask',
    ]);
  });
});
