/** The page on scale is true: what one checkout costs is counted again, and every query of the pack is in it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { QUERIES } from '../report/sigma/support/pack.js';
import { openShop, purchase } from '../server/shop.js';

const page = await readFile(join(import.meta.dirname, '../../docs/scale.md'), 'utf8');

const COLUMNS = [
  { name: 'one-time, guest', price: 'team_onboarding', known: false },
  { name: 'one-time, customer', price: 'team_onboarding', known: true },
  { name: 'subscription, guest', price: 'pro_monthly', known: false },
  { name: 'subscription, customer', price: 'pro_monthly', known: true },
];

/** Numbers of a row of the table of costs, by its first cell. */
function row(step: string): number[] {
  const [, cells = ''] = new RegExp(`^\\| ${step} *\\|(.*)\\|$`, 'm').exec(page) ?? [];
  return cells.split('|').map(Number);
}

it.each(COLUMNS)('counts the requests of a checkout: $name', async ({ name, price, known }) => {
  const column = COLUMNS.findIndex((each) => each.name === name);
  const shop = await openShop();
  const customer = known ? (await shop.stripe.customers.create({ email: 'ada@example.com' })).id : undefined;
  const asking = { customer, key: 'purchase-1' };
  const assigned = { name: 'pages', variant: 'one-page', unit: 'visitor-1' };
  const body = { items: [{ price, quantity: 1 }], experiment: assigned };
  const requests = async (work: () => Promise<unknown>): Promise<number> => {
    const asked = shop.watch();
    await work();
    return asked().filter((entry) => !entry.includes('/payment_pages/')).length;
  };

  const opening = requests(() => shop.open(body, asking));
  expect(await opening).toBe(row('open, within an experiment')[column]);
  const { id } = await shop.open(body, asking);
  expect(await requests(() => shop.send('POST', '/sessions', purchase({ ...body, resume: id }), asking))).toBe(
    row('reload while it is open')[column],
  );
  const items = [{ price, quantity: price === 'pro_monthly' ? 3 : 1 }];
  expect(await requests(() => shop.change(id, { change: 'items', items }, asking))).toBe(
    row('change the quantity')[column],
  );
  const session = await shop.open({ ...body, items, resume: id }, asking);
  expect(await requests(() => shop.pay(session))).toBe(row('pay')[column]);
  expect(await requests(() => shop.truth(id, asking))).toBe(row('first reading of the outcome')[column]);
  const { data } = await shop.stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
  const [event] = data;
  if (!event) throw new Error('Nothing was completed.');
  expect(await requests(() => shop.server.handleEvent(event))).toBe(row('webhook of the completion, after it')[column]);
});

it('names every query of the pack', () => {
  const named = [...page.matchAll(/^\| `([\w-]+)\.sql`/gm)].map(([, name = '']) => name);

  expect(named.sort()).toEqual(QUERIES);
});
