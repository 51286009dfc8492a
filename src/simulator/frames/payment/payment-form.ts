/** What the payment frame shows: one way to pay as it is, several as an accordion. */
import type { Answer, FromFrame, PaymentSetup, Question, ToFrame } from '../../wire/frame-messages.js';
import type { MethodType } from '../../wire/method-data.js';
import { h } from '../form/h.js';
import type { FrameForm } from '../run-form.js';
import { BankPanel } from './bank-panel.js';
import { CardPanel } from './card-panel.js';
import { IbanPanel } from './iban-panel.js';
import { MethodChoice } from './method-choice.js';
import type { MethodPanel } from './method-panel.js';
import { RedirectPanel } from './redirect-panel.js';
import { sendConfirm } from './send-confirm.js';
import { sendPay } from './send-pay.js';

export class PaymentForm implements FrameForm<PaymentSetup> {
  readonly node: HTMLElement;
  readonly #choice: MethodChoice;
  readonly #send: (message: FromFrame) => void;
  readonly #origin: string;
  #told = '';
  #toldBrand: string | null = null;

  /** `origin` is where the API answers: the frame's own, where it is one. */
  constructor(setup: PaymentSetup, send: (message: FromFrame) => void, origin: string) {
    this.#send = send;
    this.#origin = origin;
    const changed = (): void => this.#tell();
    const link = (): void => send({ type: 'link-bank' });
    const remove = setup.offerRemove ? (id: string): void => send({ type: 'saved-remove', id }) : null;
    const panels = setup.methods.map((type) => createPanel(type, setup, { changed, link, remove }));
    this.#choice = new MethodChoice(panels, changed);
    // A form lets browsers fill in a whole card; it is never sent.
    this.node = h('form', { novalidate: true, 'aria-label': 'Payment' }, this.#choice.node);
    this.node.addEventListener('submit', (event) => event.preventDefault());
    this.update(setup);
    this.#tell();
  }

  update(setup: PaymentSetup): void {
    for (const panel of this.#choice.panels) panel.update(setup);
    this.#choice.setDisabled(setup.readOnly);
    if (this.#told !== '') this.#tell();
  }

  hear(message: ToFrame): void {
    if (message.type === 'bank-linked') this.#panel.linked?.(message.linked);
  }

  focus(): void {
    this.#panel.focus();
  }

  clear(): void {
    for (const panel of this.#choice.panels) panel.clear();
    this.#tell();
  }

  async answer(question: Question): Promise<Answer> {
    const { method, save } = this.#panel;
    if (question.name === 'pay') return { name: 'pay', reply: await sendPay(this.#origin, question.confirm, method) };
    if (question.name === 'confirm') {
      const savePaymentMethod = question.confirm.savePaymentMethod ?? save;
      return {
        name: 'confirm',
        reply: await sendConfirm(this.#origin, { ...question.confirm, savePaymentMethod }, method),
      };
    }
    const problem = this.#panel.validate();
    this.#tell();
    return { name: 'validate', problem };
  }

  get #panel(): MethodPanel {
    return this.#choice.chosen;
  }

  #tell(): void {
    const { change, invalid, brand } = this.#panel;
    const told = JSON.stringify({ change, invalid });
    if (told !== this.#told) this.#send({ type: 'payment-change', change, invalid });
    this.#told = told;
    if (brand !== this.#toldBrand) {
      this.#send({ type: 'card-details', brand });
      this.#toldBrand = brand;
    }
  }
}

/** What panels tell the page about. */
interface Told {
  readonly changed: () => void;
  readonly link: () => void;
  /** Null where saved cards stay. */
  readonly remove: ((id: string) => void) | null;
}

function createPanel(type: MethodType, setup: PaymentSetup, { changed, link, remove }: Told): MethodPanel {
  switch (type) {
    case 'card':
      return new CardPanel(setup, { changed, remove });
    case 'us_bank_account':
      return new BankPanel(setup, changed, link);
    case 'sepa_debit':
      return new IbanPanel(setup, changed);
    case 'ideal':
      return new RedirectPanel();
  }
}
