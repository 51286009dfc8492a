/** Begins, and is drawn, in tasks of their own where the page is still coming. */
import { LitElement } from 'lit';
import { turn } from '../core/turn.js';

/** @internal A tag that was there before its script asks first and is drawn later: the browser has its turn between. */
export class InTurns extends LitElement {
  /** Nothing of it has been seen, so nobody misses a drawing. */
  #waits = this.isConnected && document.readyState !== 'complete';

  /** @internal Whether it is not to be drawn yet. */
  protected get waits(): boolean {
    return this.#waits;
  }

  /** @internal */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (!this.#waits) return super.scheduleUpdate();
    return turn().then(() => {
      this.#waits = !this.hasUpdated;
      const done = super.scheduleUpdate();
      if (this.#waits) this.requestUpdate();
      return done;
    });
  }

  /** @internal */
  protected override firstUpdated(): void {
    // The first format of all reads tables, for longer than a drawing takes: after the first frame, before Stripe's fields keep
    // the processor busy.
    requestAnimationFrame(() => void turn().then(() => Intl.NumberFormat()));
  }
}
