/** What a page may do to a checkout: load it late, twice or in two versions, take it away and bring it back, at any moment. */
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { BillingCheckout as Component } from '../../src/react/index.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { breakNext, loadLocalStripe, mendAll } from './support/local-stripe.js';
import { GOOD, make, next, open, usePage } from './support/place.js';
import { queriesOf } from './support/queries-of.js';

const page = usePage();

beforeAll(loadLocalStripe);

/** Addresses are literals to bundlers; here each is another file on purpose. */
const load = (address: string): Promise<unknown> => import(/* @vite-ignore */ address);

async function fill(element: BillingCheckout, card: string): Promise<void> {
  await userEvent.fill(queriesOf(element).getByLabelText('Email'), 'grace@example.com');
  await typeAddress();
  await typeCard(card);
}

/** What a new element has to say of the same purchase. */
async function again(element: BillingCheckout): Promise<BillingCheckout> {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const other = make(attributes);
  document.body.append(other);
  await other.updateComplete;
  return other;
}

describe('two versions of the file', () => {
  it('leave the one that was there first, and what it has open', async () => {
    const known = customElements.get('billing-checkout');
    const element = await open();
    const frames = [...element.querySelectorAll('iframe')];
    await load('/dist/cdn/billing-checkout.js?version=2');
    await load('/dist/cdn/billing-checkout.js?version=3');
    expect(customElements.get('billing-checkout')).toBe(known);
    expect([...element.querySelectorAll('iframe')]).toEqual(frames);
    expect(element.state).toBe('ready');
    const later = await open({ quantity: '3' });
    expect(later).toBeInstanceOf(known);
    await expect.poll(() => queriesOf(later).queryByText('3 × $8.75 / month')).toBeVisible();
    expect(page.warnings()).toEqual([]);
  });
});

describe('hot reload', () => {
  it('of our modules leaves an open checkout as it is, with what was typed', async () => {
    const element = await open();
    const frames = [...element.querySelectorAll('iframe')];
    await userEvent.fill(queriesOf(element).getByLabelText('Email'), 'grace@example.com');
    await load('../../src/define.js?t=1');
    await load('../../src/element/billing-checkout.js?t=1');
    expect([...element.querySelectorAll('iframe')]).toEqual(frames);
    expect(queriesOf(element).getByLabelText('Email')).toHaveValue('grace@example.com');
  });

  it('of a component opens the same session again', async () => {
    const place = document.createElement('main');
    document.body.append(place);
    const root = createRoot(place);
    onTestFinished(() => {
      root.unmount();
      place.remove();
    });
    const ready = vi.fn((event: { readonly detail: { readonly sessionId: string } }) => event.detail.sessionId);
    const render = (key: string): void => {
      const props = { key, onBillingReady: ready, publishableKey: GOOD['publishable-key'], endpoint: GOOD.endpoint };
      root.render(
        createElement(StrictMode, null, createElement(Component, { ...props, price: GOOD.price, quantity: 2 })),
      );
    };
    // Another key takes the component away and puts it in anew, as a reload that cannot keep its state does.
    for (const key of ['a', 'b', 'c']) {
      const before = ready.mock.calls.length;
      render(key);
      await expect.poll(() => ready.mock.calls.length, { timeout: 15_000 }).toBe(before + 1);
    }
    expect(new Set(ready.mock.results.map(({ value }) => value as string)).size).toBe(1);
    expect(place.querySelectorAll('iframe')).toHaveLength(2);
    expect(page.warnings()).toEqual([]);
  });
});

describe('a tag that was there before its script', () => {
  /** As the parser leaves it; then the page sets what it knows; then the script comes. */
  async function defineLate(given: object): Promise<BillingCheckout> {
    // A document that no window shows defines no tags: made there, it is upgraded when it comes here.
    const early = document.implementation.createHTMLDocument().createElement('billing-checkout');
    Object.assign(early, given);
    onTestFinished(() => {
      early.remove();
    });
    const ready = next(early, 'billing-ready');
    document.body.append(early);
    await ready;
    await early.updateComplete;
    return early;
  }

  it('keeps every property that was set before', async () => {
    const analytics = vi.fn();
    const headers = vi.fn(() => ({}));
    const element = await defineLate({
      publishableKey: GOOD['publishable-key'],
      endpoint: GOOD.endpoint,
      items: [{ price: 'pro_monthly', quantity: 4 }],
      defaultValues: { email: 'ada@example.com' },
      messages: { email: 'Work email' },
      analytics,
      headers,
    });
    const { getByLabelText, getByText } = queriesOf(element);
    expect(getByText('4 × $8.75 / month')).toBeVisible();
    expect(getByLabelText('Work email')).toHaveValue('ada@example.com');
    expect(analytics).toHaveBeenCalled();
    expect(headers).toHaveBeenCalled();
    // No longer the page's own: set again, they are live.
    element.items = [{ price: 'pro_monthly', quantity: 5 }];
    await expect.poll(() => queriesOf(element).queryByText('5 × $8.75 / month')).toBeVisible();
  });

  it('reads attributes that come after it is in the page', async () => {
    const element = document.createElement('billing-checkout');
    onTestFinished(() => {
      element.remove();
    });
    const failed = next(element, 'billing-error');
    document.body.append(element);
    expect((await failed).detail.code).toBe('config.invalid');
    const ready = next(element, 'billing-ready');
    for (const [name, value] of Object.entries(GOOD)) {
      element.setAttribute(name, value);
      await element.updateComplete;
    }
    await ready;
    expect(element.state).toBe('ready');
  });
});

it('asks for nothing while it is in no document, whatever is set; back in one, it opens what it says then', async () => {
  const element = await open();
  element.remove();
  element.invoice = 'in_123';
  await element.updateComplete;
  expect(element.state).toBe('idle');
  element.invoice = null;
  element.quantity = 7;
  await element.updateComplete;
  expect(element.state).toBe('idle');
  const ready = next(element, 'billing-ready');
  document.body.append(element);
  await ready;
  await expect.poll(() => queriesOf(element).queryByText('7 × $8.75 / month')).toBeVisible();
});

describe('an element that is taken away while the money moves', () => {
  /** What the server says of a session. */
  const truthOf = async (id: string): Promise<unknown> => {
    const answer = await fetch(`${GOOD.endpoint}/sessions/${id}`, { credentials: 'include' });
    return ((await answer.json()) as { readonly status: unknown }).status;
  };

  it.each([
    ['the same element', 2],
    ['another one', 3],
  ])('is found paid when %s comes back, once', { timeout: 60_000 }, async (who, quantity) => {
    const element = await open({ quantity: String(quantity) });
    await fill(element, cards.pays);
    // Stripe has the money, and its answer is never heard.
    await breakNext('/v1/payment_pages/*/confirm', { kind: 'hang', after: true });
    onTestFinished(mendAll);
    const id = String(element.session?.id);
    const outcome = element.submit();
    await expect.poll(() => truthOf(id), { timeout: 15_000 }).toBe('complete');
    expect(element.state).toBe('confirming');
    element.remove();
    expect(await outcome).toBe('unresolved');

    const completed = vi.fn();
    document.addEventListener('billing-complete', completed);
    onTestFinished(() => {
      document.removeEventListener('billing-complete', completed);
    });
    let back: BillingCheckout = element;
    if (who === 'another one') back = await again(element);
    else document.body.append(element);
    await expect.poll(() => back.state, { timeout: 15_000 }).toBe('complete');
    await expect.poll(() => queriesOf(back).queryByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(completed).toHaveBeenCalledOnce();
    expect(completed.mock.calls[0]?.[0]).toMatchObject({ detail: { sessionId: id, payment: 'paid' } });
  });

  it('is found unpaid when nothing had arrived, and can be paid then', { timeout: 60_000 }, async () => {
    const element = await open({ quantity: '7' });
    await fill(element, cards.pays);
    await breakNext('/v1/payment_pages/*/confirm', { kind: 'reset' });
    onTestFinished(mendAll);
    const id = String(element.session?.id);
    void element.submit();
    await expect.poll(() => element.state, { interval: 1 }).toBe('confirming');
    element.remove();
    const back = await again(element);
    await expect.poll(() => back.state, { timeout: 20_000 }).toBe('ready');
    expect(await truthOf(id)).toBe('open');
    await mendAll();
    await fill(back, cards.pays);
    expect(await back.submit()).toBe('complete');
    expect(back.session?.id ?? id).toBe(id);
  });
});
