/** What holds in every case. What is broken is thrown, by its name. */
import { en } from '../../../src/element/locales/en.js';
import { EMAIL, type Customer, type Rest } from './customer.js';
import { isOfCatalog } from './catalog.js';
import type { Flow } from './flows.js';
import type { AtStripe, World } from './world.js';

/** A broken promise. */
export class Broken extends Error {
  constructor(promise: string, how: string) {
    super(`${promise}: ${how}`);
    this.name = 'Broken';
  }
}

/** What says that no money was taken. */
const DENIALS = [en.notCharged, en.errors.notMade, en.errors.declined, en.errors.failed];

/** Sentences that need no button: nothing the customer can do here helps. */
const SETUP = [
  en.errors.setup,
  en.errors.alreadySubscribed,
  en.errors.signIn,
  en.errors.invoiceVoid,
  en.errors.invoiceClosed,
];

/** At each rest. */
export async function whenAtRest(rest: Rest, customer: Customer, flow: Flow, world: World): Promise<void> {
  const { view, found, silence } = rest;
  const { texts, state } = view;
  const shown = `${state} ${JSON.stringify(texts)} ${view.panelButtons.join(', ')}`;
  if (silence !== null) throw new Broken('the next step within 20 s', silence);
  if (!found) throw new Broken('an end to every wait', shown);
  const stripe = await world.lookAt();
  paidOnce(flow, stripe);
  if (view.away) return;
  const words = Object.values(texts).join(' ');
  if (flow.by !== 'invoice' && isPaid(flow, stripe) && DENIALS.some((text) => words.includes(text)))
    throw new Broken('no failure shown for money taken', shown);
  if (state === 'complete' && !isPaid(flow, stripe)) throw new Broken('no thanks for money not taken', shown);
  if (view.thanks > 1) throw new Broken('thanks once', `billing-complete ${String(view.thanks)} times`);
  inWords(rest, shown);
  if (
    ['failed', 'expired', 'unresolved'].includes(state) &&
    view.panelButtons.length === 0 &&
    !SETUP.includes(texts.panelText)
  )
    throw new Broken('a next step', shown);
  if (state === 'ready' && customer.typed && flow.customer === 'guest' && view.email !== null && view.email !== EMAIL)
    throw new Broken('what was typed survives', `"${view.email}" in place of ${EMAIL}`);
}

/** Says what it is about, in a catalog's words. */
function inWords({ view: { texts, state } }: Rest, shown: string): void {
  if (['complete', 'processing', 'action', 'failed', 'expired', 'unresolved'].includes(state)) {
    if (!isOfCatalog(texts.panel) || !isOfCatalog(texts.panelText)) throw new Broken('said in words', shown);
  }
  if (texts.alert && !isOfCatalog(texts.alert)) throw new Broken('said in words', shown);
  if (state === 'ready' && !texts.pay && !texts.alert && texts.status) throw new Broken('said in words', shown);
}

/** Never twice. */
function paidOnce({ by }: Flow, { payments, invoices, subscriptions }: AtStripe): void {
  const most = by === 'invoice' ? 0 : 1;
  if (payments > most) throw new Broken('paid once', `${String(payments)} payments`);
  if (invoices > 1 || subscriptions > 1)
    throw new Broken('paid once', `${String(invoices)} invoices, ${String(subscriptions)} subscriptions`);
}

/** Paid, or invoiced, or kept where nothing is to be paid. */
const isPaid = ({ by, keeps }: Flow, { payments, invoices, kept }: AtStripe): boolean =>
  keeps ? kept > 0 : by === 'invoice' ? invoices === 1 : payments === 1;

/** When the fault is over and the customer has done what was offered. */
export async function atTheEnd(flow: Flow, world: World): Promise<void> {
  const stripe = await world.lookAt();
  paidOnce(flow, stripe);
  if (!isPaid(flow, stripe)) throw new Broken('the next step leads to one payment', 'nothing is paid');
  if (flow.keeps && stripe.replaced !== 1) throw new Broken('the shop is told', 'the subscription has the card it had');
  const told = flow.renews ? 'in_' : 'cs_';
  const untold = [...stripe.paid].filter((id) => id.startsWith(told) && !world.told.some((fact) => fact.includes(id)));
  if (untold.length > 0) throw new Broken('the shop is told', `nobody told of ${untold.join(', ')}`);
}
