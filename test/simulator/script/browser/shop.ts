/** A shop on its own port, a simulated Stripe on another, and a Chromium that visits: everything over real HTTP. */
import { serve } from '@hono/node-server';
import type { StripeCheckoutElementsSdk, StripeCheckoutLoadActionsSuccess, loadStripe } from '@stripe/stripe-js';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import type { FrameLocator, Page } from 'playwright-core';
import Stripe from 'stripe';
import { CHROMIUM_ARGS } from '../../../../scripts/chromium-args.mjs';
import { serveSimulator } from '../../../../src/simulator/serve-simulator.js';

declare global {
  interface Window {
    checkout: StripeCheckoutElementsSdk;
    actions: StripeCheckoutLoadActionsSuccess;
    heard: string[];
  }
}

const account = 'script_tests';

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  challenged: '4000002760003184',
} as const;

export interface VisitOptions {
  readonly session?: Stripe.Checkout.SessionCreateParams;
  readonly address?: boolean;
  readonly appearance?: object;
  readonly width?: number;
  readonly enableSave?: 'auto' | 'never';
  /** Loads Stripe.js with the official loader, which asks for Stripe's own URL. */
  readonly loader?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly payment: FrameLocator;
  readonly address: FrameLocator;
  readonly sessionId: string;
  /** Fills in a card, as a browser's autofill does. */
  readonly typeCard: (number: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openShop() {
  const simulator = await serveSimulator({ port: 0 });
  const { hostname, port } = new URL(simulator.url);
  const stripe = new Stripe(`sk_test_${account}`, { host: hostname, port, protocol: 'http', telemetry: false });
  const product = await stripe.products.create({ name: 'Pro' });
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1200 });
  const loader = await readFile(new URL('../../../../node_modules/@stripe/stripe-js/dist/pure.mjs', import.meta.url));
  const pages = serve({ fetch: (request) => answer(request, simulator.url, loader), port: 0 });
  await new Promise((resolve) => pages.once('listening', resolve));
  const home = `http://localhost:${String((pages.address() as AddressInfo).port)}`;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS],
  });

  /** Makes a session as a server would. */
  const createSession = (params: Stripe.Checkout.SessionCreateParams = {}): Promise<Stripe.Checkout.Session> =>
    stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'payment',
      line_items: [{ price: price.id, quantity: 1 }],
      customer_email: 'ada@example.com',
      ...params,
    });

  /** A page with nothing mounted yet. */
  const openPage = async ({ width = 700, loader: late = false } = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.setDefaultTimeout(10_000);
    await page.route('https://js.stripe.com/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const script = await fetch(`${simulator.url}${pathname}`);
      await route.fulfill({ status: script.status, contentType: 'text/javascript', body: await script.text() });
    });
    await page.goto(late ? `${home}/?loader` : home);
    return page;
  };

  /** A page with its elements ready. */
  const visit = async (options: VisitOptions = {}): Promise<Visit> => {
    const session = await createSession(options.session);
    const page = await openPage({ width: options.width ?? 700, loader: options.loader ?? false });
    await page.evaluate(mountAll, {
      key: `pk_test_${account}`,
      clientSecret: session.client_secret ?? '',
      address: options.address ?? false,
      appearance: options.appearance ?? {},
      loader: options.loader ?? false,
      enableSave: options.enableSave ?? 'auto',
    });
    const payment = page.frameLocator('#payment iframe');
    return {
      page,
      payment,
      address: page.frameLocator('#address iframe'),
      sessionId: session.id,
      typeCard: async (number) => {
        await payment.getByLabel('Card number').fill(number);
        await payment.getByLabel('Expiration date').fill('1234');
        await payment.getByLabel('Security code').fill('123');
        const zip = payment.getByLabel('ZIP code');
        if (await zip.isVisible()) await zip.fill('94107');
      },
      close: () => page.close(),
    };
  };

  return {
    stripe,
    simulator,
    home,
    browser,
    createSession,
    openPage,
    visit,
    key: `pk_test_${account}`,
    close: async (): Promise<void> => {
      await browser.close();
      pages.close();
      await simulator.close();
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** Confirms in the page, the total read before. Rejections become text. */
export const confirm = (page: Page, args: object = { redirect: 'if_required' }) =>
  page.evaluate(async (given) => {
    void window.actions.getSession().total.total.amount;
    return window.actions.confirm(given).catch((error: unknown) => ({ type: 'thrown' as const, error: String(error) }));
  }, args);

/** Waits until the page could be paid. */
export const untilConfirmable = (page: Page) => page.waitForFunction(() => window.actions.getSession().canConfirm);

interface MountArguments {
  readonly key: string;
  readonly clientSecret: string;
  readonly address: boolean;
  readonly appearance: object;
  readonly loader: boolean;
  readonly enableSave: 'auto' | 'never';
}

/** Runs in the page. */
async function mountAll({ key, clientSecret, address, appearance, loader, enableSave }: MountArguments): Promise<void> {
  window.heard = [];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a plain import() would be rewritten by the test runner
  const load = new Function('url', 'return import(url)') as (url: string) => Promise<{ loadStripe: typeof loadStripe }>;
  const stripe = loader ? await (await load('/loader.mjs')).loadStripe(key) : window.Stripe?.(key);
  if (!stripe) throw new Error('Stripe.js is not there.');
  const secret = new Promise<string>((resolve) => setTimeout(resolve, 0, clientSecret));
  window.checkout = stripe.initCheckoutElementsSdk({
    clientSecret: secret,
    elementsOptions: { appearance, savedPaymentMethod: { enableSave } },
  });
  window.checkout.on('change', (session) => window.heard.push(`session canConfirm:${String(session.canConfirm)}`));
  const ready: Promise<unknown>[] = [];
  const element = window.checkout.createPaymentElement();
  element.on('loaderstart', () => window.heard.push('payment loaderstart'));
  element.on('ready', () => window.heard.push('payment ready'));
  element.on('change', ({ empty, complete }) =>
    window.heard.push(`payment empty:${String(empty)} complete:${String(complete)}`),
  );
  ready.push(new Promise((resolve) => element.on('ready', resolve)));
  element.mount('#payment');
  if (address) {
    const beside = window.checkout.createBillingAddressElement();
    ready.push(new Promise((resolve) => beside.on('ready', resolve)));
    beside.mount('#address');
  }
  const result = await window.checkout.loadActions();
  if (result.type === 'error') throw new Error(result.error.message);
  window.actions = result.actions;
  await Promise.all(ready);
}

function answer(request: Request, simulator: string, loader: Uint8Array<ArrayBuffer>): Response {
  const { pathname, search } = new URL(request.url);
  if (pathname === '/loader.mjs') return new Response(loader, { headers: { 'content-type': 'text/javascript' } });
  const script = search === '?loader' ? '' : `<script src="${simulator}/endive/stripe.js"></script>`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>${script}
<body><label for="payment">Pay by card</label><div id="address"></div><div id="payment"></div><button>Pay</button></body></html>`;
  return new Response(page, { headers: { 'content-type': 'text/html' } });
}
