/** One way to pay in the payment frame: its fields, what they say, what is sent of them. */
import type { CardBrandName, PaymentChange, PaymentSetup } from '../../wire/frame-messages.js';
import type { MethodType } from '../../wire/method-data.js';
import type { LinkedBank } from '../../wire/test-banks.js';
import type { ConfirmWith } from './send-confirm.js';

export interface MethodPanel {
  readonly type: MethodType;
  readonly label: string;
  readonly node: HTMLElement;
  readonly change: PaymentChange;
  readonly invalid: boolean;
  /** What to pay with; read only to be sent to the API. */
  readonly method: ConfirmWith;
  /** Stripe's own "save" box; null where it is not shown. */
  readonly save: boolean | null;
  /** Brand of the typed card. */
  readonly brand: CardBrandName | null;
  update(setup: PaymentSetup): void;
  focus(): void;
  clear(): void;
  /** Shows every complaint and focuses the first, which it returns. */
  validate(): string | null;
  /** What came of the linking dialog; null: it was closed. */
  linked?(bank: LinkedBank | null): void;
}
