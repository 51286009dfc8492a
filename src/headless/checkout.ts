/** One checkout without a face: commands in, state out. */
import { isEmail } from '../contract/email.js';
import { showsDetails } from '../contract/shows-details.js';
import { isConfig, itemsOf } from '../core/config.js';
import { isFilled, leftAfterLeaving, leftAfterTyping, type Facts } from '../core/facts.js';
import type { Outcome } from '../core/outcome.js';
import type { CheckoutState, Step } from '../core/state.js';
import { createStore, type CheckoutStore, type StoreChange } from '../core/store.js';
import { BlackBox, type Trace } from '../core/trace.js';
import type { FieldFrame, FrameKind, Look } from '../core/ports.js';
import type { Assigned } from './assignment.js';
import { findInvalidDetails, tellEmail } from './check-details.js';
import { findInvalid } from './check-payment.js';
import { askOther } from './open-checkout.js';
import { PageHistory } from './page-history.js';
import { closeOpening, runEffect } from './run-effect.js';
import { Runtime, type Ports } from './runtime.js';
import { tellSwitched } from './tell-switched.js';
import { Timers } from './timers.js';
import { toOutcome } from './to-outcome.js';

/** States in which a submit is under way. */
const BUSY: ReadonlySet<CheckoutState['name']> = new Set(['validating', 'confirming', 'checking']);

/**
 * One checkout without a face. Its promises settle and never reject.
 *
 * @example
 * ```ts
 * import {
 *   Checkout,
 *   CheckoutSessionsGateway,
 *   createHttpBackend,
 *   createPurchaseLedger,
 *   systemClock,
 *   type CheckoutHost,
 * } from 'billing-checkout/headless';
 *
 * export function openCheckout(host: CheckoutHost): Checkout {
 *   const backend = createHttpBackend({ endpoint: () => '/billing' });
 *   const checkout = new Checkout({
 *     host,
 *     backend: () => backend,
 *     ledger: createPurchaseLedger(systemClock.now),
 *     clock: systemClock,
 *     createGateway: () => new CheckoutSessionsGateway(),
 *   });
 *   checkout.listen();
 *   checkout.load();
 *   return checkout;
 * }
 * ```
 */
export class Checkout {
  readonly #runtime: Runtime;
  readonly #store: CheckoutStore = createStore();
  readonly #timers: Timers;
  readonly #box = new BlackBox();
  readonly #waiting: (() => void)[] = [];
  readonly #history = new PageHistory((step) => {
    this.goTo(step);
  });
  readonly #stopActing: () => void;
  /** Submits that the state let through. */
  #accepted = 0;

  constructor(ports: Ports) {
    this.#runtime = new Runtime(ports, this.#store);
    this.#timers = new Timers(ports.clock);
    this.#stopActing = this.#store.subscribe(this.#onChange);
  }

  /** Where the checkout stands. */
  get state(): CheckoutState {
    return this.#store.state;
  }

  /** What has happened so far: the last 200 inputs and states, without values. */
  get trace(): Trace {
    return this.#box.trace;
  }

  /** What is known beside the state: what was typed, what it costs. */
  get facts(): Facts {
    return this.#runtime.facts;
  }

  /** The variant that is shown. Null without an experiment, and before it is known. */
  get assigned(): Assigned | null {
    return this.#runtime.assigned;
  }

  /** Whether a payment is being checked, made, or asked about. */
  get busy(): boolean {
    return BUSY.has(this.state.name);
  }

  /** Two letters of the country that was typed, or that the host knows; null before either. */
  get country(): string | null {
    return this.#runtime.country;
  }

  /** Loads Stripe.js and opens the session. */
  load(): void {
    this.#store.send({ type: 'load' });
  }

  /** After an end: begins another purchase, or tries once more to open this one. */
  restart(): void {
    this.#store.send({ type: 'restart' });
  }

  /** Asks again what came of the payment. */
  recheck(): void {
    this.#store.send({ type: 'recheck' });
  }

  /** Turns to a page of the form; forward once nothing is missing on the one before. With one page nothing is turned. */
  goTo(step: Step): void {
    if (this.#twoPages) this.#store.send({ type: 'go', step });
  }

  /** The host's `flow` is another now. The page that `step` names stays in sight. */
  flowChanged(step: Step): void {
    const { state } = this;
    const only = state.name === 'ready' && !showsDetails(state.session.features, []) ? 'payment' : null;
    this.#store.send({ type: 'flow.changed', step: this.#twoPages ? (only ?? step) : 'details' });
    tellSwitched(this.#runtime);
  }

  /** Pays. On page one of two it goes on to the next instead. A second call while one is under way settles with it. */
  async submit(): Promise<Outcome> {
    if (this.#runtime.ended.signal.aborted) return 'refused';
    if (this.#onPageOne) return this.#goOn();
    const before = this.state.name;
    const accepted = this.#accepted;
    this.#store.send({ type: 'submit' });
    // From within a listener of ours the submit waits its turn; that has come when this goes on.
    await Promise.resolve();
    if (this.busy) {
      return new Promise((resolve) => {
        this.#waiting.push(() => {
          resolve(toOutcome(this.state, 'validating'));
        });
      });
    }
    return toOutcome(this.state, this.#accepted > accepted ? 'validating' : before);
  }

  /** Makes every field in sight say what is missing. Resolves to whether nothing is. */
  async validate(): Promise<boolean> {
    const { state } = this;
    const { opening } = this.#runtime;
    if (state.name !== 'ready' || !opening) return false;
    const { features } = state.session;
    const invalid = this.#onPageOne
      ? await findInvalidDetails(this.#runtime, opening, features)
      : await findInvalid(this.#runtime, opening, features.email === 'ask');
    if (invalid) this.#store.send({ type: 'check.invalid', attempt: state.attempt, invalid });
    return invalid?.length === 0;
  }

  /** What the customer types as email. Stripe is told when they leave the field. */
  typeEmail(email: string): void {
    const { facts, touched } = this.#runtime;
    touched.add('email');
    this.#runtime.learn({
      email,
      emailSuggestion: null,
      left: leftAfterTyping(facts.left, 'email', !isFilled(facts, 'email')),
    });
  }

  /** The customer has left the email field: it says from now on what is wrong with it, and Stripe is told. */
  leaveEmail(): void {
    const { facts, opening, touched } = this.#runtime;
    const email = facts.email.trim();
    if (touched.has('email')) {
      this.#runtime.learn({ left: leftAfterLeaving(facts.left, 'email') });
      void suggest(this.#runtime, email);
    }
    if (opening && this.state.name === 'ready' && isEmail(email)) void tellEmail(this.#runtime, opening.gateway, email);
  }

  /** The email was meant as suggested. */
  takeSuggestion(): void {
    const { emailSuggestion } = this.facts;
    if (emailSuggestion === null) return;
    this.typeEmail(emailSuggestion);
    this.leaveEmail();
  }

  /** The customer has moved the save toggle. */
  toggleSave(savePayment: boolean): void {
    this.#runtime.learn({ savePayment });
  }

  /** What the customer types as a promotion code. */
  typePromotionCode(promotionCode: string): void {
    this.#runtime.learn({ promotionCode });
  }

  /** Has the typed code taken. Pay is held until Stripe has said what it costs then. */
  applyPromotionCode(): void {
    if (this.facts.promotionCode.trim()) this.#store.send({ type: 'promotion.apply' });
  }

  /** Takes the code away. */
  removePromotionCode(): void {
    this.#store.send({ type: 'promotion.remove' });
  }

  /**
   * Paying by invoice, where it is offered: `ask` looks the details through and shows what it means, `send` orders, `cancel`
   * goes back.
   */
  payByInvoice(step: 'ask' | 'send' | 'cancel'): void {
    if (this.facts.asked?.payByInvoice) this.#store.send({ type: `invoice.${step}` });
  }

  /** After Stripe.js was kept out: pays on a page of Stripe's, which leads back here. Where the server offers one. */
  payHosted(): void {
    if (this.facts.hosted) this.#store.send({ type: 'hosted.ask' });
  }

  /** What the customer types in an extra field, by its key. */
  typeExtra(key: string, value: string): void {
    this.#runtime.touched.add(key);
    this.#runtime.extras?.type(key, value);
  }

  /** The customer has left an extra field. */
  leaveExtra(key: string): void {
    if (this.state.name === 'ready' && this.#runtime.touched.has(key)) void this.#runtime.extras?.leave(key);
  }

  /** What is wrong with an extra field as it is now, by its key; null where nothing is. */
  problemOf(key: string): string | null {
    return this.#runtime.extras?.problem(key) ?? null;
  }

  /** The tag asks for other extra fields, or sells another quantity. */
  extrasChanged(): void {
    askOther(this.#runtime);
  }

  /** Price, quantity or items were set. The same session is changed and keeps its fields. */
  itemsChanged(): void {
    const config = this.#runtime.ports.host.config();
    const { opening } = this.#runtime;
    if (isConfig(config) && (opening?.sold === JSON.stringify(itemsOf(config)) || config.pays.kind !== 'purchase'))
      return;
    this.#store.send({ type: 'items.changed' });
  }

  /** The host has named its variant. Taken while it is waited for. */
  offerVariant(variant: string): void {
    this.#runtime.ports.assignment?.offer(variant);
  }

  /** Gives Stripe's fields another look; what was typed stays. */
  setLook(look: Look): void {
    this.#runtime.opening?.gateway.setLook(look);
  }

  /** Gives Stripe's fields another language, where Stripe can. The same again does nothing. */
  setLocale(locale: string): void {
    const { opening } = this.#runtime;
    if (!opening || opening.locale === locale) return;
    opening.locale = locale;
    opening.gateway.setLocale(locale);
  }

  /** Shows a field again after its node was taken away. */
  async remount(frame: FrameKind, node: HTMLElement): Promise<void> {
    await this.#runtime.opening?.gateway.mount(frame, node);
  }

  /** Puts the keyboard into one of Stripe's fields. */
  focusFrame(frame: FieldFrame): void {
    this.#runtime.opening?.gateway.focus(frame);
  }

  /** Listens to the page. Returns the way to stop. */
  listen(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const onNetwork = (): void => {
      this.#runtime.learn({ offline: !navigator.onLine });
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') this.#store.send({ type: 'page.visible' });
    };
    // It comes with every page's first load too, when there is nothing to be asked.
    const onPageShow = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      this.#store.send({ type: 'page.restored' });
      this.#store.send({ type: 'page.visible' });
    };
    document.addEventListener('visibilitychange', onVisible, { signal });
    window.addEventListener('pageshow', onPageShow, { signal });
    this.#history.listen(signal);
    this.#runtime.ports.funnel?.listen(signal);
    window.addEventListener('online', onNetwork, { signal });
    window.addEventListener('offline', onNetwork, { signal });
    return () => {
      listening.abort();
    };
  }

  /** Ends everything: requests, timers, fields. Whoever waits for a submit is answered. */
  dispose(): void {
    this.#runtime.ports.funnel?.end();
    this.#stopActing();
    this.#timers.clear();
    this.#runtime.ended.abort();
    closeOpening(this.#runtime);
    for (const settle of this.#waiting.splice(0)) settle();
  }

  get #twoPages(): boolean {
    return this.#runtime.ports.host.flow() === 'two-page';
  }

  /** Whether the customer is on the first of two pages. */
  get #onPageOne(): boolean {
    return this.#twoPages && this.state.name === 'ready' && this.state.step === 'details';
  }

  async #goOn(): Promise<Outcome> {
    this.goTo('payment');
    await Promise.resolve();
    const { state } = this;
    if (isLeaving(state)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.state.name === 'ready' && this.state.invalid ? 'invalid' : 'refused';
  }

  readonly #onChange = (change: StoreChange): void => {
    const { input, from, to, effects } = change;
    this.#box.record(change, this.#runtime.ports.clock.now());
    if (input.type === 'submit' && from !== to) this.#accepted += 1;
    if (from.name !== to.name || from.attempt !== to.attempt) this.#timers.clear();
    const { funnel } = this.#runtime.ports;
    // An opening knows its variant once it has begun. All else is counted before a host may act on it, or end it.
    const opens = effects.some(({ type }) => type === 'open');
    if (!opens) funnel?.onChange(change);
    for (const effect of effects) runEffect(this.#runtime, this.#timers, effect);
    if (opens) funnel?.onChange(change);
    if (from !== to) this.#runtime.ports.host.changed();
    if ('step' in from && 'step' in to && from.step !== to.step && input.type !== 'flow.changed')
      this.#history.follow(from.step, to.step);
    if (!this.busy && !isLeaving(to)) for (const settle of this.#waiting.splice(0)) settle();
    // Set while it was opening, or while money might have moved.
    if (to.name === 'ready' && !to.waiting && from.name !== to.name)
      queueMicrotask(() => {
        this.itemsChanged();
      });
  };
}

/** Looks for a slip in an email that could be right. Nothing waits for it. */
async function suggest(runtime: Runtime, email: string): Promise<void> {
  if (!isEmail(email)) return;
  const suggestEmail = await runtime.ports.loadSuggestEmail?.().catch(() => null);
  // Typed on, meanwhile.
  if (suggestEmail && runtime.facts.email.trim() === email) runtime.learn({ emailSuggestion: suggestEmail(email) });
}

/** Whether page one is being looked through. */
const isLeaving = (state: CheckoutState): boolean => state.name === 'ready' && state.waiting === 'details';
