/** Finds what a typed code, or a merchant's choice, takes off a session, or refuses it. */
import { findPromotionCode, couponIdOf, sameCode, whyOver } from './promotion-codes.js';
import { findCoupon } from './coupons.js';
import type { SessionDiscount, SessionRecord } from '../checkout/session-record.js';
import { amountFormatter } from '../page/format-amount.js';
import type { ApiError } from '../http/api-error.js';
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { CheckoutSession, PromotionCode } from '../stripe-types.js';

/** Codes of the browser's wire; Stripe.js makes its own of them. */
export const INVALID_CODE = 'promotion_code_invalid';
export const AMOUNT_INSUFFICIENT = 'promotion_code_amount_insufficient';

const invalid = (message: string): ApiError => invalidRequest(message, { code: INVALID_CODE, param: 'promotion_code' });

const WORDS = {
  expired: 'This code has expired.',
  'used-up': 'This code has been used up.',
  coupon: 'This code is no longer valid.',
} as const;

/** What a code that a customer typed stands for. */
export function redeemCode(account: Account, { session }: SessionRecord, code: string): SessionDiscount {
  const found = sameCode(account, code).filter(({ customer }) => customer === null || customer === session.customer);
  const usable = found.find(({ active }) => active);
  if (!usable) {
    const over = found.map((promotionCode) => whyOver(account, promotionCode)).find((why) => why !== null);
    throw invalid(over ? WORDS[over] : 'This code is invalid.');
  }
  checkCurrency(account, session, couponIdOf(usable), invalid);
  if (usable.restrictions.first_time_transaction && hasPaid(account, session)) {
    throw invalid('This code is for first purchases only.');
  }
  return { coupon: couponIdOf(usable), promotionCode: usable.id };
}

/** What the merchant's server chose in `discounts`. */
export function redeemChoice(
  account: Account,
  session: CheckoutSession,
  choice: { readonly coupon?: string | undefined; readonly promotion_code?: string | undefined },
): SessionDiscount {
  const at = 'discounts[0]';
  if ((choice.coupon === undefined) === (choice.promotion_code === undefined)) {
    throw invalidRequest('You must pass exactly one of `coupon` and `promotion_code` in `discounts[0]`.', {
      param: at,
    });
  }
  const refuse = (message: string): ApiError => invalidRequest(message, { param: at });
  const promotionCode =
    choice.promotion_code === undefined
      ? null
      : findPromotionCode(account, choice.promotion_code, `${at}[promotion_code]`);
  const coupon = promotionCode ? couponIdOf(promotionCode) : (choice.coupon ?? '');
  const { valid } = findCoupon(account, coupon, `${at}[coupon]`);
  if (!valid || promotionCode?.active === false) throw refuse('This coupon is no longer valid.');
  if (promotionCode && promotionCode.customer !== null && promotionCode.customer !== session.customer) {
    throw refuse('This promotion code cannot be redeemed by this customer.');
  }
  checkCurrency(account, session, coupon, refuse);
  return { coupon, promotionCode: promotionCode?.id ?? null };
}

function checkCurrency(
  account: Account,
  { currency }: CheckoutSession,
  coupon: string,
  refuse: (message: string) => ApiError,
): void {
  const { currency: wanted } = findCoupon(account, coupon);
  if (wanted !== null && wanted !== currency) throw refuse('This code cannot be used in this currency.');
}

/** A purchase that became too small for its code is refused as one that always was. */
export function checkMinimum(account: Account, record: SessionRecord, subtotal: number): void {
  const id = record.discount?.promotionCode;
  const code: PromotionCode | undefined = id == null ? undefined : account.promotionCodes.get(id);
  const { minimum_amount: least, minimum_amount_currency: currency } = code?.restrictions ?? {};
  if (least == null || currency == null) return;
  if (currency !== record.session.currency) throw invalid('This code cannot be used in this currency.');
  if (subtotal >= least) return;
  const shown = amountFormatter(currency, record.session.locale)(least).amount;
  throw invalidRequest(`This code needs a purchase of at least ${shown}.`, {
    code: AMOUNT_INSUFFICIENT,
    param: 'promotion_code',
  });
}

function hasPaid(account: Account, { customer }: CheckoutSession): boolean {
  if (typeof customer !== 'string') return false;
  return (
    [...account.paymentIntents.values()].some(
      (intent) => intent.customer === customer && intent.status === 'succeeded',
    ) || [...account.invoices.values()].some((invoice) => invoice.customer === customer && invoice.status === 'paid')
  );
}
