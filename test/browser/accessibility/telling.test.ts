/** What is read out: names, descriptions, languages, and the two live regions. */
import { describe, expect, it } from 'vitest';
import { showState, type ShownStateId } from '../../../src/testing/index.js';
import { queriesOf } from '../support/queries-of.js';
import { IDS, placeShown, seen, speaks } from '../support/shown.js';

const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live], output';

describe('the live regions', () => {
  it.each(['one-page', 'two-page'])('are one polite and one assertive, in every state of %s', async (flow) => {
    const element = placeShown({ flow });
    const roles: Record<string, (string | null)[]> = {};
    for (const id of IDS) {
      await showState(element, id);
      const found = [...element.renderRoot.querySelectorAll(LIVE)].map((node) => node.getAttribute('role'));
      if (String(found) !== 'status,alert') roles[id] = found;
    }
    expect(roles).toEqual({});
  });

  it('are there before they speak, and stay the same nodes', async () => {
    const element = placeShown();
    await element.updateComplete;
    const { getByRole } = queriesOf(element);
    const [polite, assertive] = [getByRole('status'), getByRole('alert')];
    expect([polite.textContent, assertive.textContent]).toEqual(['', '']);
    for (const id of ['loading', 'ready-declined', 'confirming', 'complete'] as const) {
      await showState(element, id);
      expect([getByRole('status'), getByRole('alert')]).toEqual([polite, assertive]);
    }
  });

  it.each<readonly [ShownStateId, polite: string, assertive: string]>([
    ['loading', 'Loading the checkout…', ''],
    ['ready', '', ''],
    ['ready-invalid', '', 'Please check a few things'],
    ['ready-declined', '', 'Your card has insufficient funds. Try another card.'],
    ['ready-total-changed', '', 'The total has changed. Look at it and pay again. You have not been charged.'],
    ['ready-promotion-taken', 'SPRING takes $9.80 off.', ''],
    ['ready-seats', 'The total is now $49.00.', ''],
    ['ready-waiting', 'Updating…', ''],
    ['confirming-bank', 'Still waiting for your bank. Keep this page open.', ''],
    ['complete', 'Thank you', ''],
    ['unresolved', 'We are still checking', ''],
  ])('say in %s: "%s", and at once: "%s"', async (id, polite, assertive) => {
    const element = placeShown();
    await showState(element, id);
    const { getByRole } = queriesOf(element);
    expect([getByRole('status').textContent, getByRole('alert').textContent]).toEqual([polite, assertive]);
  });

  it('take no place, and are there for whoever does not see', async () => {
    const element = placeShown();
    await showState(element, 'ready-declined');
    for (const node of element.renderRoot.querySelectorAll(LIVE)) {
      expect(node.getBoundingClientRect().width).toBeLessThanOrEqual(1);
      expect(getComputedStyle(node).display).not.toBe('none');
      expect(node.closest('[aria-hidden], [aria-busy], [hidden], [inert]')).toBeNull();
    }
  });
});

describe('names', () => {
  it('are given to everything that can be used, and say what is written on it', async () => {
    const element = placeShown();
    for (const id of IDS) {
      await showState(element, id);
      for (const node of seen(element, 'button, input, select, summary, a[href], [role="group"]')) {
        // A sign that stands for a word is hidden from whoever hears the word.
        const signed = node.querySelector('[aria-hidden]') !== null;
        const written = node.matches('button, summary, a') && !signed ? node.innerText.trim() : '';
        expect.soft(node, id).toHaveAccessibleName();
        const saysIt: string = expect.stringContaining(written);
        expect.soft(node, id).toHaveAccessibleName(saysIt);
      }
    }
  });

  it('of parts are headings, in order, with the section’s name', async () => {
    const element = placeShown();
    await showState(element, 'ready-business');
    const { getAllByRole } = queriesOf(element);
    const names = ['Summary', 'Contact', 'Business details', 'Billing address', 'Payment'];
    expect(getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(names);
    const regions = seen(element, 'section[aria-labelledby], aside[aria-labelledby]');
    expect(regions).toHaveLength(names.length);
    for (const [index, region] of regions.entries()) expect(region).toHaveAccessibleName(names[index]);
  });
});

describe('descriptions', () => {
  it.each<readonly [ShownStateId, label: string | RegExp, says: string]>([
    ['ready', 'Email', ''],
    ['ready-invalid', 'Email', 'Enter an email address, like name@example.com.'],
    ['ready-seats', 'Quantity', ''],
    ['ready-seats-invalid', 'Quantity', 'Choose a whole number from 1 to 500.'],
    ['ready-promotion', 'Promotion code', ''],
    ['ready-promotion-refused', 'Promotion code', 'This code is invalid.'],
    ['ready-business', /^Company/, ''],
    ['ready-business-invalid', /^Company/, 'Enter the company’s name.'],
  ])('tell in %s what is wrong with %s: "%s"', async (id, label, says) => {
    const element = placeShown();
    await showState(element, id);
    expect(queriesOf(element).getByLabelText(label)).toHaveAccessibleDescription(says);
  });

  it('tell what paying means, and what came of it', async () => {
    const element = placeShown();
    await showState(element, 'ready');
    const { getByRole } = queriesOf(element);
    const pay = getByRole('button', { name: 'Pay $49.00' });
    expect(pay).toHaveAccessibleDescription(/every month until you cancel/);
    await showState(element, 'complete');
    expect(getByRole('heading', { name: 'Thank you' })).toHaveAccessibleDescription(/\$49\.00/);
  });

  it('mark wrong fields as such', async () => {
    const element = placeShown();
    await showState(element, 'ready-invalid');
    expect(queriesOf(element).getByLabelText('Email').getAttribute('aria-invalid')).toBe('true');
    await showState(element, 'ready');
    expect(queriesOf(element).getByLabelText('Email').getAttribute('aria-invalid')).toBe('false');
  });
});

describe('what is asked', () => {
  it('is known to browsers and to on-screen keyboards', async () => {
    const element = placeShown();
    await showState(element, {
      name: 'ready',
      features: {
        company: 'optional',
        taxId: 'optional',
        purchaseOrder: 'optional',
        promotionCodes: true,
        quantity: { min: 1, max: 9 },
      },
    });
    const { getByLabelText } = queriesOf(element);
    const told = (label: string | RegExp): unknown[] => {
      const field = getByLabelText(label);
      return field instanceof HTMLInputElement ? [field.autocomplete, field.inputMode, field.type] : [];
    };
    expect(told('Email')).toEqual(['email', 'email', 'email']);
    expect(told(/^Company/)).toEqual(['organization', '', 'text']);
    expect(told('Quantity')).toEqual(['off', 'numeric', 'number']);
    expect(told('Promotion code')).toEqual(['off', '', 'text']);
    expect(told(/^Purchase order/)).toEqual(['off', '', 'text']);
  });
});

describe('languages', () => {
  it.each([
    ['de', 'ltr'],
    ['ar', 'rtl'],
  ])('%s is told as such, and so is its direction', async (locale, dir) => {
    const element = placeShown({ locale });
    await showState(element, 'ready');
    await speaks(element, locale);
    const button = seen(element, '.pay')[0]!;
    expect(button.closest('[lang]')!.getAttribute('lang')).toBe(locale);
    expect(getComputedStyle(button).direction).toBe(dir);
  });

  it('a sentence of Stripe’s in another one keeps its own direction', async () => {
    const element = placeShown({ locale: 'ar' });
    await showState(element, 'ready-declined');
    await speaks(element, 'ar');
    const said = queriesOf(element).getByText('Your card has insufficient funds.');
    expect(getComputedStyle(said).direction).toBe('ltr');
    expect(getComputedStyle(said.parentElement ?? said).direction).toBe('rtl');
  });

  it('names of what is sold, and of discounts, are apart from the sentence around them', async () => {
    const element = placeShown({ locale: 'ar' });
    await showState(element, 'ready-promotion-taken');
    expect(seen(element, 'bdi').map(({ textContent }) => textContent)).toEqual(['Pro', 'Spring sale']);
  });
});
