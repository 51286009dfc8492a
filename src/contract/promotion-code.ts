/** What may be a promotion code. */

/** The longest code that Stripe keeps. */
export const MAX_PROMOTION_CODE = 500;

/** Whether it is worth asking Stripe about. What a code is written with, Stripe knows; what is longer cannot be one. */
export const isPromotionCode = (text: string): boolean => text !== '' && text.length <= MAX_PROMOTION_CODE;
