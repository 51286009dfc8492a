/** Guesses about loading and updating a checkout in a page. */
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';

const CODES = { allow_promotion_codes: true } as const;

const changes = (checkout: MountedCheckout): Promise<number> =>
  checkout.page.evaluate(() => window.kit.heard.filter((event) => event === 'change').length);

const apply = (checkout: MountedCheckout, code: string): Promise<string> =>
  checkout.page.evaluate((given) => window.kit.outcome(() => window.kit.actions.applyPromotionCode(given)), code);

const remove = (checkout: MountedCheckout): Promise<string> =>
  checkout.page.evaluate(() => window.kit.outcome(() => window.kit.actions.removePromotionCode()));

export const loading: CheckGroup = {
  title: 'Stripe.js: loading and updating',
  checks: [
    {
      name: 'malformed-secret',
      about:
        'A `clientSecret` of the wrong form throws at once when it is a string, and fails `loadActions()` when it comes from a promise.',
      simulator: 'string: throws IntegrationError; promise, loadActions: error null',
      run: async (probe) => {
        const page = await probe.page();
        const seen = await page.evaluate(async (key) => {
          const stripe = window.Stripe?.(key);
          const load = (clientSecret: string | Promise<string>): Promise<string> =>
            window.kit.outcome(() => stripe?.initCheckoutElementsSdk({ clientSecret }).loadActions());
          const made = await window.kit.outcome(() => {
            stripe?.initCheckoutElementsSdk({ clientSecret: 'nonsense' });
          });
          return { made, promised: await load(Promise.resolve('nonsense')) };
        }, probe.target.publishableKey);
        probe.note(seen.made);
        probe.note(seen.promised);
        return facts({ string: kindOf(seen.made), 'promise, loadActions': kindOf(seen.promised) });
      },
    },
    {
      name: 'change-events',
      about:
        '`change` fires when something on the snapshot has changed, `canConfirm` included, and not for the first snapshot.',
      simulator: 'for the first snapshot: false; after updateEmail: true; when canConfirm turned: true',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { defaults: { email: false } });
        const atFirst = await changes(checkout);
        await checkout.page.evaluate(() => window.kit.actions.updateEmail('billing-smoke@example.com'));
        await checkout.page.waitForFunction(() => window.kit.actions.getSession().email !== null);
        const afterEmail = await changes(checkout);
        await checkout.card(NUMBERS.pays);
        await checkout.confirmable();
        const afterCard = await changes(checkout);
        return facts({
          'for the first snapshot': atFirst > 0,
          'after updateEmail': afterEmail > atFirst,
          'when canConfirm turned': afterCard > afterEmail,
        });
      },
    },
    {
      name: 'default-values',
      about:
        '`defaultValues.email` is ignored where the session fixes an email; `defaultValues.billingAddress` only fills in fields.',
      simulator: 'email: the session’s; address field: 12 St James Square',
      run: async (probe) => {
        const address = {
          line1: '12 St James Square',
          city: 'New York',
          state: 'NY',
          postal_code: '10001',
          country: 'US',
        };
        const checkout = await MountedCheckout.open(probe, {
          address: {},
          init: {
            defaultValues: { email: 'somebody-else@example.com', billingAddress: { name: 'Smoke Test', address } },
          },
        });
        const email = await checkout.page.evaluate(() => window.kit.actions.getSession().email);
        const line = await checkout.address.locator('[name=addressLine1]').inputValue();
        return facts({
          email: email === 'somebody-else@example.com' ? 'the default' : 'the session’s',
          'address field': line,
        });
      },
    },
    {
      name: 'actions-not-allowed',
      about:
        "Not allowed (fixed email, promotion codes, tax id, `updateBillingAddress` beside its element): rejections with `IntegrationError`. A line item that can't be changed: an error result.",
      simulator:
        'fixed email: throws IntegrationError; promotion code: throws IntegrationError; tax id: throws IntegrationError; address beside its element: throws IntegrationError; quantity not adjustable: error null',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { address: {} });
        const said = await checkout.page.evaluate(async () => {
          const { actions, outcome } = window.kit;
          const [item] = actions.getSession().lineItems;
          return {
            'fixed email': await outcome(() => actions.updateEmail('somebody-else@example.com')),
            'promotion code': await outcome(() => actions.applyPromotionCode('NONE')),
            'tax id': await outcome(() =>
              actions.updateTaxIdInfo({ taxId: { type: 'eu_vat', value: 'DE123456789' }, businessName: 'Smoke' }),
            ),
            'address beside its element': await outcome(() =>
              actions.updateBillingAddress({ address: { country: 'US' } }),
            ),
            'quantity not adjustable': await outcome(() =>
              actions.updateLineItemQuantity({ lineItem: item?.id ?? '', quantity: 2 }),
            ),
          };
        });
        for (const words of Object.values(said)) probe.note(words);
        return facts(Object.fromEntries(Object.entries(said).map(([name, words]) => [name, kindOf(words)])));
      },
    },
    {
      name: 'promotion-code-results',
      about:
        "`applyPromotionCode('')` rejects. A refused code is an error result with `invalidCode` or `promotionCodeAmountInsufficient`; a lost answer, or a total too small to be charged, has `code: null`. `removePromotionCode()` without one succeeds.",
      simulator:
        'removed without one: success; empty: throws IntegrationError; wrong: error invalidCode; leaves 30 cents: error null; lost: error null',
      run: async (probe) => {
        const half = await probe.code(await probe.coupon({ amount_off: 970, currency: 'usd' }));
        const checkout = await MountedCheckout.open(probe, { session: CODES });
        const removed = await remove(checkout);
        const empty = await apply(checkout, '');
        const wrong = await apply(checkout, 'SMOKENONE');
        const tooSmall = await apply(checkout, half.code);
        await checkout.page.context().setOffline(true);
        const lost = await apply(checkout, 'SMOKENONE');
        for (const words of [empty, wrong, tooSmall, lost]) probe.note(words);
        return facts({
          'removed without one': kindOf(removed),
          empty: kindOf(empty),
          wrong: kindOf(wrong),
          'leaves 30 cents': kindOf(tooSmall),
          lost: kindOf(lost),
        });
      },
    },
    {
      name: 'unknown-options',
      about: 'Unknown options throw, everywhere.',
      simulator:
        'initCheckoutElementsSdk: throws IntegrationError; checkout.createPaymentElement: throws IntegrationError; elements: throws IntegrationError; elements.create: throws IntegrationError',
      run: async (probe) => {
        const { client_secret: clientSecret } = await probe.session();
        const page = await probe.page();
        const said = await page.evaluate(
          async ({ key, secret }) => {
            const stripe = window.Stripe?.(key);
            const options: object = { clientSecret: secret, foo: 1 };
            const more: object = { foo: 1 };
            const { outcome } = window.kit;
            const checkout = stripe?.initCheckoutElementsSdk({ clientSecret: secret });
            const group = stripe?.elements({ mode: 'payment', amount: 1_000, currency: 'usd' });
            const quiet = async (run: () => unknown): Promise<string> =>
              outcome(() => {
                run();
              });
            return {
              initCheckoutElementsSdk: await quiet(() =>
                stripe?.initCheckoutElementsSdk(options as { clientSecret: string }),
              ),
              'checkout.createPaymentElement': await quiet(() => checkout?.createPaymentElement(more)),
              elements: await quiet(() => stripe?.elements({ mode: 'setup', ...more })),
              'elements.create': await quiet(() => group?.create('payment', more)),
            };
          },
          { key: probe.target.publishableKey, secret: clientSecret ?? '' },
        );
        for (const words of Object.values(said)) probe.note(words);
        return facts(Object.fromEntries(Object.entries(said).map(([name, words]) => [name, kindOf(words)])));
      },
    },
  ],
};
