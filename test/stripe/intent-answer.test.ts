/** What a confirmation of an intent sends, and how its answers are read. */
import type { PaymentIntentResult, SetupIntentResult } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { confirmParams, toConfirmAnswer } from '../../src/stripe/intent-answer.js';

const payment = (status: string) =>
  toConfirmAnswer(
    { paymentIntent: { object: 'payment_intent', status, amount: 1_890, currency: 'usd' } } as PaymentIntentResult,
    'in_1',
    'usd',
  );
const setup = (status: string) =>
  toConfirmAnswer({ setupIntent: { object: 'setup_intent', status } } as SetupIntentResult, 'seti_1', 'eur');
const error = (fields: object) => toConfirmAnswer({ error: fields } as PaymentIntentResult, 'in_1', 'usd');

describe('an answer', () => {
  const paid = { type: 'complete', id: 'in_1', payment: 'paid', amount: 1_890, currency: 'usd' };
  const kept = { type: 'complete', id: 'seti_1', payment: 'none_due', amount: 0, currency: 'eur' };

  it.each([
    ['succeeded', paid],
    ['requires_capture', paid],
    ['processing', { type: 'unpaid' }],
    ['requires_action', { type: 'unpaid' }],
    ['canceled', { type: 'unclear' }],
  ])('with a payment that is %s', (status, answer) => {
    expect(payment(status)).toEqual(answer);
  });

  it.each([
    ['succeeded', kept],
    ['processing', { type: 'unpaid' }],
    ['requires_payment_method', { type: 'unclear' }],
  ])('with a setup that is %s', (status, answer) => {
    expect(setup(status)).toEqual(answer);
  });

  it.each([
    [
      'a decline, with its advice',
      { type: 'card_error', code: 'card_declined', decline_code: 'lost_card', advice_code: 'do_not_try_again' },
      { type: 'declined', declineCode: 'lost_card', adviceCode: 'do_not_try_again' },
    ],
    [
      'a card at fault',
      { type: 'card_error', code: 'expired_card' },
      { type: 'declined', declineCode: 'expired_card' },
    ],
    [
      'a challenge that was not passed',
      { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' },
      { type: 'declined', declineCode: null },
    ],
    ['an unfinished field', { type: 'validation_error', code: 'incomplete_cvc' }, { type: 'unclear' }],
    ['a fault of Stripe’s', { type: 'api_error' }, { type: 'unclear' }],
    ['a lost connection', { type: 'api_connection_error' }, { type: 'unclear' }],
    [
      'an intent that has been paid before',
      { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' },
      { type: 'unclear' },
    ],
  ])('that is %s', (_, fields, answer) => {
    expect(error({ ...fields, message: 'In Stripe’s words.' })).toEqual({ ...answer, message: 'In Stripe’s words.' });
  });
});

describe('a confirmation', () => {
  const wish = { payment: true, savePayment: null, email: null, returnUrl: 'https://shop.example.com/buy' };
  const plain = { return_url: 'https://shop.example.com/buy' };

  it('sends what it must', () => {
    expect(confirmParams(wish)).toEqual(plain);
  });

  it('tells who pays', () => {
    expect(confirmParams({ ...wish, email: 'ada@example.com' })).toEqual({
      ...plain,
      payment_method_data: { billing_details: { email: 'ada@example.com' } },
    });
  });

  it('keeps a method only where the customer wants it, and never keeps it for less than the server asked', () => {
    expect(confirmParams({ ...wish, savePayment: true })).toEqual({
      ...plain,
      setup_future_usage: 'off_session',
      payment_method_data: { allow_redisplay: 'always' },
    });
    expect(confirmParams({ ...wish, savePayment: false })).toEqual({
      ...plain,
      payment_method_data: { allow_redisplay: 'limited' },
    });
  });

  it('of a setup says only whether the method may be offered again', () => {
    expect(confirmParams({ ...wish, payment: false, savePayment: true })).toEqual({
      ...plain,
      payment_method_data: { allow_redisplay: 'always' },
    });
  });
});
