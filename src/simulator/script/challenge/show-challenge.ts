/** The 3-D Secure dialog. */
import type { ChallengeSetup } from '../../wire/frame-messages.js';
import type { PaymentPageAuthenticate } from '../../wire/payment-page.js';
import { showDialog } from './show-dialog.js';

/** Resolves when the customer has answered or closed it. */
export const showChallenge = (origin: string, setup: ChallengeSetup): Promise<PaymentPageAuthenticate['outcome']> =>
  showDialog<PaymentPageAuthenticate['outcome']>(origin, {
    kind: 'challenge',
    label: 'Bank authentication',
    setup,
    canceled: 'canceled',
    read: (message) => (message.type === 'challenge' ? message.outcome : undefined),
  });
