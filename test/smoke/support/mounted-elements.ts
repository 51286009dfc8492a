/** A page with an Elements group in it: for an intent, or for one still to come. */
import type { StripeElementsOptionsClientSecret, StripeElementsOptionsMode } from '@stripe/stripe-js';
import type { FrameLocator, Page } from 'playwright-core';
import { answerChallenge } from './mounted-checkout.js';
import { fillCard } from './fill.js';
import type { Probe } from './probe.js';

/** Options of `stripe.elements()` that a check gives. */
export type GroupOptions = StripeElementsOptionsClientSecret | StripeElementsOptionsMode;

export class MountedElements {
  readonly page: Page;
  readonly payment: FrameLocator;

  private constructor(page: Page) {
    this.page = page;
    this.payment = page.frameLocator('#payment iframe[title="Secure payment input frame"]');
  }

  /** Mounts a Payment Element in a group of these options, and waits until it can be used. */
  static async open(probe: Probe, options: GroupOptions, address = false): Promise<MountedElements> {
    const page = await probe.page();
    await page.evaluate(mountGroup, { key: probe.target.publishableKey, options, address });
    return new MountedElements(page);
  }

  card(number: string): Promise<void> {
    return fillCard(this.payment, number);
  }

  submit(): Promise<string> {
    return this.page.evaluate(() => window.kit.outcome(() => window.kit.elements.submit()));
  }

  /** Confirms a payment without leaving the page. `options` goes beside elements and redirect. */
  confirm(options: object = {}, kind: 'confirmPayment' | 'confirmSetup' = 'confirmPayment'): Promise<string> {
    return this.page.evaluate(
      ({ given, call }) =>
        window.kit.outcome(() => {
          const { stripe, elements } = window.kit;
          const args: unknown = { elements, redirect: 'if_required', ...given };
          return call === 'confirmSetup'
            ? stripe.confirmSetup(args as Parameters<typeof stripe.confirmSetup>[0])
            : stripe.confirmPayment(args as Parameters<typeof stripe.confirmPayment>[0]);
        }),
      { given: options, call: kind },
    );
  }

  /** Confirms, and answers the bank's question as the customer would. */
  async confirmChallenged(
    answer: 'complete' | 'fail' | 'close',
    kind: 'confirmPayment' | 'confirmSetup' = 'confirmPayment',
  ): Promise<string> {
    const confirmed = this.confirm({}, kind);
    await answerChallenge(this.page, answer);
    return confirmed;
  }
}

/** Runs in the page. */
async function mountGroup(given: { key: string; options: GroupOptions; address: boolean }): Promise<void> {
  const { key, options, address } = given;
  const { kit } = window;
  const stripe = window.Stripe?.(key);
  if (!stripe) throw new Error('Stripe.js is not there.');
  kit.stripe = stripe;
  kit.elements = stripe.elements(options as StripeElementsOptionsClientSecret);
  const element = kit.elements.create('payment', { wallets: { link: 'never' } });
  element.on('change', () => kit.heard.push('payment change'));
  const ready = new Promise((resolve) => element.on('ready', resolve));
  element.mount('#payment');
  await ready;
  if (!address) return;
  const beside = kit.elements.create('address', { mode: 'billing' });
  const readyToo = new Promise((resolve) => beside.on('ready', resolve));
  beside.mount('#address');
  await readyToo;
}
