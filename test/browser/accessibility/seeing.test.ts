/** What is seen and touched: 320 px, targets, contrast, motion, forced colors. */
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import type { BillingCheckout } from '../../../src/element/billing-checkout.js';
import { showState } from '../../../src/testing/index.js';
import { endTransitions, IDS, placeShown, seen, speaks } from '../support/shown.js';

/** What the browser says the customer prefers. Playwright's own session knows the command, its types do not. */
interface Session {
  send(method: 'Emulation.setEmulatedMedia', params: { features: { name: string; value: string }[] }): Promise<unknown>;
}
const prefer = (name: string, value: string): Promise<unknown> =>
  (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

afterEach(async () => {
  await (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', { features: [] });
  await page.viewport(1280, 900);
});

describe('at 320 px, which is 400 % of 1280', () => {
  it.each(['en', 'de', 'ar'])('nothing has to be scrolled sideways or is cut off (%s)', async (locale) => {
    await page.viewport(320, 900);
    const margin = document.body.style.margin;
    document.body.style.margin = '0';
    const wide: Record<string, string[]> = {};
    for (const flow of ['one-page', 'two-page']) {
      const element = placeShown({ flow, locale });
      for (const id of IDS) {
        await showState(element, id);
        await speaks(element, locale);
        const out = seen(element, '*')
          .filter((node) => node.closest('.sr-only') === null)
          .filter((node) => {
            const { left, right, width } = node.getBoundingClientRect();
            return width > 0 && (left < -0.5 || right > 320.5);
          })
          .map((node) => `${node.localName}.${node.className} ${node.textContent.trim().slice(0, 40)}`);
        if (document.documentElement.scrollWidth > 320) out.push('the page');
        if (out.length > 0) wide[`${flow} ${id}`] = out;
      }
      element.remove();
    }
    document.body.style.margin = margin;
    expect(wide).toEqual({});
  });
});

describe('targets', () => {
  it.each([320, 1280])('are 24 px at least, and 44 where one pays, goes on, or starts again (%i px)', async (width) => {
    await page.viewport(width, 900);
    const small: Record<string, string[]> = {};
    for (const flow of ['one-page', 'two-page']) {
      const element = placeShown({ flow });
      for (const id of IDS) {
        await showState(element, id);
        const found = seen(element, 'button, input, select, summary, a[href]').flatMap((node) => {
          const box = node.getBoundingClientRect();
          const main = node.matches('.pay, .outcome button:not(.link), .outcome a');
          const enough = box.width >= 24 && box.height >= (main ? 44 : 24);
          return enough ? [] : [`${node.textContent.trim() || node.id}: ${box.width} × ${box.height}`];
        });
        if (found.length > 0) small[`${flow} ${id}`] = found;
      }
      element.remove();
    }
    expect(small).toEqual({});
  });
});

/** Red, green and blue of any color, 0 to 255, over what is behind it. */
function channels(color: string, behind: readonly number[] = [255, 255, 255]): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = `rgb(${behind.join(' ')})`;
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** Relative luminance, as WCAG computes it. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it('measures contrast as WCAG does', () => {
  expect(ratio(channels('#777777'), channels('#ffffff'))).toBeCloseTo(4.48, 2);
  expect(ratio(channels('black'), channels('white'))).toBe(21);
});

describe.each(['light', 'dark'])('contrast of what is not text, in the theme %s', (theme) => {
  const background = (element: BillingCheckout): number[] => channels(getComputedStyle(element).backgroundColor);

  it.each([
    ['a field', 'ready', '#email'],
    ['a wrong field', 'ready-invalid', '#email'],
    ['the toggle that is off', 'ready', '[role="switch"]'],
    ['the toggle that is on', 'ready-filled', '[role="switch"]'],
    ['a quiet button', 'ready-seats', '.stepper button:last-of-type'],
  ] as const)('%s has an edge of 3:1', async (_, id, selector) => {
    const element = placeShown({ theme, flow: 'one-page' });
    await showState(element, id);
    endTransitions(element);
    const node = seen(element, selector)[0]!;
    const behind = node.closest('.summary')
      ? channels(getComputedStyle(node.closest('.summary')!).backgroundColor)
      : background(element);
    expect(ratio(channels(getComputedStyle(node).borderTopColor, behind), behind)).toBeGreaterThanOrEqual(3);
  });

  it('what has the keyboard shows it at 3:1', async () => {
    const element = placeShown({ theme });
    await showState(element, 'ready-promotion');
    const behind = background(element);
    for (const node of seen(element, 'button, input, select, summary')) {
      const before = getComputedStyle(node).borderTopColor;
      node.focus();
      // As by keyboard: Chromium tells what a script focuses like what was focused before.
      endTransitions(element);
      const { outlineStyle, outlineWidth, outlineColor, borderTopColor, boxShadow } = getComputedStyle(node);
      const ring =
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
          ? ratio(channels(outlineColor, behind), behind)
          : 1;
      const edge = before === borderTopColor ? 1 : ratio(channels(borderTopColor, behind), behind);
      const shadows = [...boxShadow.matchAll(/(?:rgba?|color|oklab)\([^)]*\)/g)].map(([color]) =>
        ratio(channels(color, behind), behind),
      );
      expect(Math.max(ring, edge, ...shadows), node.id || node.textContent).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('with reduced motion', () => {
  it.each(['loading', 'confirming', 'ready'] as const)(
    'nothing moves in %s but the ring that says "at work"',
    async (id) => {
      const element = placeShown();
      await showState(element, 'ready');
      await prefer('prefers-reduced-motion', 'reduce');
      await showState(element, id);
      const moving = element
        .shadowRoot!.getAnimations()
        .filter(
          ({ effect }) => effect instanceof KeyframeEffect && effect.target?.matches('.spinner, .probe') !== true,
        );
      expect(moving.map(({ effect }) => effect instanceof KeyframeEffect && effect.target?.className)).toEqual([]);
    },
  );

  it('it does otherwise', async () => {
    const element = placeShown();
    await showState(element, 'loading');
    expect(element.shadowRoot!.getAnimations().length).toBeGreaterThan(0);
  });
});

describe('with forced colors', () => {
  it('has words on its buttons, edges around its fields, and a toggle that says where it stands', async () => {
    await prefer('forced-colors', 'active');
    const element = placeShown({ flow: 'two-page' });
    await showState(element, 'ready-filled');
    endTransitions(element);
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const style = (selector: string, pseudo?: string): CSSStyleDeclaration =>
      getComputedStyle(element.renderRoot.querySelector(selector)!, pseudo);
    const apart = (one: string, other: string): number => ratio(channels(one), channels(other));

    const pay = style('.pay');
    expect(apart(pay.color, pay.backgroundColor)).toBeGreaterThanOrEqual(4.5);
    // Else a backplate of the page's color is laid behind the words, which have the color for another.
    expect(style('.pay slot').forcedColorAdjust === 'none' || apart(pay.color, 'Canvas') >= 4.5).toBe(true);
    const step = style('.steps [aria-current]', '::before');
    expect(step.forcedColorAdjust === 'none' || apart(step.color, 'Canvas') >= 4.5).toBe(true);

    const on = style('[role="switch"]');
    expect(apart(on.backgroundColor, style('[role="switch"]', '::before').backgroundColor)).toBeGreaterThanOrEqual(3);
    await showState(element, { name: 'ready', step: 'payment' });
    const off = style('[role="switch"]');
    expect(apart(off.backgroundColor, style('[role="switch"]', '::before').backgroundColor)).toBeGreaterThanOrEqual(3);
    expect(off.backgroundColor).not.toBe(on.backgroundColor);

    await showState(element, 'ready-invalid');
    for (const selector of ['#email', '.alert'])
      expect(apart(style(selector).borderTopColor, 'Canvas'), selector).toBeGreaterThanOrEqual(3);
    expect(style('#email').borderTopStyle).toBe('solid');
  });
});
