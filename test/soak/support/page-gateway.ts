/** Stripe.js without a browser: the real payment page's wire, a card that is typed, a bank that may ask. */
import type {
  ConfirmAnswer,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  PaymentGateway,
  Result,
} from '../../../src/core/ports.js';
import { toReturnUrl } from '../../../src/core/return-url.js';
import type { InvalidField } from '../../../src/core/state.js';
import type { Summary } from '../../../src/core/summary.js';
import { toSummary } from '../../../src/stripe/to-summary.js';
import type {
  PaymentPage,
  PaymentPageAuthenticate,
  PaymentPageConfirm,
} from '../../../src/simulator/wire/payment-page.js';
import {
  postPaymentPage,
  type PaymentPageCredentials,
  type PaymentPageReply,
} from '../../../src/simulator/wire/post-payment-page.js';

const STRIPE = 'https://stripe.example';
const DONE: Result<null> = { ok: true, value: null };
const FAILED: Result<never> = {
  ok: false,
  error: { code: 'stripe.session_refused', message: 'Stripe did not answer.' },
};
const ASKED_NOT: Result<never> = {
  ok: false,
  error: { code: 'stripe.session_refused', hint: 'Nobody asks for that here.' },
};

type Method = NonNullable<PaymentPageConfirm['payment_method_data']>;

/** Lives for one opening, as every gateway does. */
export class PageGateway implements PaymentGateway<HTMLElement> {
  readonly #key: string;
  readonly #send: (request: Request) => Promise<Response>;
  readonly #leave: (url: string) => void;
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  #credentials: PaymentPageCredentials | null = null;
  #page: PaymentPage | null = null;
  #method: Method | null = null;
  #returnUrl = '';
  #email: string | null = null;
  #held = false;
  #answer: ((outcome: PaymentPageAuthenticate['outcome']) => void) | null = null;
  closed = false;

  /** `leave`: where the tab is sent, as Stripe.js does for a bank that has a page of its own. */
  constructor(key: string, send: (request: Request) => Promise<Response>, leave: (url: string) => void) {
    this.#key = key;
    this.#send = send;
    this.#leave = leave;
  }

  /** Whether the customer's bank is asking. */
  get asks(): boolean {
    return this.#answer !== null && !this.closed;
  }

  /** Types a card, or chooses the bank's own page. */
  type(number: string | null): void {
    const billing = { billing_details: { address: { country: 'US', postal_code: '10001' } } };
    this.#method =
      number === null
        ? { type: 'ideal', ...billing }
        : { type: 'card', card: { number, exp_month: 12, exp_year: 2040, cvc: '123' }, ...billing };
    this.#emit({ type: 'payment.changed', complete: true, method: this.#method.type, saved: false });
    this.#tell();
  }

  answer(outcome: PaymentPageAuthenticate['outcome']): void {
    const answer = this.#answer;
    this.#answer = null;
    answer?.(outcome);
  }

  async start({ returnUrl }: GatewayOptions, given: Promise<GatewaySession>): Promise<Result<Summary>> {
    const { id, clientSecret } = await given;
    this.#returnUrl = toReturnUrl(returnUrl, id);
    this.#credentials = { key: this.#key, clientSecret, sessionId: id };
    return this.#read();
  }

  mount(frame: FrameKind): Promise<Result<null>> {
    if (!this.closed && frame !== 'express') this.#emit({ type: 'frame.ready', frame });
    return Promise.resolve(DONE);
  }

  async setEmail(email: string): Promise<Result<null>> {
    const reply = await this.#post('', { email });
    if (reply.outcome !== 'page') return FAILED;
    this.#email = email;
    this.#take(reply.page);
    return DONE;
  }

  validate(): Promise<readonly InvalidField[]> {
    return Promise.resolve(this.#method === null ? [{ field: 'payment' }] : []);
  }

  checkAddress(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async confirm(): Promise<ConfirmAnswer> {
    const page = this.#page;
    const method = this.#method;
    if (!page || method === null || this.#held || this.closed) return { type: 'unclear' };
    const body: PaymentPageConfirm = {
      expected_amount: page.session.total.total.minorUnitsAmount,
      ...(this.#email !== null && { email: this.#email }),
      payment_method_data: method,
      return_url: this.#returnUrl,
    };
    const reply = await this.#post('/confirm', body);
    const action = reply.outcome === 'page' ? reply.page.next_action : null;
    if (action === null) return this.#toAnswer(reply);
    if (action.type === 'redirect_to_url') {
      this.#leave(action.url);
      return new Promise<never>(() => undefined);
    }
    const { source } = action;
    const outcome = await new Promise<PaymentPageAuthenticate['outcome']>((resolve) => (this.#answer = resolve));
    return this.#toAnswer(await this.#post('/authenticate', { source, outcome } satisfies PaymentPageAuthenticate));
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    this.#held = true;
    this.#tell();
    const changed = await change();
    this.#held = false;
    const read = await this.#read();
    this.#tell();
    return changed.ok ? read : changed;
  }

  setTaxId = (): Promise<Result<Summary>> => Promise.resolve(ASKED_NOT);
  applyPromotionCode = (): Promise<Result<Summary>> => Promise.resolve(ASKED_NOT);
  removePromotionCode = (): Promise<Result<Summary>> => Promise.resolve(ASKED_NOT);

  refuseWallet(): void {
    // There are no wallets.
  }

  remove(): void {
    // There are no frames.
  }

  setLook(): void {
    // There are no frames.
  }

  setLocale(): void {
    // There are no frames.
  }

  focus(): void {
    // There are no frames.
  }

  subscribe(listener: (event: GatewayEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.#listeners.clear();
  }

  #toAnswer(reply: PaymentPageReply): ConfirmAnswer {
    if (reply.outcome === 'lost') return { type: 'unclear' };
    if (reply.outcome === 'refused') {
      const { type, code, declineCode, message } = reply.error;
      return type === 'card_error' || code === 'payment_intent_authentication_failure'
        ? { type: 'declined', declineCode: declineCode ?? (type === 'card_error' ? code : null), message }
        : { type: 'unclear', message };
    }
    this.#take(reply.page);
    const { id, status, total, currency } = reply.page.session;
    if (status.type !== 'complete') return { type: 'unclear' };
    if (status.paymentStatus === 'unpaid') return { type: 'unpaid' };
    const payment = status.paymentStatus === 'paid' ? 'paid' : 'none_due';
    return { type: 'complete', id, payment, amount: total.total.minorUnitsAmount, currency };
  }

  async #read(): Promise<Result<Summary>> {
    const reply = await this.#post('/init', {});
    if (reply.outcome !== 'page') return FAILED;
    this.#take(reply.page);
    return { ok: true, value: this.#summary(reply.page) };
  }

  async #post(route: '' | '/init' | '/confirm' | '/authenticate', body: object): Promise<PaymentPageReply> {
    if (!this.#credentials || this.closed) return { outcome: 'lost' };
    return postPaymentPage(STRIPE, this.#credentials, route, body, this.#send);
  }

  #take(page: PaymentPage): void {
    this.#page = page;
    this.#tell();
  }

  #tell(): void {
    if (this.#page) this.#emit({ type: 'summary', summary: this.#summary(this.#page) });
  }

  #summary({ session, config }: PaymentPage): Summary {
    const named = config.has_customer || (session.email ?? this.#email) !== null;
    return toSummary({ ...session, canConfirm: this.#method !== null && named && !this.#held });
  }

  #emit(event: GatewayEvent): void {
    if (!this.closed) for (const listener of this.#listeners) listener(event);
  }
}
