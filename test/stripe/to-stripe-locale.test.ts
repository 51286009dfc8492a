/** Stripe.js is given a language it knows. */
import type { StripeElementLocale } from '@stripe/stripe-js';
import { expect, expectTypeOf, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRIPE_LOCALES, toStripeLocale } from '../../src/stripe/to-stripe-locale.js';
import { CATALOGS } from '../../src/element/locales/catalogs.js';

it('has exactly the locales of Stripe.js', () => {
  const types = readFileSync(
    join(import.meta.dirname, '../../node_modules/@stripe/stripe-js/dist/stripe-js/elements-group.d.ts'),
    'utf8',
  );
  const union = /type StripeElementLocale =([^;]+);/.exec(types)?.[1] ?? '';
  const names = [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(40);
  expect([...STRIPE_LOCALES, 'auto'].sort()).toEqual(names.sort());
  expectTypeOf(toStripeLocale).returns.toEqualTypeOf<StripeElementLocale>();
});

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en-GB'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['en-US', 'en'],
  ['fr', 'fr-FR'],
  ['fr-CA', 'fr-CA'],
  ['es-MX', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt'],
  ['zh-CN', 'zh'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['nb-NO', 'nb'],
  ['nn', 'nb'],
  ['no', 'no'],
  ['iw', 'he'],
  ['vi', 'vi'],
  ['uk', 'auto'],
  ['fa', 'auto'],
  ['en-XA', 'en'],
])('%s is %s', (locale, name) => {
  expect(toStripeLocale(locale)).toBe(name);
});

it('knows the language of every catalog but Ukrainian', () => {
  expect(Object.keys(CATALOGS).filter((tag) => toStripeLocale(tag) === 'auto')).toEqual(['uk']);
});
