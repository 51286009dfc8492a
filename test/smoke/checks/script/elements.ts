/** Guesses about elements and their frames. */
import { pressAway } from '../../../flows/support/press-away.js';
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { MountedElements } from '../../support/mounted-elements.js';
import { NUMBERS } from '../../support/numbers.js';

const DEFERRED = { mode: 'payment', amount: 1_000, currency: 'usd' } as const;

export const elements: CheckGroup = {
  title: 'Stripe.js: elements',
  checks: [
    {
      name: 'card-details-change',
      about:
        '`carddetailschange` knows the brand, never the funding. `value.billingDetails` is there while the payment frame asks for a country.',
      simulator: 'last details: card {"brands":["visa"],"funding":null}; keys of value: value billingDetails type',
      run: async (probe) => {
        const group = await MountedElements.open(probe, DEFERRED);
        await group.page.evaluate(() => {
          const element = window.kit.elements.getElement('payment');
          element?.on('carddetailschange', ({ details }) => {
            window.kit.heard.push(`card ${JSON.stringify(details ?? null)}`);
          });
          element?.on('change', ({ value }) => window.kit.heard.push(`value ${Object.keys(value).sort().join(' ')}`));
        });
        await group.card(NUMBERS.pays);
        await group.page.waitForFunction(() => window.kit.heard.some((event) => event.startsWith('card {')));
        const heard = await group.page.evaluate(() => window.kit.heard);
        return facts({
          'last details': heard.findLast((event) => event.startsWith('card ')),
          'keys of value': heard.findLast((event) => event.startsWith('value ')),
        });
      },
    },
    {
      name: 'first-change-and-moving',
      about: 'The first `change` comes right after `ready`. A moved node gives an empty frame and another `ready`.',
      simulator:
        'first events: payment ready, payment change; ready again after a move: true; number after a move: empty or gone',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await checkout.page.waitForFunction(() => window.kit.heard.includes('payment change'));
        const heard = await checkout.page.evaluate(() =>
          window.kit.heard.filter((event) => event.startsWith('payment')).slice(0, 2),
        );
        await checkout.payment.locator('[name=number]').fill(NUMBERS.pays);
        await checkout.page.evaluate(() => {
          const node = document.querySelector('#payment');
          if (node) document.body.append(node);
        });
        const again = await checkout.page
          .waitForFunction(() => window.kit.heard.filter((event) => event === 'payment ready').length > 1, undefined, {
            timeout: 10_000,
          })
          .then(() => true)
          .catch(() => false);
        const number = again ? await checkout.payment.locator('[name=number]').inputValue() : '';
        return facts({
          'first events': heard.join(', '),
          'ready again after a move': again,
          'number after a move': number === '' ? 'empty or gone' : 'kept',
        });
      },
    },
    {
      name: 'countries-and-texts',
      about:
        'The country starts as the region of the language (Stripe looks at the connection). Required parts of an address are known for 27 countries; elsewhere street and city are asked. Texts of the address frame ("This field is incomplete."), of the "save" checkbox, and the place of the terms are recalled, not read.',
      simulator: 'country for en-GB: GB; empty address: This field is incomplete.',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { address: {}, locale: 'en-GB' });
        const country = await checkout.address.locator('[name=country]').inputValue();
        await checkout.page.evaluate(() => window.kit.actions.validateElements());
        const complaint = await checkout.address
          .getByText(/incomplete|required/i)
          .first()
          .innerText();
        return facts({ 'country for en-GB': country, 'empty address': complaint });
      },
    },
    {
      name: 'layout-and-typing',
      about:
        "`layout`, `wallets`, `loader`, `syncAddressCheckbox` and address autocomplete have no effect: of several ways to pay the first is open. Fields are not advanced by themselves, and Enter does not submit the page's form.",
      simulator: 'focus after a whole number: stays; Enter submits the form: false',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, {
          payment: { layout: 'accordion', paymentMethodOrder: ['card'] },
        });
        await checkout.page.evaluate(() => {
          document.querySelector('#form')?.addEventListener('submit', (event) => {
            event.preventDefault();
            window.kit.heard.push('submit');
          });
          const [node, form] = [document.querySelector('#payment'), document.querySelector('#form')];
          if (node && form) node.after(form);
        });
        const number = checkout.payment.locator('[name=number]');
        await number.pressSequentially(NUMBERS.pays);
        const kept = await number.evaluate((input) => input.matches(':focus'));
        await checkout.payment.locator('[name=cvc]').press('Enter');
        const submitted = await checkout.page.evaluate(() => window.kit.heard.includes('submit'));
        return facts({
          'focus after a whole number': kept ? 'stays' : 'moves on',
          'Enter submits the form': submitted,
        });
      },
    },
    {
      name: 'phone-and-display',
      about:
        "`fields.phone: 'auto'` shows no phone number. `update()` of `contacts` and `display` has no effect once the frame is ready.",
      simulator: 'phone number shown: false; update: success; name split after update(): false',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { address: { fields: { phone: 'auto' } } });
        const phone = await checkout.address.locator('[name=phone]').isVisible();
        const updated = await checkout.page.evaluate(() =>
          window.kit.outcome(() => {
            const element = window.kit.checkout.getBillingAddressElement();
            const change: object = { display: { name: 'split' } };
            element?.update(change);
          }),
        );
        probe.note(updated);
        const split = await checkout.address
          .locator('[name=firstName]')
          .waitFor({ timeout: 3_000 })
          .then(() => true)
          .catch(() => false);
        return facts({ 'phone number shown': phone, update: kindOf(updated), 'name split after update()': split });
      },
    },
    {
      name: 'appearance-warnings',
      about:
        "Appearance: selectors and properties as documented, the rest with a warning on the console; values of the three themes are near to Stripe's, not the same.",
      simulator: 'mounted: success; selector warned of: true; property warned of: true',
      run: async (probe) => {
        const page = await probe.page();
        const warned: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'warning' || message.type() === 'error') warned.push(message.text());
        });
        const outcome = await page.evaluate(
          (key) =>
            window.kit.outcome(async () => {
              const group = window.Stripe?.(key).elements({
                mode: 'payment',
                amount: 1_000,
                currency: 'usd',
                appearance: { rules: { '.Input > div': { color: '#000000' }, '.Input': { position: 'fixed' } } },
              });
              const element = group?.create('payment');
              const ready = new Promise((resolve) => element?.on('ready', resolve));
              element?.mount('#payment');
              await ready;
            }),
          probe.target.publishableKey,
        );
        for (const text of warned) probe.note(text);
        const told = (word: string): boolean => warned.some((text) => text.includes(word));
        return facts({
          mounted: outcome,
          'selector warned of': told('.Input > div'),
          'property warned of': told('position'),
        });
      },
    },
    {
      name: 'page-behind-the-dialog',
      about: "While the bank's dialog is open the page behind it is covered, not inert.",
      simulator: 'covered: true; inert: false',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await checkout.card(NUMBERS.asks);
        await checkout.confirmable();
        const confirmed = checkout.confirm();
        await checkout.challengeShown();
        const seen = await checkout.page.evaluate(() => {
          const button = document.querySelector('#form button');
          const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
          const over = document.elementFromPoint(left + width / 2, top + height / 2);
          return { covered: over !== button, inert: (button?.closest('[inert]') ?? null) !== null };
        });
        pressAway(checkout.page, 'Escape');
        const settled = await Promise.race([confirmed, checkout.page.waitForTimeout(10_000).then(() => 'still open')]);
        probe.note(settled);
        return facts(seen);
      },
    },
    {
      name: 'language-of-frames',
      about: 'Frames speak English; `lang`, `dir` and country names follow the locale.',
      simulator: 'first label: Card number; lang: de; Germany: Deutschland',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { address: {}, locale: 'de' });
        const label = await checkout.payment.locator('label').first().innerText();
        const lang = await checkout.payment.locator('html').getAttribute('lang');
        const germany = await checkout.address.locator('[name=country] option[value=DE]').innerText();
        return facts({ 'first label': label, lang, Germany: germany });
      },
    },
  ],
};
