/** A dialog of Stripe's: a layer on the page's body, whose content is a frame of the simulator. */
import type { FrameKind, FrameSetup } from '../../wire/frame-messages.js';
import { openHost } from '../elements/open-host.js';
import { FrameLine } from '../elements/frame-line.js';
import type { FrameEvent } from '../elements/simulated-element.js';

interface Dialog<T> {
  readonly kind: FrameKind;
  readonly label: string;
  readonly setup: FrameSetup;
  /** What closing it means. */
  readonly canceled: T;
  /** What the frame says at the end; undefined for everything else. */
  readonly read: (message: FrameEvent) => T | undefined;
}

const layerStyle =
  'position:fixed!important;inset:0!important;z-index:2147483647!important;margin:0!important;padding:0!important;border:0!important';
const frameStyle =
  'border:0!important;display:block!important;width:100%!important;height:100%!important;color-scheme:light only!important';

/** Resolves when the customer has answered or closed it; focus is then where it was. */
export function showDialog<T>(origin: string, { kind, label, setup, canceled, read }: Dialog<T>): Promise<T> {
  const focusedBefore = document.activeElement;
  const layer = document.createElement('div');
  layer.setAttribute('role', 'dialog');
  layer.setAttribute('aria-modal', 'true');
  layer.setAttribute('aria-label', label);
  layer.style.cssText = layerStyle;
  const host = openHost(origin, kind);
  host.node.style.cssText = frameStyle;
  layer.append(host.node);

  return new Promise((resolve) => {
    const end = (outcome: T): void => {
      line.close();
      document.removeEventListener('keydown', onKey, true);
      layer.remove();
      if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus();
      resolve(outcome);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end(canceled);
    };
    const line = new FrameLine(host, (message) => {
      if (message.type === 'loaded') line.send({ type: 'setup', setup });
      else if (message.type === 'ready') {
        host.node.focus();
        line.send({ type: 'focus' });
      } else if (message.type === 'escape') end(canceled);
      else {
        const outcome = read(message);
        if (outcome !== undefined) end(outcome);
      }
    });
    document.addEventListener('keydown', onKey, true);
    document.body.append(layer);
  });
}
