import { expect, it } from 'vitest';
import { isPromotionCode, MAX_PROMOTION_CODE } from '../../src/contract/index.js';

it.each([
  ['SPRING20', true],
  ['spring-20', true],
  ['A'.repeat(MAX_PROMOTION_CODE), true],
  ['A'.repeat(MAX_PROMOTION_CODE + 1), false],
  ['A'.repeat(10_240), false],
  ['', false],
])('%.12s… may be a promotion code: %s', (text, may) => {
  expect(isPromotionCode(text)).toBe(may);
});
