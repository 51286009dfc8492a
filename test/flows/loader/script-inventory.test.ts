/** Every script that a checkout has loaded is one of the table in docs/pci.md, and ours are as they were built. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { choose } from '../support/bank.js';
import { cards } from '../support/cards.js';
import { CheckoutPage, type Attributes } from '../support/checkout-page.js';
import { useChromium } from '../support/chromium.js';
import { clickAway } from '../support/point-and-click.js';
import { useShop } from '../support/shop.js';
import { LETS_IN_LOCALS, useOfficialLoader } from './support.js';

const shop = useShop();
const newPage = useChromium(LETS_IN_LOCALS);

const read = (path: string): Promise<string> => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** A row for each script: its name, and what it matches. The first that does is its row. */
async function inventory(): Promise<(address: string) => string | undefined> {
  const [, table = ''] = /## Scripts\n([^]*?)\n## /.exec(await read('docs/pci.md')) ?? [];
  const names = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(3);
  // The exact ones come first.
  const rows = names
    .toSorted((a, b) => Number(a.includes('*')) - Number(b.includes('*')))
    .map((name) => {
      const whole = name.startsWith('https:') ? name : `${shop().url}${name}`;
      const pattern = whole
        .replaceAll(/[.?+]/g, '\\$&')
        .replaceAll('**', '.+')
        .replaceAll(/(?<!\.)\*|(?<=\/)\*/g, '[\\w-]+');
      return { name, matches: new RegExp(`^${pattern}$`) };
    });
  return (address) => rows.find(({ matches }) => matches.test(address))?.name;
}

interface Parsed {
  readonly url: string;
  readonly source: string;
}

/** Every script the page itself runs, as the engine has it: files, inline ones, and what `eval` makes. */
async function hearScripts(page: Page): Promise<() => Promise<readonly Parsed[]>> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const parsed: Promise<Parsed>[] = [];
  cdp.on('Debugger.scriptParsed', ({ scriptId, url, executionContextAuxData }) => {
    const { isDefault = true } = (executionContextAuxData ?? {}) as { isDefault?: boolean };
    // What the driver of this test runs has no address, or runs in a world of its own.
    if (!isDefault || url === '' || url.startsWith('pptr:') || url.startsWith('debugger:')) return;
    parsed.push(
      cdp.send('Debugger.getScriptSource', { scriptId }).then(
        ({ scriptSource }) => ({ url, source: scriptSource }),
        () => ({ url, source: '' }),
      ),
    );
  });
  await cdp.send('Debugger.enable');
  return () => Promise.all(parsed);
}

/** Buys on a page; gives the addresses of what ran there. */
async function buy(
  path: string,
  attributes: Attributes,
  pay: (checkout: CheckoutPage) => Promise<void>,
): Promise<Parsed[]> {
  const page = await newPage();
  await useOfficialLoader(page, shop());
  const scripts = await hearScripts(page);
  const checkout = await CheckoutPage.open(page, `${shop().url}${path}`, attributes);
  await pay(checkout);
  await checkout.reaches('complete');
  expect(await page.locator('script:not([src])').count(), 'inline scripts').toBe(0);
  return [...(await scripts())];
}

const byCard = async (checkout: CheckoutPage): Promise<void> => {
  await checkout.fill(cards.asks3ds);
  await checkout.pay();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
};

it.each<[string, string, Attributes, (checkout: CheckoutPage) => Promise<void>]>([
  ['a card', 'one-page', {}, byCard],
  [
    'another language, after a decline',
    'one-page',
    { locale: 'de' },
    async (checkout) => {
      await checkout.page.getByLabel('E-Mail').fill('grace@example.com');
      await checkout.fillAddress();
      await checkout.fillCard(cards.declined);
      await checkout.pay();
      await checkout.alert.waitFor();
      await checkout.fillCard(cards.pays);
      await checkout.pay();
    },
  ],
  [
    'business details, by invoice',
    'pay-by-invoice',
    {},
    async (checkout) => {
      await checkout.fillEmail('grace@example.com');
      await checkout.fillAddress();
      await checkout.page.getByRole('button', { name: 'Pay by invoice' }).click();
      await checkout.page.getByRole('button', { name: 'Order by invoice' }).click();
    },
  ],
  [
    'the bank’s page',
    'redirect-method',
    {},
    async (checkout) => {
      await checkout.fillEmail();
      await checkout.fillAddress();
      await choose(checkout, 'iDEAL');
      await checkout.pay();
      await checkout.page.getByRole('button', { name: 'Authorize test payment' }).click();
    },
  ],
])('knows what runs: %s', async (_what, path, attributes, pay) => {
  const rowOf = await inventory();
  const { files } = JSON.parse(await read('dist/cdn/integrity.json')) as { files: Record<string, string> };
  const ran = await buy(path, attributes, pay);
  // The demo's own log of events, and the bank, are the page's and Stripe's.
  const own = ran.filter(({ url }) => !url.startsWith(`${shop().url}demo/`) && !url.startsWith(shop().simulatorUrl));
  expect(own.map(({ url }) => [url, rowOf(url)]).filter(([, row]) => row === undefined)).toEqual([]);
  const rows = new Set(own.map(({ url }) => rowOf(url)));
  expect(rows).toContain('billing-checkout.js');
  expect(rows).toContain('https://js.stripe.com/endive/stripe.js');

  const ours = own.filter(({ url }) => url.startsWith(shop().url));
  for (const { url, source } of ours) {
    if (source === '') continue;
    const hash = `sha384-${createHash('sha384').update(source).digest('base64')}`;
    expect(files[url.slice(shop().url.length)], url).toBe(hash);
  }
  expect(ours.some(({ source }) => source !== '')).toBe(true);
});

it('would tell of a stranger', async () => {
  const rowOf = await inventory();
  for (const address of [
    'https://evil.example/stripe.js',
    'https://js.stripe.com.evil.example/endive/stripe.js',
    'https://js.stripe.com/endive/stripe.js.map',
    `${shop().url}billing-checkout.js?x`,
    `${shop().url}elsewhere/billing-checkout.js`,
  ])
    expect(rowOf(address), address).toBeUndefined();
  expect(rowOf(`${shop().url}extras.js`)).toBe('*.js');
  expect(rowOf(`${shop().url}locales/later/de.js`)).toBe('locales/**');
});
