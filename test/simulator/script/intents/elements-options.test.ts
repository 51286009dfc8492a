import { describe, expect, it } from 'vitest';
import { readElementsOptions, toContext } from '../../../../src/simulator/script/intents/elements-options.js';
import { parseIntentSecret } from '../../../../src/simulator/script/intents/parse-intent-secret.js';

describe('options of a group', () => {
  it('are for an intent that is there', () => {
    expect(readElementsOptions({ clientSecret: 'seti_1_secret_2' }).purpose).toEqual({
      type: 'intent',
      secret: { kind: 'setup_intent', clientSecret: 'seti_1_secret_2', path: '/v1/setup_intents/seti_1' },
    });
  });

  it('or for one that is still to come, in either spelling', () => {
    const { purpose } = readElementsOptions({
      mode: 'payment',
      amount: 2000,
      currency: 'usd',
      setup_future_usage: 'off_session',
      captureMethod: 'automatic',
    });
    expect(purpose).toEqual({
      type: 'deferred',
      context: {
        mode: 'payment',
        amount: 2000,
        currency: 'usd',
        setup_future_usage: 'off_session',
        capture_method: 'automatic',
      },
    });
  });

  it.each([
    [{ mode: 'payment', currency: 'usd' }, 'amount is required'],
    [{ mode: 'subscription', amount: 1 }, 'currency is required'],
    [{ mode: 'gift' }, 'mode should be one of'],
    [{ customerSessionClientSecret: 'cuss_1' }, 'should be a client secret of a CustomerSession'],
    [{ paymentMethodTypes: ['card'] }, 'is no longer supported'],
    [{ colour: 'red' }, 'colour is not an accepted parameter'],
  ])('%o are refused', (options, words) => {
    expect(() => readElementsOptions(options as object)).toThrow(words);
  });
});

it('changes what it is told, and keeps the rest; null takes future usage away', () => {
  const before = { mode: 'payment', amount: 2000, currency: 'usd', setup_future_usage: 'off_session' } as const;
  expect(toContext({ amount: 2500 }, before)).toEqual({ ...before, amount: 2500 });
  expect(toContext({ setupFutureUsage: null }, before)).toEqual({ mode: 'payment', amount: 2000, currency: 'usd' });
});

it.each(['pi_1', 'cs_test_1_secret_2', 'pi_1_secret_', 7])('takes no %s for the secret of an intent', (secret) => {
  expect(() => parseIntentSecret('elements()', secret)).toThrow('clientSecret should be a client secret');
});
