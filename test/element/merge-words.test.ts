/** Words over English: what cannot be used stays English, and is told once. */
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { en } from '../../src/element/locales/en.js';
import { overlay } from '../../src/element/merge-words.js';

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  warn.mockRestore();
});

/** A name of its own for each test: the same warning is given once per page. */
let count = 0;
const source = (): string => `words ${String((count += 1))}`;
const warnings = (): readonly string[] => warn.mock.calls.map(([text]) => String(text));

it('takes single words, and single ones of a group', () => {
  const words = overlay(en, { email: 'Mail', errors: { declined: 'No.' }, pay: () => 'Buy' }, false, source());
  expect([words.email, words.errors.declined, words.pay('$1')]).toEqual(['Mail', 'No.', 'Buy']);
  expect([words.address, words.errors.offline]).toEqual([en.address, en.errors.offline]);
  expect(warnings()).toEqual([]);
});

it.each([
  ['no object', 7],
  ['nothing', null],
  ['text', 'de'],
  ['an empty object', {}],
])('stays English for %s', (_, given) => {
  expect(overlay(en, given, false, source())).toEqual(en);
  expect(warnings()).toEqual([]);
});

it('keeps English for what is of another kind, and says so once', () => {
  const name = source();
  const given = { email: 7, pay: 'Pay now', address: null, errors: 'oops', invalid: { email: () => 'x' } };
  const words = overlay(en, given, false, name);
  expect(words).toEqual(en);
  expect(warnings()).toEqual([
    `[billing-checkout] ${name}: email, address, pay, invalid.email, errors cannot be used. English is shown instead.`,
  ]);
});

it('tells of what a catalog lacks', () => {
  const { email: _, ...rest } = en;
  const name = source();
  expect(overlay(en, rest, true, name).email).toBe(en.email);
  expect(warnings()).toEqual([`[billing-checkout] ${name}: email cannot be used. English is shown instead.`]);
});

it.each([
  [
    'throws',
    (): string => {
      throw new Error('no');
    },
  ],
  ['gives no text', (): unknown => undefined],
  ['gives a promise', () => Promise.resolve('later')],
])('says in English what %s', (_, pay) => {
  const words = overlay(en, { pay }, false, source());
  expect(words.pay('$1')).toBe('Pay $1');
  expect(words.pay('$2')).toBe('Pay $2');
  expect(warnings()).toHaveLength(1);
});

it('takes nothing that English does not have', () => {
  const words = overlay(en, { constructor: 'x', unknown: 'y', __proto__: { email: 'z' } }, false, source());
  expect(Object.keys(words)).toEqual(Object.keys(en));
  expect(words).not.toHaveProperty('unknown');
});
