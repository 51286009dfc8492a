import { describe, expect, it } from 'vitest';
import { checkEmail } from '../../../../src/simulator/script/checkout/check-email.js';
import { parseClientSecret } from '../../../../src/simulator/script/checkout/parse-client-secret.js';
import { parsePublishableKey } from '../../../../src/simulator/script/parse-publishable-key.js';

describe('client secret', () => {
  it('names its session', () => {
    expect(parseClientSecret('cs_test_a1B2_secret_xyz')).toEqual({
      sessionId: 'cs_test_a1B2',
      clientSecret: 'cs_test_a1B2_secret_xyz',
    });
  });

  it.each(['pi_1_secret_2', 'seti_1_secret_2', 'cs_live_1_secret_2', 'cs_test_1', '', 'toString', undefined, 7])(
    'refuses %s',
    (secret) => {
      expect(parseClientSecret(secret).problem).toBeTypeOf('string');
    },
  );
});

describe('publishable key', () => {
  it('takes a test key of any name', () => {
    expect(parsePublishableKey('pk_test_acme_2')).toBe('pk_test_acme_2');
  });

  it.each([
    ['sk_test_1', 'You should not use your secret key with Stripe.js.'],
    ['pk_live_1', 'never a live key'],
    ['', 'You used an empty string'],
    ['hello', 'publishable key'],
    [undefined, 'should be a string'],
  ])('refuses %s', (key, words) => {
    expect(() => parsePublishableKey(key)).toThrow(
      expect.objectContaining({ name: 'IntegrationError', message: expect.stringContaining(words) }),
    );
  });
});

describe('email', () => {
  it.each([
    ['ada@example.com', 'valid'],
    ['ada', 'incompleteEmail'],
    ['ada@', 'incompleteEmail'],
    ['ada@example', 'incompleteEmail'],
    ['ada@@example.com', 'invalidEmail'],
    ['ada lovelace@example.com', 'invalidEmail'],
  ])('takes %s as %s', (email, verdict) => {
    expect(checkEmail(email)).toBe(verdict);
  });
});
