/** The element: its documented surface, drawn from snapshots of a headless checkout. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HeadersSource } from '../backend/http-backend.js';
import { toFlow, type DefaultValues } from '../core/config.js';
import type { OwnMessages } from '../core/own-messages.js';
import type { MerchantField } from '../core/extra-fields.js';
import type { Outcome } from '../core/outcome.js';
import type { Backend, Font } from '../core/ports.js';
import type { SessionInfo } from '../core/session.js';
import type { Flow, StateName, Step } from '../core/state.js';
import type { Trace } from '../core/trace.js';
import type { Item } from '../contract/items.js';
import type { ExperimentInput } from '../experiment/parse-experiment.js';
import type { Checkout } from '../headless/checkout.js';
import type { FunnelSink } from '../headless/funnel.js';
import type { Appearance } from '../stripe/to-appearance.js';
import { createCheckout, toCounted } from './create-checkout.js';
import type { BillingEventMap } from './events.js';
import { focusEmail } from './focus-target.js';
import { followLook } from './follow-look.js';
import { InTurns } from './in-turns.js';
import { MountPoints } from './mount-points.js';
import { ASKED, readConfig, SOLD, tellProblems, toPaid } from './read-config.js';
import { checkoutView } from './sections/checkout.js';
import { checkoutStyles } from './styles/checkout.js';
import { setDefaults } from './set-defaults.js';
import { showStates } from './show-states.js';
import { toHost } from './to-host.js';
import { toView } from './to-view.js';
import { hasForm, openSession, shownStep } from './view.js';
import { whenWanted } from './when-wanted.js';
import { Words } from './words.js';

/**
 * Takes a payment inside your page.
 *
 * @summary Address, payment method, confirmation and outcome in one form.
 * @tag billing-checkout
 *
 * @slot - Above the form.
 * @slot summary - Below the totals.
 * @slot legal - Below the pay button, after the terms.
 * @slot footer - Below everything.
 * @slot submit-label - Words of the pay button, instead of "Pay" and the amount.
 * @slot complete - Shown instead of our thanks once paid.
 * @slot payment - Your own node for the Payment Element. Created for you when absent.
 * @slot address - Your own node for the Address Element. Created for you when absent.
 * @slot express - Your own node for the buttons of wallets, with `express`. Created for you when absent.
 *
 * @csspart form - The form.
 * @csspart section - Each part of the form; also `express`, `contact`, `extra`, `address`, `payment`, `pay`.
 * @csspart input - Our text fields.
 * @csspart terms - The box for terms, with its link.
 * @csspart quantity - The quantity with its buttons.
 * @csspart frame - What surrounds a field of Stripe's.
 * @csspart save - The save toggle with its label.
 * @csspart steps - The list of the two pages.
 * @csspart continue - The button from page one to page two.
 * @csspart back - The button from page two to page one.
 * @csspart submit - The pay button.
 * @csspart invoice - What the button to pay by invoice opens: what it means, and the button that orders.
 * @csspart button - Other buttons.
 * @csspart error - The message about the last attempt.
 * @csspart summary - The order summary.
 * @csspart outcome - What is shown in place of the form.
 *
 * @cssprop [--billing-color-primary] - Buttons, focus, the toggle.
 * @cssprop [--billing-color-on-primary] - Text on the primary color.
 * @cssprop [--billing-color-background] - Behind the form and in fields.
 * @cssprop [--billing-color-surface] - Behind the summary.
 * @cssprop [--billing-color-text] - Text.
 * @cssprop [--billing-color-muted] - Secondary text.
 * @cssprop [--billing-color-border] - Lines and fields.
 * @cssprop [--billing-color-danger] - Errors.
 * @cssprop [--billing-radius=10px] - Corners.
 * @cssprop [--billing-font-family] - Typeface.
 * @cssprop [--billing-font-size=16px] - Base size.
 * @cssprop [--billing-gap=1rem] - Space between parts.
 *
 * @cssstate ready - The customer may type and pay.
 * @cssstate busy - A payment is in flight.
 * @cssstate complete - Paid, nothing due, or invoiced.
 *
 * @fires {CustomEvent<ReadyDetail>} billing-ready - Fields can be used. Once per opening.
 * @fires {CustomEvent<ChangeDetail>} billing-change - Completeness, method, total or saving has changed.
 * @fires {CustomEvent<StepDetail>} billing-step - Another page is shown.
 * @fires {CustomEvent<InvalidDetail>} billing-invalid - Fields stopped Pay or Continue. Names, never values.
 * @fires {BillingSubmitEvent} billing-submit - Before money moves. Cancelable; `waitUntil()` holds it.
 * @fires {CustomEvent<DeclineDetail>} billing-decline - A bank said no.
 * @fires {CustomEvent<SessionDetail>} billing-action - The customer must act elsewhere.
 * @fires {CustomEvent<SessionDetail>} billing-processing - Money is on its way.
 * @fires {CustomEvent<SessionDetail>} billing-unresolved - Nobody knows yet whether money moved.
 * @fires {CustomEvent<CompleteDetail>} billing-complete - Paid, or nothing was due. Once per session and page.
 * @fires {CustomEvent<ErrorDetail>} billing-error - A developer's or a system's fault.
 * @fires {CustomEvent<ExposureDetail>} billing-exposure - The form can be used, within an experiment. Once per opening.
 *
 * @example
 * ```ts
 * import 'billing-checkout';
 *
 * const checkout = document.createElement('billing-checkout');
 * checkout.publishableKey = 'pk_test_…';
 * checkout.price = 'pro_monthly';
 * checkout.quantity = 12;
 * checkout.addEventListener('billing-complete', ({ detail }) => {
 *   location.assign(`/welcome?session=${detail.sessionId}`);
 * });
 * document.body.append(checkout);
 * ```
 */
export class BillingCheckout extends InTurns {
  /** @internal */
  static override styles = [...checkoutStyles];

  /** @internal */
  static override properties = {
    publishableKey: { attribute: 'publishable-key' },
    endpoint: {},
    price: {},
    quantity: { converter: (value: string | null): number | null => (value === null ? null : Number(value)) },
    items: { attribute: false },
    invoice: {},
    subscription: {},
    setup: { type: Boolean },
    savePayment: { attribute: 'save-payment' },
    billingAddress: { attribute: 'billing-address' },
    promotionCodes: { attribute: 'promotion-codes' },
    adjustableQuantity: { attribute: 'adjustable-quantity', type: Boolean },
    express: { type: Boolean },
    company: {},
    taxId: { attribute: 'tax-id' },
    purchaseOrder: { attribute: 'purchase-order' },
    payByInvoice: { attribute: 'pay-by-invoice' },
    fields: { attribute: false },
    returnUrl: { attribute: 'return-url' },
    flow: {},
    experiment: {},
    assignedBy: { attribute: 'assigned-by' },
    variant: {},
    visitorId: { attribute: 'visitor-id' },
    sendEvents: { attribute: 'send-events', type: Boolean },
    locale: {},
    // Styles follow the attribute.
    theme: { reflect: true },
    loading: {},
    disabled: { type: Boolean },
    messages: { attribute: false },
    appearance: { attribute: false },
    fonts: { attribute: false },
  };

  /** Stripe's publishable key, `pk_test_…` or `pk_live_…`. A secret key is refused. */
  declare publishableKey: string | null;
  /** Where the billing backend is. Default `/billing`. */
  declare endpoint: string | null;
  /** Lookup key of the price that is bought. */
  declare price: string | null;
  /** Units of `price`; a whole number. Default 1. */
  declare quantity: number | null;
  /** Several prices instead of `price` and `quantity`. */
  declare items: readonly Item[] | null;
  /** Id of an invoice of the known customer (`in_…`) that is paid in place, instead of a purchase. */
  declare invoice: string | null;
  /**
   * Id of a subscription of the known customer (`sub_…`): pays its open invoice when it is behind, else replaces its
   * payment method.
   */
  declare subscription: string | null;
  /** Keeps a payment method for the known customer's later payments; nothing is paid. */
  declare setup: boolean;
  /** May ask for less than the server allows. */
  declare savePayment: 'ask' | 'always' | 'never' | null;
  /** `required` shows Stripe's Address Element; `auto` asks only for what the method needs. Default: as the server says. */
  declare billingAddress: 'auto' | 'required' | null;
  /**
   * `off` hides the field for promotion codes that the server allows; `on` keeps its place while the checkout loads, so
   * that nothing moves. Default: as the server says.
   */
  declare promotionCodes: 'on' | 'off' | null;
  /** Lets the customer choose how many, within the server's limits. `quantity` is what they have chosen. */
  declare adjustableQuantity: boolean;
  /**
   * Shows the wallets that the customer has, such as Apple Pay and Google Pay, above the form: they pay without it. Where the
   * server allows it; a purchase only. Read when the checkout opens.
   */
  declare express: boolean;
  /** Asks for the company's name, where the server allows it. Default: as the server says. */
  declare company: 'off' | 'optional' | 'required' | null;
  /** Asks for a business tax id, where the server allows it. Default: as the server says. */
  declare taxId: 'off' | 'optional' | 'required' | null;
  /** Asks for the customer's own number of this purchase, where the server allows it. Default: as the server says. */
  declare purchaseOrder: 'off' | 'optional' | 'required' | null;
  /**
   * `off` hides the button to pay by invoice that the server offers; `on` keeps its place while the checkout loads, so that
   * nothing moves. Default: as the server says.
   */
  declare payByInvoice: 'on' | 'off' | null;
  /** Fields of your own, each with a check of its own if you like. What is typed goes to your server and to Stripe's metadata. */
  declare fields: readonly MerchantField[] | null;
  /** Where a bank sends the customer back to; your own origin. Default: this page. */
  declare returnUrl: string | null;
  /**
   * One page with everything, or two: who buys, then how they pay. Default `one-page`. May change until the customer
   * pays: nothing typed is lost, Stripe's fields stay.
   */
  declare flow: Flow | null;
  /**
   * An experiment: its name, for both flows at 50/50, or an object with variants and their weights. Read when the
   * checkout opens. A variant called `one-page` or `two-page` is also the flow.
   */
  declare experiment: string | ExperimentInput | null;
  /** Who assigns: `us` (default), by a hash of the unit, or `host`, whose `variant` is waited for, one second at most. */
  declare assignedBy: 'us' | 'host' | null;
  /** The variant, when your own tool assigns. It wins over ours. */
  declare variant: string | null;
  /** Who is assigned: a stable id of yours. Sent to your backend only, which stores a hash. Default: a first-party cookie. */
  declare visitorId: string | null;
  /** Posts the funnel events to `endpoint`, in batches. Off by default. */
  declare sendEvents: boolean;
  /** BCP 47. Default: the nearest `lang`, then the browser's language. Our words follow it at once, Stripe's fields where Stripe can. */
  declare locale: string | null;
  /** Default `auto`: as the customer's system. */
  declare theme: 'auto' | 'light' | 'dark' | null;
  /** When to load: at once, when scrolled into view, or when `load()` is called. */
  declare loading: 'eager' | 'lazy' | 'manual' | null;
  /** Holds pay back; fields stay usable. */
  declare disabled: boolean;
  /** Other words than the catalog's; they win in every language. What is missing or of another kind stays as it is, with a warning. */
  declare messages: OwnMessages | null;
  /**
   * Stripe's Appearance, laid over what the `--billing-*` tokens say, name by name. Only for what no token can: Stripe's
   * fields follow the tokens by themselves. May change at any time; what was typed stays.
   */
  declare appearance: Appearance | null;
  /** Typefaces that Stripe's fields load for themselves; needed where `--billing-font-family` is no typeface of the system. */
  declare fonts: readonly Font[] | null;
  /** What is known of the customer. Never an attribute: it is personal. */
  declare defaultValues: DefaultValues;
  /** Headers for each request to the backend, or a function that makes them. */
  declare headers: HeadersSource | undefined;
  /** Takes each funnel event of the checkout. Nothing personal is in any of them. */
  declare analytics: FunnelSink | null;
  /** Replaces HTTP. Set before loading. */
  declare backend: Backend | null;

  readonly #internals = this.attachInternals();
  #flow: Flow = 'one-page';
  #flowSet = false;
  #opened = '';
  #stopListening: (() => void) | null = null;
  #stopWaiting: (() => void) | null = null;

  readonly #words = new Words(this);
  readonly #mounts = new MountPoints(this, (frame, node) => void this.#checkout.remount(frame, node));
  #checkout: Checkout;

  constructor() {
    super();
    this.#checkout = createCheckout(this, this.#host, this.#words.speech);
    setDefaults(this);
  }

  /** Where the checkout stands. */
  get state(): StateName {
    return this.#checkout.state.name;
  }

  /** Whether a payment is being checked, made, or asked about. */
  get busy(): boolean {
    return this.#checkout.busy;
  }

  /** The page of the form that is shown. */
  get step(): Step {
    return shownStep(this.#checkout.state);
  }

  /** The open session, without its secrets. */
  get session(): SessionInfo | null {
    return openSession(this.#checkout.state);
  }

  /**
   * What has happened so far: the last 200 inputs and states, with no value that was typed, told or charged. Read-only; starts
   * over when the element is removed.
   */
  get trace(): Trace {
    return this.#checkout.trace;
  }

  /** Loads Stripe.js and opens the session. With `loading="eager"` it is called for you. */
  load(): void {
    this.#checkout.load();
  }

  /** @internal What is laid out now: `flow`, but never another while a payment is under way. */
  get shownFlow(): Flow {
    return this.#flow;
  }

  /**
   * Does what the button in sight does: pays, or goes on to page two. Settles with what came of it, never rejects.
   * Going on settles with `refused`, since nothing was tried to be paid, or `invalid`.
   */
  submit(): Promise<Outcome> {
    if (this.disabled && (this.#flow === 'one-page' || this.step === 'payment')) return Promise.resolve('refused');
    return this.#checkout.submit();
  }

  /** Shows what is missing on the page in sight. Resolves to whether nothing is. */
  validate(): Promise<boolean> {
    return this.#checkout.validate();
  }

  /** Shows a page of two; page two once nothing is missing on page one. With one page it does nothing. */
  goTo(step: Step): void {
    this.#checkout.goTo(step);
  }

  /** Asks again what came of the payment. */
  recheck(): void {
    this.#checkout.recheck();
  }

  /** After an end: begins another purchase, or tries once more to open this one. */
  restart(): void {
    this.#checkout.restart();
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    if (!focusEmail(this.renderRoot, options)) this.#checkout.focusFrame('payment');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening ??= this.#checkout.listen();
    // After a move in the document the first rendering does not come again.
    if (this.hasUpdated) this.#begin();
  }

  /** @internal The browser's: a move in the document keeps everything, where it can move. */
  connectedMoveCallback(): void {
    // Frames stay alive in such a move: nothing is to be done, and nothing may be.
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Being re-parented looks like being removed, for a microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.#tearDown();
    });
  }

  /** All before it is drawn: what is asked for is on its way meanwhile, and it is drawn once. */
  protected override update(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#begin();
    this.#checkout.setLocale(this.#words.asked);
    const { state } = this.#checkout;
    if (state.name === 'failed' && state.error.code === 'config.invalid' && !changed.has('messages')) {
      if (!Array.isArray(readConfig(this)) && changed.size > 0) this.#checkout.restart();
    } else if (this.isConnected && this.#opened !== toPaid(this) && !this.busy) {
      // Something else is paid: what was open is left to itself. Money that may be moving is seen through first.
      this.#tearDown();
      this.connectedCallback();
    } else if (SOLD.some((name) => changed.has(name))) this.#checkout.itemsChanged();
    if ([...SOLD, ...ASKED].some((name) => changed.has(name))) this.#checkout.extrasChanged();
    if (changed.has('appearance') || changed.has('fonts')) this.#look.check();
    // No longer held back: `manual` until a framework has set everything, say.
    if (changed.get('loading') != null && state.name === 'idle') this.#begin();
    // A flow that is none changes nothing, and its developer is told.
    if (changed.has('flow') && this.state === 'ready') tellProblems(this);
    super.update(changed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('variant') && this.variant) this.#checkout.offerVariant(this.variant);
    // Set later, the flow is what the host wants now, whatever was assigned.
    if (changed.has('flow') && this.hasUpdated && this.state !== 'idle') this.#flowSet = true;
    const assigned = this.#flowSet ? null : this.#checkout.assigned;
    const flow = assigned?.flow ?? toFlow(this.flow ?? 'one-page') ?? this.#flow;
    if (flow === this.#flow || this.busy) return;
    this.#flow = flow;
    // Whoever is typing stays in sight.
    const onPayment = this.#mounts.hasFocus('payment') || this.renderRoot.querySelector('.payment :focus') !== null;
    this.#checkout.flowChanged(onPayment ? 'payment' : 'details');
  }

  override render(): TemplateResult | typeof nothing {
    if (this.waits) return nothing;
    const { state, busy } = this;
    showStates(this.#internals.states, { ready: state === 'ready', busy, complete: state === 'complete' });
    return html`
      ${this.#look.probe} ${checkoutView(toView(this, this.#checkout, this.#words), this.#onSubmit)}
      <slot name="footer"></slot>
    `;
  }

  readonly #host = toHost(
    this,
    (frame) => this.#mounts.node(frame),
    () => this.#look.read(),
    () => toCounted(this.#checkout)?.variant ?? null,
  );

  /** In no document it asks for nothing; back in one, it begins with what it says then. */
  #begin(): void {
    if (!this.isConnected) return;
    this.#opened = toPaid(this);
    this.#stopWaiting ??= whenWanted(this);
  }

  #tearDown(): void {
    this.#stopWaiting?.();
    this.#stopListening?.();
    this.#stopWaiting = this.#stopListening = null;
    this.#checkout.dispose();
    this.#mounts.remove();
    this.#checkout = createCheckout(this, this.#host, this.#words.speech);
    this.#flowSet = false;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (hasForm(this.#checkout.state)) void this.submit();
  };

  readonly #look = followLook(this, (look) => this.#checkout.setLook(look));
}

/** Typed listeners: the event's `detail` follows from its name. */
export interface BillingCheckout {
  /** Listens to an event of this element. */
  addEventListener<K extends keyof BillingEventMap>(
    type: K,
    listener: (this: BillingCheckout, event: BillingEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to an event of the platform. */
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: BillingCheckout, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to any other event. */
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
