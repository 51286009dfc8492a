/** axe on every state, in both flows, both themes and three languages: nothing of ours is against WCAG 2.2 AA. */
import axe from 'axe-core';
import { expect, it } from 'vitest';
import type { BillingCheckout } from '../../../src/element/billing-checkout.js';
import { showState } from '../../../src/testing/index.js';
import { endTransitions, IDS, placeShown, speaks } from '../support/shown.js';

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

/** Lines that scroll by themselves, all in sight: of what is not, axe can tell nothing. */
function layOpen({ renderRoot }: BillingCheckout): void {
  for (const lines of renderRoot.querySelectorAll<HTMLElement>('.lines')) lines.style.maxBlockSize = 'none';
}

const COMBINATIONS = ['one-page', 'two-page'].flatMap((flow) =>
  ['light', 'dark'].flatMap((theme) => ['en', 'de', 'ar'].map((locale) => ({ flow, theme, locale }))),
);

it.each(COMBINATIONS)(
  '$flow, $theme, $locale',
  async ({ flow, theme, locale }) => {
    // With wallets, and without.
    const element = placeShown({ flow, theme, locale, ...(theme === 'dark' && { express: '' }) });
    const found: Record<string, string[]> = {};
    for (const id of IDS) {
      await showState(element, id);
      await speaks(element, locale);
      endTransitions(element);
      layOpen(element);
      const wrong = await lookAt(element);
      if (wrong.length > 0) found[id] = wrong;
    }
    expect(found).toEqual({});
  },
  60_000,
);

it('finds what is wrong', async () => {
  const element = placeShown();
  element.style.setProperty('--billing-color-muted', '#ddd');
  await showState(element, 'ready');
  expect((await lookAt(element)).join()).toContain('color-contrast');
});
