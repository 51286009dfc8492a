/** Fields in a frame on the simulator's origin, which nobody but that frame's window is heard on. */
import { isEnvelope, toFrameUrl } from '../../wire/frame-messages.js';
import type { Envelope, FromFrame, ToFrame } from '../../wire/frame-messages.js';
import type { OpenHost } from './field-host.js';
import { FRAME_TITLES } from './frame-titles.js';

/** The frame alone; its name is unlike any other on the page. */
export const openIframe: OpenHost = (origin, kind) => {
  const iframe = document.createElement('iframe');
  iframe.name = `__privateStripeFrame${String(crypto.getRandomValues(new Uint32Array(1))[0])}`;
  iframe.title = FRAME_TITLES[kind];
  iframe.allow = 'payment *';
  iframe.setAttribute('frameborder', '0');
  iframe.setAttribute('scrolling', 'no');
  iframe.src = toFrameUrl(origin, kind, iframe.name, location.origin);
  return {
    node: iframe,
    connect: (hear) => {
      const onMessage = (event: MessageEvent<unknown>): void => {
        if (event.origin !== origin || event.source === null || event.source !== iframe.contentWindow) return;
        if (isEnvelope<FromFrame>(event.data, iframe.name)) hear(event.data.message);
      };
      window.addEventListener('message', onMessage);
      return {
        send: (message) => {
          const envelope: Envelope<ToFrame> = { simulator: 'stripe-frame', frame: iframe.name, message };
          iframe.contentWindow?.postMessage(envelope, origin);
        },
        close: () => window.removeEventListener('message', onMessage),
      };
    },
  };
};
