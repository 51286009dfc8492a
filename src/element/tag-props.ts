/** What may be set on the tag, worked out from its class: frameworks' types follow from these and are never listed again. */
import type { BillingCheckout } from './billing-checkout.js';
import type { BillingEventMap } from './events.js';

/** Members of our own, not those that every element has. */
type OwnName = Exclude<keyof BillingCheckout, keyof HTMLElement | LitName>;
/** What Lit gives to its elements. */
type LitName = 'renderRoot' | 'renderOptions' | 'updateComplete' | 'isUpdatePending' | 'hasUpdated' | 'requestUpdate';

/** Two types that no assignment can tell apart; `readonly` is told apart. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether a member may be assigned. */
type IsWritable<K extends OwnName> = Same<Pick<BillingCheckout, K>, { -readonly [P in K]: BillingCheckout[P] }>;

/** Names of the properties a page may set: assignable, and no methods. */
export type TagPropertyName = {
  [K in OwnName]: BillingCheckout[K] extends (...args: never[]) => unknown
    ? never
    : IsWritable<K> extends true
      ? K
      : never;
}[OwnName];

/** Properties of the element that a page may set, each as the class documents it. */
export type TagProperties = { [K in TagPropertyName]?: BillingCheckout[K] | undefined };

type Primitive = string | number | boolean;

/** `publishableKey` is the attribute `publishable-key`. */
type ToAttribute<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${ToAttribute<Rest>}`
  : Name;

/** Attributes of the tag with the values that its properties take; what is personal or an object is none. */
export type TagAttributes = {
  [K in TagPropertyName as Extract<BillingCheckout[K], Primitive> extends never ? never : ToAttribute<K>]?:
    Extract<BillingCheckout[K], Primitive> | undefined;
};

/** Listeners by name, for frameworks that write `on` before the event's name. */
export type TagListeners = {
  [K in keyof BillingEventMap as `on${K}`]?: ((event: BillingEventMap[K]) => void) | undefined;
};
