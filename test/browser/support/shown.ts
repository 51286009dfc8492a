/** Puts an element into the page for shows, and looks at what of it can be seen and used. */
import { onTestFinished } from 'vitest';
import '../../../src/define.js';
import type { BillingCheckout } from '../../../src/element/billing-checkout.js';
import { STATES, type ShownStateId } from '../../../src/testing/index.js';

/** Names of all states. */
export const IDS = Object.keys(STATES) as ShownStateId[];

/** An element that loads nothing by itself, in the page until the test is over. */
export function placeShown(attributes: Readonly<Record<string, string>> = {}): BillingCheckout {
  const element = document.createElement('billing-checkout');
  for (const [name, value] of Object.entries({ locale: 'en', loading: 'manual', ...attributes }))
    element.setAttribute(name, value);
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  return element;
}

/** Resolves once the words of its locale are there. */
export async function speaks(element: BillingCheckout, lang: string): Promise<void> {
  const said = (): string | null | undefined => element.renderRoot.querySelector('[lang]')?.getAttribute('lang');
  while (said() !== lang) await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

/** What matches in the element's own tree and can be seen. */
export const seen = (element: BillingCheckout, selector: string): HTMLElement[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((node) =>
    node.checkVisibility({ visibilityProperty: true }),
  );

/** Colors that are half way between two states are nobody's to see. */
export function endTransitions({ renderRoot }: BillingCheckout): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  for (const animation of renderRoot.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}
