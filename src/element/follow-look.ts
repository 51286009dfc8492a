/** Hears when the look changes, whatever has changed it: a class, a style, a stylesheet, the system. */
import { html, type TemplateResult } from 'lit';
import type { Look } from '../core/ports.js';

/** Follows one element's look. */
export interface LookFollower {
  /** Carries the tokens; draws nothing. */
  readonly probe: TemplateResult;
  /** Looks again, for what no style tells. */
  readonly check: () => void;
}

/** Tells a look when it is another one than before. */
export function followLook(read: () => Look, tell: (look: Look) => void): LookFollower {
  let told = '';
  const check = (): void => {
    const look = read();
    const seen = JSON.stringify(look);
    if (seen !== told) tell(look);
    told = seen;
  };
  return { probe: html`<span class="probe" @animationstart=${check} @transitionend=${check}></span>`, check };
}
