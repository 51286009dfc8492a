/** Lets the browser's back button turn a page of the form back, and never leave the host's page by surprise. */
import type { Step } from '../core/state.js';

const KEY = 'billingCheckout';

/** One entry of the session history for page two, beside whatever the host keeps in its own. */
export class PageHistory {
  /** Tells this checkout's entries from another's, and from those of an earlier visit. */
  readonly #name = Math.random();
  readonly #onStep: (step: Step) => void;

  constructor(onStep: (step: Step) => void) {
    this.#onStep = onStep;
  }

  /** Listens to the browser's buttons until the signal. */
  listen(signal: AbortSignal): void {
    window.addEventListener(
      'popstate',
      () => {
        const step = this.#step();
        // Entries without our mark are the host's: a link to a heading, a route.
        if (step) this.#onStep(step);
      },
      { signal },
    );
  }

  /** Follows a turned page. */
  follow(from: Step, to: Step): void {
    try {
      const step = this.#step();
      if (to === 'payment' && step !== to) {
        history.replaceState(this.#mark(from), '');
        history.pushState(this.#mark(to), '');
      } else if (to === 'details' && step === 'payment') history.back();
    } catch {
      // Not every page may touch its history, and none may often. Then the button leaves the page, as it does without us.
    }
  }

  /** The page that the current entry stands for, if it is ours. */
  #step(): Step | null {
    const mark = (history.state as Record<string, unknown> | null)?.[KEY] as { name: number; step: Step } | undefined;
    return mark?.name === this.#name ? mark.step : null;
  }

  /** The host's own state of the entry is kept: routers live on it. */
  #mark(step: Step): unknown {
    return { ...(history.state as object | null), [KEY]: { name: this.#name, step } };
  }
}
