// @vitest-environment jsdom
/** A tag, read. */
import { expect, it } from 'vitest';
import { NO_WISHES } from '../../src/core/extra-fields.js';
import { readConfig, type ConfigSource } from '../../src/element/read-config.js';

/** Properties that were never set are not there at all. */
const tag = (properties: Partial<ConfigSource>): ConfigSource => properties;

it('takes a property never set as an attribute never given', () => {
  expect(readConfig(tag({ publishableKey: 'pk_test_abc', price: 'pro' }))).toEqual({
    publishableKey: 'pk_test_abc',
    endpoint: new URL('/billing', location.href).href,
    pays: { kind: 'purchase', items: [{ price: 'pro', quantity: 1 }] },
    returnUrl: location.href,
    express: false,
    wishes: NO_WISHES,
  });
});

it('reads paths against the page', () => {
  expect(
    readConfig(tag({ publishableKey: 'pk_test_abc', price: 'pro', endpoint: '/pay', returnUrl: '?done' })),
  ).toMatchObject({
    endpoint: new URL('/pay', location.href).href,
    returnUrl: new URL('?done', location.href).href,
  });
});

it('names every attribute that cannot be used', () => {
  const problems = readConfig(tag({ quantity: Number.NaN, savePayment: 'yes', price: 'pro' }));
  expect(problems).toMatchObject([
    { attribute: 'publishable-key' },
    { attribute: 'quantity' },
    { attribute: 'save-payment' },
  ]);
});
