/** A bank's no, and what a customer can do about it. */
import { describe, expect, it } from 'vitest';
import { maySameCard, toDeclineAdvice, toDeclineClass } from '../../src/core/declines.js';
import { en } from '../../src/element/locales/en.js';
import { ADVISED, DOCUMENTED } from './support/documented-declines.js';

describe('declines', () => {
  it.each(DOCUMENTED)('%s is %o', (code, advice) => {
    expect(toDeclineAdvice(code)).toEqual(advice);
  });

  it.each(ADVISED)('the advice %s alone is %o', (advice, meaning) => {
    expect(toDeclineAdvice('generic_decline', advice)).toEqual(meaning);
    expect(toDeclineAdvice(null, advice)).toEqual(meaning);
  });

  it('has words for each class and each look', () => {
    for (const [, { class: name, look }] of DOCUMENTED) {
      expect(look === null ? en.declineAdvice[name] : en.declineLook[look]).not.toBe('');
    }
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
    const again = DOCUMENTED.map(([, { class: name }]) => name).filter(maySameCard);
    expect([...new Set(again)].sort()).toEqual(['authenticate', 'reenter', 'retry_later']);
  });

  it('says no more than no about suspected fraud', () => {
    const { errors, declineAdvice } = en;
    expect(`${errors.declined} ${declineAdvice.generic}`).not.toMatch(/fraud|lost|stolen|steal|suspect|report|police/i);
  });
});
