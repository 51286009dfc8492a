/** Checkouts in a world that loses answers, clicks at any time and takes its time: money is taken once, and told. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { World } from './support/world.js';

const walks = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 120, size: 'max' });

/** A checkout that has lived through these choices. */
function live(choices: readonly number[]): World {
  let choice = 0;
  const world = new World((count) => choice % count);
  world.store.send({ type: 'load' });
  for (choice of choices) world.step();
  return world;
}

const every = (holds: (world: World) => void): void => {
  fc.assert(
    fc.property(walks, (choices) => {
      holds(live(choices));
    }),
    { numRuns: 1_500 },
  );
};

it('goes everywhere', () => {
  const been = new Set(
    fc.sample(walks, { numRuns: 3_000, seed: 1 }).map((choices) => {
      const { state, completions } = live(choices);
      return completions.length > 1 ? 'complete, twice over' : state.name;
    }),
  );
  for (const name of [
    'loading',
    'ready',
    'validating',
    'confirming',
    'checking',
    'unresolved',
    'processing',
    'complete',
  ]) {
    expect(been).toContain(name);
  }
  expect(been).toContain('complete, twice over');
});

it('orders by invoice, too: at once, and after an answer that was lost', () => {
  const ends = fc.sample(walks, { numRuns: 3_000, seed: 1 }).map((choices) => {
    const { completions, sessions } = live(choices);
    return completions.some((id) => sessions.get(id) === 'invoiced');
  });
  expect(ends).toContain(true);
});

it('has at most one confirmation of a session under way, or one request for its invoice', () => {
  every(({ mostConfirmations }) => {
    expect(mostConfirmations).toBeLessThanOrEqual(1);
  });
});

it('leaves no wallet waiting that is not being checked', () => {
  every(({ walletsWaiting, state }) => {
    expect(walletsWaiting).toBe(state.name === 'validating' && state.wallet ? 1 : 0);
  });
});

it('keeps one session that can be paid, whatever is started over', () => {
  every(({ sessions }) => {
    expect([...sessions.values()].filter((status) => status === 'open').length).toBeLessThanOrEqual(1);
  });
});

it('tells of success at most once per session, and never of one that is not', () => {
  every(({ completions, sessions }) => {
    expect(completions).toHaveLength(new Set(completions).size);
    for (const id of completions) expect(['complete', 'invoiced']).toContain(sessions.get(id));
  });
});

it('ends by knowing, once the world answers again: what is paid is shown as paid', () => {
  every((world) => {
    const { name } = world.state;
    const current = 'session' in world.state ? world.state.session.id : 'id' in world.state ? world.state.id : null;
    const status = current === null ? null : world.sessions.get(current);
    world.settle();
    if (['confirming', 'checking', 'unresolved'].includes(name)) {
      expect(['ready', 'complete', 'processing', 'expired', 'failed']).toContain(world.state.name);
    }
    if ((status === 'complete' || status === 'invoiced') && name !== 'ready')
      expect(world.completions).toContain(current);
  });
});
