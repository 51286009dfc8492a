/** The way to pay of a shown state: boxes for fields, and answers that are known beforehand. Nothing is loaded, nothing is asked. */
import type {
  ConfirmAnswer,
  Contact,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  Look,
  PaymentGateway,
  Result,
} from '../core/ports.js';
import type { CheckoutError } from '../core/errors.js';
import { DONE } from '../core/result.js';
import type { InvalidField } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import { createFieldBox, dressFieldBox } from './field-box.js';

/** What is answered, and what never is. */
export interface GatewayAnswers {
  readonly summary: Summary;
  /** What is wrong in Stripe's fields. */
  readonly invalid: readonly InvalidField[];
  /** What is chosen in the payment field; null before anything is. */
  readonly method: string | null;
  readonly saved: boolean;
  /** What is typed in the address field; null before anything is. */
  readonly contact: Contact | null;
  /** Whether there is a wallet. */
  readonly wallet: boolean;
  /** What paying comes to. */
  readonly confirm: () => Promise<ConfirmAnswer>;
  /** What Stripe says to a promotion code. */
  readonly promotion: () => Promise<CheckoutError | null>;
  /** Whether the address is complete; asked before page two. */
  readonly checkAddress: () => Promise<boolean>;
  /** Whether the keyboard may be moved by now. */
  readonly mayFocus: () => boolean;
}

/** Lives for one opening, as any gateway. */
export class ShownGateway implements PaymentGateway<HTMLElement> {
  readonly #answers: GatewayAnswers;
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  readonly #boxes = new Map<FrameKind, HTMLElement>();
  #look: Look | null = null;
  #summary: Summary;
  #given = false;

  constructor(answers: GatewayAnswers) {
    this.#answers = answers;
    this.#summary = answers.summary;
  }

  async start({ look }: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>> {
    this.#look = look;
    await session;
    this.#given = true;
    for (const frame of this.#boxes.keys()) this.#tellReady(frame);
    return { ok: true, value: this.#summary };
  }

  mount(frame: FrameKind, node: HTMLElement): Promise<Result<null>> {
    if (this.#look) {
      this.#boxes.get(frame)?.remove();
      const box = createFieldBox(frame, this.#look);
      node.append(box);
      this.#boxes.set(frame, box);
      if (this.#given) this.#tellReady(frame);
    }
    return Promise.resolve(DONE);
  }

  remove(frame: FrameKind): void {
    this.#boxes.get(frame)?.remove();
    this.#boxes.delete(frame);
  }

  setEmail(email: string): Promise<Result<null>> {
    this.#summary = { ...this.#summary, email };
    this.#emit({ type: 'summary', summary: this.#summary });
    return Promise.resolve(DONE);
  }

  validate(): Promise<readonly InvalidField[]> {
    return Promise.resolve(this.#answers.invalid);
  }

  checkAddress(): Promise<boolean> {
    return this.#answers.checkAddress();
  }

  confirm(): Promise<ConfirmAnswer> {
    return this.#answers.confirm();
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    const changed = await change();
    return changed.ok ? this.#known() : changed;
  }

  refuseWallet(): void {
    // Nobody says yes in a box.
  }

  setTaxId(): Promise<Result<Summary>> {
    return Promise.resolve(this.#known());
  }

  async applyPromotionCode(): Promise<Result<Summary>> {
    const error = await this.#answers.promotion();
    return error ? { ok: false, error } : this.#known();
  }

  removePromotionCode(): Promise<Result<Summary>> {
    this.#summary = { ...this.#summary, discounts: this.#summary.discounts.filter(({ code }) => code === null) };
    return Promise.resolve(this.#known());
  }

  setLook(look: Look): void {
    this.#look = look;
    for (const box of this.#boxes.values()) dressFieldBox(box, look);
  }

  setLocale(): void {
    // The boxes speak English only.
  }

  focus(frame: FrameKind): void {
    if (this.#answers.mayFocus()) this.#boxes.get(frame)?.focus();
  }

  subscribe(listener: (event: GatewayEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    for (const box of this.#boxes.values()) box.remove();
    this.#boxes.clear();
  }

  #known(): Result<Summary> {
    return { ok: true, value: this.#summary };
  }

  #tellReady(frame: FrameKind): void {
    this.#emit(
      frame === 'express' ? { type: 'wallets.known', available: this.#answers.wallet } : { type: 'frame.ready', frame },
    );
    const { method, saved, contact } = this.#answers;
    if (frame === 'payment' && method !== null) this.#emit({ type: 'payment.changed', complete: true, method, saved });
    if (frame === 'address' && contact) this.#emit({ type: 'address.changed', complete: true, contact });
  }

  #emit(event: GatewayEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
