/** Ways through the checkout, and what each has of the moments. */
import type { RequestName, TimeName } from './moments.js';
import type { World } from './world.js';

/** Test cards, by what banks do with them. */
const PAYS = '4242424242424242';
const ASKS = '4000002760003184';

/** One way to pay. */
export interface Flow {
  /** Where it is, on the shop's pages. */
  readonly path: (world: World) => Promise<string>;
  /** Who is shopping. */
  readonly customer: 'guest' | 'known';
  /** What is paid with. */
  readonly by: { readonly card: string } | 'saved card' | 'redirect' | 'invoice';
  readonly pages: 1 | 2;
  readonly address: boolean;
  readonly requests: readonly RequestName[];
  readonly times: readonly TimeName[];
  /** Why it has not the others; they are printed as "–". */
  readonly without: string;
}

const page = (path: string) => (): Promise<string> => Promise.resolve(path);

async function invoicePage({ stripe, customer }: World): Promise<string> {
  await stripe.invoiceItems.create({ customer, amount: 98_000, currency: 'usd', description: 'Consulting' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  return `open-invoice?invoice=${id}`;
}

/** All of them. */
export const FLOWS = {
  'one-page': {
    path: page('one-page'),
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
    path: page('two-page'),
    customer: 'guest',
    by: { card: PAYS },
    pages: 2,
    address: true,
    requests: ['open', 'script', 'frame', 'frame js', 'init', 'change', 'update', 'look', 'pay', 'ask', 'events'],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without: 'The server and its requests to Stripe do not know how many pages there are.',
  },
  'saved-card': {
    path: page('saved-card'),
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
    path: page('one-page'),
    customer: 'guest',
    by: { card: ASKS },
    pages: 1,
    address: true,
    requests: ['look', 'pay', 'dialog', 'answer', 'ask', 'api ask', 'webhook'],
    times: ['start', 'paying', 'paid', 'asked', 'done'],
    without: 'Until Pay is pressed nothing differs from one-page.',
  },
  redirect: {
    path: page('redirect-method'),
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
    path: invoicePage,
    customer: 'known',
    by: { card: PAYS },
    pages: 1,
    address: false,
    requests: ['open', 'script', 'frame', 'intent', 'look', 'read', 'pay', 'ask', 'api ask'],
    times: ['start', 'opening', 'typed', 'checking', 'paying', 'paid', 'done'],
    without:
      'An intent has no session to be made or changed, and its fields ask for no address; no hook of a shop waits for an invoice that is no subscription’s; events are sent as elsewhere.',
  },
  'by-invoice': {
    path: page('pay-by-invoice'),
    customer: 'guest',
    by: 'invoice',
    pages: 1,
    address: true,
    requests: ['look', 'order', 'api order', 'webhook'],
    times: ['start', 'typed', 'checking', 'done'],
    without: 'Until the invoice is ordered nothing differs from one-page, and Stripe’s fields pay nothing.',
  },
} as const satisfies Record<string, Flow>;

/** Name of a flow. */
export type FlowName = keyof typeof FLOWS;

/** A flow by its name. */
export const toFlow = (name: FlowName): Flow => FLOWS[name];
