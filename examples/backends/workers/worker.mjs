// @ts-check
/** The backend as a fetch handler: Cloudflare Workers, Deno, Bun, and whatever else has `Request` and `Response`. */
import { createBilling } from '../shop.mjs';

export default {
  /**
   * @param {Request} request
   * @param {import('../shop.mjs').Settings} settings Variables and secrets of the Worker.
   */
  fetch(request, settings) {
    return createBilling(settings).fetch(request);
  },
};
