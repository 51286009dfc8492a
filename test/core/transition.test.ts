/** The whole table of a checkout, walked: whatever happens in whatever order, these rules hold. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { CheckoutInput } from '../../src/core/inputs.js';
import { INITIAL_STATE, type CheckoutState, type StateName } from '../../src/core/state.js';
import { transition } from '../../src/core/transition.js';
import { sessionIdOf } from '../../src/core/transitions/accept-truth.js';
import { inputsAt } from './support/alphabet.js';
import { explore, freeze, type Edge } from './support/explore.js';
import { stripeComplete, truth } from './support/samples.js';

const { states, edges } = explore();

const ENDS: readonly StateName[] = ['action', 'processing', 'complete', 'expired', 'failed'];
const MONEY_MAY_MOVE: readonly StateName[] = ['confirming', 'checking', 'unresolved'];

const between = (from: readonly StateName[], to: readonly StateName[]): readonly Edge[] =>
  edges.filter((edge) => from.includes(edge.from.name) && to.includes(edge.to.name));
const isStale = ({ from, input }: Edge): boolean => 'attempt' in input && input.attempt !== from.attempt;
const tellsOfMoney = (input: CheckoutInput, id: string | null): boolean =>
  (input.type === 'confirm.complete' && input.id === id) ||
  (input.type === 'truth' &&
    ['complete', 'processing', 'invoiced'].includes(input.truth.status) &&
    input.truth.id === id);
const emissions = ({ effects }: Edge): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'emit' ? [effect.emission.event] : []));

/** Steps that break a rule, few enough to read. */
const breaking = (broken: (edge: Edge) => boolean, among: readonly Edge[] = edges): readonly Edge[] =>
  among.filter(broken).slice(0, 3);

describe('the whole table', () => {
  it('is walked: every state is reached', () => {
    expect([...new Set(states.map(({ name }) => name))].sort()).toEqual(
      [...ENDS, ...MONEY_MAY_MOVE, 'idle', 'loading', 'ready', 'validating'].sort(),
    );
  });

  it('is pure: the same answer twice, and nothing it was given is changed', () => {
    // `explore` has frozen every state, input and answer; a change would have thrown.
    const twice = edges.filter(
      ({ from, input, to, effects }) => !isDeepStrictEqual(transition(from, input), [to, effects]),
    );
    expect(twice.slice(0, 3)).toEqual([]);
  });

  it('lets answers of another attempt mean nothing, unless money has moved for this session', () => {
    const ignored = edges.filter((edge) => isStale(edge) && !tellsOfMoney(edge.input, sessionIdOf(edge.from)));
    expect(ignored.length).toBeGreaterThan(0);
    expect(breaking(({ from, to, effects }) => to !== from || effects.length > 0, ignored)).toEqual([]);
  });

  it('never counts back, and never gives an effect the number of another attempt', () => {
    expect(breaking(({ from, to }) => to.attempt < from.attempt)).toEqual([]);
    expect(
      breaking(({ to, effects }) => effects.some((effect) => 'attempt' in effect && effect.attempt !== to.attempt)),
    ).toEqual([]);
  });
});

describe('a second click cannot pay twice', () => {
  it('lets no command but recheck act while money may move', () => {
    const commands = [
      'submit',
      'invoice.ask',
      'invoice.send',
      'invoice.cancel',
      'go',
      'items.changed',
      'load',
      'restart',
    ];
    const held = edges.filter(({ from, input }) => MONEY_MAY_MOVE.includes(from.name) && commands.includes(input.type));
    const acts = ({ from, to, effects }: Edge): boolean =>
      to !== from || effects.some(({ type }) => type !== 'refuse-wallet');
    expect(breaking(acts, held)).toEqual([]);
  });

  it('answers each wallet: it is being checked, or it is refused', () => {
    const authorized = edges.filter(({ input }) => input.type === 'submit' && input.wallet);
    const refuses = ({ effects }: Edge): boolean => effects.some(({ type }) => type === 'refuse-wallet');
    expect(
      breaking((edge) => {
        const begins = edge.from.name === 'ready' && edge.to.name === 'validating' && edge.to.wallet === 'google_pay';
        // One that is being checked is left alone.
        const checked = edge.from.name === 'validating' && edge.from.wallet;
        return !checked && begins === refuses(edge);
      }, authorized),
    ).toEqual([]);
    const dropped = edges.filter(
      ({ from, to }) =>
        from.name === 'validating' && from.wallet && to.name !== 'validating' && to.name !== 'confirming',
    );
    expect(dropped.length).toBeGreaterThan(0);
    expect(breaking((edge) => !refuses(edge), dropped)).toEqual([]);
  });

  it('pays with a wallet only what a wallet has asked for', () => {
    const confirms = edges.filter(({ effects }) => effects.some(({ type }) => type === 'confirm'));
    expect(
      breaking(({ from, effects }) => {
        const confirm = effects.find((effect) => effect.type === 'confirm');
        return from.name === 'validating' && confirm?.wallet !== from.wallet;
      }, confirms),
    ).toEqual([]);
  });

  it('confirms only out of validating, when every check has passed, once', () => {
    const confirms = edges.filter(({ effects }) => effects.some(({ type }) => type === 'confirm'));
    expect(confirms.length).toBeGreaterThan(0);
    expect(
      breaking(({ from, input, to, effects }) => {
        const once = effects.filter(({ type }) => type === 'confirm').length === 1;
        return from.name !== 'validating' || input.type !== 'check.passed' || to.name !== 'confirming' || !once;
      }, confirms),
    ).toEqual([]);
  });

  it('goes back to the form only on a known no', () => {
    const known = ({ from, input }: Edge): boolean => {
      if (from.name === 'confirming')
        return (
          input.type === (from.invoice && input.type !== 'confirm.declined' ? 'invoice.refused' : 'confirm.declined')
        );
      const open = input.type === 'truth' && input.truth.status === 'open';
      if (from.name === 'checking') return open && from.reason === 'unclear' && from.seenOpen === 2 && !from.paused;
      return open && from.name === 'unresolved' && from.reason === 'unclear';
    };
    const back = between(MONEY_MAY_MOVE, ['ready']);
    expect(new Set(back.map(({ from }) => from.name))).toEqual(new Set(MONEY_MAY_MOVE));
    expect(breaking((edge) => !known(edge), back)).toEqual([]);
    expect(breaking(({ to }) => to.name === 'ready' && !to.error, back)).toEqual([]);
  });

  it('asks for an invoice only after the customer has read what it means, and as seldom as it pays', () => {
    const asks = edges.filter(({ to }) => to.name === 'confirming' && to.invoice === true);
    expect(asks.length).toBeGreaterThan(0);
    const sent = edges.filter(({ to, from }) => to.name === 'validating' && from !== to && to.invoice === true);
    expect(sent.length).toBeGreaterThan(0);
    expect(
      breaking(({ from, input }) => from.name !== 'ready' || !from.invoice || input.type !== 'invoice.send', sent),
    ).toEqual([]);
    expect(
      breaking(({ from, to }) => from.name === 'validating' && to.name === 'confirming' && from.invoice !== to.invoice),
    ).toEqual([]);
  });

  it('begins another opening while money may move only when an earlier visit’s session turns out to be open, expired or gone, or the field that paid is broken or its page was left', () => {
    expect(
      breaking(
        ({ from, input }) =>
          !('reason' in from && ['resumed', 'returned', 'restored', 'broken'].includes(from.reason)) ||
          !(
            input.type === 'truth.gone' ||
            (input.type === 'truth' && ['open', 'expired'].includes(input.truth.status))
          ),
        between(MONEY_MAY_MOVE, ['loading']),
      ),
    ).toEqual([]);
  });

  it('lets no time-out end a confirmation', () => {
    const time = ['ask.due', 'ask.over', 'open.slow', 'open.timeout', 'page.visible', 'truth.unknown', 'truth.gone'];
    const timed = edges.filter(({ from, input }) => from.name === 'confirming' && time.includes(input.type));
    expect(breaking(({ to }) => to.name !== 'confirming', timed)).toEqual([]);
  });
});

describe('money that moved is told', () => {
  it('emits success exactly when complete is entered, once', () => {
    expect(
      breaking((edge) => {
        const entered = edge.to.name === 'complete' && edge.from.name !== 'complete';
        return emissions(edge).filter((event) => event === 'billing-complete').length !== (entered ? 1 : 0);
      }),
    ).toEqual([]);
  });

  it('accepts a late truth wherever the session is known', () => {
    const about = states.filter((state) => sessionIdOf(state) !== null && state.name !== 'complete');
    for (const state of about) {
      const id = sessionIdOf(state) ?? '';
      for (const attempt of [state.attempt, state.attempt - 1]) {
        const [told] = transition(state, { type: 'truth', attempt, truth: truth('complete', { id }) });
        expect(told.name, JSON.stringify(state)).toBe('complete');
      }
    }
  });

  it('accepts a late answer of Stripe’s wherever it may come', () => {
    for (const state of states.filter(({ name }) => [...MONEY_MAY_MOVE, 'action', 'processing'].includes(name))) {
      const id = sessionIdOf(state) ?? '';
      const [told] = transition(state, { ...stripeComplete, attempt: state.attempt, id });
      expect(told.name, JSON.stringify(state)).toBe('complete');
    }
  });

  it('asks before it believes a failure that Stripe contradicts', () => {
    for (const state of states.filter(({ name }) => name === 'expired' || name === 'failed')) {
      const [asked, effects] = transition(state, { ...stripeComplete, attempt: state.attempt });
      expect(asked).toMatchObject({ name: 'checking', id: 'cs_1' });
      expect(effects).toContainEqual({ type: 'ask', attempt: state.attempt, id: 'cs_1' });
    }
  });

  it('never leaves complete but for another purchase', () => {
    expect(
      breaking(({ from, to, input }) => from.name === 'complete' && to.name !== 'complete' && input.type !== 'restart'),
    ).toEqual([]);
  });
});

describe('nobody is stuck', () => {
  it('gives every wait an input that means something where it was asked for', () => {
    const waits = edges.flatMap(({ to, effects }) =>
      effects.flatMap((effect) => (effect.type === 'wait' ? [{ to, input: effect.input }] : [])),
    );
    expect(waits.length).toBeGreaterThan(0);
    const idle = waits.filter(({ to, input }) => {
      const [next, effects] = transition(to, input);
      return next === to && effects.length === 0;
    });
    expect(idle.slice(0, 3)).toEqual([]);
  });

  it('has a way out of every state, and a restart at every end', () => {
    for (const state of states) {
      if (ENDS.includes(state.name)) expect(transition(state, { type: 'restart' })[0].name).toBe('loading');
      else {
        const out = inputsAt(state.attempt).some((input) => transition(state, freeze(input))[0].name !== state.name);
        expect(out, JSON.stringify(state)).toBe(true);
      }
    }
  });

  it('keeps asking while nobody knows: no question ends without another', () => {
    const unanswered = edges.filter(
      (edge) =>
        MONEY_MAY_MOVE.includes(edge.from.name) &&
        edge.from.name === edge.to.name &&
        edge.input.type === 'truth.unknown' &&
        !isStale(edge),
    );
    const silent = ({ from, effects }: Edge): boolean =>
      !effects.some(({ type }) => type === 'wait') && !(from.name === 'checking' && from.paused);
    expect(unanswered.length).toBeGreaterThan(0);
    expect(breaking(silent, unanswered)).toEqual([]);
  });

  it('shows no form that was closed: whoever leaves the form for an end takes the fields away', () => {
    const left = between(['loading', 'ready', 'validating', 'confirming', 'checking', 'unresolved'], ENDS);
    expect(breaking(({ effects }) => !effects.some(({ type }) => type === 'close'), left)).toEqual([]);
  });

  it('begins at rest', () => {
    const nothing: CheckoutState = INITIAL_STATE;
    expect(transition(nothing, { type: 'submit' })).toEqual([nothing, []]);
    expect(transition(nothing, { type: 'load' })[0]).toEqual({ name: 'loading', attempt: 1, slow: false });
  });
});
