/** What may be a promotion code. */

/** The longest code that Stripe keeps. */
export const MAX_PROMOTION_CODE = 500;

/**
 * Whether it is worth asking Stripe about. What a code is written with, Stripe knows; what is longer cannot be one.
 *
 * @example
 * ```ts
 * import { isPromotionCode } from 'billing-checkout/contract';
 *
 * console.log(isPromotionCode('SPRING25')); // true
 * console.log(isPromotionCode('')); // false
 * ```
 */
export const isPromotionCode = (text: string): boolean => text !== '' && text.length <= MAX_PROMOTION_CODE;
