/** Fetches what only a failure or a developer needs: a file beside the entry, which brings no library along. */
import { html } from 'lit';
import type { Support } from './support/support.js';
import { isHeld, type View } from './view.js';

let loaded: Support | null = null;

/** Fetches the file, once for all tags of a page. Null where it cannot be had; the next time asks again. */
const load = (): Promise<Support | null> =>
  import('./support/support.js').then(({ createSupport }) => (loaded ??= createSupport(html))).catch(() => null);

/** The button that copies details for support, once its file is there. */
export function detailsSection(view: View): unknown {
  if (!loaded)
    void load().then((there) => {
      if (there) view.redraw();
    });
  return loaded?.details(view);
}

/** The way to a page of Stripe's, where there is one; its file is the same. */
export const hostedSection = (view: View): unknown => loaded?.hosted(view);

/** What is said of copying. */
export const detailsLine = (view: View): string => loaded?.detailsLine(view) ?? '';

/** Tells developers what a held Pay or Continue waits for; with live keys nothing. */
export function tellWhyHeld(view: View, what = 'Pay'): void {
  if (view.test && isHeld(view)) void load().then((there) => there?.tellWhyHeld(view, what));
}
