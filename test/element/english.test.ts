/** English: plurals and whole sentences. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/element/locales/en.js';

describe('English', () => {
  it.each([
    [{ interval: 'month', count: 1 }, 'month'],
    [{ interval: 'month', count: 3 }, '3 months'],
    [{ interval: 'year', count: 1 }, 'year'],
    [{ interval: 'week', count: 2 }, '2 weeks'],
    [{ interval: 'day', count: 10 }, '10 days'],
  ] as const)('counts %o as %s', (cadence, text) => {
    expect(en.every(cadence)).toBe(text);
  });

  it('tells one missing thing from several', () => {
    expect(en.invalidTitle(1)).not.toBe(en.invalidTitle(2));
  });

  it('puts what it is given into its sentences', () => {
    expect(en.pay('$10.50')).toBe('Pay $10.50');
    expect(en.trialUntil('May 1, 2027', '$10.50', 'month')).toBe(
      'Free until May 1, 2027, then $10.50 every month, until you cancel.',
    );
  });

  it('leaves nothing empty', () => {
    const words = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [value];
    expect(words(en).filter((word) => word === '')).toEqual([]);
  });
});
