/** A bank's no, and what a customer can do about it. */
import { describe, expect, it } from 'vitest';
import { maySameCard, toDeclineClass, type DeclineClass } from '../../src/core/declines.js';
import { en } from '../../src/element/locales/en.js';

/** Every code Stripe documents for cards, with what it recommends. Source: docs.stripe.com/declines/codes. */
const DOCUMENTED: Record<DeclineClass, readonly string[]> = {
  authenticate: ['authentication_required', 'authentication_not_handled'],
  contact_bank: [
    'approve_with_id',
    'call_issuer',
    'do_not_honor',
    'generic_decline',
    'invalid_account',
    'invalid_amount',
    'new_account_information_available',
    'no_action_taken',
    'not_permitted',
    'restricted_card',
    'security_violation',
    'service_not_allowed',
    'transaction_not_allowed',
    'try_again_later',
  ],
  other_method: [
    'card_not_supported',
    'card_velocity_exceeded',
    'currency_not_supported',
    'expired_card',
    'insufficient_funds',
    'offline_pin_required',
    'online_or_offline_pin_required',
    'pin_try_exceeded',
    'testmode_decline',
    'withdrawal_count_limit_exceeded',
  ],
  reenter: [
    'incorrect_address',
    'incorrect_cvc',
    'incorrect_number',
    'incorrect_pin',
    'incorrect_zip',
    'invalid_cvc',
    'invalid_expiry_month',
    'invalid_expiry_year',
    'invalid_number',
    'invalid_pin',
  ],
  retry_later: ['issuer_not_available', 'processing_error', 'reenter_transaction'],
  never_retry: [
    'do_not_try_again',
    'duplicate_transaction',
    'revocation_of_all_authorizations',
    'revocation_of_authorization',
    'stop_payment_order',
  ],
  generic: ['fraudulent', 'lost_card', 'merchant_blacklist', 'pickup_card', 'stolen_card'],
};

const cases = Object.entries(DOCUMENTED).flatMap(([name, codes]) => codes.map((code) => [code, name] as const));

describe('declines', () => {
  it.each(cases)('%s is %s', (code, name) => {
    expect(toDeclineClass(code)).toBe(name);
  });

  it.each([null, '', 'brand_new_code', 'constructor', '__proto__'])('sends customers to their bank for %j', (code) => {
    expect(toDeclineClass(code)).toBe('contact_bank');
  });

  it.each([
    ['generic_decline', 'confirm_card_data', 'reenter'],
    ['generic_decline', 'try_again_later', 'retry_later'],
    ['generic_decline', 'do_not_try_again', 'never_retry'],
    ['processing_error', 'do_not_try_again', 'never_retry'],
    ['insufficient_funds', 'try_again_later', 'other_method'],
    ['lost_card', 'do_not_try_again', 'generic'],
    ['generic_decline', 'constructor', 'contact_bank'],
  ])('%s with the advice %s is %s', (code, advice, name) => {
    expect(toDeclineClass(code, advice)).toBe(name);
  });

  it('offers the same card again only where that can help', () => {
    const again = Object.keys(DOCUMENTED).filter((name) => maySameCard(name as DeclineClass));
    expect(again.sort()).toEqual(['authenticate', 'reenter', 'retry_later']);
  });

  it('says no more than no about suspected fraud', () => {
    const { errors, declineAdvice } = en;
    expect(`${errors.declined} ${declineAdvice.generic}`).not.toMatch(/fraud|lost|stolen|steal|suspect|report|police/i);
  });
});
