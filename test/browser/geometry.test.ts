/** Every state at four widths, from left and from right: nothing sticks out, nothing lies on anything, nothing moves. */
import { afterEach, describe, expect, it } from 'vitest';
import '../../src/define.js';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { CATALOGS } from '../../src/element/locales/catalogs.js';
import { showState, STATES, type ShownState, type ShownStateId } from '../../src/testing/index.js';

/** In CSS pixels; the element lays itself out by its own width. */
const WIDTHS = [1280, 768, 375, 320] as const;

const IDS = Object.keys(STATES) as ShownStateId[];

/** Where subpixels are rounded. */
const TOLERANCE = 0.75;

let room: HTMLElement;

afterEach(() => {
  room.remove();
});

async function place(attributes: Readonly<Record<string, string>>): Promise<BillingCheckout> {
  room = document.createElement('div');
  const element = document.createElement('billing-checkout');
  for (const [name, value] of Object.entries({ loading: 'manual', ...attributes })) element.setAttribute(name, value);
  room.append(element);
  document.body.append(room);
  // What moves on its own is not what is measured.
  const still = new CSSStyleSheet();
  still.replaceSync('* { animation: none !important; transition: none !important }');
  element.shadowRoot!.adoptedStyleSheets.push(still);
  await element.updateComplete;
  return element;
}

/** What customers see of the element: its own parts, and what stands where Stripe's fields are. */
function seen(element: BillingCheckout): Element[] {
  const own = [...element.shadowRoot!.querySelectorAll('*'), ...element.querySelectorAll('[data-billing-mount] > *')];
  return own.filter(
    (part) =>
      part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !part.closest('.sr-only, .probe, option, svg *') &&
      part.getClientRects().length > 0,
  );
}

const name = (part: Element): string =>
  `${part.localName}${part.id && `#${part.id}`}.${part.className} "${part.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 30)}"`;

function sticksOut(element: BillingCheckout): string[] {
  const { left, right } = element.getBoundingClientRect();
  const lines = element.shadowRoot!.querySelector('.lines[tabindex]');
  return seen(element)
    .filter((part) => {
      const box = part.getBoundingClientRect();
      return box.left < left - TOLERANCE || box.right > right + TOLERANCE || isCut(part);
    })
    .filter((part) => part !== lines)
    .map(name);
}

/** Whether it has more than it shows. What is typed may be longer than its field. */
const isCut = (part: Element): boolean =>
  !part.matches('input, select, slot') && part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1;

/** Pairs that lie on each other: of text, of fields, of buttons. */
function overlaps(element: BillingCheckout): string[] {
  const scroller = element.shadowRoot!.querySelector('.lines[tabindex]');
  const parts = seen(element).filter(
    (part) => !scroller?.contains(part) && (part.matches('input, select, button, a, [role=group]') || hasText(part)),
  );
  const boxes = parts.map((part) => ({ part, box: toBox(part) }));
  return boxes.flatMap(({ part, box }, index) =>
    boxes
      .slice(index + 1)
      .filter(({ part: other }) => !part.contains(other) && !other.contains(part))
      .filter(
        ({ box: next }) =>
          Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1 &&
          Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 2,
      )
      .map(({ part: other }) => `${name(part)} and ${name(other)}`),
  );
}

const hasText = (part: Element): boolean =>
  [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

/** Of text, where its letters are. */
function toBox(part: Element): DOMRect {
  if (part.matches('input, select, button, a, [role=group]')) return part.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(part);
  return range.getBoundingClientRect();
}

/** What is pressed is at least as large as WCAG 2.2 asks (24 by 24). */
const tooSmall = (element: BillingCheckout): string[] =>
  seen(element)
    .filter((part) => part.matches('button, a, select, summary, label:has(input), .input'))
    .filter((part) => part.getBoundingClientRect().height < 24 - TOLERANCE)
    .map(name);

/** A label begins where its field begins, whichever side that is. */
function outOfLine(element: BillingCheckout): string[] {
  const start = getComputedStyle(element.shadowRoot!.querySelector('[dir]')!).direction === 'rtl' ? 'right' : 'left';
  return seen(element)
    .filter((part) => part.matches('label[for]'))
    .filter((label) => {
      const field = element.shadowRoot!.getElementById(label.getAttribute('for') ?? '');
      if (!field || field.closest('.stepper')) return false;
      return Math.abs(field.getBoundingClientRect()[start] - label.getBoundingClientRect()[start]) > TOLERANCE;
    })
    .map(name);
}

const LONG: ShownState = {
  name: 'ready',
  features: { company: 'optional', promotionCodes: true },
  summary: {
    // Sixty characters, and no place to break.
    lines: STATES['ready-long'].summary.lines.map((line) => ({
      ...line,
      name: 'Donaudampfschifffahrtsgesellschaft'.padEnd(60, 'x'),
    })),
    subtotal: 99_999_999_900,
    total: 99_999_999_900,
    discounts: [
      { label: 'x'.repeat(40), code: 'AN_EXTREMELY_LONG_PROMOTION_CODE', amount: 123_456_789, lasts: 'forever' },
    ],
    recurring: { interval: 'month', count: 6, amount: 99_999_999_900, discount: 0, trialEnd: null },
  },
};

describe.each(['en', 'de', 'ar', 'en-XA'])('in %s', (locale) => {
  describe.each(['one-page', 'two-page'])('%s', (flow) => {
    it.each(['light', 'dark'])(
      'in %s, every state keeps its bounds',
      async (theme) => {
        const element = await place({ locale, flow, theme });
        const wrong: string[] = [];
        for (const id of [...IDS, 'long'] as const) {
          await showState(element, id === 'long' ? LONG : id);
          for (const width of WIDTHS) {
            room.style.inlineSize = `${width}px`;
            for (const [what, found] of Object.entries({
              'sticks out': sticksOut(element),
              'lie on each other': overlaps(element),
              'is too small': tooSmall(element),
              'is out of line': outOfLine(element),
            }))
              for (const part of found) wrong.push(`${id} at ${width}: ${part} ${what}`);
          }
        }
        expect(wrong).toEqual([]);
      },
      120_000,
    );
  });
});

describe('whatever a thing is called', () => {
  it.each([
    ['a script', '<img src=x onerror="window.pwned = true"><script>window.pwned = true</script>'],
    ['a turned text', '\u202Egnp.exe'],
    ['emoji', '👩‍💻'.repeat(60)],
    ['a null byte', 'a\0b'],
    ['ten thousand letters', 'x'.repeat(10_000)],
  ])('%s is text that keeps its bounds', async (_, text) => {
    const element = await place({ locale: 'en' });
    const lines = STATES['ready-long'].summary.lines.map((line) => ({ ...line, name: text, description: text }));
    await showState(element, {
      name: 'ready',
      features: { company: 'optional' },
      fields: [{ name: 'team', label: text }],
      typed: { company: text },
      summary: { lines, discounts: [{ label: text, code: text, amount: 100, lasts: 'once' }] },
      error: { code: 'host.refused', message: text },
    });
    // A parser of text takes no null byte from a node either.
    expect(element.shadowRoot!.textContent).toContain(text);
    expect(element.shadowRoot!.querySelectorAll('img, script')).toHaveLength(0);
    expect(window).not.toHaveProperty('pwned');
    for (const width of WIDTHS) {
      room.style.inlineSize = `${width}px`;
      expect([...sticksOut(element), ...overlaps(element)], `at ${width}`).toEqual([]);
    }
  });
});

/** Where the parts begin that everything else follows. */
const places = (element: BillingCheckout): Record<string, number> => {
  const top = element.getBoundingClientRect().top;
  return Object.fromEntries(
    ['#summary', '.totals', '#contact', '#address', '#payment', '.toggle', 'button.pay'].map((selector) => {
      const part = element.shadowRoot!.querySelector(`${selector}:not([inert] *)`);
      return [selector, part ? Math.round(part.getBoundingClientRect().top - top) : NaN];
    }),
  );
};

describe('nothing moves', () => {
  it.each(['en', ...Object.keys(CATALOGS)])('when what was loading comes, in %s', async (locale) => {
    const element = await place({ locale });
    // At 320 pixels some languages need a second line that nobody can foresee.
    const widths = WIDTHS.filter((width) => width > 320 || ['en', 'de', 'ar'].includes(locale));
    await showState(element, 'loading');
    const before = widths.map((width) => {
      room.style.inlineSize = `${width}px`;
      return places(element);
    });
    await showState(element, 'ready');
    const after = widths.map((width) => {
      room.style.inlineSize = `${width}px`;
      return places(element);
    });
    expect(after).toEqual(before);
  });

  it.each(WIDTHS)('while it is paid, at %i pixels', async (width) => {
    const element = await place({ locale: 'en' });
    room.style.inlineSize = `${width}px`;
    await showState(element, 'ready-filled');
    const before = places(element);
    for (const id of ['validating', 'confirming', 'confirming-bank', 'checking-form', 'ready-waiting'] as const) {
      await showState(element, id);
      expect(places(element), id).toEqual(before);
    }
  });
});
