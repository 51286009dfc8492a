/** Fields in the page itself, for pages that cannot load frames: the same forms on the same line, without a document of their own. */
import type {
  AddressSetup,
  ChallengeSetup,
  FrameKind,
  FromFrame,
  PaymentSetup,
  ToFrame,
} from '../wire/frame-messages.js';
import { AddressForm } from '../frames/address/address-form.js';
import { h } from '../frames/form/h.js';
import { PaymentForm } from '../frames/payment/payment-form.js';
import { runForm } from '../frames/run-form.js';
import type { OpenHost } from '../script/elements/field-host.js';
import { FRAME_TITLES } from '../script/elements/frame-titles.js';
import { IntegrationError } from '../script/integration-error.js';
import { ChallengeForm } from './challenge-form.js';

/** A group with the frame's name, where the frame would be. It is not styled. */
export const openInPage: OpenHost = (origin, kind) => {
  const node = h('div', { role: 'group', 'aria-label': FRAME_TITLES[kind] });
  return {
    node,
    connect: (hear) => {
      let closed = false;
      const later = (task: () => void): void => {
        queueMicrotask(() => {
          if (!closed) task();
        });
      };
      const send = (message: FromFrame): void => later(() => hear(message));
      const take = toForm(origin, kind, node, send);
      reportFocus(node, send);
      // As a frame does once its document runs.
      send({ type: 'loaded' });
      return {
        send: (message) => later(() => take(message)),
        close: () => {
          closed = true;
        },
      };
    },
  };
};

function toForm(
  origin: string,
  kind: FrameKind,
  node: HTMLElement,
  send: (message: FromFrame) => void,
): (message: ToFrame) => void {
  switch (kind) {
    case 'payment':
      return runForm<PaymentSetup>({ kind, create: (setup, say) => new PaymentForm(setup, say, origin) }, node, {
        send,
      });
    case 'address':
      return runForm<AddressSetup>({ kind, create: (setup, say) => new AddressForm(setup, say) }, node, { send });
    case 'challenge':
      return runForm<ChallengeSetup>({ kind, create: (setup, say) => new ChallengeForm(setup, say) }, node, { send });
    case 'express':
    case 'wallet':
    case 'bank':
      throw new IntegrationError(`The "${FRAME_TITLES[kind]}" is not simulated in the page: use framed fields.`);
  }
}

function reportFocus(node: HTMLElement, send: (message: FromFrame) => void): void {
  node.addEventListener('focusin', ({ relatedTarget }) => {
    if (!isWithin(node, relatedTarget)) send({ type: 'focus' });
  });
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (!isWithin(node, relatedTarget)) send({ type: 'blur' });
  });
}

const isWithin = (node: HTMLElement, target: EventTarget | null): boolean =>
  target instanceof Node && node.contains(target);
