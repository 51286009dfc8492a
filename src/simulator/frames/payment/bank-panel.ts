/** A US bank account: linked in a dialog of Stripe's, or typed where the payment allows that. */
import type { PaymentChange, PaymentSetup } from '../../wire/frame-messages.js';
import type { LinkedBank } from '../../wire/test-banks.js';
import type { Field } from '../form/field.js';
import { h } from '../form/h.js';
import { AccountFields } from './account-fields.js';
import { ContactFields } from './contact-fields.js';
import type { MethodPanel } from './method-panel.js';
import type { ConfirmWith } from './send-confirm.js';
import { validateFields } from './validate-fields.js';

/** How the account is given. */
type Way = { readonly name: 'open' | 'typed' } | { readonly name: 'linked'; readonly bank: LinkedBank };

export class BankPanel implements MethodPanel {
  readonly type = 'us_bank_account';
  readonly label = 'US bank account';
  readonly save = null;
  readonly brand = null;
  readonly node: HTMLElement;
  readonly #contact: ContactFields;
  readonly #account: AccountFields;
  readonly #link = h('button', { type: 'button', class: 'PanelButton' }, 'Link your bank account');
  readonly #type = h('button', { type: 'button', class: 'PanelLink' }, 'Enter bank details manually');
  readonly #linked = h('p', { class: 'PanelNote', role: 'status' });
  readonly #problem = h('p', { class: 'Error', role: 'alert' });
  readonly #terms = h(
    'p',
    { class: 'TermsText' },
    'By paying, you authorize this business to debit your bank account for what you owe, now and in accordance with their terms, until you revoke it.',
  );
  readonly #changed: () => void;
  #way: Way = { name: 'open' };
  #manual = true;

  /** `link` opens the dialog, which answers with `linked`. */
  constructor(setup: PaymentSetup, changed: () => void, link: () => void) {
    this.#changed = changed;
    this.#contact = new ContactFields('bank', setup, changed);
    this.#account = new AccountFields(changed);
    this.node = h(
      'div',
      { class: 'Grid' },
      ...this.#contact.all.map(({ node }) => node),
      this.#linked,
      this.#link,
      ...this.#account.all.map(({ node }) => node),
      this.#type,
      this.#problem,
      this.#terms,
    );
    this.#link.addEventListener('click', link);
    this.#type.addEventListener('click', () => {
      this.#way = { name: this.#way.name === 'typed' ? 'open' : 'typed' };
      this.#arrange();
      if (this.#way.name === 'typed') this.#account.routing.control.focus();
      else this.#link.focus();
      this.#changed();
    });
    this.#arrange();
  }

  linked(bank: LinkedBank | null): void {
    if (bank) this.#way = { name: 'linked', bank };
    this.#arrange();
    this.#link.focus();
    this.#changed();
  }

  update(setup: PaymentSetup): void {
    this.#contact.update(setup);
    this.#manual = setup.bankVerification === 'automatic';
    for (const { control } of this.#fields) control.disabled = setup.readOnly;
    this.#link.disabled = setup.readOnly;
    this.#type.disabled = setup.readOnly;
    this.#arrange();
  }

  focus(): void {
    const empty = this.#fields.find((field) => field.visible && (field.invalid || field.value === ''));
    (empty?.control ?? this.#link).focus();
  }

  clear(): void {
    this.#way = { name: 'open' };
    for (const field of this.#fields) field.clear();
    this.#arrange();
  }

  validate(): string | null {
    const problem = validateFields(this.#fields);
    if (problem !== null || this.#way.name !== 'open') return problem;
    const message = this.#manual
      ? 'Link your bank account, or enter its details.'
      : 'Link your bank account to pay with it.';
    this.#problem.textContent = message;
    this.#link.focus();
    return message;
  }

  get invalid(): boolean {
    return this.#problem.textContent !== '' || this.#fields.some((field) => field.invalid);
  }

  get method(): ConfirmWith {
    const account =
      this.#way.name === 'linked'
        ? { account_type: this.#way.bank.accountType, financial_connections_account: this.#way.bank.id }
        : this.#account.read();
    return {
      typed: { type: 'us_bank_account', us_bank_account: { account_holder_type: 'individual', ...account } },
      billing: this.#contact.read(),
    };
  }

  get change(): PaymentChange {
    return {
      empty: this.#way.name === 'open' && this.#fields.every(({ value }) => value === ''),
      complete: this.#way.name !== 'open' && this.#fields.every((field) => field.complete),
      collapsed: false,
      value: { type: 'us_bank_account' },
    };
  }

  get #fields(): readonly Field[] {
    return [...this.#contact.all, ...this.#account.all];
  }

  #arrange(): void {
    if (!this.#manual && this.#way.name === 'typed') this.#way = { name: 'open' };
    const { name } = this.#way;
    this.#account.visible = name === 'typed';
    this.#link.hidden = name === 'typed';
    this.#link.textContent = name === 'linked' ? 'Link another bank account' : 'Link your bank account';
    this.#type.hidden = !this.#manual || name === 'linked';
    this.#type.textContent = name === 'typed' ? 'Link your bank account instead' : 'Enter bank details manually';
    this.#linked.hidden = name !== 'linked';
    this.#linked.textContent =
      this.#way.name === 'linked' ? `${this.#way.bank.bank}, ending in ${this.#way.bank.last4}` : '';
    if (name !== 'open') this.#problem.textContent = '';
  }
}
