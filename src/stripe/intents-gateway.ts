/** Pays a PaymentIntent, or keeps a method for a SetupIntent, with Stripe's Elements. Loaded only when a session asks for it. */
import type { Stripe } from '@stripe/stripe-js';
import { isEmail } from '../contract/email.js';
import type {
  ConfirmAnswer,
  ConfirmOptions,
  FieldFrame,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  Look,
  PaymentGateway,
  Result,
} from '../core/ports.js';
import { attempt, DONE, refused, toReason } from '../core/result.js';
import { toReturnUrl } from '../core/return-url.js';
import type { InvalidField } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import { turn } from '../core/turn.js';
import { destroyElement, heard, watchFrame } from './checkout-elements.js';
import { confirmParams, toConfirmAnswer } from './intent-answer.js';
import { toIntentSummary } from './intent-summary.js';
import { createIntentElements, type IntentElements } from './intent-elements.js';
import { isPayment, readIntent } from './read-intent.js';
import type { loadStripeJs } from './load-stripe.js';
import { toDress } from './to-appearance.js';
import { toStripeLocale } from './to-stripe-locale.js';

/** What exists once there is a secret. */
interface Started extends IntentElements {
  readonly stripe: Stripe;
  readonly session: GatewaySession;
}

/** Pays an intent. Lives for one opening. */
export class IntentsGateway implements PaymentGateway<HTMLElement> {
  readonly #load: typeof loadStripeJs;
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  readonly #mounted = new Set<FieldFrame>();
  /** Ways to stop watching the fields that are shown. */
  readonly #watched = new Map<FieldFrame, () => void>();
  readonly #complete = new Set<FieldFrame>();
  readonly #removed = new Set<FieldFrame>();
  #started: Promise<Result<Started>> | null = null;
  #summary: Summary | null = null;
  /** The way to pay that is chosen. */
  #method = 'card';
  #email: string | null = null;
  #returnUrl = '';
  /** Confirmations and changes under way: there is never more than one. */
  #busy = false;
  #closed = false;

  /** `load` gives the page's one Stripe.js, which the page has loaded for its first gateway. */
  constructor(load: typeof loadStripeJs) {
    this.#load = load;
  }

  async start(options: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>> {
    this.#returnUrl = options.returnUrl;
    this.#email = options.email ?? null;
    this.#started = this.#init(options, session);
    const started = await this.#started;
    if (!started.ok) return started;
    return this.#summary
      ? { ok: true, value: this.#summary }
      : refused('stripe.session_refused', 'There is no intent.');
  }

  async mount(frame: FrameKind, node: HTMLElement): Promise<Result<null>> {
    const started = await this.#started;
    if (!started?.ok) return started ?? refused('stripe.frame_failed', 'Not started.');
    await turn();
    return attempt('stripe.frame_failed', () => {
      if (this.#closed) return DONE;
      if (frame === 'express') return refused('stripe.frame_failed', 'Intents have no wallets of their own here.');
      const element = started.value.fields[frame];
      this.#watched.get(frame)?.();
      if (this.#mounted.has(frame)) element?.unmount();
      this.#mounted.add(frame);
      if (element) this.#watched.set(frame, watchFrame(node, frame, this.#emit));
      element?.mount(node);
      return DONE;
    });
  }

  remove(frame: FrameKind): void {
    if (frame === 'express') return;
    this.#removed.add(frame);
    this.#whenStarted(({ fields }) => {
      this.#watched.get(frame)?.();
      destroyElement(fields[frame]);
    });
  }

  /** Stripe hears of it with the payment. */
  setEmail(email: string): Promise<Result<null>> {
    if (!isEmail(email)) return Promise.resolve(refused('stripe.session_refused', 'This is no email address.'));
    this.#email = email;
    this.#tell();
    return Promise.resolve(DONE);
  }

  async validate(): Promise<readonly InvalidField[]> {
    const started = await this.#open();
    const asked = started?.elements.submit();
    // With a wallet this opens its sheet, and takes as long as the customer does.
    const answer = await (asked && this.#method === 'card' ? heard(asked, this.#emit) : asked)?.catch(complain);
    // Nothing can be paid without them, so nothing is complete either.
    if (!answer) return [{ field: 'payment' }];
    if (!('error' in answer) || !answer.error) return [];
    const { message = '' } = answer.error;
    const invalid: InvalidField['field'][] = (await this.checkAddress()) ? [] : ['address'];
    if (!this.#complete.has('payment') || invalid.length === 0) invalid.push('payment');
    // Stripe gives one sentence and does not say of which field it is; the fields themselves show theirs.
    const mine = invalid.length === 1 && message ? { message } : {};
    return invalid.map((field) => ({ field, ...mine }));
  }

  async checkAddress(): Promise<boolean> {
    const started = await this.#open();
    if (!started) return false;
    const value = await started.fields.address?.getValue().catch(() => null);
    // What cannot be asked is looked at again before paying.
    return value?.complete ?? true;
  }

  async confirm({ savePayment }: ConfirmOptions): Promise<ConfirmAnswer> {
    const started = await this.#open();
    if (this.#busy) complain('Something is under way for this intent.');
    if (!started || this.#busy) return { type: 'unclear' };
    const { stripe, elements, session } = started;
    const { clientSecret } = session;
    const payment = isPayment(clientSecret);
    const params = confirmParams({
      payment,
      savePayment,
      email: this.#email,
      returnUrl: toReturnUrl(this.#returnUrl, session.id),
    });
    const options = { elements, clientSecret, confirmParams: params, redirect: 'if_required' } as const;
    try {
      this.#setBusy(true);
      const answer = await (payment ? stripe.confirmPayment(options) : stripe.confirmSetup(options));
      return toConfirmAnswer(answer, session.id, this.#summary?.currency ?? '');
    } catch (cause) {
      // An IntegrationError: ours, not the customer's. Whether anything was sent is for the truth to tell.
      complain(cause);
      return { type: 'unclear' };
    } finally {
      this.#setBusy(false);
    }
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    const started = await this.#open();
    if (!started || this.#busy) return refused('stripe.session_refused', 'The intent is not open.');
    this.#setBusy(true);
    const answer = await attempt<Summary>('stripe.session_refused', async () => {
      const changed = await change();
      if (!changed.ok) return changed;
      const { error } = await started.elements.fetchUpdates();
      return error ? refused('stripe.session_refused', error.message) : this.#read(started.stripe, started.session);
    });
    this.#setBusy(false);
    return answer.ok && this.#summary ? { ok: true, value: this.#summary } : answer;
  }

  refuseWallet(): void {
    // None ever waits.
  }

  applyPromotionCode(): Promise<Result<Summary>> {
    return Promise.resolve(refused('promotion.refused', 'Intents know no promotion codes.'));
  }

  setTaxId(): Promise<Result<Summary>> {
    return Promise.resolve(refused('tax_id.refused', 'Intents know no tax ids.'));
  }

  removePromotionCode(): Promise<Result<Summary>> {
    return this.applyPromotionCode();
  }

  setLook(look: Look): void {
    this.#whenStarted(({ elements }) => {
      if (!this.#closed) void elements.update(toDress(look));
    });
  }

  setLocale(locale: string): void {
    this.#whenStarted(({ elements }) => {
      if (!this.#closed) void elements.update({ locale: toStripeLocale(locale) });
    });
  }

  focus(frame: FieldFrame): void {
    this.#whenStarted(({ fields }) => {
      try {
        if (!this.#closed) fields[frame]?.focus();
      } catch {
        // Taken away since; there is nothing to be focused.
      }
    });
  }

  subscribe(listener: (event: GatewayEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    for (const stop of this.#watched.values()) stop();
    this.#whenStarted(({ fields }) => {
      destroyElement(fields.payment);
      destroyElement(fields.address);
    });
  }

  async #init(options: GatewayOptions, opening: Promise<GatewaySession>): Promise<Result<Started>> {
    const [loaded, session] = await Promise.all([this.#load(options.publishableKey, options.locale), opening]);
    if (!loaded.ok) return loaded;
    const stripe = loaded.value;
    return attempt<Started>('stripe.session_refused', async () => {
      const read = await this.#read(stripe, session);
      if (!read.ok) return read;
      const made = createIntentElements(stripe, options, session, (event) => {
        this.#hear(event);
      });
      return { ok: true, value: { stripe, session, ...made } };
    });
  }

  /** Reads the intent: whether it can still be paid, and what is due. */
  async #read(stripe: Stripe, session: GatewaySession): Promise<Result<Summary>> {
    const answer = await readIntent(stripe, session.clientSecret);
    if (!answer.ok) return answer;
    const summary = toIntentSummary(answer.value, session.summary);
    this.#summary = { ...summary, email: this.#email ?? summary.email };
    return { ok: true, value: this.#summary };
  }

  #hear(event: GatewayEvent): void {
    this.#emit(event);
    if (event.type === 'payment.changed') this.#method = event.method;
    else if (event.type !== 'address.changed') return;
    const frame = event.type === 'payment.changed' ? 'payment' : 'address';
    if (event.complete) this.#complete.add(frame);
    else this.#complete.delete(frame);
    this.#tell();
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    this.#tell();
  }

  /** Stripe says nothing about whether it would take a confirmation; we do. */
  #tell(): void {
    if (!this.#summary) return;
    const filled = [...this.#mounted].every((frame) => this.#complete.has(frame) || this.#removed.has(frame));
    this.#summary = {
      ...this.#summary,
      email: this.#email ?? this.#summary.email,
      canConfirm: filled && this.#mounted.size > 0 && !this.#busy,
    };
    this.#emit({ type: 'summary', summary: this.#summary });
  }

  async #open(): Promise<Started | null> {
    const started = await this.#started;
    return started?.ok && !this.#closed ? started.value : null;
  }

  #whenStarted(action: (started: Started) => void): void {
    void this.#started?.then((started) => {
      if (started.ok) action(started.value);
    });
  }

  readonly #emit = (event: GatewayEvent): void => {
    if (!this.#closed) for (const listener of this.#listeners) listener(event);
  };
}

/** For developers to read. */
function complain(cause: unknown): null {
  console.error('[billing-checkout] Stripe.js refused:', toReason(cause));
  return null;
}
