/** A page changes clothes while the customer types: both sides of Stripe's frames follow, and no frame is made anew. */
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

declare global {
  interface Window {
    /** Themes that Stripe was told after its fields were made. */
    told: string[];
  }
}

/** The customer of the story at hand, who has typed a card. */
let checkout: CheckoutPage;
let warnings: string[];

beforeEach(async () => {
  const page = await newPage({ colorScheme: 'light' });
  warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  checkout = await CheckoutPage.open(page, `${shop().url}theme`);
  await checkout.fillCard(cards.pays);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['marked'] = '';
  });
});

/** What was typed is there, in the frames that were there. */
async function nothingIsLost(): Promise<void> {
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  expect(await checkout.page.locator('iframe:not([data-marked])').count()).toBe(0);
}

const FIELD = ['backgroundColor', 'borderTopColor', 'borderTopLeftRadius', 'color', 'fontFamily', 'fontSize'] as const;

/** Our email field, and Stripe's field for the card number. */
const ours = () => checkout.email.evaluate(read, FIELD);
const theirs = () => checkout.payment.locator('[name=number]').evaluate(read, FIELD);

/** As the browser paints it: `oklch(…)` and `rgb(…)` may be one color. */
function read(field: Element, names: readonly (typeof FIELD)[number][]): Record<string, string> {
  const style = getComputedStyle(field);
  const paint = (value: string): string => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data.join();
  };
  return Object.fromEntries(names.map((name) => [name, /color/i.test(name) ? paint(style[name]) : style[name]]));
}

/** Waits until Stripe's field looks as ours does, which is `expected`. */
async function bothLook(expected: Partial<Record<(typeof FIELD)[number], string>>): Promise<void> {
  // Ours takes a moment to change its colors.
  await expect
    .poll(async () => {
      const [one, other] = [await ours(), await theirs()];
      return { ...other, alike: isDeepStrictEqual(one, other) };
    })
    .toMatchObject({ ...expected, alike: true });
}

const wear = (name: string) => checkout.page.getByRole('radio', { name, exact: true }).check();

it('by a class on <html>: light, dark, a brand by day and by night', async () => {
  await bothLook({ backgroundColor: '255,255,255,255', borderTopLeftRadius: '10px' });
  await wear('Dark');
  await bothLook({ backgroundColor: '23,23,31,255' });
  await wear('Fern, a brand');
  await bothLook({ backgroundColor: '255,253,248,255', borderTopLeftRadius: '20px', fontSize: '17px' });
  expect((await theirs())['fontFamily']).toContain('Charter');
  await wear('Fern at night');
  await bothLook({ backgroundColor: '23,33,28,255', borderTopLeftRadius: '20px' });
  await wear('As the system');
  await bothLook({ backgroundColor: '255,255,255,255' });
  await nothingIsLost();
});

it('as the system goes dark, or asks for colors of its own', async () => {
  await checkout.page.emulateMedia({ colorScheme: 'dark' });
  await bothLook({ backgroundColor: '23,23,31,255' });
  await checkout.page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await bothLook({ backgroundColor: '0,0,0,255', color: '255,255,255,255' });
  await checkout.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await bothLook({ backgroundColor: '255,255,255,255', color: '0,0,0,255' });
  await nothingIsLost();
});

const own = (set: Partial<Pick<BillingCheckout, 'appearance' | 'fonts'>>): Promise<void> =>
  checkout.tag.evaluate((tag, values) => {
    Object.assign(tag, values);
  }, set);

it('by `appearance`, over the tokens and only while it is set', async () => {
  await own({
    appearance: { variables: { borderRadius: '3px' }, rules: { '.Input': { borderTopColor: 'rgb(255, 0, 255)' } } },
  });
  await expect.poll(theirs).toMatchObject({ borderTopLeftRadius: '3px', borderTopColor: '255,0,255,255' });
  // What it does not name goes on following the page.
  await wear('Dark');
  await expect.poll(theirs).toMatchObject({ borderTopLeftRadius: '3px', backgroundColor: '23,23,31,255' });
  await own({ appearance: null });
  await bothLook({ borderTopLeftRadius: '10px' });
  await nothingIsLost();
  expect(warnings).toEqual([]);
});

it('and not by one that is none: a warning, once, and what is good of it', async () => {
  const appearance = { theme: 'neon', variables: { borderRadius: '4px', fontSizeBase: 18 } };
  await own({ appearance: appearance as unknown as BillingCheckout['appearance'] });
  await expect.poll(theirs).toMatchObject({ borderTopLeftRadius: '4px', fontSize: '16px' });
  await wear('Dark');
  await expect.poll(theirs).toMatchObject({ backgroundColor: '23,23,31,255' });
  expect(warnings).toEqual([
    "[billing-checkout] Stripe's Appearance does not take this, it is left out: theme, variables.fontSizeBase.",
  ]);
  await nothingIsLost();
});

it('with a typeface that Stripe’s frames load for themselves', async () => {
  const family = () =>
    checkout.payment
      .locator('[name=number]')
      .evaluate(() => [...document.fonts].map((font) => font.family.replaceAll('"', '')));
  expect(await family()).not.toContain('Brand Serif');
  await own({ fonts: [{ family: 'Brand Serif', src: 'local("DejaVu Serif")' }] });
  await expect.poll(family).toEqual(['Brand Serif']);
  await own({ fonts: 'Brand Serif' as unknown as BillingCheckout['fonts'] });
  await expect.poll(() => warnings).toEqual([expect.stringMatching(/left out: fonts\./)]);
  await nothingIsLost();
  await checkout.fillEmail();
  await checkout.fillAddress();
  await checkout.pay();
  await checkout.reaches('complete');
});

it('and Stripe is told of no look that its fields were made with', async () => {
  const page = await newPage({ colorScheme: 'light' });
  await page.addInitScript(() => {
    window.told = [];
    /** The same, with one of its functions replaced. */
    const withOther = <T extends object, K extends keyof T>(whole: T, name: K, other: T[K]): T =>
      new Proxy(whole, {
        get: (target, key) => {
          const value: unknown = key === name ? other : Reflect.get(target, key);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    // Stripe's script has just run; whoever has waited for it hears of that after us.
    const wrap = (): void => {
      const loaded = window.Stripe;
      if (!loaded) return;
      removeEventListener('load', wrap, true);
      window.Stripe = new Proxy(loaded, {
        apply: (_, __, given: Parameters<typeof loaded>) => {
          const stripe = loaded(...given);
          return withOther(stripe, 'initCheckoutElementsSdk', (options) => {
            const made = stripe.initCheckoutElementsSdk(options);
            return withOther(made, 'changeAppearance', (appearance) => {
              window.told.push(appearance.theme ?? '');
              made.changeAppearance(appearance);
            });
          });
        },
      });
    };
    addEventListener('load', wrap, true);
  });
  checkout = await CheckoutPage.open(page, `${shop().url}theme`);
  await checkout.reaches('ready');
  expect(await page.evaluate(() => window.told)).toEqual([]);
  await wear('Dark');
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['night']);
});
