/** Guesses about saved cards in the payment frame. */
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import type { Probe } from '../../support/probe.js';
import { MARK } from '../../support/target.js';

interface Removal {
  readonly checkout: MountedCheckout;
  readonly customer: string;
  /** Of the card's removal; a second question, where Stripe asks one, was answered with yes. */
  readonly askedTwice: boolean;
}

/** A customer's page on which their only saved card is removed. */
async function remove(probe: Probe, { subscribed }: { readonly subscribed: boolean }): Promise<Removal> {
  const { customer, method } = await probe.cardholder();
  await probe.stripe.paymentMethods.update(method, { allow_redisplay: 'always' });
  if (subscribed) {
    const items = [{ price: await probe.price('month') }];
    await probe.stripe.subscriptions.create({ customer, items, default_payment_method: method, metadata: MARK });
  }
  const checkout = await MountedCheckout.open(probe, {
    session: {
      customer,
      saved_payment_method_options: { payment_method_remove: 'enabled', payment_method_save: 'enabled' },
    },
  });
  await checkout.page.evaluate(() => {
    window.kit.checkout.getPaymentElement()?.on('savedpaymentmethodremove', ({ success }) => {
      window.kit.heard.push(`removed ${String(success)}`);
    });
  });
  const buttons = checkout.payment.getByRole('button', { name: /remove/i });
  await buttons.first().click();
  const told = (): Promise<boolean> =>
    checkout.page
      .waitForFunction(() => window.kit.heard.some((event) => event.startsWith('removed')), undefined, {
        timeout: 5_000,
      })
      .then(() => true)
      .catch(() => false);
  const askedTwice = !(await told()) && (await buttons.last().isVisible());
  if (askedTwice) {
    await buttons.last().click();
    await told();
  }
  return { checkout, customer, askedTwice };
}

export const savedCards: CheckGroup = {
  title: 'Saved cards',
  checks: [
    {
      name: 'removed-at-once',
      about:
        "With `payment_method_remove: 'enabled'` each saved card has a button that removes it at once, without asking twice. What goes is detached: also from subscriptions that are paid with it, which the simulator does not look after, as Stripe does not.",
      simulator: 'asked twice: false; cards left: 0; its subscription: active; default of the subscription: there',
      run: async (probe) => {
        const { customer, askedTwice } = await remove(probe, { subscribed: true });
        const { data: cards } = await probe.stripe.customers.listPaymentMethods(customer);
        const { data } = await probe.stripe.subscriptions.list({ customer });
        return facts({
          'asked twice': askedTwice,
          'cards left': cards.length,
          'its subscription': data[0]?.status,
          'default of the subscription': data[0]?.default_payment_method ? 'there' : 'null',
        });
      },
    },
    {
      name: 'removal-told',
      about: '`savedpaymentmethodremove` is told in a checkout as it is in a group of Elements.',
      simulator: 'removed true',
      run: async (probe) => {
        const { checkout } = await remove(probe, { subscribed: false });
        return checkout.page.evaluate(
          () => window.kit.heard.find((event) => event.startsWith('removed')) ?? 'not told',
        );
      },
    },
  ],
};
