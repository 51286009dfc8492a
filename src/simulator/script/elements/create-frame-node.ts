/** The DOM that Stripe.js puts into a mount node: a wrapper, the frame, and an input that passes focus on. */
import type { FrameKind } from '../../wire/frame-messages.js';
import type { FieldHost } from './field-host.js';
import { openHost } from './open-host.js';

export interface FrameNode {
  readonly wrapper: HTMLElement;
  readonly host: FieldHost;
  readonly focusShim: HTMLInputElement;
}

// The frame is four pixels larger than its place on every side, so that focus rings are not cut off.
const frameStyle = `border:0!important;margin:-4px!important;padding:0!important;width:calc(100% + 8px)!important;min-width:100%!important;
overflow:hidden!important;display:block!important;user-select:none!important;color-scheme:light only!important`;
const wrapperStyle = `margin:0!important;padding:0!important;border:none!important;display:block!important;background:transparent!important;
position:relative!important;opacity:1!important;clear:none!important`;
const shimStyle = `border:none!important;display:block!important;position:absolute!important;height:1px!important;top:-1px!important;left:0!important;
padding:0!important;margin:0!important;width:100%!important;opacity:0!important;background:transparent!important;pointer-events:none!important;font-size:16px!important`;

export function createFrameNode(origin: string, kind: FrameKind): FrameNode {
  const wrapper = document.createElement('div');
  wrapper.className = '__PrivateStripeElement';
  wrapper.style.cssText = wrapperStyle;
  const host = openHost(origin, kind);
  host.node.style.cssText = frameStyle;
  const focusShim = document.createElement('input');
  focusShim.className = '__PrivateStripeElement-input';
  focusShim.ariaHidden = 'true';
  focusShim.tabIndex = -1;
  focusShim.autocomplete = 'off';
  focusShim.maxLength = 1;
  focusShim.style.cssText = shimStyle;
  wrapper.append(host.node, focusShim);
  return { wrapper, host, focusShim };
}
