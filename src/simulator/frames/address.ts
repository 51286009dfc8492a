/** Entry of the address frame. */
import type { AddressSetup } from '../wire/frame-messages.js';
import { AddressForm } from './address/address-form.js';
import { startFrame } from './start-frame.js';

startFrame<AddressSetup>({
  kind: 'address',
  skeleton: [1, 1, 1],
  create: (setup, send) => new AddressForm(setup, send),
});
