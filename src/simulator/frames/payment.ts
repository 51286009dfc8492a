/** Entry of the payment frame. */
import type { PaymentSetup } from '../wire/frame-messages.js';
import { PaymentForm } from './payment/payment-form.js';
import { startFrame } from './start-frame.js';

startFrame<PaymentSetup>({
  kind: 'payment',
  skeleton: [1, 2, 2],
  create: (setup, send) => new PaymentForm(setup, send, location.origin),
});
