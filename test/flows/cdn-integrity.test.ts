/** From a host of scripts that nobody need trust: what is not as it was built is refused, the entry and every file beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useChromium } from './support/chromium.js';

const cdn = join(import.meta.dirname, '../../dist/cdn');
const { base, entry, files } = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as {
  readonly base: string;
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
};
const late = Object.keys(files).filter((path) => path !== entry);
const newPage = useChromium();

/** A page that copied dist/cdn/tags.html. Files that `isTampered` says have one character more than they had. */
async function open(page: Page, isTampered: (path: string) => boolean): Promise<readonly string[]> {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === 'https://shop.example/') {
      const body = `${readFileSync(join(cdn, 'tags.html'), 'utf8')}
        <billing-checkout publishable-key="pk_test_shop" price="pro" locale="de"></billing-checkout>`;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    }
    if (!url.startsWith(base)) return route.fulfill({ status: 404, body: '' });
    const path = url.slice(base.length);
    const body = readFileSync(join(cdn, path), 'utf8') + (isTampered(path) ? ' ' : '');
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ contentType: 'text/javascript; charset=utf-8', headers, body });
  });
  await page.goto('https://shop.example/');
  return told;
}

/** The files that the page can load, each asked for as the entry would. A text, so that nothing rewrites its `import()`. */
const loads = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const paths = ${JSON.stringify(late)};
    const found = await Promise.allSettled(paths.map((path) => import(${JSON.stringify(base)} + path)));
    return paths.filter((_, index) => found[index].status === 'fulfilled');
  })()`);

it('loads what is as it was built', async () => {
  const page = await newPage();
  await open(page, () => false);
  await page.getByRole('heading', { name: 'Die Kasse konnte nicht geöffnet werden' }).waitFor();
  expect(await loads(page)).toEqual(late);
});

it('refuses an entry that was changed', async () => {
  const page = await newPage();
  const told = await open(page, (path) => path === entry);
  await expect.poll(() => told.join()).toContain('integrity');
  expect(await page.evaluate(() => customElements.get('billing-checkout') === undefined)).toBe(true);
});

it('refuses each file beside it that was changed, and goes on without', async () => {
  const page = await newPage();
  const told = await open(page, (path) => path !== entry);
  await page.getByRole('heading', { name: 'The checkout could not be opened' }).waitFor();
  expect(told.filter((line) => line.includes('English'))).toHaveLength(1);
  expect(await loads(page)).toEqual([]);
});
