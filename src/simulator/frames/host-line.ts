/** The line between a frame and the page's script. It hears its parent on the origin its URL names, and nobody else. */
import { isEnvelope } from '../wire/frame-messages.js';
import type { Envelope, FromFrame, ToFrame } from '../wire/frame-messages.js';

export interface HostLine {
  send(message: FromFrame): void;
  readonly name: string;
}

export function openHostLine(hear: (message: ToFrame) => void): HostLine {
  const identity = new URLSearchParams(location.hash.slice(1));
  const name = identity.get('name') ?? '';
  const host = identity.get('host') ?? '';
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== host) return;
    if (isEnvelope<ToFrame>(event.data, name)) hear(event.data.message);
  });
  return {
    name,
    send(message) {
      const envelope: Envelope<FromFrame> = { simulator: 'stripe-frame', frame: name, message };
      window.parent.postMessage(envelope, host);
    },
  };
}
