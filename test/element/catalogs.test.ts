/** Every catalog says everything, counts as its language counts, and keeps what is put into sentences in one piece. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExtraMessages } from '../../src/core/extra-messages.js';
import type { Messages } from '../../src/core/messages.js';
import { CATALOGS } from '../../src/element/locales/catalogs.js';
import { EXTRA_CATALOGS } from '../../src/element/extras/extra-catalogs.js';
import { messages as english } from '../../src/locales/en.js';
import { findUnusedWords, findWrongWords } from '../../scripts/words.mjs';

type Words = Messages & ExtraMessages;
type Look = (tag: string, words: unknown, english: unknown) => readonly string[];

const lookAt = findWrongWords as Look;

const tags = readdirSync(join(import.meta.dirname, '../../src/locales')).map((name) => name.replace(/\.ts$/, ''));
const load = async (tag: string): Promise<Words> =>
  ((await import(`../../src/locales/${tag}.ts`)) as { messages: Words }).messages;

it('there are at least 24 beside English, and each is fetched', () => {
  const others = tags.filter((tag) => tag !== 'en').sort();
  expect(others.length).toBeGreaterThanOrEqual(24);
  const fetched = Object.keys(CATALOGS).filter((tag) => !['en-XA', 'ar-XB'].includes(tag));
  expect(fetched.sort()).toEqual(others);
  expect(Object.keys(EXTRA_CATALOGS).sort()).toEqual(Object.keys(CATALOGS).sort());
});

describe.each(tags.filter((tag) => tag !== 'en'))('%s', (tag) => {
  it('says everything, in its own words', async () => {
    expect(lookAt(tag, await load(tag), english)).toEqual([]);
  });

  it('comes in the same words when it is fetched', async () => {
    const [form, later] = (await CATALOGS[tag]?.()) ?? [];
    const extra = await EXTRA_CATALOGS[tag]?.();
    expect({ ...form?.form, ...later?.later, ...extra?.extra }).toEqual(await load(tag));
  });

  it('asks for money, dates and names, and never has any of its own', async () => {
    const { consent, completePaid, trialUntil, payingAs } = await load(tag);
    expect(`${consent('', '')} ${completePaid('')} ${trialUntil('', '', '')} ${payingAs('')}`).not.toMatch(/\d|[$€£¥]/);
  });
});

describe('the gate', () => {
  const look = (change: object): readonly string[] =>
    lookAt('xx', { ...english, ...change }, english).filter(
      // A copy of English is English all over.
      (line) => !line.includes('is English'),
    );

  it.each<readonly [string, object, string]>([
    ['a missing word', { email: undefined }, 'xx: email is missing'],
    ['a missing word of a group', { errors: { ...english.errors, slow: undefined } }, 'xx: errors.slow is missing'],
    ['a word nobody knows', { emial: 'x' }, 'xx: emial is in no other catalog: it is unknown'],
    ['a text where a sentence belongs', { pay: 'Pay' }, 'xx: pay is a string; it has to be a function'],
    ['an empty word', { email: '' }, 'xx: email is empty, or has space around it'],
    ['a sentence that leaves the amount out', { pay: (_: string) => 'Pay' }, 'xx: pay leaves ⟨0⟩ out'],
    [
      'a sentence that throws',
      {
        pay: (_: string) => {
          throw new Error('x');
        },
      },
      'xx: pay throws: Error: x',
    ],
    [
      'a sentence with a hole',
      { payingAs: (_: string) => `${String(undefined)} ⟨0⟩` },
      'xx: payingAs gives "undefined ⟨0⟩"',
    ],
  ])('finds %s', (_, change, line) => {
    expect(look(change)).toEqual([line]);
  });

  it('finds a catalog that is English by accident', () => {
    expect(lookAt('xx', english, english)).toContain('xx: address is English: "Billing address"');
  });

  it('finds a message that no code asks for', () => {
    const find = findUnusedWords as (words: object, code: string) => readonly string[];
    expect(find({ pay: 'x', errors: { slow: 'y', gone: 'z' } }, 'messages.pay messages.errors[slow]')).toEqual([
      'en: gone is used nowhere',
    ]);
  });
});

describe('plurals', () => {
  const months = (count: number) => ({ interval: 'month', count }) as const;

  it.each<readonly [string, readonly (readonly [number, string])[]]>([
    [
      'pl',
      [
        [1, 'miesięcznie'],
        [2, 'co 2 miesiące'],
        [5, 'co 5 miesięcy'],
        [12, 'co 12 miesięcy'],
        [22, 'co 22 miesiące'],
      ],
    ],
    [
      'cs',
      [
        [1, 'měsíčně'],
        [3, 'každé 3 měsíce'],
        [6, 'každých 6 měsíců'],
      ],
    ],
    [
      'uk',
      [
        [1, 'на місяць'],
        [2, 'кожні 2 місяці'],
        [6, 'кожні 6 місяців'],
        [21, 'кожен 21 місяць'],
      ],
    ],
    [
      'ar',
      [
        [1, 'شهريًا'],
        [2, 'كل شهرين'],
        [3, 'كل 3 أشهر'],
        [12, 'كل 12 شهرًا'],
        [100, 'كل 100 شهر'],
      ],
    ],
    [
      'he',
      [
        [1, 'לחודש'],
        [2, 'כל חודשיים'],
        [6, 'כל 6 חודשים'],
      ],
    ],
    [
      'ro',
      [
        [3, 'la fiecare 3 luni'],
        [24, 'la fiecare 24 de luni'],
      ],
    ],
    [
      'de',
      [
        [1, 'pro Monat'],
        [3, 'alle 3 Monate'],
      ],
    ],
    [
      'ja',
      [
        [1, '毎月'],
        [3, '3か月ごとに'],
      ],
    ],
  ])('of %s', async (tag, counts) => {
    const { every } = await load(tag);
    expect(counts.map(([count]) => every(months(count)))).toEqual(counts.map(([, text]) => text));
  });

  it('of discounts', async () => {
    const [polish, arabic] = [await load('pl'), await load('ar')];
    expect([1, 3, 5].map(polish.discountLasts)).toEqual(['Przez 1 miesiąc', 'Przez 3 miesiące', 'Przez 5 miesięcy']);
    expect([arabic.discountLasts('once'), arabic.discountLasts('forever')]).toEqual(['الدفعة الأولى', 'كل دفعة']);
    expect([1, 2, 3].map(arabic.discountLasts)).toEqual(['لمدة شهر واحد', 'لمدة شهرين', 'لمدة 3 أشهر']);
  });
});

describe.each(['ar', 'he'])('%s, from right to left', (tag) => {
  it('isolates names, codes and amounts', async () => {
    const words = await load(tag);
    expect(words.payingAs('ada@example.com')).toContain('\u2068ada@example.com\u2069');
    expect(words.promotionApplied('SAVE20', '$5.00')).toMatch(/\u2068SAVE20\u2069.*\u2068\$5\.00\u2069/);
    // A price and how often: the amount comes first, as it is read.
    const rate = words.rate('$5.00', words.every({ interval: 'month', count: 1 }));
    expect(words.quantityOf(3, rate)).toBe(`3 × ${rate}`);
    expect(words.promotionApplied('SAVE20', '')).not.toContain('\u2068\u2069');
  });
});

it('from left to right nothing is added', async () => {
  const { payingAs } = await load('de');
  expect(payingAs('ada@example.com')).toBe('Sie bezahlen als ada@example.com');
});

describe('pseudo-locales', () => {
  it('change the words of English and nothing that is put into them', async () => {
    const [{ form: accented }] = (await CATALOGS['en-XA']?.()) as unknown as readonly [{ form: Messages }];
    expect(accented.email).toMatch(/^\[ÉṁåîĻ ·+\]$/i);
    expect(accented.pay('$10.50')).toMatch(/^\[Þåý \$10\.50 ·+\]$/);
    expect(accented.discountLasts(3)).toMatch(/^\[Ƒöŕ 3 ṁöñţĥš ·+\]$/);
    expect(accented.discountLasts('once')).toMatch(/^\[Ƒîŕšţ /);
    const [{ form: mirrored }] = (await CATALOGS['ar-XB']?.()) as unknown as readonly [{ form: Messages }];
    expect(mirrored.email).toBe('\u202eEmail\u202c');
  });
});
