/** Parameters that PaymentIntents and SetupIntents share, and what Stripe refuses about them. */
import { z } from 'zod';
import { invalidRequest, notSimulated } from '../http/api-error.js';
import { currencyCode, emptyable, flag, integer, metadata, text } from '../http/params.js';
import { methodOptions } from './method-options.js';
import { typedMethod } from './typed-method.js';

const typeNames = z.array(text).min(1);

/** Which ways to pay an intent offers. */
export const offered = {
  allowed_payment_method_types: typeNames.optional(),
  excluded_payment_method_types: typeNames.optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  /** Known, so that it is refused in Stripe's words. */
  payment_method_types: z.unknown().optional(),
};

const usage = z.enum(['off_session', 'on_session']);

const mandateData = z.strictObject({
  customer_acceptance: z.looseObject({ type: z.enum(['online', 'offline']) }),
});

export const createParams = {
  ...offered,
  confirm: flag.optional(),
  confirmation_token: text.optional(),
  customer: text.optional(),
  description: text.optional(),
  metadata: emptyable(metadata).optional(),
  payment_method: text.optional(),
  payment_method_options: methodOptions.optional(),
  mandate_data: mandateData.optional(),
  return_url: text.optional(),
  use_stripe_sdk: flag.optional(),
};

/** What Stripe.js tells of a group that was made before its intent. */
const context = z.strictObject({
  mode: z.enum(['payment', 'setup', 'subscription']),
  amount: integer.optional(),
  currency: currencyCode.optional(),
  setup_future_usage: usage.optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
});
export type ClientContext = z.output<typeof context>;

export const confirmParams = {
  client_secret: text.optional(),
  confirmation_token: text.optional(),
  client_context: context.optional(),
  payment_method: text.optional(),
  /** Only Stripe's own frame sends what was typed. */
  payment_method_data: typedMethod.optional(),
  mandate_data: mandateData.optional(),
  return_url: text.optional(),
  use_stripe_sdk: flag.optional(),
};
const whole = { confirm: z.object(confirmParams), offer: z.object(offered) };
export type Confirmation = z.output<typeof whole.confirm>;

export const authenticateParams = {
  client_secret: text,
  source: text,
  outcome: z.enum(['complete', 'fail', 'canceled']),
};

/** What only a confirmation takes, and that a token brings its own method. */
export function checkConfirmed(
  params: Pick<Confirmation, 'confirmation_token' | 'payment_method' | 'return_url'> & {
    readonly confirm?: boolean | undefined;
    readonly off_session?: boolean | undefined;
  },
): void {
  for (const param of ['off_session', 'return_url', 'confirmation_token'] as const) {
    if (params.confirm || params[param] === undefined) continue;
    throw invalidRequest(`The parameter ${param} can only be used together with confirm=true.`, { param });
  }
  checkOneMethod(params);
}

/** A token is a method of its own. */
export function checkOneMethod(
  params: Pick<Confirmation, 'confirmation_token' | 'payment_method' | 'payment_method_data'>,
): void {
  if (params.confirmation_token === undefined) return;
  const also = (['payment_method', 'payment_method_data'] as const).find((name) => params[name] !== undefined);
  if (also === undefined) return;
  throw invalidRequest(`You may only specify one of these parameters: confirmation_token, ${also}.`, {
    param: 'confirmation_token',
  });
}

type Offered = z.output<typeof whole.offer>;
interface Shown {
  readonly allowed_payment_method_types: string[] | null;
  readonly excluded_payment_method_types: string[] | null;
  readonly automatic_payment_methods: { readonly enabled: true; readonly allow_redirects: 'always' | 'never' } | null;
}

/** Filters that exclude each other; which types they leave is for `toTypes`. */
export function checkOffered(params: Offered): void {
  if (params.payment_method_types !== undefined) {
    const message =
      'The parameter `payment_method_types` is no longer supported. Use `allowed_payment_method_types` or `excluded_payment_method_types` instead.';
    throw invalidRequest(message, {
      code: 'payment_method_types_no_longer_supported',
      param: 'payment_method_types',
    });
  }
  const ways = ['allowed_payment_method_types', 'excluded_payment_method_types', 'automatic_payment_methods'] as const;
  const given = ways.filter((name) => params[name] !== undefined);
  if (given[0] === 'allowed_payment_method_types' && given.length > 1) {
    throw invalidRequest(`You may only specify one of these parameters: ${given.join(', ')}.`, { param: given[0] });
  }
  if (params.automatic_payment_methods?.enabled === false)
    throw notSimulated('automatic_payment_methods[enabled]=false');
}

/** As Stripe shows it on intents: on, unless types were filtered. */
export function toOffered(params: Offered): Shown {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = params;
  return {
    allowed_payment_method_types: allowed ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    automatic_payment_methods: allowed
      ? null
      : { enabled: true, allow_redirects: automatic?.allow_redirects ?? 'always' },
  };
}
