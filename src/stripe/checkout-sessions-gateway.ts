/** Pays a Checkout Session with Stripe's Elements. The primary way: Stripe holds the totals and completes once. */
import type {
  StripeCheckoutConfirmResult,
  StripeCheckoutElementsSdk,
  StripeCheckoutLoadActionsSuccess,
  StripeCheckoutSession,
  StripeCheckoutTaxIdInfo,
} from '@stripe/stripe-js';
import type {
  ConfirmAnswer,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  Look,
  PaymentGateway,
  Result,
} from '../core/ports.js';
import type { TaxIdInfo } from '../core/extra-fields.js';
import type { CheckoutError } from '../core/errors.js';
import { attempt, DONE, refused, toReason } from '../core/result.js';
import { toReturnUrl } from '../core/return-url.js';
import type { InvalidField } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import { createElements, destroyElement, type CheckoutElements } from './checkout-elements.js';
import { loadStripeJs } from './load-stripe.js';
import { toAppearance, toFonts } from './to-appearance.js';
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
  #returnUrl: Promise<string> = Promise.resolve('');
  #fonts: Look['fonts'];
  #closed = false;

  async start(options: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>> {
    this.#fonts = options.look.fonts;
    this.#returnUrl = session.then(({ id }) => toReturnUrl(options.returnUrl, id));
    this.#started = this.#init(
      options,
      session.then(({ clientSecret }) => clientSecret),
    );
    const started = await this.#started;
    if (!started.ok) return started;
    return attempt<Summary>('stripe.session_refused', async () => {
      const { checkout } = started.value;
      checkout.on('change', (session) => {
        this.#emit({ type: 'summary', summary: toSummary(session) });
      });
      const loaded = await checkout.loadActions();
      if (loaded.type === 'error') return refused('stripe.session_refused', loaded.error.message);
      this.#actions = loaded.actions;
      return { ok: true, value: toSummary(loaded.actions.getSession()) };
    });
  }

  async mount(frame: FrameKind, node: HTMLElement): Promise<Result<null>> {
    const started = await this.#started;
    if (!started) return refused('stripe.frame_failed', 'start() comes before mount().');
    if (!started.ok) return started;
    return attempt('stripe.frame_failed', () => {
      const element = started.value.elements[frame];
      if (this.#closed) return DONE;
      if (this.#mounted.has(frame)) element?.unmount();
      this.#mounted.add(frame);
      element?.mount(node);
      return DONE;
    });
  }

  remove(frame: FrameKind): void {
    this.#whenStarted(({ elements }) => {
      destroyElement(elements[frame]);
    });
  }

  async setEmail(email: string): Promise<Result<null>> {
    const answer = await this.#ask((actions) => actions.updateEmail(email));
    return answer.ok ? DONE : answer;
  }

  async validate(): Promise<readonly InvalidField[]> {
    // Nothing can be paid without them, so nothing is complete either.
    if (!this.#actions || this.#closed) return [{ field: 'payment' }];
    const answer = await this.#actions.validateElements().catch(complain);
    if (!answer) return [{ field: 'payment' }];
    if (answer.type === 'success') return [];
    const fields = answer.error.validation_errors.map(({ element, message }) => ({ field: toField(element), message }));
    return fields.length > 0 ? fields : [{ field: 'payment', message: answer.error.message }];
  }

  async checkAddress(): Promise<boolean> {
    const started = await this.#started;
    if (!started?.ok || this.#closed) return false;
    // What cannot be asked is looked at again before paying.
    return (
      started.value.elements.address?.getValue().then(
        ({ complete }) => complete,
        () => true,
      ) ?? true
    );
  }

  async confirm({ savePayment }: { readonly savePayment: boolean | null }): Promise<ConfirmAnswer> {
    if (!this.#actions || this.#closed) return { type: 'unclear' };
    try {
      const answer = await this.#actions.confirm({
        redirect: 'if_required',
        returnUrl: await this.#returnUrl,
        ...(savePayment !== null && { savePaymentMethod: savePayment }),
      });
      return toConfirmAnswer(answer);
    } catch (cause) {
      // An IntegrationError: ours, not the customer's. Whether anything was sent is for the truth to tell.
      complain(cause);
      return { type: 'unclear' };
    }
  }

  async update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>> {
    let changed: Result<unknown> = DONE;
    const answer = await this.#ask((actions) =>
      actions.runServerUpdate(async () => {
        changed = await change();
      }),
    );
    return changed.ok ? answer : changed;
  }

  setTaxId(info: TaxIdInfo | null): Promise<Result<Summary>> {
    // Stripe names its kinds of tax ids one by one; which there are, it knows best.
    return this.#ask((actions) => actions.updateTaxIdInfo(info as StripeCheckoutTaxIdInfo | null), toTaxIdError);
  }

  applyPromotionCode(code: string): Promise<Result<Summary>> {
    return this.#ask((actions) => actions.applyPromotionCode(code), toPromotionError);
  }

  removePromotionCode(): Promise<Result<Summary>> {
    return this.#ask((actions) => actions.removePromotionCode(), toPromotionError);
  }

  setLook(look: Look): void {
    this.#whenStarted(({ checkout }) => {
      if (this.#closed) return;
      // Stripe keeps those it has.
      if (look.fonts !== this.#fonts) checkout.loadFonts(toFonts(look));
      this.#fonts = look.fonts;
      checkout.changeAppearance(toAppearance(look));
    });
  }

  setLocale(): void {
    // Stripe.js fixes it when it is loaded.
  }

  focus(frame: FrameKind): void {
    this.#whenStarted(({ elements }) => {
      try {
        if (!this.#closed) elements[frame]?.focus();
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
    this.#whenStarted(({ elements }) => {
      destroyElement(elements.payment);
      destroyElement(elements.address);
    });
  }

  #whenStarted(action: (started: Started) => void): void {
    void this.#started?.then((started) => {
      if (started.ok) action(started.value);
    });
  }

  async #init(options: GatewayOptions, clientSecret: Promise<string>): Promise<Result<Started>> {
    const loaded = await loadStripeJs(options.publishableKey, options.locale);
    if (!loaded.ok) return loaded;
    return attempt('stripe.session_refused', () => {
      const checkout = loaded.value.initCheckoutElementsSdk({
        clientSecret,
        elementsOptions: {
          appearance: toAppearance(options.look),
          fonts: toFonts(options.look),
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
    });
  }

  async #ask(
    action: (actions: StripeCheckoutLoadActionsSuccess) => Promise<ActionAnswer>,
    toError: (error: ActionError | null) => CheckoutError = toRefusal,
  ): Promise<Result<Summary>> {
    const actions = this.#actions;
    const { code } = toError(null);
    if (!actions || this.#closed) return refused(code, 'The session is not open.');
    return attempt<Summary>(code, async () => {
      const answer = await action(actions);
      if (answer.type === 'success') return { ok: true, value: toSummary(answer.session) };
      return { ok: false, error: toError(answer.error) };
    });
  }

  #emit(event: GatewayEvent): void {
    if (!this.#closed) for (const listener of this.#listeners) listener(event);
  }
}

type ActionAnswer =
  | { readonly type: 'success'; readonly session: StripeCheckoutSession }
  | { readonly type: 'error'; readonly error: ActionError };

type ActionError = { readonly message: string; readonly code: string | null };

/** Without an error: what it is called when Stripe.js throws. */
const toRefusal = (error: ActionError | null): CheckoutError => ({
  code: 'stripe.session_refused',
  ...(error && { message: error.message }),
});

/** What is wrong with a code has a code of its own, and a sentence for the customer. All else says nothing about it. */
const toPromotionError = (error: ActionError | null): CheckoutError =>
  error?.code
    ? { code: 'promotion.refused', message: error.message }
    : { code: 'promotion.unclear', ...(error && { hint: error.message }) };

const toTaxIdError = (error: ActionError | null): CheckoutError => ({
  code: 'tax_id.refused',
  ...(error && (error.code ? { message: error.message } : { hint: error.message })),
});

/** An `IntegrationError`: a fault of ours, for developers to read. */
function complain(cause: unknown): null {
  console.error('[billing-checkout] Stripe.js refused:', toReason(cause));
  return null;
}

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
