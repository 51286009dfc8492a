/** Funnel events as they travel: closed, so that nothing a customer typed fits in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  funnelBatchSchema,
  funnelEventSchema,
  MAX_FUNNEL_BYTES,
  MAX_FUNNEL_EVENTS,
  type FunnelEvent,
} from '../../src/contract/index.js';
import { EVERY_EVENT } from './support/every-event.js';

type Fields = Readonly<Record<string, unknown>>;

const fits = (event: unknown): boolean => funnelEventSchema.safeParse(event).success;

/** Where a text stands in an event: names of fields, outer first. */
function texts(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...path]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, [...path, name]));
}

/** The event with another value at a path. */
function put(event: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  const inner = (event as Fields)[name];
  const next = rest.length === 0 ? value : put(inner as object, rest, value);
  return Array.isArray(event) ? event.with(Number(name), next) : { ...event, [name]: next };
}

const everyText = EVERY_EVENT.flatMap((event) => texts(event).map((path) => ({ event, path })));

/** What people type: names, sentences, emails, addresses, phone and card numbers, tax ids. */
const PERSONAL = [
  'Ada Lovelace',
  'Ada',
  'ada@example.com',
  'ada%40example.com',
  '4242 4242 4242 4242',
  '4242424242424242',
  '4242-4242-4242-4242',
  '12 St James Square',
  'SW1Y 4JH',
  '+44 20 7946 0958',
  'DE123456789',
  'GB 123 4567 89',
  'Your card was declined.',
  'https://example.com/?email=ada@example.com',
  'Müller',
  '山田太郎',
  '',
];

describe('an event', () => {
  it.each(EVERY_EVENT.map((event) => [event.type, event]))('is taken: %s', (_type, event) => {
    expect(funnelEventSchema.parse(event)).toEqual(event);
  });

  it('is shown in every type there is', () => {
    const types = funnelEventSchema.def.options.map(({ def }) => def.shape.type.def.values[0]);
    expect(EVERY_EVENT.map(({ type }) => type)).toEqual(types);
  });

  it('takes a few hundred bytes, so that the most at once fit in a body', () => {
    const longest = Math.max(...EVERY_EVENT.map((event) => JSON.stringify(event).length));
    expect(longest * MAX_FUNNEL_EVENTS).toBeLessThan(MAX_FUNNEL_BYTES);
  });
});

describe('free text', () => {
  it.each(everyText.map(({ event, path }) => [`${event.type}.${path.join('.')}`, event, path] as const))(
    'finds no place in %s',
    (_where, event, path) => {
      const allowed = PERSONAL.filter((text) => fits(put(event, path, text)));
      // The name of an experiment or a variant is the host's own slug; a single word is all that it holds.
      const slug = path[0] === 'experiment';
      expect(allowed).toEqual(slug ? ['Ada', '4242424242424242', '4242-4242-4242-4242', 'DE123456789'] : []);
    },
  );

  it('finds no place: whatever is taken is a word of a closed set, a slug or an id', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.emailAddress(),
      fc.lorem({ maxCount: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...everyText), anything, ({ event, path }, text) => {
        if (fits(put(event, path, text))) expect(text).toMatch(/^(?:[a-z0-9][a-z0-9_-]{0,63}|cs_\w{1,252})$/i);
      }),
      { numRuns: 600 },
    );
  });

  it('finds no place beside the fields, by whatever name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY_EVENT), fc.string({ minLength: 1 }), fc.anything(), (event, name, value) => {
        fc.pre(!(name in event));
        const planted = JSON.parse(JSON.stringify({ ...event, [name]: value ?? null })) as Fields;
        expect(fits(planted)).toBe(!Object.hasOwn(planted, name));
      }),
    );
  });

  it('finds no place where a number belongs', () => {
    for (const event of EVERY_EVENT) {
      const numbers = Object.entries(event).filter(([, value]) => typeof value === 'number');
      expect(numbers.length).toBeGreaterThan(2);
      for (const [name] of numbers) {
        for (const value of ['4242424242424242', '1', 1.5, -1, NaN, Infinity, null])
          if (fits(put(event, [name], value))) expect([name, value]).toEqual([name, null]);
      }
    }
  });
});

describe('a field left out', () => {
  it('is refused: what is not known is null', () => {
    for (const event of EVERY_EVENT)
      for (const name of Object.keys(event)) {
        const { [name]: _left, ...rest } = event as Fields;
        expect(fits(rest), `${event.type} without ${name}`).toBe(false);
      }
  });
});

describe('a batch', () => {
  const batch = (events: readonly unknown[]): object => ({ contract: 1, events });
  const viewed = EVERY_EVENT.slice(0, 1);

  it.each([
    ['nothing', batch([]), false],
    ['one event', batch(viewed), true],
    ['as many as may be', batch(Array<FunnelEvent[]>(MAX_FUNNEL_EVENTS).fill(viewed).flat()), true],
    [
      'one too many',
      batch(
        Array<FunnelEvent[]>(MAX_FUNNEL_EVENTS + 1)
          .fill(viewed)
          .flat(),
      ),
      false,
    ],
    ['another version', batch([{ ...viewed[0], v: 2 }]), false],
    ['a type of its own', batch([{ ...viewed[0], type: 'sneezed' }]), false],
    ['something beside', { ...batch(viewed), ip: '203.0.113.7' }, false],
  ])('of %s', (_what, body, taken) => {
    expect(funnelBatchSchema.safeParse(body).success).toBe(taken);
  });
});
