/** The bank's page of a test payment: its customer agrees or does not. */
import { h } from '../form/h.js';
import type { BankMessage } from './bank-message.js';

export function showBankPage(): void {
  const amount = new URLSearchParams(location.hash.replace('#bank?', '')).get('amount') ?? '';
  const complete = h(
    'button',
    { type: 'button', class: 'Bank Bank--main', id: 'test-source-authorize-3ds' },
    'Complete',
  );
  const fail = h('button', { type: 'button', class: 'Bank', id: 'test-source-fail-3ds' }, 'Fail');
  document.title = '3D Secure 2 Test Page';
  document.body.append(
    h(
      'main',
      { class: 'BankPage' },
      h('h1', {}, '3D Secure 2 Test Page'),
      h(
        'p',
        {},
        `This is a test authentication of ${amount === '' ? 'a card that is kept' : `a payment of ${amount}`}. On a live payment your bank would ask you here.`,
      ),
      h('div', { class: 'Choices' }, complete, fail),
    ),
  );
  const answer = (outcome: BankMessage['outcome']): void => {
    const message: BankMessage = { bank: 'answered', outcome };
    window.parent.postMessage(message, location.origin);
  };
  complete.addEventListener('click', () => answer('complete'));
  fail.addEventListener('click', () => answer('fail'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') answer('canceled');
  });
}
