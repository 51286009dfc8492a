/** Links a bank account in three steps: which bank, which account, yes. Closing it links none. */
import { testBanks, type LinkedBank, type TestBank } from '../../wire/test-banks.js';
import { h } from '../form/h.js';
import { openHostLine } from '../host-line.js';

export function showLinking(): void {
  const close = h('button', { type: 'button', class: 'Close', 'aria-label': 'Close' }, '×');
  const content = h('div', { class: 'BankPage BankPage--top' });
  document.body.classList.add('Layer');
  document.body.append(
    h(
      'div',
      { class: 'Card Card--tall' },
      h('div', { class: 'CardHead' }, h('span', {}, 'Link your account'), close),
      content,
    ),
  );
  const show = (title: string, ...nodes: readonly Node[]): void => {
    const heading = h('h1', { tabindex: '-1' }, title);
    content.replaceChildren(heading, ...nodes);
    heading.focus();
  };
  const line = openHostLine((message) => {
    if (message.type === 'focus') content.querySelector<HTMLElement>('h1')?.focus();
    if (message.type !== 'setup' || message.setup.kind !== 'bank') return;
    document.documentElement.lang = message.setup.locale;
    chooseBank();
    line.send({ type: 'ready' });
  });
  const end = (linked: LinkedBank | null): void => line.send({ type: 'bank', linked });

  const chooseBank = (): void => {
    const banks = testBanks.map((bank) => {
      const choice = h('button', { type: 'button', class: 'Bank' }, bank.bank);
      choice.addEventListener('click', () => chooseAccount(bank));
      return h('li', {}, choice);
    });
    show('Select your bank', h('p', {}, 'Test banks are named by what becomes of a debit.'), h('ul', {}, ...banks));
  };
  const chooseAccount = (bank: TestBank): void => {
    const accounts = (['checking', 'savings'] as const).map((type, index) => {
      const radio = h('input', { type: 'radio', name: 'account', value: type, checked: index === 0 });
      const name = type === 'checking' ? 'Checking' : 'Savings';
      return { type, radio, label: h('label', { class: 'Account' }, radio, ` ${name}, ending in ${bank.last4}`) };
    });
    const connect = h('button', { type: 'button', class: 'Bank Bank--main' }, 'Connect account');
    const back = h('button', { type: 'button', class: 'Bank' }, 'Back');
    back.addEventListener('click', chooseBank);
    connect.addEventListener('click', () => {
      const chosen = accounts.find(({ radio }) => radio.checked);
      end({ ...bank, accountType: chosen?.type ?? 'checking' });
    });
    show(
      bank.bank,
      h('fieldset', {}, h('legend', {}, 'Select an account'), ...accounts.map(({ label }) => label)),
      h('div', { class: 'Choices' }, connect, back),
    );
  };
  close.addEventListener('click', () => end(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end(null);
  });
  line.send({ type: 'loaded' });
}
