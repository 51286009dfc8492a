/** A shop within the page, for where the playground has no server: the example backend, a local Stripe and its Stripe.js. Nothing of it leaves the page. */
import Stripe from 'stripe';
import { createSimulator } from '../../dist/simulator/create-simulator.js';
import { installInPage } from '../../dist/simulator/in-page/install-in-page.js';
import { setHosts } from '../../dist/simulator/script/elements/open-host.js';
import { createShop } from '../backend/server.mjs';
import { seed } from '../backend/seed.mjs';
import { openDressed } from './look-in-page.js';

const STRIPE = 'https://api.stripe.com';
const ENDPOINT = '/billing';

const { Headers, location, Request } = window;
const network = window.fetch.bind(window);
const simulator = createSimulator({ fetch: network });
const httpClient = Stripe.createFetchHttpClient((...asked) => simulator.fetch(new Request(...asked)));
const stripe = new Stripe('sk_test_playground', { httpClient, telemetry: false });
const shop = createShop({ stripe, origins: [location.origin], endpoint: ENDPOINT });
const seeded = seed(stripe);

/** As a browser sends it across origins, and to no script that asks itself. */
function withOrigin(request) {
  const headers = new Headers(request.headers);
  headers.set('origin', location.origin);
  return Object.defineProperty(request, 'headers', { value: headers });
}

/** Whoever answers requests to an address; null: the network. */
function toAnswerer({ origin, pathname }) {
  if (origin === STRIPE) return simulator.fetch;
  if (origin === location.origin && pathname.startsWith(`${ENDPOINT}/`))
    return async (request) => {
      await seeded;
      return shop.fetch(request);
    };
  return null;
}

window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const answer = toAnswerer(new URL(request.url));
  if (answer === null) return network(input, init);
  const answered = await answer(withOrigin(request));
  request.signal.throwIfAborted();
  return answered;
};

// Fields of the page itself: frames would need an origin of their own.
installInPage(STRIPE);
setHosts(openDressed);
