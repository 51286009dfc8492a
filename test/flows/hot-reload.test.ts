/** A developer edits files while a checkout is open in the browser, behind the real dev server of Vite. */
import type { ElementHandle } from 'playwright-core';
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { develop } from './support/dev-server.js';

const newPage = useChromium();

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Upgrade</title><link rel="icon" href="data:," /></head>
  <body>
    <h1></h1>
    <billing-checkout publishable-key="pk_test_shop" price="pro_monthly" quantity="2"></billing-checkout>
    <script type="module" src="/main.js"></script>
  </body>
</html>`;

const MAIN = `import 'billing-checkout';
import './page.css';
import { heading } from './heading.js';

const show = (text) => (document.querySelector('h1').textContent = text);
show(heading);
import.meta.hot.accept('./heading.js', (next) => show(next.heading));
import.meta.hot.accept();
`;

const FILES = {
  'index.html': PAGE,
  'main.js': MAIN,
  'heading.js': "export const heading = 'Upgrade';\n",
  'page.css': 'h1 { color: rgb(1, 2, 3); }\n',
};

/** An open checkout with everything typed, and what would be lost if the page, the tag or a frame were another one. */
class Open {
  readonly checkout: CheckoutPage;
  readonly complaints: readonly string[];
  readonly #tag: ElementHandle;
  readonly #frames: readonly ElementHandle[];

  private constructor(checkout: CheckoutPage, complaints: readonly string[], nodes: readonly ElementHandle[]) {
    this.checkout = checkout;
    this.complaints = complaints;
    [this.#tag, ...this.#frames] = nodes as [ElementHandle, ...ElementHandle[]];
  }

  static async at(url: string): Promise<Open> {
    const page = await newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Lit says of itself that it is not the one for production.
      if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Lit is in dev mode'))
        complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    const checkout = await CheckoutPage.open(page, url);
    await checkout.fill(cards.pays);
    const frames = await checkout.tag.locator('iframe').elementHandles();
    expect(frames).toHaveLength(2);
    return new Open(checkout, complaints, [await checkout.tag.elementHandle(), ...frames]);
  }

  /** Waits for a heading, which comes without a load of the page. */
  async shows(heading: string): Promise<void> {
    await this.checkout.page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }

  /** The same tag, the same frames, what was typed. */
  async isUntouched(): Promise<void> {
    expect(await this.#tag.evaluate((tag) => tag === document.querySelector('billing-checkout'))).toBe(true);
    const frames = await this.checkout.tag.locator('iframe').elementHandles();
    expect(frames).toHaveLength(this.#frames.length);
    for (const [index, frame] of frames.entries())
      expect(await frame.evaluate((node, other) => node === other, this.#frames[index])).toBe(true);
    expect(await this.checkout.email.inputValue()).toBe('grace@example.com');
    expect(await this.checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
    expect(this.complaints).toEqual([]);
  }

  sessionId(): Promise<unknown> {
    return this.checkout.tag.evaluate((tag) => (tag as HTMLElementTagNameMap['billing-checkout']).session?.id);
  }

  async pays(): Promise<void> {
    await this.checkout.pay();
    await this.checkout.reaches('complete');
    expect(this.complaints).toEqual([]);
  }
}

it('leaves an open checkout alone: another module, a style sheet, the module that imports the element', async () => {
  const { url, edit } = await develop({ files: FILES });
  const open = await Open.at(url);
  edit('heading.js', 'Upgrade', 'Upgrade now');
  await open.shows('Upgrade now');
  edit('page.css', '(1, 2, 3)', '(3, 2, 1)');
  await expect
    .poll(() => open.checkout.page.locator('h1').evaluate((node) => getComputedStyle(node).color))
    .toBe('rgb(3, 2, 1)');
  edit('main.js', 'show(heading)', "show(heading + ' or never')");
  await open.shows('Upgrade now or never');
  await open.isUntouched();
  await open.pays();
});

it('leaves it alone when a module of the package itself is edited, and run again with what registers the tag', async () => {
  const { url, append } = await develop({ files: FILES }, 'billing-checkout');
  const open = await Open.at(url);
  append('billing-checkout/dist/element/billing-checkout.js', 'globalThis.Edited = BillingCheckout;');
  await open.checkout.page.waitForFunction(() => 'Edited' in globalThis);
  // A second class, and the first one's tag.
  expect(await open.checkout.page.evaluate("Edited === customElements.get('billing-checkout')")).toBe(false);
  expect(await open.checkout.page.evaluate("document.querySelector('billing-checkout') instanceof Edited")).toBe(false);
  await open.isUntouched();
  await open.pays();
});

/** A hook more, or fewer, and React makes the component anew; a component of Svelte always is. */
const ANEW = {
  react: ['const [seats,', 'useState(0);\n  const [seats,'],
  svelte: ['Upgrade to Pro', 'Upgrade today'],
} as const;

/** Makes the component anew: what was typed is gone, the session is not. */
async function makeAnew(open: Open, edit: () => void): Promise<void> {
  const session = await open.sessionId();
  edit();
  await expect.poll(() => open.checkout.email.inputValue()).toBe('');
  await open.checkout.reaches('ready');
  expect(await open.sessionId()).toBe(session);
  await open.checkout.fill(cards.pays);
}

it.each([
  ['react', 'src/upgrade.tsx'],
  ['vue', 'src/Upgrade.vue'],
])('leaves it alone when a component in %s is edited', async (example, file) => {
  const { url, edit } = await develop({ example });
  const open = await Open.at(url);
  await open.checkout.page.getByLabel('Seats').fill('4');
  await open.checkout.page.getByText('4 × $10.00 / month').waitFor();
  edit(file, 'Upgrade to Pro', 'Upgrade to Pro today');
  await open.shows('Upgrade to Pro today');
  expect(await open.checkout.page.getByLabel('Seats').inputValue()).toBe('4');
  await open.isUntouched();
  if (example === 'react') {
    // Made anew, the component asks for three seats again: another number of them would be another purchase.
    await open.checkout.page.getByLabel('Seats').fill('3');
    await open.checkout.page.getByText('3 × $10.00 / month').waitFor();
    await makeAnew(open, () => edit(file, ...ANEW.react));
  }
  await open.pays();
  await open.shows('Welcome aboard');
});

it('opens the same session again where a component is made anew, as in Svelte', async () => {
  const { url, edit } = await develop({ example: 'svelte' });
  const open = await Open.at(url);
  await makeAnew(open, () => edit('src/Upgrade.svelte', ...ANEW.svelte));
  await open.pays();
});
