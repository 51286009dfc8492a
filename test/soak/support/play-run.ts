/** Plays one run and looks, after each thing that happens, whether the promises still hold. */
import type { FakeTimers } from './time.js';
import { MemoryStorage } from '../../headless/support/memory-storage.js';
import { CARDS, type Action, type Means, type Run } from './actions.js';
import { afterEach, atTheEnd } from './promises.js';
import { SoakShop } from './soak-shop.js';
import { SoakTab } from './soak-tab.js';

/** What a run was made of. */
export interface Counts {
  readonly actions: number;
  readonly faults: number;
  readonly payments: number;
  /** Times that a tab left for a bank's page. */
  readonly redirects: number;
}

/** The most tabs of one customer. */
const TABS = 3;

/** The world of a run. */
export interface World {
  readonly shop: SoakShop;
  readonly tabs: SoakTab[];
  readonly settle: () => Promise<void>;
  readonly pass: (ms: number) => Promise<void>;
  /** Lets much time pass at once. */
  readonly leap: (ms: number) => Promise<void>;
}

/** Plays; throws with the promise that was broken. */
export async function playRun({ known, goods, tabs, steps }: Run, time: FakeTimers): Promise<Counts> {
  const shop = await SoakShop.open(known, goods);
  const shared = new MemoryStorage();
  const settle = (): Promise<void> => time.settle(shop.wires);
  const world: World = {
    shop,
    tabs: [],
    settle,
    pass: (ms) => time.pass(ms, shop.wires),
    leap: (ms) => time.leap(ms, shop.wires),
  };
  const fetched = globalThis.fetch;
  globalThis.fetch = shop.fetch;
  try {
    for (let left = tabs; left > 0; left -= 1) world.tabs.push(new SoakTab(shop, shared));
    await settle();
    for (const { action, turns } of steps) {
      await happen(world, shared, action);
      if (turns !== null) {
        await time.turns(turns);
        continue;
      }
      await settle();
      await afterEach(world);
    }
    await atTheEnd(world, () => new SoakTab(shop, shared));
    const sessions = await shop.stripe.checkout.sessions.list({ limit: 100 });
    const payments = sessions.data.filter(({ status }) => status === 'complete').length;
    return { actions: steps.length, faults: shop.wires.faults, payments, redirects: shop.redirects };
  } finally {
    for (const tab of world.tabs) tab.close();
    globalThis.fetch = fetched;
    time.forget();
  }
}

async function happen(world: World, shared: MemoryStorage, action: Action): Promise<void> {
  const { shop, tabs, pass } = world;
  const tab = 'tab' in action ? tabs[action.tab % tabs.length] : undefined;
  switch (action.type) {
    case 'card':
      tab?.chooseMeans(toNumber(action.card));
      return;
    case 'buy':
      tab?.typeEmail('ada@example.com');
      tab?.chooseMeans(toNumber(action.card));
      tab?.submit();
      return;
    case 'email':
      tab?.typeEmail(action.email);
      return;
    case 'submit':
      tab?.submit();
      return;
    case 'recheck':
      tab?.recheck();
      return;
    case 'restart':
      tab?.restart();
      return;
    case 'reload':
      tab?.reload();
      return;
    case 'quantity':
      tab?.sell(action.quantity);
      return;
    case 'answer':
      tab?.answer(action.outcome);
      return;
    case 'bank':
      await tab?.decide(action.choice, action.says);
      return;
    case 'open tab':
      if (tabs.length < TABS) tabs.push(new SoakTab(shop, shared));
      return;
    case 'fault':
      shop.wires.break(action.wire, action.fault);
      return;
    case 'webhooks':
      shop.releaseWebhooks(action.order, action.copies);
      return;
    case 'wait':
      await pass(action.ms);
  }
}

const toNumber = (card: Means): string | null => (card === 'bank' ? null : CARDS[card]);
