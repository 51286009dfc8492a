// @ts-check
/** The same backend, where card testers are kept out. */
import { createServer } from 'node:http';
import { toNodeListener } from 'billing-checkout/server';
import Stripe from 'stripe';
import { closeTested, createGuard } from '../guard.mjs';
import { createBilling, toAddress } from '../shop.mjs';
import { stopGracefully } from '../stop-gracefully.mjs';

const { PORT = '3001', STRIPE_SECRET_KEY = '', STRIPE_WEBHOOK_SECRET = '' } = process.env;
const stripe = new Stripe(STRIPE_SECRET_KEY, toAddress(process.env['STRIPE_API_BASE']));

const guard = createGuard({
  // The last address is the one that your own proxy has written; those before it are what the sender says.
  addressOf: ({ headers }) => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown',
  // Ask the service of your captcha here.
  isHuman: async () => false,
});
const billing = createBilling(process.env, { guard });
const listener = toNodeListener({ fetch: (request) => answer(request) });

/** Stripe's events go to the checkout server, and of failed payments here as well. @param {Request} request */
async function answer(request) {
  if (new URL(request.url).pathname !== '/billing/webhooks') return billing.fetch(request);
  const copy = request.clone();
  const response = await billing.fetch(request);
  if (!response.ok) return response;
  const body = await copy.text();
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = await stripe.webhooks.constructEventAsync(body, signature, STRIPE_WEBHOOK_SECRET);
  if (event.type === 'payment_intent.payment_failed') await closeTested(stripe, event.data.object);
  return response;
}

const server = createServer(listener).listen(Number(PORT), () => {
  console.log(`http://localhost:${PORT}/billing`);
});
stopGracefully(server);
