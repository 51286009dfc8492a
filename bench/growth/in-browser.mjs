/** What a key costs in a page, as more of it has to be drawn: the merchant's own fields. */
import { openChromium } from '../browser/chromium.mjs';
import { visit } from '../browser/visit.mjs';
import { toContenders, US } from '../contenders.mjs';
import { hints } from '../hints.mjs';
import { forkShop } from '../server/shop-process.mjs';

const KEYS = 40;

export const LABEL = `Merchant fields: typing ${KEYS} keys, checked each`;
/** Thirty is the most that a tag takes: Stripe keeps fifty keys of metadata. */
const SIZES = [1, 5, 10, 20, 30];

/** Resolves to `[size, milliseconds]` for each size. */
export async function measureFields(executablePath) {
  const shop = await forkShop({ port: 0 });
  const browser = await openChromium(executablePath, shop.chromiumArgs);
  const ours = toContenders(hints()).find(({ name }) => name === US);
  try {
    const points = [];
    for (const size of SIZES) {
      const { took } = await visit(browser, shop, ours, {
        use: async ({ page }) => {
          await page.evaluate(addFields, size);
          await page.getByLabel(new RegExp(`^Field ${size}\\b`)).waitFor();
          await page.waitForFunction(() => document.querySelector('billing-checkout').state === 'ready');
          return { took: await page.evaluate(typeKeys, KEYS) };
        },
      });
      points.push([size, took]);
    }
    return points;
  } finally {
    await browser.close();
    await shop.close();
  }
}

/** Runs in the page: another tag, since fields are read when a checkout opens. */
function addFields(size) {
  const tag = document.querySelector('billing-checkout');
  const other = tag.cloneNode();
  other.fields = Array.from({ length: size }, (_, index) => ({
    name: `field_${index + 1}`,
    label: `Field ${index + 1}`,
  }));
  tag.replaceWith(other);
}

/** Runs in the page. Milliseconds that the keys took, rendering included. */
async function typeKeys(keys) {
  const tag = document.querySelector('billing-checkout');
  const input = tag.shadowRoot.querySelector('input[type=email]');
  const begun = performance.now();
  for (let key = 0; key < keys; key += 1) {
    input.value += 'a';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await tag.updateComplete;
  }
  return performance.now() - begun;
}
