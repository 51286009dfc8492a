/** What Stripe calls its frames; customers with a screen reader hear it. */
import type { FrameKind } from '../../wire/frame-messages.js';

export const FRAME_TITLES: Readonly<Record<FrameKind, string>> = {
  payment: 'Secure payment input frame',
  address: 'Secure address input frame',
  express: 'Secure express checkout frame',
  wallet: 'Secure wallet frame',
  challenge: 'Secure 3D Secure frame',
  bank: 'Secure bank account linking frame',
};
