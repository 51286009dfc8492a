/** The 3-D Secure dialog: a layer on the page's body, whose content is a frame of the simulator. */
import type { ChallengeSetup } from '../../wire/frame-messages.js';
import type { PaymentPageAuthenticate } from '../../wire/payment-page.js';
import { createIframe } from '../elements/create-frame-node.js';
import { FrameLine } from '../elements/frame-line.js';

type Outcome = PaymentPageAuthenticate['outcome'];

const layerStyle =
  'position:fixed!important;inset:0!important;z-index:2147483647!important;margin:0!important;padding:0!important;border:0!important';
const frameStyle =
  'border:0!important;display:block!important;width:100%!important;height:100%!important;color-scheme:light only!important';

/** Resolves when the customer has answered or closed it; focus is then where it was. */
export function showChallenge(origin: string, setup: ChallengeSetup): Promise<Outcome> {
  const focusedBefore = document.activeElement;
  const layer = document.createElement('div');
  layer.setAttribute('role', 'dialog');
  layer.setAttribute('aria-modal', 'true');
  layer.setAttribute('aria-label', 'Bank authentication');
  layer.style.cssText = layerStyle;
  const iframe = createIframe(origin, 'challenge');
  iframe.style.cssText = frameStyle;
  layer.append(iframe);

  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      line.close();
      document.removeEventListener('keydown', onKey, true);
      layer.remove();
      if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus();
      resolve(outcome);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end('canceled');
    };
    const line = new FrameLine(origin, iframe, (message) => {
      if (message.type === 'loaded') line.send({ type: 'setup', setup });
      else if (message.type === 'ready') {
        iframe.focus();
        line.send({ type: 'focus' });
      } else if (message.type === 'challenge') end(message.outcome);
      else if (message.type === 'escape') end('canceled');
    });
    document.addEventListener('keydown', onKey, true);
    document.body.append(layer);
  });
}
