/** axe on every state, in both flows, both themes and three languages: nothing of ours is against WCAG 2.2 AA. */
import axe from 'axe-core';
import { expect, it } from 'vitest';
import '../../src/define.js';
import type { BillingCheckout } from '../../src/element/billing-checkout.js';
import { showState, STATES, type ShownStateId } from '../../src/testing/index.js';

const IDS = Object.keys(STATES) as ShownStateId[];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong, and what axe cannot tell: neither is left to be looked at by somebody. */
async function lookAt(element: BillingCheckout): Promise<string[]> {
  const { violations, incomplete } = await axe.run(element, {
    runOnly: TAGS,
    resultTypes: ['violations', 'incomplete'],
  });
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
  );
}

/** Colors half way between two states are nobody's to read. */
function endTransitions({ renderRoot }: BillingCheckout): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  for (const animation of renderRoot.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}

const COMBINATIONS = ['one-page', 'two-page'].flatMap((flow) =>
  ['light', 'dark'].flatMap((theme) => ['en', 'de', 'ar'].map((locale) => ({ flow, theme, locale }))),
);

it.each(COMBINATIONS)(
  '$flow, $theme, $locale',
  async ({ flow, theme, locale }) => {
    const element = document.createElement('billing-checkout');
    element.loading = 'manual';
    for (const [name, value] of Object.entries({ flow, theme, locale })) element.setAttribute(name, value);
    document.body.append(element);
    const found: Record<string, string[]> = {};
    for (const id of IDS) {
      await showState(element, id);
      await expect.poll(() => element.renderRoot.querySelector('[lang]')?.getAttribute('lang')).toBe(locale);
      endTransitions(element);
      const wrong = await lookAt(element);
      if (wrong.length > 0) found[id] = wrong;
    }
    element.remove();
    expect(found).toEqual({});
  },
  60_000,
);

it('finds what is wrong', async () => {
  const element = document.createElement('billing-checkout');
  element.loading = 'manual';
  document.body.append(element);
  element.style.setProperty('--billing-color-muted', '#ddd');
  await showState(element, 'ready');
  expect((await lookAt(element)).join()).toContain('color-contrast');
  element.remove();
});
