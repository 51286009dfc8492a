/** The playground: each control changes the tag and the code to copy alike; it can be used by everybody, on a phone too; it pays. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { STATES } from '../../src/testing/states.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

interface Tag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
}

/** A tag's attributes, and tokens from its own style or from the page's one rule. Runs in the page. */
const read = (selector: string): Tag => {
  const element = document.querySelector<HTMLElement>(selector);
  const [rule] = document.querySelector('style')?.sheet?.cssRules ?? [];
  const style = rule instanceof CSSStyleRule ? rule.style : element?.style;
  return {
    attributes: Object.fromEntries(
      [...(element?.attributes ?? [])].filter(({ name }) => name !== 'style').map(({ name, value }) => [name, value]),
    ),
    tokens: Object.fromEntries([...(style ?? [])].map((name) => [name, style?.getPropertyValue(name).trim() ?? ''])),
  };
};

/** The tag on the page, and the tag that the code makes on another, which has never heard of the element. */
async function tags(page: Page, reader: Page): Promise<{ readonly shown: Tag; readonly written: Tag }> {
  await reader.setContent((await page.locator('#code').textContent()) ?? '');
  return {
    shown: await page.evaluate(read, '#place > billing-checkout'),
    written: await reader.evaluate(read, 'billing-checkout'),
  };
}

/** Something that is not there by itself. */
function valueFor(name: string, kind: string): string {
  if (name.startsWith('--')) return name.includes('color') ? 'rebeccapurple' : '3px';
  return kind === 'number' ? '7' : 'a "b" & <c>';
}

async function open(page: Page): Promise<void> {
  await page.goto(`${shop().url}playground`);
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('details')) group.open = true;
  });
}

/** Chooses a state to look at, and waits until it is drawn. */
async function choose(page: Page, state: string): Promise<void> {
  await page.getByLabel('state', { exact: true }).selectOption(state);
}

it('has a control for each attribute and token, and the code is the tag', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 900 } });
  const reader = await page.context().newPage();
  await open(page);
  await choose(page, 'ready');
  const names = await page
    .locator('#controls [name]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('name') ?? ''));
  const declared = await page.evaluate(
    () => (customElements.get('billing-checkout') as unknown as { observedAttributes: string[] }).observedAttributes,
  );
  expect(names).toEqual(expect.arrayContaining(declared));
  expect(names.filter((name) => name.startsWith('--billing-'))).toHaveLength(12);

  for (const name of names.filter((each) => each !== 'state' && each !== 'dir of the page')) {
    const field = page.locator(`#controls [name="${name}"]`);
    const before = (await tags(page, reader)).shown;
    const kind = await field.evaluate((each) => (each instanceof HTMLInputElement ? each.type : 'select'));
    if (kind === 'select') await field.selectOption({ index: 2 });
    else if (kind === 'checkbox') await field.check();
    else await field.fill(valueFor(name, kind));
    const { shown, written } = await tags(page, reader);
    expect(written, name).toEqual(shown);
    expect(name.startsWith('--') ? shown.tokens : shown.attributes, name).toHaveProperty([name]);
    if (kind === 'select') await field.selectOption('');
    else if (kind === 'checkbox') await field.uncheck();
    else await field.fill(before.attributes[name] ?? before.tokens[name] ?? '');
  }
});

it('shows every state', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 900 } });
  await open(page);
  const states = await page
    .getByLabel('state', { exact: true })
    .locator('option')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? each.textContent));
  expect(states).toEqual(['', 'live', ...Object.keys(STATES)]);
  for (const [name, { name: state }] of Object.entries(STATES)) {
    await choose(page, name);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('billing-checkout')?.state), { message: name })
      .toBe(state);
    expect(await page.locator('#about').textContent(), name).toContain('A state to look at');
  }
});

it.each(['ltr', 'rtl'])('is for everybody at 375 px: %s', async (dir) => {
  const page = await newPage({ viewport: { width: 375, height: 800 } });
  await open(page);
  await choose(page, 'ready');
  await page.getByLabel('dir of the page').selectOption(dir);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
});

it('pays, and tells the events', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 900 } });
  const checkout = await CheckoutPage.open(page, `${shop().url}playground`);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await page.getByRole('log', { name: 'Events' }).getByText('billing-complete').waitFor();
});
