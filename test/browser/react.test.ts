/** The component of React, in a real browser with real frames: strict mode, hydration, properties, handlers. */
import { createElement, createRef, StrictMode, useEffect, useState, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, inject, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BillingCheckout as Element } from '../../src/element/billing-checkout.js';
import { BillingCheckout, type BillingCheckoutProps } from '../../src/react/index.js';
import type { BillingCheckoutTag } from '../../src/tags/react.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { usePage } from './support/place.js';
import { queriesOf } from './support/queries-of.js';

const { endpoint, publishableKey } = inject('shop');
const page = usePage();

beforeAll(loadLocalStripe);

/** A place in the page that React has; it is given back after the test. */
function makePlace(html = ''): HTMLElement {
  const place = document.createElement('main');
  place.innerHTML = html;
  document.body.append(place);
  onTestFinished(() => {
    place.remove();
  });
  return place;
}

function keep(root: Root): Root {
  onTestFinished(() => {
    root.unmount();
  });
  return root;
}

const GOOD: BillingCheckoutProps = { publishableKey, endpoint, price: 'pro_monthly', quantity: 2 };

const checkout = (props: BillingCheckoutProps & { ref?: React.Ref<Element> } = {}): ReactNode =>
  createElement(BillingCheckout, { ...GOOD, ...props });

const frames = (place: ParentNode): readonly HTMLIFrameElement[] => [...place.querySelectorAll('iframe')];

it('sells in strict mode, once, and keeps its frames when props change', async () => {
  const ref = createRef<Element>();
  const onBillingReady = vi.fn();
  const onBillingComplete = vi.fn();
  const place = makePlace();
  const root = keep(createRoot(place));
  const render = (props: BillingCheckoutProps): void => {
    root.render(createElement(StrictMode, null, checkout({ ref, onBillingReady, onBillingComplete, ...props })));
  };

  render({});
  await expect.poll(() => ref.current?.state, { timeout: 15_000 }).toBe('ready');
  const before = frames(place);
  expect(before).toHaveLength(2);
  expect(place.querySelector('[slot=express]')).toBeNull();
  render({ quantity: 3, className: 'wide', defaultValues: { email: 'ada@example.com' } });
  await vi.waitFor(() => {
    expect(queriesOf(place.querySelector('billing-checkout')!).getByText('3 × $8.75 / month')).toBeVisible();
  }, 10_000);
  expect(frames(place)).toEqual(before);
  expect(ref.current?.className).toBe('wide');

  await userEvent.fill(queriesOf(place.querySelector('billing-checkout')!).getByLabelText('Email'), 'ada@example.com');
  await typeAddress();
  await typeCard(cards.pays);
  expect(await ref.current?.submit()).toBe('complete');

  expect(onBillingReady).toHaveBeenCalledOnce();
  expect(onBillingComplete).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ detail: expect.objectContaining({ amount: 2625, payment: 'paid' }) as unknown }),
  );
  expect(page.warnings()).toEqual([]);
});

it('calls the handler of the last render', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const root = keep(createRoot(makePlace()));
  root.render(checkout({ onBillingReady: first, loading: 'manual' }));
  const ref = createRef<Element>();
  root.render(checkout({ ref, onBillingReady: second, loading: 'manual' }));
  await expect.poll(() => ref.current).not.toBeNull();
  ref.current?.load();
  await expect.poll(() => second.mock.calls.length, { timeout: 15_000 }).toBe(1);
  expect(first).not.toHaveBeenCalled();
});

it('takes booleans as they are, and a prop that is taken away as not set', async () => {
  const ref = createRef<Element>();
  const root = keep(createRoot(makePlace()));
  root.render(checkout({ ref, disabled: false, loading: 'manual', theme: 'dark' }));
  await expect.poll(() => ref.current?.theme).toBe('dark');
  expect(ref.current?.disabled).toBe(false);
  root.render(checkout({ ref, disabled: true, loading: 'manual' }));
  await expect.poll(() => ref.current?.disabled).toBe(true);
  expect(ref.current?.getAttribute('theme')).toBeNull();
});

it('hydrates what a server has rendered: the same tag, the same nodes for the fields, one opening', async () => {
  const errors = vi.spyOn(console, 'error');
  const [onBillingReady, onError] = [vi.fn(), vi.fn()];
  document.addEventListener('billing-error', onError);
  onTestFinished(() => {
    document.removeEventListener('billing-error', onError);
  });
  const app = checkout({ onBillingReady, items: [{ price: 'pro_monthly', quantity: 4 }], price: null, quantity: null });
  const html = renderToString(app);
  expect(html).toContain(`publishable-key="${publishableKey}"`);

  const place = makePlace(html);
  const tag = place.querySelector('billing-checkout');
  const nodes = [...place.querySelectorAll('[slot]')];
  const root = keep(hydrateRoot(place, app));
  await expect.poll(() => onBillingReady.mock.calls.length, { timeout: 15_000 }).toBe(1);
  root.render(
    checkout({ onBillingReady, items: [{ price: 'pro_monthly', quantity: 4 }], price: null, className: 'wide' }),
  );
  await expect.poll(() => tag?.className).toBe('wide');

  expect(place.querySelector('billing-checkout')).toBe(tag);
  expect([...place.querySelectorAll('[slot=payment], [slot=address]')]).toEqual(nodes);
  expect(frames(place)).toHaveLength(2);
  expect(errors).not.toHaveBeenCalled();
  expect(onError).not.toHaveBeenCalled();
  expect(page.warnings()).toEqual([]);
  errors.mockRestore();
});

it('hydrates what is in its slots, and loses no frame when that changes', async () => {
  const errors = vi.spyOn(console, 'error');
  const ref = createRef<Element>();
  const terms = (text: string): ReactNode =>
    checkout({ ref, children: [createElement('p', { key: 'legal', slot: 'legal' }, text)] });
  const place = makePlace(renderToString(terms('Terms')));
  const legal = place.querySelector('[slot=legal]');
  const root = keep(hydrateRoot(place, terms('Terms')));
  await expect.poll(() => ref.current?.state, { timeout: 15_000 }).toBe('ready');
  const before = frames(place);
  await typeCard(cards.pays);

  root.render(terms('Terms of June'));
  await expect.poll(() => legal?.textContent).toBe('Terms of June');
  root.render(checkout({ ref, children: null }));
  await expect.poll(() => legal?.isConnected).toBe(false);
  expect(frames(place)).toEqual(before);
  await userEvent.fill(queriesOf(ref.current!).getByLabelText('Email'), 'ada@example.com');
  await typeAddress();
  expect(await ref.current?.submit()).toBe('complete');
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});

it('hydrates the plain tag that a server has rendered, where it waits for React', async () => {
  const errors = vi.spyOn(console, 'error');
  const [onReady, onComplete] = [vi.fn(), vi.fn()];
  let setSeats: (seats: number) => void = () => undefined;
  const defaultValues = { email: 'ada@example.com' };
  const messages = { email: 'Work email' };
  const Upgrade = (): ReactNode => {
    const [hydrated, setHydrated] = useState(false);
    const [seats, set] = useState(2);
    setSeats = set;
    useEffect(() => {
      setHydrated(true);
    }, []);
    const props: BillingCheckoutTag = {
      'publishable-key': publishableKey,
      endpoint,
      price: 'pro_monthly',
      quantity: seats,
      loading: 'manual',
      messages,
      'onbilling-ready': onReady,
      ...(hydrated && { loading: 'eager', defaultValues, 'onbilling-complete': onComplete }),
    };
    return createElement('billing-checkout', props, createElement('p', { slot: 'legal' }, `Terms of ${seats} seats`));
  };
  const html = renderToString(createElement(Upgrade));
  expect(html).toContain(`publishable-key="${publishableKey}"`);
  expect(html).toContain('quantity="2" loading="manual"');
  expect(html).not.toContain('ada@example.com');

  const place = makePlace(html);
  const tag = place.querySelector('billing-checkout')!;
  const legal = place.querySelector('[slot=legal]');
  keep(hydrateRoot(place, createElement(Upgrade)));
  await expect.poll(() => tag.state, { timeout: 15_000 }).toBe('ready');
  // React 19 neither attaches a handler nor sets a property that was there when it hydrated: docs/frameworks.md says so.
  expect(onReady).not.toHaveBeenCalled();
  expect(tag.messages).toBeNull();
  const before = frames(place);
  expect(before).toHaveLength(2);
  expect(queriesOf(tag).getByLabelText('Email')).toHaveValue('ada@example.com');
  await typeAddress();
  await typeCard(cards.pays);
  setSeats(3);
  await expect.poll(() => queriesOf(tag).queryByText('3 × $8.75 / month'), { timeout: 5_000 }).toBeVisible();
  expect(legal).toHaveTextContent('Terms of 3 seats');
  expect(place.querySelector('billing-checkout')).toBe(tag);
  expect(place.querySelector('[slot=legal]')).toBe(legal);
  expect(frames(place)).toEqual(before);
  expect(await tag.submit()).toBe('complete');
  expect(onComplete).toHaveBeenCalledOnce();
  expect(errors).not.toHaveBeenCalled();
  expect(page.warnings()).toEqual([]);
  errors.mockRestore();
});

it('is thrown away by React where the plain tag opens before, and opens again', async () => {
  const onError = vi.fn();
  const props: BillingCheckoutTag = { 'publishable-key': publishableKey, endpoint, price: 'pro_monthly', quantity: 2 };
  const app = createElement('billing-checkout', props);
  const place = makePlace(renderToString(app));
  const first = place.querySelector('billing-checkout')!;
  await expect.poll(() => first.state, { timeout: 15_000 }).toBe('ready');
  const session = first.session?.id;
  keep(hydrateRoot(place, app, { onRecoverableError: onError }));
  await expect.poll(() => place.querySelector('billing-checkout')).not.toBe(first);
  const second = place.querySelector('billing-checkout')!;
  await expect.poll(() => second.state, { timeout: 15_000 }).toBe('ready');
  expect(second.session?.id).toBe(session);
  expect(onError).toHaveBeenCalledOnce();
});
