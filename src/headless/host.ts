/** What a checkout needs from whoever shows it. */
import type { CheckoutConfig, ConfigProblem, DefaultValues } from '../core/config.js';
import type { Emission, FocusTarget } from '../core/effects.js';
import type { AssignmentTag } from './assignment.js';
import type { FrameKind, Look } from '../core/ports.js';
import type { Flow } from '../core/state.js';

/** What a host is asked before money moves. */
export interface SubmitQuestion {
  /** Counts the submits of this checkout that reached this point, from 1. */
  readonly attempt: number;
  /** In Stripe's word, such as `card`; `invoice` where an invoice is asked for. */
  readonly method: string | null;
  /** Integer in the currency's minor unit. */
  readonly total: number;
  /** Three lower-case letters (ISO 4217). */
  readonly currency: string;
}

/** The host's answer: go on, or a sentence for the customer. */
export type SubmitVerdict =
  /** Money may move. */
  | { readonly go: true }
  /** It may not. */
  | {
      readonly go: false;
      /** What the customer reads. Absent: words of the element's own. */
      readonly message?: string;
    };

/** Tells of changes that are nobody's state: what is typed, chosen or due. */
export interface ChangeEmission {
  readonly event: 'billing-change';
  /** Nothing more is wanted from the customer. */
  readonly complete: boolean;
  /** Payment method type, in Stripe's word, such as `card`. Null before one is chosen. */
  readonly method: string | null;
  /** Due today: an integer in the currency's minor unit. */
  readonly total: number;
  /** Three lower-case letters (ISO 4217). */
  readonly currency: string;
  /** Whether the save toggle is on. */
  readonly savePayment: boolean;
}

/** Tells of the variant, once the form can be used. */
export interface ExposureEmission {
  readonly event: 'billing-exposure';
  /** The experiment's. */
  readonly name: string;
  /** What is shown: one of the experiment's variants. */
  readonly variant: string;
  /** Whether the flows differ for this customer: page one would be shown. Computed alike in every arm. */
  readonly differs: boolean;
}

/** What hosts are told. */
export type HostEmission = (Emission | ChangeEmission | ExposureEmission) & {
  /** How many submits of this checkout have reached the host's question so far. */
  readonly submits: number;
};

/**
 * Whoever shows the checkout: an element, or a page of its own.
 *
 * @example
 * ```ts
 * import type { CheckoutHost } from 'billing-checkout/headless';
 *
 * // A page of your own. `draw` shows the checkout's `state` and `facts` as they are now.
 * export const createHost = (draw: () => void): CheckoutHost => ({
 *   config: () => ({
 *     publishableKey: 'pk_test_…',
 *     endpoint: '/billing',
 *     pays: { kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 1 }] },
 *     returnUrl: location.href,
 *     express: false,
 *     wishes: { quantity: false, company: null, taxId: null, purchaseOrder: null, payByInvoice: false, fields: [] },
 *   }),
 *   flow: () => 'one-page',
 *   defaultValues: () => ({}),
 *   locale: () => 'en',
 *   look: () => ({ theme: 'stripe', variables: {}, rules: {} }),
 *   node: (frame) => {
 *     const node = document.createElement('div');
 *     document.querySelector(`.${frame}`)?.append(node);
 *     return Promise.resolve(node);
 *   },
 *   beforeSubmit: () => Promise.resolve({ go: true }),
 *   emit: ({ event }) => {
 *     console.log(event);
 *   },
 *   focus: (target) => {
 *     document.querySelector<HTMLElement>(`[data-focus="${target}"]`)?.focus();
 *   },
 *   changed: draw,
 * });
 * ```
 */
export interface CheckoutHost {
  /** Read at each use, so that attributes stay live. */
  config(): CheckoutConfig | readonly ConfigProblem[];
  /** What the tag says about an experiment. Read when the checkout opens. */
  experiment?(): AssignmentTag;
  /** Whether the form is shown as one page or as two. */
  flow(): Flow;
  /** What is known of the customer. Never leaves for anyone but Stripe. */
  defaultValues(): DefaultValues;
  /** BCP 47. */
  locale(): string;
  /** How Stripe's fields are to look. */
  look(): Look;
  /** A node of the light DOM, connected and outside every shadow root, for one of Stripe's fields. */
  node(frame: FrameKind): Promise<HTMLElement>;
  /** Asked before money moves; may take its time, or refuse. */
  beforeSubmit(question: SubmitQuestion): Promise<SubmitVerdict>;
  /** Told what a host's page may want to know. No secret, nothing personal. */
  emit(emission: HostEmission): void;
  /** The customer wants another quantity: what `config()` says from now on, once `itemsChanged()` is called. */
  setQuantity?(quantity: number): void;
  /** Asked to move the keyboard, after an attempt has ended. */
  focus(target: FocusTarget): void;
  /** Something to be shown has changed. */
  changed(): void;
}
