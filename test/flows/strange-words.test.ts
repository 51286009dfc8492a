/** Words from elsewhere that are more than words: names of products, labels and sentences of the page. All of it is text. */
import { expect, it } from 'vitest';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** As markup, as a template, from right to left, out of many parts, long, and with what ends strings elsewhere. */
const STRANGE: readonly (readonly [string, string])[] = [
  ['a script', '<script>window.hacked = true</script>'],
  ['markup', '"><img src=x onerror="window.hacked=true"><h1 style="color:red">Free</h1>'],
  ['a template', '${window.hacked = true} {{window.hacked}} <!--?lit$0$-->'],
  ['an override of direction', '\u202eorP\u2066 eerf'],
  ['emoji', '👩‍💻🏳️‍🌈 Pro 日本語 ﷽'],
  ['a word without end', 'W'.repeat(250)],
];

/** What was made of it inside the shadow root. */
interface Drawn {
  readonly hacked: boolean;
  readonly strangers: number;
  readonly text: string;
  readonly wide: boolean;
}

const look = (checkout: CheckoutPage): Promise<Drawn> =>
  checkout.tag.evaluate((tag) => {
    const root = tag.shadowRoot;
    if (!root) throw new Error('There is no open root.');
    return {
      hacked: 'hacked' in window,
      strangers: root.querySelectorAll('script, img, h1, [style], [onerror]').length,
      text: root.textContent,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });

it.each(STRANGE)('shows the name of a product as it is: %s', async (_what, name) => {
  const { stripe } = shop();
  const [price] = (await stripe.prices.list({ lookup_keys: ['pro_monthly'] })).data;
  await stripe.products.update(String(price?.product), { name });
  const page = await newPage({ viewport: { width: 375, height: 1_400 } });
  const checkout = await CheckoutPage.open(page, `${shop().url}one-page`);
  const drawn = await look(checkout);
  expect(drawn).toMatchObject({ hacked: false, strangers: 0, wide: false });
  expect(drawn.text).toContain(name);
  // What stands beside it reads as ever.
  await page.getByText('12 × $8.75 / month').waitFor();
  await page.getByRole('button', { name: 'Pay $105.00' }).waitFor();
});

it('shows labels, sentences and what is typed as they are', async () => {
  const page = await newPage();
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[billing-checkout]')) warnings.push(message.text());
  });
  const checkout = await CheckoutPage.open(page, `${shop().url}business-details`, {
    company: 'optional',
    'purchase-order': 'optional',
  });
  const markup = '<img src=x onerror=window.hacked=1>\0';
  await checkout.tag.evaluate((tag, text) => {
    Object.assign(tag, {
      messages: { email: `E-mail ${text}` },
      fields: [{ name: 'note', label: `Note ${text}` }],
    });
  }, markup);
  await page.getByLabel('E-mail <img').fill('grace@example.com');
  await page.locator('details.business summary').click();
  await page.getByLabel('Note <img').fill(`\u202e${markup}👩‍💻`);
  await page.getByLabel('Company').fill(markup);
  expect(await look(checkout)).toMatchObject({ hacked: false, strangers: 0 });
  expect(await page.getByLabel('Company').inputValue()).toContain('<img src=x');
  expect(warnings).toEqual([]);
});
