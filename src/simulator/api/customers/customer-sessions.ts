/** Customer sessions: they let Stripe's fields of an intent show a customer what they have saved. */
import { z } from 'zod';
import { ApiError, invalidRequest, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { flag, integer, text } from '../http/params.js';
import type { MethodRecord } from '../payments/method-record.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import { ownedBy } from '../state/owned.js';
import type { CustomerSession } from '../stripe-types.js';
import { findCustomer } from './create-customer.js';

/** How long one may be used, in seconds. */
const LASTS = 1800;

const toggle = z.enum(['enabled', 'disabled']).optional();
const redisplay = z.enum(['always', 'limited', 'unspecified']);
const features = z.strictObject({
  payment_method_allow_redisplay_filters: z.array(redisplay).min(1).optional(),
  payment_method_redisplay: toggle,
  payment_method_redisplay_limit: integer.optional(),
  payment_method_remove: toggle,
  payment_method_save: toggle,
  payment_method_save_usage: z.enum(['off_session', 'on_session']).optional(),
});
type Features = z.output<typeof features>;

function create(account: Account, customer: string, enabled: boolean, asked: Features): CustomerSession {
  const { payment_method_redisplay_limit: limit = 3, payment_method_allow_redisplay_filters: filters = ['always'] } =
    asked;
  const at = 'components[payment_element][features]';
  if (asked.payment_method_save === 'enabled') throw notSimulated(`${at}[payment_method_save]`);
  if (asked.payment_method_save_usage !== undefined) {
    const message = '`payment_method_save_usage` can only be set if `payment_method_save` is `enabled`.';
    throw invalidRequest(message, { param: `${at}[payment_method_save_usage]` });
  }
  if (limit < 1 || limit > 10) {
    throw invalidRequest('Invalid limit: must be between 1 and 10.', {
      param: `${at}[payment_method_redisplay_limit]`,
    });
  }
  const off = { enabled: false };
  const none = { enabled: false, features: null };
  const now = account.now();
  const session: CustomerSession = {
    object: 'customer_session',
    client_secret: `cuss_secret_${randomText(40)}`,
    components: {
      active_entitlements: off,
      buy_button: off,
      customer_portal: off,
      customer_sheet: none,
      mobile_payment_element: none,
      payment_element: {
        enabled,
        features: enabled
          ? {
              payment_method_allow_redisplay_filters: filters,
              payment_method_redisplay: asked.payment_method_redisplay ?? 'disabled',
              payment_method_redisplay_limit: limit,
              payment_method_remove: asked.payment_method_remove ?? 'disabled',
              payment_method_save: 'disabled',
              payment_method_save_usage: null,
            }
          : null,
      },
      pricing_table: off,
    },
    created: now,
    customer,
    customer_account: null,
    expires_at: now + LASTS,
    livemode: false,
  };
  const removes = asked.payment_method_remove === 'enabled';
  const shows = enabled && asked.payment_method_redisplay === 'enabled' ? { filters, limit, removes } : null;
  account.customerSessions.set(session.client_secret, { session, customer, shows });
  return session;
}

/** What a page may show with this secret, beside an intent of the same customer. */
export interface Shown {
  readonly methods: readonly MethodRecord[];
  /** Each has a button that takes it away. */
  readonly removes: boolean;
}

export function shownMethods(account: Account, secret: string, owner: unknown): Shown {
  const record = account.customerSessions.get(secret);
  const param = 'customer_session_client_secret';
  if (!record)
    throw invalidRequest('The customer session client secret provided is not known.', {
      code: 'resource_missing',
      param,
    });
  const { session, customer, shows } = record;
  if (session.expires_at <= account.now()) {
    const message = 'This customer session has expired. Create another one.';
    throw new ApiError(400, { type: 'invalid_request_error', code: 'customer_session_expired', message, param });
  }
  if (owner !== customer) {
    throw invalidRequest('The customer session belongs to another customer than the intent.', { param });
  }
  if (!shows) return { methods: [], removes: false };
  const methods = ownedBy(account, customer, account.paymentMethods)
    .filter(({ kind, method }) => kind === 'card' && method.customer === customer)
    .filter(({ method }) => shows.filters.includes(method.allow_redisplay ?? 'unspecified'))
    .slice(0, shows.limit);
  return { methods, removes: shows.removes };
}

export const customerSessionEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/customer_sessions', {
    params: {
      customer: text,
      components: z.strictObject({
        payment_element: z.strictObject({ enabled: flag, features: features.optional() }),
      }),
    },
    run: ({ account, params }) => {
      const { enabled, features: asked = {} } = params.components.payment_element;
      return create(account, findCustomer(account, params.customer, 'customer').id, enabled, asked);
    },
  }),
];
