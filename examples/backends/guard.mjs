// @ts-check
/** Keeps card testers out: few openings per address, a captcha when guests open more than usual, no second chance after five declines. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Failed charges after which a guest's session is closed. */
const MOST_DECLINES = 5;

/**
 * The option `guard`.
 *
 * @param {object} options
 * @param {(request: Request) => string} options.addressOf Where a request comes from, as your proxy says.
 * @param {(token: string) => Promise<boolean>} options.isHuman Asks the captcha's service about the token of the header `x-captcha`.
 * @param {import('rate-limiter-flexible').RateLimiterAbstract} [options.perAddress] `RateLimiterRedis` or `RateLimiterPostgres` where there are several processes.
 * @param {import('rate-limiter-flexible').RateLimiterAbstract} [options.ofAll]
 * @returns {NonNullable<import('billing-checkout/server').CheckoutServerOptions['guard']>}
 */
export function createGuard({
  addressOf,
  isHuman,
  perAddress = new RateLimiterMemory({ points: 10, duration: 600 }),
  ofAll = new RateLimiterMemory({ points: 60, duration: 60 }),
}) {
  return async (request) => {
    const wait = await take(perAddress, addressOf(request));
    if (wait > 0) return { code: 'guard.refused', retryAfter: wait };
    if ((await take(ofAll, 'all')) === 0) return true;
    // More than usual: from here on only people. `headers` of the tag sends the token.
    return isHuman(request.headers.get('x-captcha') ?? '');
  };
}

/**
 * Seconds to wait; 0 where there is room.
 *
 * @param {import('rate-limiter-flexible').RateLimiterAbstract} limiter
 * @param {string} key
 */
async function take(limiter, key) {
  try {
    await limiter.consume(key);
    return 0;
  } catch (limit) {
    // A store that is away is an error; a limit that is reached is none.
    if (!(limit instanceof RateLimiterRes)) throw limit;
    return Math.max(1, Math.ceil(limit.msBeforeNext / 1000));
  }
}

/**
 * Closes a guest's session on which card after card is declined. Call it for each `payment_intent.payment_failed`.
 *
 * @param {import('stripe').Stripe} stripe
 * @param {import('stripe').Stripe.PaymentIntent} intent
 */
export async function closeTested(stripe, { id, metadata }) {
  if (metadata['billing_owner'] !== 'guest') return;
  const charges = await stripe.charges.list({ payment_intent: id, limit: 100 });
  if (charges.data.filter(({ status }) => status === 'failed').length < MOST_DECLINES) return;
  const sessions = await stripe.checkout.sessions.list({ payment_intent: id });
  for (const session of sessions.data) if (session.status === 'open') await stripe.checkout.sessions.expire(session.id);
}
