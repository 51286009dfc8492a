/** Pages without the simulator's script: the official loader asks for Stripe's own address. */
import type { Page } from 'playwright-core';
import { turnOff } from '../../../scripts/chromium-args.mjs';
import type { Shop } from '../support/shop.js';

/** Where Stripe's loader asks. */
export const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

/** A page that a test hands out is nowhere on the network, and may ask none of this machine by itself. */
export const LETS_IN_LOCALS = [turnOff('LocalNetworkAccessChecks')];

/** Takes the simulator's tag out of every page of the shop, and answers Stripe's address with its script. */
export async function useOfficialLoader(page: Page, { url, simulatorUrl }: Shop): Promise<void> {
  const tag = `<script src="${simulatorUrl}/endive/stripe.js"></script>`;
  await page.route(
    ({ href, pathname }) => href.startsWith(url) && /^\/[\w-]+$/.test(pathname),
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback();
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replace(tag, '') });
    },
  );
  await page.route(
    ({ href }) => href.startsWith(STRIPE_JS),
    async (route) => {
      const script = await fetch(`${simulatorUrl}/endive/stripe.js`);
      await route.fulfill({ contentType: 'text/javascript', body: await script.text() });
    },
  );
}
