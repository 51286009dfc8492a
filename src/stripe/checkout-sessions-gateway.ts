/** Pays a Checkout Session with Stripe's Elements. The primary way: Stripe holds the totals and completes once. */
import type {
  StripeCheckoutConfirmResult,
  StripeCheckoutElementsSdk,
  StripeCheckoutLoadActionsSuccess,
  StripeCheckoutSession,
} from '@stripe/stripe-js';
import type { CheckoutError } from '../core/errors.js';
import type {
  ConfirmAnswer,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  Look,
  PaymentGateway,
  Result,
} from '../core/ports.js';
import type { InvalidField } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import {
  createElements,
  destroyElement,
  destroyElements,
  elementOf,
  frameError,
  type CheckoutElements,
} from './checkout-elements.js';
import { loadStripeJs } from './load-stripe.js';
import { toAppearance } from './to-appearance.js';
import { toSummary } from './to-summary.js';

/** What exists once Stripe.js is there. */
interface Started {
  readonly checkout: StripeCheckoutElementsSdk;
  readonly elements: CheckoutElements;
}

/** Pays a Checkout Session. Lives for one opening. */
export class CheckoutSessionsGateway implements PaymentGateway<HTMLElement> {
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  #started: Promise<Result<Started>> | null = null;
  #actions: StripeCheckoutLoadActionsSuccess | null = null;
  readonly #mounted = new Set<FrameKind>();
  #returnUrl = '';
  #closed = false;

  async start(options: GatewayOptions, clientSecret: Promise<string>): Promise<Result<Summary>> {
    this.#returnUrl = options.returnUrl;
    this.#started = this.#init(options, clientSecret);
    const started = await this.#started;
    if (!started.ok) return started;
    const { checkout } = started.value;
    try {
      checkout.on('change', (session) => {
        this.#emit({ type: 'summary', summary: toSummary(session) });
      });
      const loaded = await checkout.loadActions();
      if (loaded.type === 'error') return refused('stripe.session_refused', loaded.error.message);
      this.#actions = loaded.actions;
      return { ok: true, value: toSummary(loaded.actions.getSession()) };
    } catch (cause) {
      return refused('stripe.session_refused', toMessage(cause));
    }
  }

  async mount(frame: FrameKind, node: HTMLElement): Promise<Result<null>> {
    const started = await this.#started;
    if (!started) return refused('stripe.frame_failed', 'start() comes before mount().');
    if (!started.ok) return started;
    if (this.#closed) return done;
    try {
      const element = elementOf(started.value.elements, frame);
      if (this.#mounted.has(frame)) element?.unmount();
      this.#mounted.add(frame);
      element?.mount(node);
      return done;
    } catch (cause) {
      return { ok: false, error: frameError(toMessage(cause)) };
    }
  }

  remove(frame: FrameKind): void {
    void this.#started?.then((started) => {
      if (started.ok) destroyElement(elementOf(started.value.elements, frame));
    });
  }

  async setEmail(email: string): Promise<Result<null>> {
    const answer = await this.#ask((actions) => actions.updateEmail(email));
    return answer.ok ? done : answer;
  }

  async validate(): Promise<readonly InvalidField[]> {
    // Nothing can be paid without them, so nothing is complete either.
    if (!this.#actions || this.#closed) return [{ field: 'payment' }];
    const answer = await this.#actions.validateElements().catch((cause: unknown) => {
      console.error('[billing-checkout] Stripe.js refused validateElements():', toMessage(cause));
      return null;
    });
    if (!answer) return [{ field: 'payment' }];
    if (answer.type === 'success') return [];
    const fields = answer.error.validation_errors.map(({ element, message }) => ({ field: toField(element), message }));
    return fields.length > 0 ? fields : [{ field: 'payment', message: answer.error.message }];
  }

  async confirm({ savePayment }: { readonly savePayment: boolean | null }): Promise<ConfirmAnswer> {
    if (!this.#actions || this.#closed) return { type: 'unclear' };
    try {
      const answer = await this.#actions.confirm({
        redirect: 'if_required',
        returnUrl: this.#returnUrl,
        ...(savePayment !== null && { savePaymentMethod: savePayment }),
      });
      return toConfirmAnswer(answer);
    } catch (cause) {
      // An IntegrationError: ours, not the customer's. Whether anything was sent is for the truth to tell.
      console.error('[billing-checkout] Stripe.js refused confirm():', toMessage(cause));
      return { type: 'unclear' };
    }
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    let changed: Result<unknown> = done;
    const answer = await this.#ask((actions) =>
      actions.runServerUpdate(async () => {
        changed = await change();
      }),
    );
    return changed.ok ? answer : changed;
  }

  setLook(look: Look): void {
    void this.#started?.then((started) => {
      if (started.ok && !this.#closed) started.value.checkout.changeAppearance(toAppearance(look));
    });
  }

  focus(frame: FrameKind): void {
    void this.#started?.then((started) => {
      if (!started.ok || this.#closed) return;
      try {
        elementOf(started.value.elements, frame)?.focus();
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
    void this.#started?.then((started) => {
      if (started.ok) destroyElements(started.value.elements);
    });
  }

  async #init(options: GatewayOptions, clientSecret: Promise<string>): Promise<Result<Started>> {
    const loaded = await loadStripeJs(options.publishableKey, options.locale);
    if (!loaded.ok) return loaded;
    try {
      const checkout = loaded.value.initCheckoutElementsSdk({
        clientSecret,
        elementsOptions: {
          appearance: toAppearance(options.look),
          // The one save toggle is ours.
          savedPaymentMethod: { enableSave: 'never' },
        },
        defaultValues: {
          ...(options.email && { email: options.email }),
          ...(options.billingAddress && { billingAddress: options.billingAddress }),
        },
      });
      const elements = createElements(checkout, options.askAddress, (event) => {
        this.#emit(event);
      });
      return { ok: true, value: { checkout, elements } };
    } catch (cause) {
      return refused('stripe.session_refused', toMessage(cause));
    }
  }

  async #ask(action: (actions: StripeCheckoutLoadActionsSuccess) => Promise<ActionAnswer>): Promise<Result<Summary>> {
    if (!this.#actions) return refused('stripe.session_refused', 'The session is not open yet.');
    try {
      const answer = await action(this.#actions);
      if (answer.type === 'success') return { ok: true, value: toSummary(answer.session) };
      return { ok: false, error: { code: 'stripe.session_refused', message: answer.error.message } };
    } catch (cause) {
      return refused('stripe.session_refused', toMessage(cause));
    }
  }

  #emit(event: GatewayEvent): void {
    if (!this.#closed) for (const listener of this.#listeners) listener(event);
  }
}

type ActionAnswer =
  | { readonly type: 'success'; readonly session: StripeCheckoutSession }
  | { readonly type: 'error'; readonly error: { readonly message: string } };

const done: Result<null> = { ok: true, value: null };

const refused = (code: CheckoutError['code'], hint: string): { ok: false; error: CheckoutError } => ({
  ok: false,
  error: { code, hint },
});

const toMessage = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const toField = (element: string): InvalidField['field'] => (element === 'billingAddress' ? 'address' : 'payment');

/** Only `paymentFailed` is a known no; an open session after success would be Stripe contradicting itself. */
function toConfirmAnswer(answer: StripeCheckoutConfirmResult): ConfirmAnswer {
  if (answer.type === 'error') {
    const { error } = answer;
    if (error.code !== 'paymentFailed') return { type: 'unclear', message: error.message };
    return { type: 'declined', declineCode: error.paymentFailed.declineCode, message: error.message };
  }
  const { status, id } = answer.session;
  if (status.type !== 'complete') return { type: 'unclear' };
  if (status.paymentStatus === 'unpaid') return { type: 'unpaid' };
  const { total, currency } = toSummary(answer.session);
  const payment = status.paymentStatus === 'paid' ? 'paid' : 'none_due';
  return { type: 'complete', id, payment, amount: total, currency };
}
