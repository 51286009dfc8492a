/** The layer over the page: a card with a close button and, in a frame of its own, the bank. */
import { h } from '../form/h.js';
import { openHostLine } from '../host-line.js';
import { isBankMessage } from './bank-message.js';

export function showLightbox(): void {
  const close = h('button', { type: 'button', class: 'Close', 'aria-label': 'Close' }, '×');
  const bank = h('iframe', { id: 'challengeFrame', name: 'challengeFrame', title: "Your bank's page" });
  const card = h(
    'div',
    { class: 'Card' },
    h('div', { class: 'CardHead' }, h('span', {}, 'Authenticate your payment'), close),
    bank,
  );
  document.body.classList.add('Layer');
  document.body.append(card);

  const line = openHostLine((message) => {
    // The bank is on this origin, so that focus can go to its button at once.
    if (message.type === 'focus') bank.contentDocument?.querySelector('button')?.focus();
    if (message.type !== 'setup' || message.setup.kind !== 'challenge' || bank.src !== '') return;
    document.documentElement.lang = message.setup.locale;
    bank.addEventListener('load', () => line.send({ type: 'ready' }));
    bank.src = `${location.pathname}#bank?${new URLSearchParams({ amount: message.setup.amount }).toString()}`;
  });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== bank.contentWindow || event.origin !== location.origin || !isBankMessage(event.data)) return;
    line.send({ type: 'challenge', outcome: event.data.outcome });
  });
  const cancel = (): void => line.send({ type: 'challenge', outcome: 'canceled' });
  close.addEventListener('click', cancel);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel();
  });
  line.send({ type: 'loaded' });
}
