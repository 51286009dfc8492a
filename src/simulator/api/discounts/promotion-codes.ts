/** Promotion codes: what a customer types, and which coupon it stands for. */
import { z } from 'zod';
import { findCustomer } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, currencyCode, emptyable, flag, integer, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { Coupon, PromotionCode } from '../stripe-types.js';
import { findCoupon, readCoupon } from './coupons.js';

const createParams = {
  active: flag.optional(),
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,500}$/, 'parameter_invalid_string')
    .optional(),
  customer: text.optional(),
  customer_account: z.unknown().optional(),
  expires_at: integer.optional(),
  max_redemptions: integer.optional(),
  metadata: metadata.optional(),
  promotion: z.strictObject({ coupon: text, type: z.enum(['coupon']) }),
  restrictions: z
    .strictObject({
      currency_options: z.unknown().optional(),
      first_time_transaction: flag.optional(),
      minimum_amount: integer.optional(),
      minimum_amount_currency: currencyCode.optional(),
    })
    .optional(),
};
const whole = z.object(createParams);
type NewPromotionCode = z.output<typeof whole>;

function checkPromotionCode(account: Account, input: NewPromotionCode, coupon: Coupon): void {
  const refuse = (message: string, param: string): never => {
    throw invalidRequest(message, { param });
  };
  if (input.customer_account !== undefined) throw notSimulated('customer_account');
  const { expires_at: expiry, max_redemptions: most, restrictions } = input;
  if (restrictions?.currency_options !== undefined) throw notSimulated('restrictions[currency_options]');
  if (expiry !== undefined && expiry <= account.now()) refuse('`expires_at` must be in the future.', 'expires_at');
  if (expiry !== undefined && coupon.redeem_by !== null && expiry > coupon.redeem_by) {
    refuse("`expires_at` can't be after the coupon's `redeem_by`.", 'expires_at');
  }
  if (most !== undefined && (most < 1 || most > (coupon.max_redemptions ?? Infinity))) {
    refuse("`max_redemptions` must be at least 1 and at most the coupon's.", 'max_redemptions');
  }
  if ((restrictions?.minimum_amount === undefined) !== (restrictions?.minimum_amount_currency === undefined)) {
    refuse('`minimum_amount` and `minimum_amount_currency` go together.', 'restrictions[minimum_amount_currency]');
  }
}

function createPromotionCode(account: Account, input: NewPromotionCode): PromotionCode {
  const coupon = findCoupon(account, input.promotion.coupon, 'promotion[coupon]');
  checkPromotionCode(account, input, coupon);
  if (input.customer !== undefined) findCustomer(account, input.customer, 'customer');
  const promotionCode: PromotionCode = {
    id: `promo_1${randomText(23)}`,
    object: 'promotion_code',
    active: input.active ?? true,
    code: input.code ?? randomText(8).toUpperCase(),
    created: account.now(),
    customer: input.customer ?? null,
    customer_account: null,
    expires_at: input.expires_at ?? null,
    livemode: false,
    max_redemptions: input.max_redemptions ?? null,
    metadata: applyMetadata(null, input.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: {
      first_time_transaction: input.restrictions?.first_time_transaction ?? false,
      minimum_amount: input.restrictions?.minimum_amount ?? null,
      minimum_amount_currency: input.restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  };
  checkUnique(account, promotionCode);
  account.promotionCodes.set(promotionCode.id, promotionCode);
  account.emit('promotion_code.created', promotionCode);
  return promotionCode;
}

/** Unique among the active ones of a customer, in any case. */
function checkUnique(account: Account, { id, code, customer, active }: PromotionCode): void {
  const same = sameCode(account, code).some(
    (other) => active && other.active && other.customer === customer && other.id !== id,
  );
  if (!same) return;
  throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, { param: 'code' });
}

/** Every promotion code that is written so, newest first, as it is at this moment. */
export const sameCode = (account: Account, code: string): PromotionCode[] =>
  newestFirst(account.promotionCodes)
    .filter((other) => other.code.toLowerCase() === code.toLowerCase())
    .map((other) => refresh(account, other));

export const couponIdOf = ({ promotion }: PromotionCode): string =>
  typeof promotion.coupon === 'string' ? promotion.coupon : (promotion.coupon?.id ?? '');

/** Why nobody can redeem it any more. Null while somebody can, as far as time and number go. */
export function whyOver(account: Account, promotionCode: PromotionCode): 'expired' | 'used-up' | 'coupon' | null {
  const { expires_at: expiry, max_redemptions: most, times_redeemed: times } = promotionCode;
  if (expiry !== null && account.now() > expiry) return 'expired';
  if (most !== null && times >= most) return 'used-up';
  return readCoupon(account, couponIdOf(promotionCode))?.valid === true ? null : 'coupon';
}

/** What can no longer be redeemed is not active, and never is again. */
function refresh(account: Account, promotionCode: PromotionCode): PromotionCode {
  if (whyOver(account, promotionCode) !== null) promotionCode.active = false;
  return promotionCode;
}

export function readPromotionCode(account: Account, id: string): PromotionCode | undefined {
  const promotionCode = account.promotionCodes.get(id);
  return promotionCode && refresh(account, promotionCode);
}

export function findPromotionCode(account: Account, id: string, param?: string): PromotionCode {
  const promotionCode = readPromotionCode(account, id);
  if (!promotionCode) throw missingResource('promotion code', id, param, param ? 400 : 404);
  return promotionCode;
}

export const promotionCodeEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/promotion_codes', {
    params: createParams,
    run: ({ account, params }) => createPromotionCode(account, params),
  }),
  endpoint('GET /v1/promotion_codes', {
    params: {
      ...pagination,
      active: flag.optional(),
      code: text.optional(),
      coupon: text.optional(),
      created,
      customer: text.optional(),
    },
    run: ({ account, params, path }) => {
      const { active, code, coupon, customer } = params;
      const items = newestFirst(account.promotionCodes)
        .map((item) => refresh(account, item))
        .filter(createdWithin(params.created))
        .filter((item) => active === undefined || item.active === active)
        .filter((item) => code === undefined || item.code.toLowerCase() === code.toLowerCase())
        .filter((item) => coupon === undefined || couponIdOf(item) === coupon)
        .filter((item) => customer === undefined || item.customer === customer);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/promotion_codes/:id', { run: ({ account, id }) => findPromotionCode(account, id) }),
  endpoint('POST /v1/promotion_codes/:id', {
    params: { active: flag.optional(), metadata: emptyable(metadata).optional() },
    run: ({ account, params, id }) => {
      const promotionCode = findPromotionCode(account, id);
      const { active = promotionCode.active } = params;
      if (active && whyOver(account, promotionCode) !== null) {
        throw invalidRequest('This promotion code can no longer be made active.', { param: 'active' });
      }
      checkUnique(account, { ...promotionCode, active });
      promotionCode.active = active;
      promotionCode.metadata = applyMetadata(promotionCode.metadata, params.metadata);
      account.emit('promotion_code.updated', promotionCode);
      return promotionCode;
    },
  }),
];
