/** A gateway without Stripe.js: honest about sessions and money, with fields that tests fill in. */
import type {
  ConfirmAnswer,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  PaymentGateway,
  Result,
} from '../../../src/core/ports.js';
import type { TaxIdInfo } from '../../../src/core/extra-fields.js';
import type { InvalidField } from '../../../src/core/state.js';
import type { Summary } from '../../../src/core/summary.js';
import { SEAT, totalOf, type Shop, type ShopSession } from './shop.js';

/** What becomes of a card. `lost…`: Stripe's answer says nothing; `silent`: it never comes. */
export type Card = 'pays' | 'declined' | 'lost-but-paid' | 'lost' | 'unpaid' | 'silent' | 'silent-but-paid';

/** The one code that is good, and what it takes off. */
export const PROMOTION = { code: 'SPRING', amount: 300 } as const;

/** The one tax id that Stripe does not take. */
export const WRONG_TAX_ID = 'DE999999999';

export class MemoryGateway implements PaymentGateway<object> {
  readonly #shop: Shop;
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  #session: ShopSession | null = null;
  #card: Card | null = null;
  #email: string | null = null;
  #address = false;
  #held = false;
  #confirming = false;
  closed = false;
  /** What the answer about a code waits for. */
  promotions: () => Promise<unknown> = () => Promise.resolve();
  readonly codesAsked: string[] = [];
  readonly taxIds: (TaxIdInfo | null)[] = [];
  #taxId: TaxIdInfo | null = null;
  readonly mounted = new Map<FrameKind, object>();
  options: GatewayOptions | null = null;
  /** Emails that Stripe does not take, and what it says; empty where it could not be asked. */
  readonly refusedEmails = new Map<string, string>();
  /** What a refusal waits for: its answer may be slower than the next. */
  untilRefused: Promise<unknown> = Promise.resolve();
  confirms = 0;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  async start(options: GatewayOptions, given: Promise<GatewaySession>): Promise<Result<Summary>> {
    this.options = options;
    const session = this.#shop.bySecret((await given).clientSecret);
    if (session?.status !== 'open') return refused('The session is not open.');
    this.#session = session;
    return { ok: true, value: this.#summary(session) };
  }

  mount(frame: FrameKind, node: object): Promise<Result<null>> {
    if (this.closed) return Promise.resolve({ ok: true, value: null });
    this.mounted.set(frame, node);
    this.#emit(frame === 'express' ? { type: 'wallets.known', available: true } : { type: 'frame.ready', frame });
    return Promise.resolve({ ok: true, value: null });
  }

  remove(frame: FrameKind): void {
    this.mounted.delete(frame);
  }

  setEmail(email: string): Promise<Result<null>> {
    const message = this.refusedEmails.get(email);
    if (message !== undefined)
      return this.untilRefused.then(() => ({
        ok: false,
        error: { code: 'stripe.session_refused', ...(message && { message }) },
      }));
    this.#email = email;
    this.#tell();
    return Promise.resolve({ ok: true, value: null });
  }

  validate(): Promise<readonly InvalidField[]> {
    return Promise.resolve(this.#card ? [] : [{ field: 'payment', message: 'Your card number is incomplete.' }]);
  }

  checkAddress(): Promise<boolean> {
    return Promise.resolve(this.#address);
  }

  /** A wallet's card, between the customer's yes and its payment or refusal. */
  #wallet: Card | null = null;
  walletsRefused = 0;

  refuseWallet(): void {
    if (this.#wallet) this.walletsRefused += 1;
    this.#wallet = null;
  }

  confirm({ wallet = false }: { readonly wallet?: boolean }): Promise<ConfirmAnswer> {
    const session = this.#session;
    const card = wallet ? this.#wallet : this.#card;
    if (wallet) this.#wallet = null;
    if (!session || !card || this.#confirming || this.#held || session.status !== 'open') {
      return Promise.resolve({ type: 'unclear', message: 'This session can no longer be paid.' });
    }
    this.#confirming = true;
    this.confirms += 1;
    return this.#charge(session, card).finally(() => (this.#confirming = false));
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    if (!this.#session) return refused('Not open yet.');
    this.#held = true;
    this.#tell();
    const changed = await change();
    this.#held = false;
    this.#tell();
    return changed.ok ? { ok: true, value: this.#summary(this.#session) } : changed;
  }

  async applyPromotionCode(code: string): Promise<Result<Summary>> {
    this.codesAsked.push(code);
    await this.promotions();
    if (!this.#session || code !== PROMOTION.code) {
      return { ok: false, error: { code: 'promotion.refused', message: 'This code is invalid.' } };
    }
    this.#session.off = PROMOTION.amount;
    this.#tell();
    return { ok: true, value: this.#summary(this.#session) };
  }

  async removePromotionCode(): Promise<Result<Summary>> {
    await this.promotions();
    if (!this.#session) return refused('Not open yet.');
    this.#session.off = 0;
    this.#tell();
    return { ok: true, value: this.#summary(this.#session) };
  }

  async setTaxId(info: TaxIdInfo | null): Promise<Result<Summary>> {
    await Promise.resolve();
    this.taxIds.push(info);
    if (!this.#session) return refused('Not open yet.');
    if (info?.taxId.value === WRONG_TAX_ID) {
      return { ok: false, error: { code: 'tax_id.refused', message: 'This tax ID is not valid.' } };
    }
    this.#taxId = info;
    this.#tell();
    return { ok: true, value: this.#summary(this.#session) };
  }

  /** The languages it was given, in order. */
  readonly locales: string[] = [];

  setLocale(locale: string): void {
    this.locales.push(locale);
  }

  setLook(): void {
    // Nothing is seen here.
  }

  focus(): void {
    // Nothing is seen here.
  }

  subscribe(listener: (event: GatewayEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.#listeners.clear();
    this.mounted.clear();
  }

  /** What a customer types into Stripe's fields. */
  type(card: Card): void {
    this.#card = card;
    this.typeAddress();
    this.#emit({ type: 'payment.changed', complete: true, method: 'card', saved: false });
    this.#tell();
  }

  /** A complete billing address, by hand or from what is known. */
  typeAddress(): void {
    this.#address = true;
    this.#emit({
      type: 'address.changed',
      complete: true,
      contact: { name: 'Ada Lovelace', address: { country: 'US' } },
    });
  }

  /** The customer says yes in the sheet of a wallet that has this card. */
  authorize(card: Card, wallet = 'google_pay'): void {
    this.#wallet = card;
    this.#emit({ type: 'wallet.authorized', wallet });
  }

  /** What Stripe's fields say, word for word. */
  say(event: GatewayEvent): void {
    this.#emit(event);
  }

  /** A field breaks, as when a blocker takes its frame away. */
  break(): void {
    this.#emit({ type: 'frame.failed', frame: 'payment', error: { code: 'stripe.frame_failed' } });
  }

  #charge(session: ShopSession, card: Card): Promise<ConfirmAnswer> {
    switch (card) {
      case 'pays':
        this.#shop.pay(session);
        return Promise.resolve({
          type: 'complete',
          id: session.id,
          payment: 'paid',
          amount: totalOf(session),
          currency: 'usd',
        });
      case 'declined':
        return Promise.resolve({
          type: 'declined',
          declineCode: 'insufficient_funds',
          message: 'Your card has insufficient funds.',
        });
      case 'unpaid':
        this.#shop.pay(session, 'processing');
        return Promise.resolve({ type: 'unpaid' });
      case 'lost-but-paid':
        this.#shop.pay(session);
        return Promise.resolve({ type: 'unclear', message: 'Something went wrong.' });
      case 'silent-but-paid':
        this.#shop.pay(session);
        return new Promise(() => undefined);
      case 'silent':
        return new Promise(() => undefined);
      case 'lost':
        return Promise.resolve({ type: 'unclear', message: 'Something went wrong.' });
    }
  }

  #tell(): void {
    if (this.#session) this.#emit({ type: 'summary', summary: this.#summary(this.#session) });
  }

  #summary(session: ShopSession): Summary {
    const total = totalOf(session);
    return {
      currency: 'usd',
      lines: session.items.map(({ price, quantity }) => ({
        id: price,
        name: price,
        description: null,
        quantity,
        unitAmount: SEAT,
        amount: quantity * SEAT,
        cadence: null,
      })),
      subtotal: total + session.off,
      discount: session.off,
      discounts: session.off > 0 ? [{ label: 'Spring', lasts: 'once', ...PROMOTION }] : [],
      tax: 0,
      taxIncluded: 0,
      reverseCharge: false,
      taxPending: false,
      taxId: this.#taxId,
      total,
      recurring: null,
      email: this.#email,
      canConfirm: this.#card !== null && this.#email !== null && !this.#held,
    };
  }

  #emit(event: GatewayEvent): void {
    if (!this.closed) for (const listener of this.#listeners) listener(event);
  }
}

const refused = (hint: string): { ok: false; error: { code: 'stripe.session_refused'; hint: string } } => ({
  ok: false,
  error: { code: 'stripe.session_refused', hint },
});
