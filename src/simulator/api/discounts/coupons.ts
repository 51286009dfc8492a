/** Coupons: what is taken off, for how long, and whether it still can be. */
import { z } from 'zod';
import { isCurrency } from '../catalog/currencies.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { ApiError, invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, currencyCode, emptyable, integer, metadata, pagination, text, textUpTo } from '../http/params.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { Coupon } from '../stripe-types.js';

const createParams = {
  amount_off: integer.optional(),
  applies_to: z.unknown().optional(),
  currency: currencyCode.optional(),
  currency_options: z.unknown().optional(),
  duration: z.enum(['forever', 'once', 'repeating']).optional(),
  duration_in_months: integer.optional(),
  id: text.optional(),
  max_redemptions: integer.optional(),
  metadata: emptyable(metadata).optional(),
  name: textUpTo(40).optional(),
  percent_off: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/, 'parameter_invalid_number')
    .transform(Number)
    .optional(),
  redeem_by: integer.optional(),
};
const whole = z.object(createParams);
type NewCoupon = z.output<typeof whole>;

const fiveYears = 5 * 366 * 24 * 60 * 60;

function checkCoupon(input: NewCoupon, now: number): void {
  const wrong = (message: string, param: string): ApiError => invalidRequest(message, { param });
  if (input.applies_to !== undefined) throw notSimulated('applies_to');
  if (input.currency_options !== undefined) throw notSimulated('currency_options');
  const { amount_off: amount, percent_off: percent, currency, duration = 'once', duration_in_months: months } = input;
  if ((amount === undefined) === (percent === undefined)) {
    throw wrong('You must pass exactly one of `percent_off` and `amount_off`.', 'percent_off');
  }
  if (percent !== undefined && (percent <= 0 || percent > 100)) {
    throw wrong('`percent_off` must be greater than 0 and at most 100.', 'percent_off');
  }
  if (amount !== undefined && amount < 1) throw wrong('`amount_off` must be a positive integer.', 'amount_off');
  if (amount !== undefined && (currency === undefined || !isCurrency(currency))) {
    throw wrong('You must pass a valid `currency` when passing `amount_off`.', 'currency');
  }
  if (duration === 'repeating' ? months === undefined || months < 1 : months !== undefined) {
    throw wrong('`duration_in_months` goes with `duration: repeating`, as a positive integer.', 'duration_in_months');
  }
  if (input.max_redemptions !== undefined && input.max_redemptions < 1) {
    throw wrong('`max_redemptions` must be a positive integer.', 'max_redemptions');
  }
  if (input.redeem_by !== undefined && (input.redeem_by <= now || input.redeem_by > now + fiveYears)) {
    throw wrong('`redeem_by` must be in the future and at most 5 years away.', 'redeem_by');
  }
}

function createCoupon(account: Account, input: NewCoupon): Coupon {
  checkCoupon(input, account.now());
  const id = input.id ?? randomText(8);
  if (account.coupons.has(id)) {
    const message = `Coupon already exists.`;
    throw new ApiError(400, { type: 'invalid_request_error', code: 'resource_already_exists', message, param: 'id' });
  }
  const coupon: Coupon = {
    id,
    object: 'coupon',
    amount_off: input.amount_off ?? null,
    created: account.now(),
    currency: input.amount_off === undefined ? null : (input.currency ?? null),
    duration: input.duration ?? 'once',
    duration_in_months: input.duration_in_months ?? null,
    livemode: false,
    max_redemptions: input.max_redemptions ?? null,
    metadata: applyMetadata(null, input.metadata),
    name: input.name ?? null,
    percent_off: input.percent_off ?? null,
    redeem_by: input.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  };
  account.coupons.set(id, coupon);
  account.emit('coupon.created', coupon);
  return coupon;
}

/** Whether a coupon can be redeemed follows from the time and from how often it was. */
function refresh(account: Account, coupon: Coupon): Coupon {
  const { max_redemptions: most, times_redeemed: times, redeem_by: until } = coupon;
  coupon.valid = (most === null || times < most) && (until === null || account.now() <= until);
  return coupon;
}

/** The coupon as it is at this moment. */
export function readCoupon(account: Account, id: string): Coupon | undefined {
  const coupon = account.coupons.get(id);
  return coupon && refresh(account, coupon);
}

export function findCoupon(account: Account, id: string, param?: string): Coupon {
  const coupon = readCoupon(account, id);
  if (!coupon) throw missingResource('coupon', id, param, param ? 400 : 404);
  return coupon;
}

export const couponEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/coupons', { params: createParams, run: ({ account, params }) => createCoupon(account, params) }),
  endpoint('GET /v1/coupons', {
    params: { ...pagination, created },
    run: ({ account, params, path }) => {
      const items = newestFirst(account.coupons).filter(createdWithin(params.created));
      return paginate(
        items.map((coupon) => refresh(account, coupon)),
        params,
        path,
      );
    },
  }),
  endpoint('GET /v1/coupons/:id', { run: ({ account, id }) => findCoupon(account, id) }),
  endpoint('POST /v1/coupons/:id', {
    params: { metadata: emptyable(metadata).optional(), name: emptyable(textUpTo(40)).optional() },
    run: ({ account, params, id }) => {
      const coupon = findCoupon(account, id);
      if (params.name !== undefined) coupon.name = params.name;
      coupon.metadata = applyMetadata(coupon.metadata, params.metadata);
      account.emit('coupon.updated', coupon);
      return coupon;
    },
  }),
  endpoint('DELETE /v1/coupons/:id', {
    run: ({ account, id }) => {
      const coupon = findCoupon(account, id);
      coupon.valid = false;
      account.coupons.delete(id);
      account.deletedCoupons.set(id, coupon);
      account.emit('coupon.deleted', coupon);
      return { id, object: 'coupon', deleted: true };
    },
  }),
];
