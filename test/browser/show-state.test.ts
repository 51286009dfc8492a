/** `showState`: every state that customers meet, shown by the real element without a server and without Stripe. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { BillingCheckout as PlainCheckout } from '../../src/element/billing-checkout.js';
import { showState, STATES, type ShownState, type ShownStateId } from '../../src/testing/index.js';
import { queriesOf } from './support/queries-of.js';
import { IDS, placeShown as place } from './support/shown.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('has each state of the table in its list', () => {
  const names = new Set(IDS.map((id) => STATES[id].name));
  expect([...names].sort()).toEqual(
    [
      ...['action', 'checking', 'complete', 'confirming', 'expired', 'failed'],
      ...['idle', 'loading', 'processing', 'ready', 'unresolved', 'validating'],
    ].sort(),
  );
});

describe.each(['one-page', 'two-page'])('in the flow %s', (flow) => {
  it('shows every state, one after another, in the same element', async () => {
    const element = place({ flow });
    for (const id of IDS) {
      await showState(element, id);
      expect(element.state, id).toBe(STATES[id].name);
    }
  });
});

describe('what is shown', () => {
  it.each<readonly [ShownStateId, string]>([
    ['loading-slow', 'This takes longer than usual. Still trying…'],
    ['ready-known-customer', 'Paying as ada@example.com'],
    ['ready-one-time', 'Pay $49.00'],
    ['ready-trial', 'Start free trial'],
    ['ready-declined', 'Your card has insufficient funds.'],
    ['ready-promotion-refused', 'This code is invalid.'],
    ['ready-email-suggested', 'Did you mean ada@gmail.com?'],
    ['ready-address-refused', 'We don’t sell to United States.'],
    ['ready-post-office-box', 'A PO box can’t be used. Enter a street address.'],
    ['ready-company-address', 'Only companies can buy this. Enter the company’s name.'],
    ['ready-by-invoice-opened', 'Time to pay 30 days'],
    ['confirming-bank', 'Still waiting for your bank. Keep this page open.'],
    ['processing', 'Your payment is on its way'],
    ['complete-invoiced', 'Your invoice is on its way.'],
    ['unresolved', 'We do not know yet whether your payment went through.'],
    ['expired', 'This checkout has expired'],
  ])('%s says "%s"', async (id, text) => {
    const element = place();
    await showState(element, id);
    expect(element.renderRoot.textContent.replaceAll(/\s+/g, ' ')).toContain(text);
  });

  it('is led by what a state of your own says', async () => {
    const element = place();
    const state: ShownState = {
      name: 'ready',
      features: { company: 'optional' },
      typed: { email: 'grace@example.com', company: 'Cobol & Co' },
      summary: { currency: 'eur', total: 12_300 },
    };
    await showState(element, state);
    const { getByLabelText, getByRole } = queriesOf(element);
    expect(getByLabelText('Email')).toHaveProperty('value', 'grace@example.com');
    expect(getByLabelText(/^Company/)).toHaveProperty('value', 'Cobol & Co');
    expect(getByRole('button', { name: 'Pay €123.00' })).toBeVisible();
  });

  it('has the wallets that the tag asks for, unless the customer has none', async () => {
    const element = place({ express: '' });
    await showState(element, 'ready');
    expect(queriesOf(element).getByText('Or pay another way')).toBeVisible();
    await showState(element, { name: 'ready', wallet: false });
    expect(queriesOf(element).getByText('Or pay another way')).not.toBeVisible();
  });

  it('has labelled boxes where Stripe’s fields would be', async () => {
    const element = place();
    await showState(element, 'ready');
    const boxes = [...element.querySelectorAll('[role="group"]')];
    expect(boxes.map(({ ariaLabel }) => ariaLabel)).toEqual(['Stripe’s address field', 'Stripe’s payment field']);
    await showState(element, 'complete');
    expect(element.querySelectorAll('[role="group"]')).toHaveLength(0);
  });

  it('follows flow, theme and locale while it is shown', async () => {
    const element = place({ theme: 'light' });
    await showState(element, 'ready');
    const box = element.querySelector<HTMLElement>('[role="group"]')!;
    const light = getComputedStyle(box).color;
    element.theme = 'dark';
    element.locale = 'de';
    element.flow = 'two-page';
    const { findByRole } = queriesOf(element);
    expect(await findByRole('button', { name: 'Weiter zur Zahlung' })).toBeVisible();
    await expect.poll(() => getComputedStyle(box).color).not.toBe(light);
    expect(element.querySelector('[role="group"]')).toBe(box);
  });

  it('goes on as it does for customers: the keyboard moves again', async () => {
    const element = place();
    await showState(element, 'ready-invalid');
    queriesOf(element).getByRole('button', { name: 'Enter an email address, like name@example.com.' }).click();
    expect(element.shadowRoot!.activeElement).toHaveProperty('id', 'email');
  });
});

describe('the page around it', () => {
  it('hears nothing, stores nothing, is asked for nothing, and keeps its history and its keyboard', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    onTestFinished(() => {
      button.remove();
    });
    button.focus();
    const fetched = vi.spyOn(window, 'fetch');
    const seen = vi.fn();
    const element = place({ flow: 'two-page', experiment: 'pages' });
    element.analytics = seen;
    for (const name of ['ready', 'invalid', 'step', 'decline', 'complete', 'error', 'change', 'exposure', 'submit'])
      element.addEventListener(`billing-${name}`, seen);
    const before = [history.length, JSON.stringify([localStorage, sessionStorage]), document.cookie];
    for (const id of IDS) await showState(element, id);
    expect([history.length, JSON.stringify([localStorage, sessionStorage]), document.cookie]).toEqual(before);
    expect(seen).not.toHaveBeenCalled();
    expect(fetched.mock.calls.filter(([url]) => !String(url).includes('/locales/'))).toEqual([]);
    expect(document.activeElement).toBe(button);
  });
});

describe('is refused', () => {
  it.each(['pk_live_hush', 'sk_live_hush', 'sk_test_hush'])('for the key %s, which is not said again', async (key) => {
    const element = place({ 'publishable-key': key });
    const error: unknown = await showState(element, 'ready').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/not a test key\. Use pk_test_/);
    expect(String(error)).not.toContain('hush');
    expect(element.state).toBe('idle');
  });

  it('for an element that is not in the document', async () => {
    const element = place();
    element.remove();
    await expect(showState(element, 'ready')).rejects.toThrow(/Put it there first|into the document first/);
  });

  it('where a state does not lead there, with what stands in the way', async () => {
    const element = place();
    await expect(showState(element, { name: 'ready', waiting: 'details' })).rejects.toThrow(
      'showState: "ready" while waiting for "details" was not reached, the element is "ready".',
    );
    await expect(showState(element, { name: 'ready', typed: { company: 'x' } })).rejects.toThrow(
      /no field "company".*offer it in `features`/,
    );
    await expect(showState(element, { name: 'ready', promotion: { code: 'promotion.refused' } })).rejects.toThrow(
      /Set `features\.promotionCodes`/,
    );
    await expect(showState(element, { name: 'ready', invoice: true })).rejects.toThrow(/Set `features\.payByInvoice`/);
    element.disabled = true;
    await expect(showState(element, 'confirming')).rejects.toThrow('"confirming" was not reached');
  });
});

it('the last of two shows wins', async () => {
  const element = place();
  await Promise.all([showState(element, 'confirming'), showState(element, 'complete')]);
  expect(element.state).toBe('complete');
});

it('takes an element that is registered under another name', async () => {
  customElements.define('other-checkout', class extends PlainCheckout {});
  const element = document.createElement('other-checkout') as BillingCheckout;
  element.loading = 'manual';
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await showState(element, 'processing');
  expect(element.state).toBe('processing');
});
