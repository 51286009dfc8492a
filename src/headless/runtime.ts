/** What the effects of one checkout share. */
import type { findPlaceFault, Place, PlaceFault } from '../contract/address-rules.js';
import type { CheckoutConfig } from '../core/config.js';
import { EXTRA_FIELDS, type CheckoutState } from '../core/state.js';
import { NO_FACTS, isFilled, type Facts } from '../core/facts.js';
import type { Extra } from '../core/extra-fields-port.js';
import type { CheckoutSession } from '../contract/sessions.js';
import type { Backend, Contact, GatewayEvent, PaymentGateway, Result } from '../core/ports.js';
import type { CheckoutStore } from '../core/store.js';
import type { Assigned, Assignment } from './assignment.js';
import type { ChangeEmission, CheckoutHost } from './host.js';
import type { PageFunnel } from './page-funnel.js';
import type { PurchaseLedger } from './purchase-ledger.js';
import type { Clock } from './timers.js';

/** Ports of a checkout. */
export interface Ports {
  /** Whoever shows the checkout. */
  readonly host: CheckoutHost;
  /** Read at each use: hosts may replace HTTP. */
  readonly backend: () => Backend;
  /** Where purchases are kept from one load of the page to the next. */
  readonly ledger: PurchaseLedger;
  /** All timers of the checkout, so that tests can move time. */
  readonly clock: Clock;
  /** Makes the way to pay, once per opening. */
  readonly createGateway: () => PaymentGateway<HTMLElement>;
  /** The way to pay intents, for servers that answer with one. Rejects where it cannot be loaded. */
  readonly loadIntentsGateway?: () => Promise<PaymentGateway<HTMLElement>>;
  /** @internal What only some tags ask for. Rejects where it cannot be loaded; without it none of that is asked. */
  readonly loadExtraFields?: () => Promise<(runtime: Runtime) => Extra>;
  /** @internal Goes to a page of Stripe's. Rejects where it cannot be loaded; without it nobody goes there. */
  readonly loadHosted?: () => Promise<(runtime: Runtime, attempt: number, open: OpenSession) => Promise<void>>;
  /** Leaves the page for another address. Default: `location.assign`. */
  readonly leave?: (url: string) => void;
  /** @internal Knows what rules about addresses mean. Rejects where it cannot be loaded; then only the server holds them. */
  readonly loadAddressRules?: () => Promise<typeof findPlaceFault>;
  /** @internal Finds likely slips in emails. Rejects where it cannot be loaded; then none is found. */
  readonly loadSuggestEmail?: () => Promise<(email: string) => string | null>;
  /** Finds the variant of an experiment, for hosts that run one. */
  readonly assignment?: Assignment;
  /** Counts; it only listens. */
  readonly funnel?: PageFunnel;
}

/** One opening: its gateway, what it was opened with, and the end of its requests. */
export interface Opening {
  /** Replaced before its session is given, where the server works with intents. */
  gateway: PaymentGateway<HTMLElement>;
  readonly config: CheckoutConfig;
  readonly abort: AbortController;
  /** The language that Stripe's fields were asked for last. */
  locale: string;
  /** The purchase in the ledger. Another plan moves it. */
  purchase: string;
  /** What the server was last told is sold. */
  sold: string;
  /** The server knows that the customer has seen another flow than the one assigned. */
  switched: boolean;
  /** The last change of what is sold; the next waits for it. */
  updates: Promise<void>;
}

/** Asks the server for the session of a purchase; with `returnUrl` for a page of Stripe's that leads back there. */
export type OpenSession = (
  runtime: Runtime,
  opening: Pick<Opening, 'config' | 'purchase' | 'abort'>,
  returnUrl?: string,
) => Promise<Result<CheckoutSession>>;

/** What the effects of one checkout share. */
export class Runtime {
  readonly ports: Ports;
  readonly store: CheckoutStore;
  /** Ends the questions that outlive an opening. */
  readonly ended = new AbortController();
  opening: Opening | null = null;
  /** Null for tags that ask for nothing more. */
  extras: Extra | null = null;
  /** The variant that is shown. Null without an experiment, and before it is known. */
  assigned: Assigned | null = null;
  /** Name of the purchase in the ledger, kept after the opening is closed. */
  purchase: string | null = null;
  /** Keys of our fields that the customer has typed in: what nobody has touched complains of nothing. */
  readonly touched = new Set<string>();
  /** Submits that reached the host, from 1. */
  submits = 0;
  /** The address as typed, given back after a reopening. Memory only. */
  contact: Contact | undefined;
  /** Looks at an address by the shop's rules. Null where there are none. */
  findAddressFault: ((address: Place) => PlaceFault | null) | null = null;
  #facts: Facts = NO_FACTS;
  readonly #learners = new Set<() => void>();
  #lastChange = '';

  constructor(ports: Ports, store: CheckoutStore) {
    this.ports = ports;
    this.store = store;
  }

  get facts(): Facts {
    return this.#facts;
  }

  /** Two letters of the country that was typed, or that the host knows; null before either. */
  get country(): string | null {
    return (this.contact ?? this.ports.host.defaultValues().billingAddress)?.address.country ?? null;
  }

  /** Why the shop does not sell to the address that is typed. */
  get addressFault(): PlaceFault | null {
    return (this.contact && this.findAddressFault?.(this.contact.address)) ?? null;
  }

  /** Learns something, and tells whoever shows it. */
  learn(news: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...news };
    this.ports.funnel?.onFacts(this.#facts);
    this.#emitChange();
    this.ports.host.changed();
    for (const learner of this.#learners) learner();
  }

  /** Resolves to whether the facts came to hold what is asked, or the signal was first. */
  until(holds: (facts: Facts) => boolean, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!signal.aborted && !holds(this.#facts)) return;
        this.#learners.delete(look);
        signal.removeEventListener('abort', look);
        resolve(!signal.aborted);
      };
      this.#learners.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  /** Takes in what Stripe's fields say. */
  readonly onGatewayEvent = (event: GatewayEvent): void => {
    const { shown, filled } = this.#facts;
    switch (event.type) {
      case 'summary':
        this.learn({ summary: event.summary });
        return;
      case 'frame.ready':
        this.learn({ shown: { ...shown, [event.frame]: true } });
        return;
      case 'wallets.known':
        this.learn({ wallets: event.available });
        return;
      case 'wallet.authorized':
        this.store.send({ type: 'submit', wallet: event.wallet });
        return;
      case 'frame.failed':
        // What was typed there was told before.
        if (event.frame === 'address' && this.store.state.name === 'confirming') return;
        this.store.send({ type: 'frame.failed', error: event.error });
        return;
      case 'payment.changed':
        this.learn({ filled: { ...filled, payment: event.complete }, method: event.method, saved: event.saved });
        return;
      case 'address.changed':
        this.contact = event.contact;
        this.learn({ filled: { ...filled, address: event.complete }, addressFault: this.addressFault });
        return;
    }
  };

  /** `billing-change`, only when what it says has changed. */
  #emitChange(): void {
    const { summary, method, savePayment } = this.#facts;
    if (!summary || !usable(this.store.state)) return;
    const { total, currency } = summary;
    const change: ChangeEmission = {
      event: 'billing-change',
      complete: isComplete(this.#facts, this.store.state),
      method,
      total,
      currency,
      savePayment,
    };
    const key = JSON.stringify(change);
    if (key === this.#lastChange) return;
    this.#lastChange = key;
    this.ports.host.emit({ ...change, submits: this.submits });
  }
}

const usable = ({ name }: CheckoutState): boolean => name === 'ready' || name === 'validating' || name === 'confirming';

/** Whether nothing more is wanted from the customer. */
export function isComplete(facts: Facts, state: CheckoutState): boolean {
  if (!('session' in state)) return false;
  const { email, billingAddress } = state.session.features;
  return (
    isFilled(facts, 'payment') &&
    EXTRA_FIELDS.every((field) => isFilled(facts, field)) &&
    (email === 'known' || isFilled(facts, 'email')) &&
    (billingAddress === 'auto' || isFilled(facts, 'address'))
  );
}
