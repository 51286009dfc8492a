/** Ways through the checkout, and what each has of the moments. */
import { METADATA } from '../../../src/contract/metadata.js';
import { ANOTHER, ASKS, PAYS } from './cards.js';
import type { RequestName, TimeName } from './moments.js';
import type { World } from './world.js';

/** Where a way through the checkout begins. */
export interface Place {
  /** On the shop's pages. */
  readonly path: string;
  /** Whom the shop's cookie names; null for a guest. */
  readonly cookie: string | null;
}

/** One way to pay. */
export interface Flow {
  readonly begin: (world: World) => Promise<Place>;
  /** Who is shopping. */
  readonly customer: 'guest' | 'known';
  /** What is paid with. */
  readonly by: { readonly card: string } | 'saved card' | 'redirect' | 'invoice';
  /** Nothing is paid: the card is kept for later payments. */
  readonly keeps?: true;
  /** Another card is kept already, and offered first. */
  readonly replaces?: true;
  /** The shop hears of the invoice, as one of a subscription. */
  readonly renews?: true;
  readonly pages: 1 | 2;
  readonly address: boolean;
  readonly requests: readonly RequestName[];
  readonly times: readonly TimeName[];
  /** Why it has not the others; they are printed as "–". */
  readonly without: string;
}

const page = (path: string) => (): Promise<Place> => Promise.resolve({ path, cookie: null });

async function invoicePage({ stripe, customer }: World): Promise<Place> {
  await stripe.invoiceItems.create({ customer, amount: 98_000, currency: 'usd', description: 'Consulting' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  return { path: `open-invoice?invoice=${id}`, cookie: 'known' };
}

/** A subscription of this shop's that time has brought into a situation. */
const scene =
  (name: string) =>
  async ({ stripe, url }: World): Promise<Place> => {
    const { headers } = await fetch(`${url}demo/scenes/${name}`, { method: 'POST', redirect: 'manual' });
    const path = headers.get('location')?.slice(1) ?? '';
    const id = path.split('=')[1] ?? '';
    await stripe.subscriptions.update(id, { metadata: { [METADATA.owner]: 'faults' } });
    return { path, cookie: /demo_customer=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? null };
  };

/** All of them. */
export const FLOWS = {
  'one-page': {
    begin: page('one-page'),
    customer: 'guest',
    by: { card: PAYS },
    pages: 1,
    address: true,
    requests: [
      'open',
      'prices',
      'create',
      'script',
      'frame',
      'frame js',
      'init',
      'change',
      'api change',
      'update',
      'look',
      'read',
      'pay',
      'ask',
      'api ask',
      'events',
      'webhook',
    ],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without: 'A card that needs no bank: nothing is asked there, and no invoice is ordered.',
  },
  'two-page': {
    begin: page('two-page'),
    customer: 'guest',
    by: { card: PAYS },
    pages: 2,
    address: true,
    requests: ['open', 'script', 'frame', 'frame js', 'init', 'change', 'update', 'look', 'pay', 'ask', 'events'],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without: 'The server and its requests to Stripe do not know how many pages there are.',
  },
  'saved-card': {
    begin: page('saved-card'),
    customer: 'guest',
    by: 'saved card',
    pages: 1,
    address: true,
    requests: [
      'open',
      'prices',
      'create',
      'frame',
      'init',
      'update',
      'look',
      'read',
      'pay',
      'ask',
      'api ask',
      'webhook',
    ],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without: 'Stripe.js, its scripts and events are loaded and sent as for a guest; one piece is sold.',
  },
  '3d-secure': {
    begin: page('one-page'),
    customer: 'guest',
    by: { card: ASKS },
    pages: 1,
    address: true,
    requests: ['look', 'pay', 'dialog', 'answer', 'ask', 'api ask', 'webhook'],
    times: ['start', 'paying', 'paid', 'asked', 'done'],
    without: 'Until Pay is pressed nothing differs from one-page.',
  },
  redirect: {
    begin: page('redirect-method'),
    customer: 'guest',
    by: 'redirect',
    pages: 1,
    address: true,
    requests: ['update', 'look', 'pay', 'bank', 'back', 'webhook'],
    times: ['start', 'typed', 'paying', 'paid', 'asked', 'done'],
    without:
      'Until a way to pay is chosen nothing differs from one-page; an answer that is lost is the page that is left.',
  },
  invoice: {
    begin: invoicePage,
    customer: 'known',
    by: { card: PAYS },
    pages: 1,
    address: false,
    requests: ['open', 'intents file', 'script', 'frame', 'intent', 'look', 'read', 'pay', 'ask', 'api ask'],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without:
      'An intent has no session to be made or changed, and its fields ask for no address; no hook of a shop waits for an invoice that is no subscription’s; events are sent as elsewhere.',
  },
  'past-due': {
    begin: scene('past-due'),
    customer: 'known',
    by: { card: ANOTHER },
    replaces: true,
    renews: true,
    pages: 1,
    address: false,
    requests: ['open', 'read', 'pay', 'api ask', 'webhook'],
    times: ['checking', 'paying', 'paid', 'done'],
    without: 'Paid as an open invoice is; here a subscription’s hooks hear of it.',
  },
  'replace-method': {
    begin: scene('subscription'),
    customer: 'known',
    by: { card: ANOTHER },
    keeps: true,
    replaces: true,
    pages: 1,
    address: false,
    requests: ['open', 'intent', 'read', 'pay', 'ask', 'api ask', 'webhook'],
    times: ['checking', 'paying', 'paid', 'done'],
    without: 'Loaded as for an open invoice; nothing is paid.',
  },
  'by-invoice': {
    begin: page('pay-by-invoice'),
    customer: 'guest',
    by: 'invoice',
    pages: 1,
    address: true,
    requests: ['extras file', 'look', 'order', 'api order', 'webhook'],
    times: ['start', 'typed', 'checking', 'done'],
    without: 'Until the invoice is ordered nothing differs from one-page, and Stripe’s fields pay nothing.',
  },
} as const satisfies Record<string, Flow>;

/** Name of a flow. */
export type FlowName = keyof typeof FLOWS;

/** A flow by its name. */
export const toFlow = (name: FlowName): Flow => FLOWS[name];
