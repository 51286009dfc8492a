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
import type { TaxIdInfo } from '../core/extra-fields.js';
import type { CheckoutError } from '../core/errors.js';
import { attempt, DONE, refused, toReason } from '../core/result.js';
import { toReturnUrl } from '../core/return-url.js';
import type { InvalidField } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import { turn } from '../core/turn.js';
import { createElements, destroyElement, heard, watchFrame, type CheckoutElements } from './checkout-elements.js';
import type { ByWallet, Express } from './express.js';
import { holdFailures } from './hold-failures.js';
import { loadExpress } from './load-express.js';
import { loadStripeJs } from './load-stripe.js';
import { toConfirmAnswer, toPromotionError, toRefusal, toTaxIdError, type ActionError } from './checkout-answer.js';
import { toDress } from './to-appearance.js';
import { toSummary } from './to-summary.js';

/** What exists once Stripe.js is there. */
interface Started {
  readonly checkout: StripeCheckoutElementsSdk;
  readonly elements: CheckoutElements;
  /** Null where nobody asks for wallets, and where their file cannot be loaded. */
  readonly express: Promise<Express | null>;
}

/**
 * Pays a Checkout Session. Lives for one opening.
 *
 * @example
 * ```ts
 * import { CheckoutSessionsGateway, type Ports } from 'billing-checkout/headless';
 *
 * // A checkout makes one for each opening.
 * export const createGateway: Ports['createGateway'] = () => new CheckoutSessionsGateway();
 * ```
 */
export class CheckoutSessionsGateway implements PaymentGateway<HTMLElement> {
  readonly #listeners = new Set<(event: GatewayEvent) => void>();
  #started: Promise<Result<Started>> | null = null;
  #opened: Promise<Result<Summary>> | null = null;
  #actions: StripeCheckoutLoadActionsSuccess | null = null;
  readonly #mounted = new Set<FieldFrame>();
  /** Ways to stop watching the fields that are shown. */
  readonly #watched = new Map<FieldFrame, () => void>();
  #returnUrl: Promise<string> = Promise.resolve('');
  #fonts: Look['fonts'];
  /** What Stripe is told meanwhile; a wallet waits for it. */
  #told: Promise<unknown> = Promise.resolve();
  #closed = false;

  start(options: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>> {
    return (this.#opened = this.#open(options, session));
  }

  async #open(options: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>> {
    this.#returnUrl = session.then(({ id }) => toReturnUrl(options.returnUrl, id));
    const secret = session.then(({ clientSecret }) => clientSecret);
    this.#started = this.#init(options, secret);
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
    if (!started?.ok) return started ?? refused('stripe.frame_failed', 'Not started.');
    if (frame === 'express')
      return (await started.value.express)?.mount(node) ?? refused('stripe.frame_failed', 'No wallets.');
    // Frames are heavy: each comes in a task of its own.
    await turn();
    return attempt('stripe.frame_failed', () => {
      const element = started.value.elements[frame];
      if (this.#closed) return DONE;
      this.#watched.get(frame)?.();
      if (this.#mounted.has(frame)) element?.unmount();
      this.#mounted.add(frame);
      if (element) this.#watched.set(frame, watchFrame(node, frame, this.#emit));
      element?.mount(node);
      return DONE;
    });
  }

  remove(frame: FrameKind): void {
    this.#whenStarted(({ elements, express }) => {
      if (frame === 'express') void express.then(destroyElement);
      else {
        this.#watched.get(frame)?.();
        destroyElement(elements[frame]);
      }
    });
  }

  async setEmail(email: string): Promise<Result<null>> {
    const answer = await this.#ask((actions) => actions.updateEmail(email));
    return answer.ok ? DONE : answer;
  }

  async validate(): Promise<readonly InvalidField[]> {
    // Nothing can be paid without them, so nothing is complete either.
    if (!this.#actions || this.#closed) return [{ field: 'payment' }];
    const answer = await heard(this.#actions.validateElements(), this.#emit).catch(complain);
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

  async confirm({ savePayment, wallet }: ConfirmOptions): Promise<ConfirmAnswer> {
    if (!this.#actions || this.#closed) return { type: 'unclear' };
    const actions = this.#actions;
    const pay = async (byWallet?: ByWallet): Promise<StripeCheckoutConfirmResult> =>
      actions.confirm({
        redirect: 'if_required',
        returnUrl: await this.#returnUrl,
        ...(savePayment !== null && { savePaymentMethod: savePayment }),
        ...byWallet,
      });
    try {
      if (wallet) await this.#told;
      const answer = await (wallet ? (await this.#express())?.pay(pay) : pay());
      return answer ? toConfirmAnswer(answer) : { type: 'unclear' };
    } catch (cause) {
      // An IntegrationError: ours, not the customer's. Whether anything was sent is for the truth to tell.
      complain(cause);
      return { type: 'unclear' };
    }
  }

  refuseWallet(): void {
    void this.#express().then((express) => express?.refuse());
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
      const { appearance, fonts } = toDress(look);
      // Stripe keeps those it has.
      if (look.fonts !== this.#fonts) checkout.loadFonts(fonts);
      this.#fonts = look.fonts;
      checkout.changeAppearance(appearance);
    });
  }

  setLocale(): void {
    // Stripe.js fixes it when it is loaded.
  }

  focus(frame: FieldFrame): void {
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
    for (const stop of this.#watched.values()) stop();
    this.#whenStarted(({ elements, express }) => {
      destroyElement(elements.payment);
      destroyElement(elements.address);
      void express.then(destroyElement);
    });
  }

  async #express(): Promise<Express | null> {
    const started = await this.#started;
    return started?.ok ? started.value.express : null;
  }

  #whenStarted(action: (started: Started) => void): void {
    void this.#started?.then((started) => {
      if (started.ok) action(started.value);
    });
  }

  async #init(options: GatewayOptions, clientSecret: Promise<string>): Promise<Result<Started>> {
    const loaded = await loadStripeJs(options.publishableKey, options.locale);
    if (!loaded.ok) return loaded;
    return attempt('stripe.session_refused', async () => {
      // Stripe's script has just run; the look may take the first layout of the form.
      await turn();
      const { look } = options;
      await turn();
      this.#fonts = look.fonts;
      const checkout = loaded.value.initCheckoutElementsSdk({
        clientSecret,
        // The one save toggle is ours.
        elementsOptions: { ...toDress(look), savedPaymentMethod: { enableSave: 'never' } },
        defaultValues: {
          ...(options.email && { email: options.email }),
          ...(options.billingAddress && { billingAddress: options.billingAddress }),
        },
      });
      const emit = holdFailures(() => this.#opened, this.#emit);
      const elements = createElements(checkout, options.askAddress, emit);
      const express = options.askExpress ? loadExpress(checkout, look, emit) : Promise.resolve(null);
      return { ok: true, value: { checkout, elements, express } };
    });
  }

  async #ask(
    action: (actions: StripeCheckoutLoadActionsSuccess) => Promise<ActionAnswer>,
    toError: (error: ActionError | null) => CheckoutError = toRefusal,
  ): Promise<Result<Summary>> {
    const actions = this.#actions;
    const { code } = toError(null);
    if (!actions || this.#closed) return refused(code, 'The session is not open.');
    const asked = attempt<Summary>(code, async () => {
      const answer = await action(actions);
      if (answer.type === 'success') return { ok: true, value: toSummary(answer.session) };
      return { ok: false, error: toError(answer.error) };
    });
    this.#told = Promise.all([this.#told, asked]);
    return asked;
  }

  readonly #emit = (event: GatewayEvent): void => {
    if (!this.#closed) for (const listener of this.#listeners) listener(event);
  };
}

type ActionAnswer =
  | { readonly type: 'success'; readonly session: StripeCheckoutSession }
  | { readonly type: 'error'; readonly error: ActionError };

/** An `IntegrationError`: a fault of ours, for developers to read. */
function complain(cause: unknown): null {
  console.error('[billing-checkout] Stripe.js refused:', toReason(cause));
  return null;
}

const toField = (element: string): InvalidField['field'] => (element === 'billingAddress' ? 'address' : 'payment');
