/** What holds whatever happens. Each broken promise is named in what it throws. */
import type Stripe from 'stripe';
import type { World } from './play-run.js';
import type { SoakTab } from './soak-tab.js';

/** How long the customer may be left without the next step, once answers can be had, in milliseconds. */
const PATIENCE_MS = 150_000;

/** What of a run is at Stripe. */
interface AtStripe {
  readonly sessions: readonly Stripe.Checkout.Session[];
  readonly paid: ReadonlySet<string>;
}

async function lookAt({ shop }: World): Promise<AtStripe> {
  const sessions = (await shop.stripe.checkout.sessions.list({ limit: 100 })).data;
  return { sessions, paid: new Set(sessions.filter(({ status }) => status === 'complete').map(({ id }) => id)) };
}

/** After each thing that happens. */
export async function afterEach(world: World): Promise<void> {
  const stripe = await lookAt(world);
  await onePayment(world, stripe);
  for (const tab of world.tabs) {
    noSecondComplete(tab);
    wellOrdered(tab);
    nothingLost(tab);
    await noFalseFailure(tab, world.tabs);
    noFalseSuccess(tab, stripe);
  }
}

/** When all that can be had is had: wires are whole, webhooks delivered, time has passed, each tab is looked at. */
export async function atTheEnd(world: World, openTab: () => SoakTab): Promise<void> {
  const { shop, tabs, settle, pass } = world;
  shop.wires.mend();
  shop.deliverWebhooks();
  await settle();
  // A bank may begin to ask only now: what was pressed while nothing answered is gone on with.
  for (let turns = 0; turns < 3; turns += 1) {
    for (const tab of tabs) if (tab.asks) tab.answer('canceled');
    await pass(PATIENCE_MS / 3);
  }
  // Whoever is still at the bank comes back without having decided.
  for (const tab of tabs) if (tab.away) await tab.decide('leave', null);
  // While Stripe.js holds its promise nothing but the customer can end it, by a reload.
  for (const tab of tabs) if (tab.state.name === 'confirming' && shop.wires.silent > 0) tab.reload();
  for (const tab of tabs) tab.recheck();
  await pass(20_000);
  await afterEach(world);
  const stripe = await lookAt(world);
  for (const tab of tabs) {
    const { state } = tab;
    const waits = ['loading', 'validating', 'confirming', 'checking', 'unresolved'].includes(state.name);
    if (waits) broken('no state without a way out', `a tab is ${state.name} though everything answers`);
    const session = 'session' in state ? state.session.id : null;
    if (session !== null && stripe.paid.has(session))
      broken('no success unseen', `a tab offers ${session} for payment, which is paid`);
  }
  await unseenIsFound(world, stripe, openTab);
  await aWayOut(world);
  await everyEndIsTold(world);
}

/** A purchase is paid once at most, whatever its tabs and reloads; a known customer has one subscription. */
async function onePayment({ shop }: World, { sessions }: AtStripe): Promise<void> {
  const paid = sessions.filter(({ status }) => status === 'complete');
  const purchases = paid.map(({ metadata }) => metadata?.['billing_purchase'] ?? '');
  if (new Set(purchases).size < purchases.length) broken('one payment per purchase', purchases.join(', '));
  if (shop.customer === null) return;
  const { data } = await shop.stripe.subscriptions.list({ customer: shop.customer, limit: 10 });
  if (data.length > 1) broken('one payment per purchase', `the customer has ${String(data.length)} subscriptions`);
}

function noSecondComplete({ heard }: SoakTab): void {
  const ids = heard.flatMap((each) => (each.event === 'billing-complete' ? [each.completion.id] : []));
  if (new Set(ids).size < ids.length) broken('complete once per session', ids.join(', '));
}

/** Nothing that needs a form comes before the form. */
function wellOrdered({ heard }: SoakTab): void {
  const first = heard.findIndex(({ event }) => event === 'billing-ready');
  const early = heard
    .slice(0, first < 0 ? heard.length : first)
    .filter(({ event }) => event === 'billing-decline' || event === 'billing-invalid' || event === 'billing-change');
  if (early.length > 0) broken('events in order', early.map(({ event }) => event).join(', '));
}

function nothingLost({ email, typed }: SoakTab): void {
  if (email !== null && typed !== email) broken('what was typed survives', `${email} became "${typed}"`);
}

/** A no is true when it is said: the session is not paid, unless it was paid meanwhile and a tab says so. */
async function noFalseFailure({ denied }: SoakTab, tabs: readonly SoakTab[]): Promise<void> {
  for (const [id, paid] of denied) {
    const since = tabs.some(({ thanked }) => thanked.has(id));
    if ((await paid) && !since) broken('no failure for money taken', `${id} is paid`);
  }
  denied.clear();
}

/** Thanks are for what is paid. */
function noFalseSuccess({ state }: SoakTab, { paid }: AtStripe): void {
  if (state.name === 'complete' && !paid.has(state.completion.id))
    broken('no success for nothing', `${state.completion.id} is not paid`);
}

/** With webhooks delivered, in whatever order and number, hooks have heard of each payment: Stripe tries for hours. */
async function everyEndIsTold(world: World): Promise<void> {
  const { shop, leap } = world;
  const { paid } = await lookAt(world);
  const untold = (): string | undefined => [...paid].find((id) => !shop.told.some(({ session }) => session === id));
  for (let hours = 0; hours < 24 && untold() !== undefined; hours += 1) await leap(3_600_000);
  const id = untold();
  if (id !== undefined) broken('no payment untold', `no hook has heard of ${id}`);
}

/** Whoever paid and was not told finds it when they come back. */
async function unseenIsFound({ tabs, pass }: World, { paid }: AtStripe, openTab: () => SoakTab): Promise<void> {
  const seen = new Set(tabs.flatMap(({ thanked }) => [...thanked]));
  const last = [...paid].find((id) => !seen.has(id));
  if (last === undefined) return;
  const tab = openTab();
  tabs.push(tab);
  await pass(20_000);
  if (!isAtRest(tab) || tab.state.name === 'ready')
    broken('no success unseen', `${last} is paid, and a new tab is ${tab.state.name}`);
}

/** An end that is not a payment can be left. */
async function aWayOut({ tabs, pass }: World): Promise<void> {
  for (const tab of tabs) {
    if (tab.state.name !== 'failed' && tab.state.name !== 'expired') continue;
    tab.restart();
    await pass(20_000);
    if (!isAtRest(tab)) broken('no state without a way out', `after a restart a tab is ${JSON.stringify(tab.state)}`);
  }
}

/** Can be paid, is paid, or need not be. */
function isAtRest({ state }: SoakTab): boolean {
  if (state.name === 'failed') return state.error.code === 'customer.already_subscribed';
  return state.name === 'ready' || state.name === 'complete';
}

function broken(promise: string, how: string): never {
  throw new Error(`Broken: ${promise}: ${how}.`);
}
