/** A payment that is authorized on the bank's own page: nothing to type. */
import type { PaymentChange } from '../../wire/frame-messages.js';
import { h } from '../form/h.js';
import type { MethodPanel } from './method-panel.js';
import type { ConfirmWith } from './send-confirm.js';

export class RedirectPanel implements MethodPanel {
  readonly type = 'ideal';
  readonly label = 'iDEAL';
  readonly save = null;
  readonly brand = null;
  readonly invalid = false;
  readonly node = h(
    'div',
    { class: 'Grid' },
    h('p', { class: 'RedirectText' }, 'After you pay, you are sent to your bank to authorize the payment, and back.'),
  );
  readonly method: ConfirmWith = { typed: { type: 'ideal' }, billing: {} };
  readonly change: PaymentChange = { empty: false, complete: true, collapsed: false, value: { type: 'ideal' } };

  update(): void {}
  focus(): void {}
  clear(): void {}
  validate(): null {
    return null;
  }
}
