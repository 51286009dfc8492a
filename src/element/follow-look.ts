/** Hears when the look changes, whatever has changed it: a class, a style, a stylesheet, the system. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { overrideLook, type OwnLook } from '../core/override-look.js';
import type { Look } from '../core/ports.js';
import { readLook } from './read-look.js';
import { warnOnce } from './warn.js';

/** Follows one element's look. */
export interface LookFollower {
  /** Carries the tokens; draws nothing. */
  readonly probe: TemplateResult;
  /** The look as it is now. Whoever has asked is told of others only. */
  readonly read: () => Look;
  /** Looks again, for what no style tells. */
  readonly check: () => void;
}

/** Tells a look when it is another one than was read before. */
export function followLook(tag: LitElement & OwnLook, tell: (look: Look) => void): LookFollower {
  let known = '';
  const read = (): Look => {
    const look = overrideLook(readLook(tag.renderRoot.querySelector('.probe') ?? tag), tag, warnOnce);
    known = JSON.stringify(look);
    return look;
  };
  const check = (): void => {
    const before = known;
    const look = read();
    // What nobody has read yet is read by whoever needs it: Stripe would draw its fields twice while they load.
    if (before !== '' && known !== before) tell(look);
  };
  return { probe: html`<span class="probe" @animationstart=${check} @transitionend=${check}></span>`, read, check };
}
