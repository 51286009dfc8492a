import { expect, it } from 'vitest';
import { showsDetails } from '../../src/contract/index.js';

const asks = (email: 'ask' | 'known', billingAddress: 'auto' | 'required') => ({ email, billingAddress });

it.each([
  ['an email that nobody knows', asks('ask', 'auto'), [], true],
  ['an email that the page knows', asks('ask', 'auto'), ['email'], false],
  ['an email that the server knows', asks('known', 'auto'), [], false],
  ['an address that nobody knows', asks('known', 'required'), ['email'], true],
  ['an address that the page knows', asks('known', 'required'), ['billing_address'], false],
  ['both, one of them known', asks('ask', 'required'), ['email'], true],
  ['both, the other known', asks('ask', 'required'), ['billing_address'], true],
  ['both, and both known', asks('ask', 'required'), ['email', 'billing_address'], false],
] as const)('page one of two, when it asks for %s', (_what, features, prefilled, shown) => {
  expect(showsDetails(features, prefilled)).toBe(shown);
});
