/** The sheet: what is paid, with which test card, yes or no. */
import type { WalletSetup } from '../../wire/frame-messages.js';
import { walletCards, walletNames, walletPayer, type WalletCard } from '../../wire/wallets.js';
import { h } from '../form/h.js';
import { openHostLine } from '../host-line.js';

export function showSheet(): void {
  const close = h('button', { type: 'button', class: 'Close', 'aria-label': 'Close' }, '×');
  const title = h('span', {});
  const content = h('div', { class: 'BankPage BankPage--top' });
  document.body.classList.add('Layer');
  document.body.append(h('div', { class: 'Card Card--tall' }, h('div', { class: 'CardHead' }, title, close), content));
  const line = openHostLine((message) => {
    if (message.type === 'focus') content.querySelector<HTMLElement>('h1')?.focus();
    if (message.type !== 'setup' || message.setup.kind !== 'wallet') return;
    show(message.setup);
    line.send({ type: 'ready' });
  });
  const end = (card: WalletCard['id'] | null): void => line.send({ type: 'wallet', card });

  const show = ({ locale, wallet, amount }: WalletSetup): void => {
    document.documentElement.lang = locale;
    title.textContent = walletNames[wallet];
    const cards = walletCards.map(({ id, name }, index) => {
      const radio = h('input', { type: 'radio', name: 'card', value: id, checked: index === 0 });
      return { id, radio, label: h('label', { class: 'Account' }, radio, ` ${name}`) };
    });
    const pay = h('button', { type: 'button', class: 'Bank Bank--main' }, 'Pay');
    const cancel = h('button', { type: 'button', class: 'Bank' }, 'Cancel');
    cancel.addEventListener('click', () => end(null));
    pay.addEventListener('click', () => {
      const chosen = cards.find(({ radio }) => radio.checked);
      end(chosen?.id ?? null);
    });
    content.replaceChildren(
      h('h1', { tabindex: '-1' }, amount === '' ? walletNames[wallet] : `Pay ${amount}`),
      h('p', {}, `${walletPayer.name}, ${walletPayer.email}`),
      h('fieldset', {}, h('legend', {}, 'Select a test card'), ...cards.map(({ label }) => label)),
      h('div', { class: 'Choices' }, pay, cancel),
    );
  };
  close.addEventListener('click', () => end(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end(null);
  });
  line.send({ type: 'loaded' });
}
