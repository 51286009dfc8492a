// @ts-check
/** Runs each hook once per fact with Redis. One that ends in the middle of a hook is run again: let hooks bear that. */
import { randomUUID } from 'node:crypto';

/** Milliseconds after which a process that has not come back is given up. Longer than any hook takes. */
const PATIENCE = 60_000;

/** Seconds. Stripe sends an event again for three days, and by hand for thirty. */
const KEPT = 40 * 86_400;

/** Lets go of what is still ours. */
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/**
 * What is needed of a client; the one of the package `redis` has it.
 *
 * @typedef {object} RedisLike
 * @property {(key: string, value: string, options: { NX?: true, PX?: number, EX?: number }) => Promise<unknown>} set
 * @property {(key: string) => Promise<number>} exists
 * @property {(script: string, options: { keys: string[], arguments: string[] }) => Promise<unknown>} eval
 */

/**
 * The option `once`.
 *
 * @param {RedisLike} redis
 * @returns {import('billing-checkout/server').Once}
 */
export function createOnce(redis) {
  return async (fact, run) => {
    const [doing, done, mine] = [`billing:doing:${fact}`, `billing:done:${fact}`, randomUUID()];
    // Somebody else is at it. If they fail it has to be done here: the error makes Stripe send the event again.
    if ((await redis.set(doing, mine, { NX: true, PX: PATIENCE })) === null) throw new Error(`${fact} is under way.`);
    try {
      if ((await redis.exists(done)) > 0) return;
      await run();
      await redis.set(done, '1', { EX: KEPT });
    } finally {
      await redis.eval(RELEASE, { keys: [doing], arguments: [mine] });
    }
  };
}
