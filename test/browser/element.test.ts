/** `<billing-checkout>` in a real browser, with real frames. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { GOOD, make, next, open, place, usePage, type Attributes } from './support/place.js';
import { queriesOf } from './support/queries-of.js';

const page = usePage();

beforeAll(loadLocalStripe);

const NOT_SET_UP = 'This checkout is not set up correctly. Please tell the seller.';

describe('a wrong attribute', () => {
  it.each<readonly [string, Attributes, RegExp]>([
    ['publishable-key', { 'publishable-key': null }, /publishable-key is missing\. Use your pk_test_/],
    ['publishable-key', { 'publishable-key': 'sk_live_hush' }, /publishable-key is a secret key.* Revoke it now\. Use/],
    ['publishable-key', { 'publishable-key': 'abc' }, /publishable-key is not a publishable key\. Use/],
    ['price', { price: null }, /price is missing\. Set the lookup key/],
    ['price', { price: 'no such thing' }, /price is not a lookup key\. Set the lookup key/],
    ['quantity', { quantity: '0' }, /quantity "0" cannot be bought\. Set a whole number/],
    ['quantity', { quantity: '-1' }, /quantity "-1" cannot be bought\. Set/],
    ['quantity', { quantity: '1.5' }, /quantity "1\.5" cannot be bought\. Set/],
    ['quantity', { quantity: '1000000000' }, /quantity "1000000000" cannot be bought\. Set/],
    ['quantity', { quantity: 'twelve' }, /quantity "NaN" cannot be bought\. Set/],
    ['save-payment', { 'save-payment': 'yes' }, /save-payment "yes" is not known\. Use one of ask, always, never/],
    ['billing-address', { 'billing-address': 'no' }, /billing-address "no" is not known\. Use one of/],
    ['flow', { flow: 'three-page' }, /flow "three-page" is not known\. Use one of one-page, two-page/],
    ['endpoint', { endpoint: 'javascript:alert(1)' }, /endpoint is not a URL of a backend\. Set its path/],
    ['return-url', { 'return-url': 'https://elsewhere.example.com' }, /return-url is not on this page’s origin\. Set/],
  ])(
    '%s %j is named once, with the reason and the mend; the customer reads a plain sentence',
    async (_, wrong, says) => {
      const element = make(wrong);
      const errors: unknown[] = [];
      element.addEventListener('billing-error', ({ detail }) => errors.push(detail));
      const failed = next(element, 'billing-error');
      document.body.append(element);
      await failed;
      await element.updateComplete;

      expect(page.warnings()).toHaveLength(1);
      expect(page.warnings()[0]).toMatch(says);
      expect(page.warnings()[0]).not.toContain('hush');
      expect(errors).toEqual([
        {
          code: 'config.invalid',
          hint: expect.stringMatching(says) as string,
          requestIds: [],
          recoverable: false,
          trace: expect.objectContaining({ contract: 1 }) as object,
        },
      ]);
      expect(element.state).toBe('failed');
      const { getByText, queryByRole } = queriesOf(element);
      expect(getByText(NOT_SET_UP)).toBeVisible();
      // Nothing to try again: only a developer can mend it.
      expect(queryByRole('button', { name: /again/i })).toBeNull();
    },
  );

  it('is warned of once, however many tags have it', async () => {
    const first = make({ quantity: '-7' });
    const second = make({ quantity: '-7' });
    const both = Promise.all([next(first, 'billing-error'), next(second, 'billing-error')]);
    document.body.append(first, second);
    await both;
    expect(page.warnings()).toHaveLength(1);
  });

  it('that is mended opens the checkout', async () => {
    const element = make({ quantity: '0', price: null });
    const failed = next(element, 'billing-error');
    document.body.append(element);
    await failed;
    element.setAttribute('price', 'pro_monthly');
    const ready = next(element, 'billing-ready');
    element.quantity = 3;
    await ready;
    await element.updateComplete;
    expect(queriesOf(element).getByText('3 × $8.75 / month')).toBeVisible();
  });

  it('of a live form leaves what was shown, and says so', async () => {
    const element = await open();
    const failed = next(element, 'billing-error');
    element.setAttribute('quantity', '2.5');
    expect((await failed).detail).toMatchObject({ code: 'config.invalid', recoverable: false });
    await element.updateComplete;
    expect(element.state).toBe('ready');
    expect(queriesOf(element).getByText('2 × $8.75 / month')).toBeVisible();
    element.setAttribute('quantity', '4');
    expect(await queriesOf(element).findByRole('button', { name: 'Pay $35.00' })).toBeVisible();
  });

  it('of a live flow changes nothing, and is warned of', async () => {
    const element = await open({ flow: 'two-page' });
    element.setAttribute('flow', 'sideways');
    await element.updateComplete;
    expect(page.warnings()).toEqual([expect.stringContaining('flow "sideways" is not known.')]);
    expect(queriesOf(element).getByRole('button', { name: 'Continue to payment' })).toBeVisible();
  });

  it('never throws, whatever is set as a property', async () => {
    const element = make();
    const failed = next(element, 'billing-error');
    Object.assign(element, {
      items: 'pro',
      quantity: {},
      locale: 'en_US!',
      theme: 7,
      messages: null,
      defaultValues: {},
    });
    document.body.append(element);
    expect((await failed).detail.hint).toMatch(/^items/);
  });
});

describe('while it loads', () => {
  it.each<readonly [string, Attributes, boolean]>([
    ['a purchase', {}, true],
    ['a purchase without an address', { 'billing-address': 'auto' }, false],
    ['an invoice', { invoice: 'in_1' }, false],
    ['a subscription', { subscription: 'sub_1' }, false],
    ['a method that is kept', { setup: '' }, false],
    ['an invoice with an address', { invoice: 'in_1', 'billing-address': 'required' }, true],
  ])('the form of %s keeps a place for the address, or none', async (_, attributes, kept) => {
    const element = make({ loading: 'manual', ...attributes });
    document.body.append(element);
    await element.updateComplete;
    expect(queriesOf(element).queryByRole('heading', { name: 'Billing address' }) !== null).toBe(kept);
  });
});

describe('attributes', () => {
  it('mean the same before the element is in the page and right after', async () => {
    const before = await open();
    const after = document.createElement('billing-checkout');
    const ready = next(after, 'billing-ready');
    document.body.append(after);
    for (const [name, value] of Object.entries(GOOD)) after.setAttribute(name, value);
    await ready;
    expect(after.session?.id).toBe(before.session?.id);
    expect(after.state).toBe('ready');
    after.remove();
  });

  it('mean the same as properties', async () => {
    const element = document.createElement('billing-checkout');
    Object.assign(element, {
      publishableKey: GOOD['publishable-key'],
      endpoint: GOOD.endpoint,
      items: [{ price: 'pro_monthly', quantity: 2 }],
    });
    const ready = next(element, 'billing-ready');
    document.body.append(element);
    await ready;
    await element.updateComplete;
    expect(queriesOf(element).getByRole('button', { name: 'Pay $17.50' })).toBeVisible();
    element.remove();
  });

  it('loading="manual" waits for load()', async () => {
    const element = place({ loading: 'manual' });
    await element.updateComplete;
    expect(element.state).toBe('idle');
    expect(element.querySelector('iframe')).toBeNull();
    const ready = next(element, 'billing-ready');
    element.load();
    expect(element.state).toBe('loading');
    await ready;
  });

  it('disabled holds pay back, and only pay', async () => {
    const element = await open({ disabled: '' });
    const { getByRole, getByLabelText } = queriesOf(element);
    expect(getByRole('button', { name: 'Pay $17.50' })).toHaveAttribute('aria-disabled', 'true');
    expect(await element.submit()).toBe('refused');
    await userEvent.fill(getByLabelText('Email'), 'ada@example.com');
    expect(getByLabelText('Email')).toHaveValue('ada@example.com');
  });
});

describe('in the page', () => {
  it('takes its frames along when it is removed, and finds its session when it comes back', async () => {
    const element = await open();
    const id = element.session?.id;
    expect(element.querySelectorAll('iframe').length).toBeGreaterThan(0);
    element.remove();
    await expect.poll(() => element.childElementCount).toBe(0);
    expect(element.state).toBe('idle');
    const ready = next(element, 'billing-ready');
    document.body.append(element);
    expect((await ready).detail.sessionId).toBe(id);
    expect(element.querySelectorAll('[data-billing-mount]')).toHaveLength(2);
  });

  it('settles a submit that is under way when it is removed', async () => {
    const element = await open();
    const outcome = element.submit();
    element.remove();
    expect(await outcome).toBe('refused');
  });

  it('uses the author’s own node for a field, and leaves it there', async () => {
    const element = make();
    const node = document.createElement('div');
    node.slot = 'payment';
    element.append(node);
    const ready = next(element, 'billing-ready');
    document.body.append(element);
    await ready;
    expect(node.querySelector('iframe[title="Secure payment input frame"]')).not.toBeNull();
    expect(element.querySelectorAll('[data-billing-mount]')).toHaveLength(1);
    element.remove();
    await expect.poll(() => node.querySelector('iframe')).toBeNull();
    expect(node.parentElement).toBe(element);
  });

  it('shows what its author puts into the slots', async () => {
    const element = make();
    element.innerHTML = `
      <h1>Buy Pro</h1>
      <p slot="summary">Billed by Acme</p>
      <p slot="legal">Terms of Acme</p>
      <p slot="footer">Questions?</p>
      <span slot="submit-label">Subscribe</span>`;
    const ready = next(element, 'billing-ready');
    document.body.append(element);
    await ready;
    await element.updateComplete;
    for (const child of element.querySelectorAll('h1, p, span')) expect(child).toBeVisible();
    const { getByRole } = queriesOf(element);
    const slot = getByRole('button').querySelector('slot');
    expect(slot?.assignedNodes().map(({ textContent }) => textContent)).toEqual(['Subscribe']);
  });

  it('is light or dark, as it is told, without loading its frames again', async () => {
    const element = await open({ theme: 'light' });
    const frames = [...element.querySelectorAll('iframe')];
    const background = () => {
      const [red = 0] = (
        getComputedStyle(queriesOf(element).getByLabelText('Email')).backgroundColor.match(/\d+/g) ?? []
      ).map(Number);
      return red;
    };
    expect(background()).toBeGreaterThan(200);
    element.setAttribute('theme', 'dark');
    await expect.poll(background).toBeLessThan(80);
    expect([...element.querySelectorAll('iframe')]).toEqual(frames);
  });

  it('asks for its session before it draws, and is drawn loading at once', async () => {
    const element = make();
    const drawnWhenAsked: boolean[] = [];
    const never = (): Promise<never> => new Promise(() => undefined);
    element.backend = {
      open: () => {
        drawnWhenAsked.push(element.renderRoot.querySelector('form') !== null);
        return never();
      },
      read: never,
      change: never,
    };
    document.body.append(element);
    await expect.poll(() => element.renderRoot.querySelector('form')).not.toBeNull();
    expect(drawnWhenAsked).toEqual([false]);
    expect(element.state).toBe('loading');
  });

  it('is registered once, whoever loads it again', async () => {
    const define = vi.spyOn(customElements, 'define');
    const known = customElements.get('billing-checkout');
    const again = '../../src/define.js?again';
    await import(/* @vite-ignore */ again);
    expect(define).not.toHaveBeenCalled();
    expect(customElements.get('billing-checkout')).toBe(known);
    define.mockRestore();
  });
});

describe('a customer', () => {
  it('is told what is missing, then pays; the page hears it once', async () => {
    const element = await open();
    const told: string[] = [];
    for (const name of ['billing-invalid', 'billing-submit', 'billing-complete', 'billing-error'] as const) {
      element.addEventListener(name, () => told.push(name));
    }
    const { getByRole, getByLabelText, findByRole } = queriesOf(element);
    expect(await element.submit()).toBe('invalid');
    expect(await findByRole('group', { name: 'Please check a few things' })).toBeVisible();

    await userEvent.fill(getByLabelText('Email'), 'grace@example.com');
    await typeAddress();
    await typeCard(cards.pays);
    const complete = next(element, 'billing-complete');
    await userEvent.click(getByRole('button', { name: 'Pay $17.50' }));
    expect((await complete).detail).toMatchObject({ payment: 'paid', amount: 1_750, currency: 'usd', replayed: false });
    expect(await findByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(told).toEqual(['billing-invalid', 'billing-submit', 'billing-complete']);
    expect(element.querySelector('iframe')).toBeNull();
  });
});
