/** Stripe's own address, answered from what comes through the relay: the official loader asks for nothing else. */
import type { BrowserContext } from 'playwright-core';

/** Serves Stripe.js at Stripe's address. */
export async function serveStripeJs(context: BrowserContext, stripeUrl: string): Promise<void> {
  await context.route('https://js.stripe.com/**', async (route) => {
    try {
      const answer = await fetch(`${stripeUrl}/endive/stripe.js`);
      const body = Buffer.from(await answer.arrayBuffer());
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
    } catch {
      // The page may be gone by then.
      await route.abort('connectionreset').catch(() => undefined);
    }
  });
}
