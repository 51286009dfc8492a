/** What the tokens come to for Stripe's fields: real values, whatever kind of color a page writes, told on every change. */
import { describe, expect, it, vi } from 'vitest';
import { readLook } from '../../src/element/read-look.js';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { place, usePage } from './support/place.js';

usePage();

const probeOf = (element: Element): Element => element.shadowRoot!.querySelector('.probe')!;

/** A checkout that is not loaded, with these tokens. */
async function dressed(tokens: Readonly<Record<string, string>> = {}): Promise<BillingCheckout> {
  const element = place({ loading: 'manual', theme: 'light' });
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
  await element.updateComplete;
  return element;
}

describe('a color of any kind becomes one that Stripe takes', () => {
  it.each([
    ['#abc', 'rgba(170, 187, 204, 1)'],
    ['rebeccapurple', 'rgba(102, 51, 153, 1)'],
    ['rgb(10 20 30 / 40%)', 'rgba(10, 20, 30, 0.4)'],
    ['hsl(120 100% 25%)', 'rgba(0, 128, 0, 1)'],
    ['oklch(0.6279 0.2577 29.23)', 'rgba(255, 0, 0, 1)'],
    ['lab(0% 0 0)', 'rgba(0, 0, 0, 1)'],
    ['color-mix(in srgb, red, blue)', 'rgba(128, 0, 128, 1)'],
    ['light-dark(lime, red)', 'rgba(0, 255, 0, 1)'],
    ['rgb(from #102030 b g r)', 'rgba(48, 32, 16, 1)'],
    // Wider than sRGB: its nearest edge.
    ['color(display-p3 0 1 0)', 'rgba(0, 255, 0, 1)'],
    ['transparent', 'rgba(0, 0, 0, 0)'],
    ['var(--of-the-page)', 'rgba(1, 2, 3, 1)'],
    // Of the text around it.
    ['currentcolor', 'rgba(9, 8, 7, 1)'],
    ['color-mix(in srgb, currentcolor, white 100%)', 'rgba(255, 255, 255, 1)'],
  ])('%s', async (written, resolved) => {
    const { variables } = readLook(
      probeOf(
        await dressed({
          '--of-the-page': 'rgb(1 2 3)',
          '--billing-color-text': 'rgb(9 8 7)',
          '--billing-color-primary': written,
          '--billing-color-background': written,
          '--billing-color-border': written,
          '--billing-color-muted': written,
          '--billing-color-danger': written,
          '--billing-color-on-primary': written,
        }),
      ),
    );
    expect(variables).toMatchObject({
      colorPrimary: resolved,
      colorBackground: resolved,
      inputColorBorder: resolved,
      colorTextSecondary: resolved,
      colorDanger: resolved,
      accessibleColorOnColorPrimary: resolved,
    });
  });

  it('text of the page’s own color, too', async () => {
    const element = await dressed({ '--billing-color-text': 'currentcolor', color: 'oklch(0.6279 0.2577 29.23)' });
    expect(readLook(probeOf(element)).variables['colorText']).toBe('rgba(255, 0, 0, 1)');
  });
});

it('lengths become pixels, the typeface is named as it is', async () => {
  const { variables } = readLook(
    probeOf(
      await dressed({
        '--billing-radius': 'calc(0.25rem + 1px)',
        '--billing-font-size': '1.25rem',
        '--billing-gap': '2rem',
        '--billing-font-family': '"Own Serif", serif',
      }),
    ),
  );
  expect(variables).toMatchObject({
    borderRadius: '5px',
    fontSizeBase: '20px',
    spacingUnit: '5px',
    gridRowSpacing: '24px',
    fontFamily: '"Own Serif", serif',
  });
});

it.each([
  ['light', {}, 'stripe'],
  ['dark', {}, 'night'],
  // What lies behind is the page's own, and dark: the text says so.
  ['light', { '--billing-color-background': 'transparent', '--billing-color-text': '#eee' }, 'night'],
  ['dark', { '--billing-color-background': 'transparent', '--billing-color-text': '#222' }, 'stripe'],
] as const)('theme %s with %j is for Stripe %s', async (theme, tokens, expected) => {
  const element = await dressed(tokens);
  element.theme = theme;
  await element.updateComplete;
  expect(readLook(probeOf(element)).theme).toBe(expected);
});

describe('a change is heard of, whatever has made it', () => {
  /** A checkout in an open shadow root, and what it gave to Stripe since. */
  async function watched(): Promise<{ readonly outer: HTMLElement; readonly primary: () => string | undefined }> {
    const outer = document.createElement('section');
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = '<div><slot></slot><p></p></div>';
    document.body.append(outer);
    const element = place({ loading: 'manual', theme: 'light' });
    root.querySelector('p')!.append(element);
    await element.updateComplete;
    let primary: string | undefined;
    for (const type of ['transitionend', 'animationstart'])
      probeOf(element).addEventListener(type, () => {
        primary = readLook(probeOf(element)).variables['colorPrimary'];
      });
    await vi.waitFor(() => {
      expect(primary).toBe('rgba(79, 70, 229, 1)');
    }, 10_000);
    return { outer, primary: () => primary };
  }

  /** A stylesheet of the page, taken away after the test. */
  function addSheet(text: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }

  it.each<readonly [string, (outer: HTMLElement) => void]>([
    ['a class on the outermost element', () => (document.documentElement.className = 'red')],
    [
      'a style on an ancestor across the shadow root',
      (outer) => outer.style.setProperty('--billing-color-primary', 'red'),
    ],
    ['an attribute of any name', (outer) => (outer.dataset['theme'] = 'red')],
    [
      'a stylesheet that comes later',
      () => {
        addSheet(':root { --billing-color-primary: red }');
      },
    ],
    ['a state that no attribute tells', (outer) => outer.append(document.createElement('mark'))],
  ])('%s', async (_, change) => {
    addSheet(`
      .red, [data-theme=red], section:has(mark) { --billing-color-primary: red }
    `);
    const { outer, primary } = await watched();
    try {
      change(outer);
      await vi.waitFor(() => {
        expect(primary()).toBe('rgba(255, 0, 0, 1)');
      }, 10_000);
    } finally {
      document.documentElement.className = '';
      document.adoptedStyleSheets = [];
      outer.remove();
    }
  });

  it('and one that was made while it was hidden', async () => {
    const { outer, primary } = await watched();
    outer.hidden = true;
    document.documentElement.style.setProperty('--billing-color-primary', 'red');
    expect(primary()).not.toBe('rgba(255, 0, 0, 1)');
    outer.hidden = false;
    await vi.waitFor(() => {
      expect(primary()).toBe('rgba(255, 0, 0, 1)');
    }, 10_000);
    document.documentElement.removeAttribute('style');
    outer.remove();
  });
});
