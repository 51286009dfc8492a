/** What the bank's page tells the layer around it. */
import type { PaymentPageAuthenticate } from '../../wire/payment-page.js';

export interface BankMessage {
  readonly bank: 'answered';
  readonly outcome: PaymentPageAuthenticate['outcome'];
}

export function isBankMessage(data: unknown): data is BankMessage {
  return typeof data === 'object' && data !== null && 'bank' in data && data.bank === 'answered' && 'outcome' in data;
}
