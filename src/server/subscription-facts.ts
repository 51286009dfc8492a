/** What a host is told of the life of its subscriptions. */
import type Stripe from 'stripe';

/** What a hook about a subscription is told. */
export interface SubscriptionFact {
  /** Type, objects and state reached, such as `subscription.renewed:sub_…:in_…`. The same however often it is told. */
  readonly fact: string;
  /** Read from Stripe just now. */
  readonly subscription: Stripe.Subscription;
  /** The invoice it is about, read just now; null where there is none. */
  readonly invoice: Stripe.Invoice | null;
}

/** What the hook about an updated card is told. */
export interface MethodFact {
  /** `card.updated:<method>:<last four digits>:<expiry>`. The same however often it is told. */
  readonly fact: string;
  /** Read from Stripe just now: the new number and expiry. */
  readonly paymentMethod: Stripe.PaymentMethod;
}

/** What is done about the life of a subscription. Run at least once per fact, in no particular order. */
export interface SubscriptionHooks {
  /** A subscription of this server's was made. */
  readonly subscriptionCreated?: SubscriptionHook;
  /** A trial ends within three days. */
  readonly trialEnding?: SubscriptionHook;
  /** A later period was paid. */
  readonly renewed?: SubscriptionHook;
  /** A try to charge an invoice has failed, and it is not paid yet. */
  readonly paymentFailed?: SubscriptionHook;
  /** The customer's bank wants to ask them before an invoice is paid. */
  readonly actionRequired?: SubscriptionHook;
  /** An invoice was paid after a try had failed. */
  readonly recovered?: SubscriptionHook;
  /** The subscription has ended. */
  readonly canceled?: SubscriptionHook;
  /** A customer's bank has given their card a new number or expiry. */
  readonly cardUpdated?: (fact: MethodFact) => Promise<void> | void;
}

/** What is done about a fact of a subscription. */
export type SubscriptionHook = (fact: SubscriptionFact) => Promise<void> | void;
