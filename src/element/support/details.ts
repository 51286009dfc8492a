/** The button that copies details for support. */
import type { html, TemplateResult } from 'lit';
import type { CheckoutState } from '../../core/state.js';
import type { View } from '../view.js';
import { toDetails } from './to-details.js';

/** What the section draws, and what is said of it. */
export interface Details {
  readonly details: (view: View) => TemplateResult;
  readonly detailsLine: (view: View) => string;
}

/** Makes the section. What came of copying is forgotten with the state that it was about. */
export function createDetails(draw: typeof html): Details {
  const told = new WeakMap<CheckoutState, 'copied' | 'selected'>();

  const detailsLine = ({ state, messages }: View): string => {
    const said = told.get(state);
    return said === undefined ? '' : said === 'copied' ? messages.detailsCopied : messages.detailsSelected;
  };

  const copy = async (view: View, { currentTarget }: Event): Promise<void> => {
    const text = toDetails(view);
    const area = currentTarget instanceof Element ? currentTarget.parentElement?.querySelector('textarea') : null;
    try {
      await navigator.clipboard.writeText(text);
      told.set(view.state, 'copied');
    } catch {
      // No permission, or a page without https: then the customer copies.
      told.set(view.state, 'selected');
      if (area) {
        area.hidden = false;
        area.value = text;
        area.focus();
        area.select();
      }
    }
    view.redraw();
  };

  return {
    detailsLine,
    details: (view) => draw`
      <div>
        <button
          type="button"
          class="link"
          part="button"
          @click=${(event: Event) => {
            void copy(view, event);
          }}
        >
          ${view.messages.copyDetails}
        </button>
        <p class="hint" aria-hidden="true">${detailsLine(view)}</p>
        <textarea
          class="input"
          part="input"
          rows="5"
          readonly
          ?hidden=${told.get(view.state) !== 'selected'}
          aria-label=${view.messages.copyDetails}
        ></textarea>
      </div>
    `,
  };
}
