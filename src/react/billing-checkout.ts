'use client';
/** The component: primitives are attributes, so that servers render them; objects are properties; events have handlers. */
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type HTMLAttributes,
} from 'react';
import '../define.js';
import { BillingCheckout as BillingCheckoutElement } from '../element/billing-checkout.js';
import type { BillingEventMap } from '../element/events.js';
import type { TagProperties } from '../element/tag-props.js';

/** Handlers by the name of their prop. A list, for React has to know them when it runs; the type keeps it whole. */
const EVENTS = {
  onBillingReady: 'billing-ready',
  onBillingChange: 'billing-change',
  onBillingStep: 'billing-step',
  onBillingInvalid: 'billing-invalid',
  onBillingSubmit: 'billing-submit',
  onBillingDecline: 'billing-decline',
  onBillingAction: 'billing-action',
  onBillingProcessing: 'billing-processing',
  onBillingUnresolved: 'billing-unresolved',
  onBillingComplete: 'billing-complete',
  onBillingError: 'billing-error',
  onBillingExposure: 'billing-exposure',
} as const satisfies { readonly [K in keyof BillingEventMap as `on${ToPascal<K>}`]: K };

type ToPascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${ToPascal<Rest>}`
  : Capitalize<Name>;

/** Handlers of the element's events, each with the event that its name says. */
type Handlers = {
  [Prop in keyof typeof EVENTS]?: ((event: BillingEventMap[(typeof EVENTS)[Prop]]) => void) | undefined;
};

/**
 * Props: the element's own properties in camel case, `onBilling…` handlers, and what any tag takes. `ref` is the element,
 * with its methods.
 */
export type BillingCheckoutProps = TagProperties &
  Handlers &
  Omit<HTMLAttributes<BillingCheckoutElement>, keyof TagProperties>;

/** What Lit is told of a property. */
interface Declared {
  readonly attribute?: string | boolean;
  readonly type?: unknown;
  readonly converter?: unknown;
  readonly reflect?: boolean;
}

/** The attribute of each property that has one, as the class says. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  Object.entries<Declared>(BillingCheckoutElement.properties).flatMap(([name, { attribute = name.toLowerCase() }]) =>
    typeof attribute === 'string' ? [[name, attribute]] : [],
  ),
);

/** Before the first paint in a browser; servers have no layout, and React 18 complains of it there. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

const never = (): (() => void) => () => undefined;

/**
 * Takes a payment inside your page. Importing it registers `<billing-checkout>`.
 *
 * The nodes that Stripe's fields are shown in are React's own: rendered on the server, kept when it hydrates, never
 * replaced while the customer types.
 *
 * @example
 * ```tsx
 * import { BillingCheckout } from 'billing-checkout/react';
 *
 * export const Upgrade = ({ onPaid }: { readonly onPaid: () => void }) => (
 *   <BillingCheckout publishableKey="pk_test_…" price="pro_monthly" quantity={12} onBillingComplete={onPaid} />
 * );
 * ```
 */
export const BillingCheckout = forwardRef<BillingCheckoutElement, BillingCheckoutProps>(
  ({ children, ...props }, forwarded) => {
    const own = useRef<BillingCheckoutElement>(null);
    const latest = useRef<Readonly<Record<string, unknown>>>(props);
    const initial = useRef(new Map<string, unknown>());
    // What a server has rendered becomes an element before React has come to it: it waits for its objects and handlers.
    const live = useSyncExternalStore(
      never,
      () => true,
      () => false,
    );
    const { attributes, properties } = sortProps(props);

    useBeforePaint(() => {
      latest.current = props;
      if (own.current) setProperties(own.current, properties, initial.current);
    });
    useBeforePaint(() => listen(own.current, latest), []);
    useImperativeHandle(forwarded, () => own.current ?? notThere(), []);

    return createElement(
      'billing-checkout',
      { ...attributes, ...(!live && { loading: 'manual' }), ref: own },
      children,
      createElement('div', { key: 'payment', slot: 'payment' }),
      createElement('div', { key: 'address', slot: 'address' }),
      props.express ? createElement('div', { key: 'express', slot: 'express' }) : null,
    );
  },
);
BillingCheckout.displayName = 'BillingCheckout';

interface Sorted {
  readonly attributes: Record<string, unknown>;
  readonly properties: Record<string, unknown>;
}

/**
 * A boolean attribute is there or not; what is no primitive can only be a property. React 18 knows no `className` of a tag that is not HTML's;
 * `class` is known to all.
 */
function sortProps(props: Readonly<Record<string, unknown>>): Sorted {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    const attribute = ATTRIBUTES.get(name);
    if (Object.hasOwn(EVENTS, name) || value === undefined) continue;
    if (attribute !== undefined && typeof value !== 'object') {
      if (value !== false) attributes[attribute] = value;
    } else if (attribute === undefined && !Object.hasOwn(OBJECTS, name))
      attributes[name === 'className' ? 'class' : name] = value;
    else if (value !== null) properties[name] = value;
  }
  return { attributes, properties };
}

/** Properties that have no attribute. The type keeps it whole. */
const OBJECTS = {
  items: true,
  messages: true,
  defaultValues: true,
  headers: true,
  analytics: true,
  backend: true,
  fields: true,
  appearance: true,
  fonts: true,
} as const satisfies Readonly<Record<ObjectName, true>>;

type ObjectName = {
  [K in keyof TagProperties]-?: Extract<TagProperties[K], string | number | boolean> extends never ? K : never;
}[keyof TagProperties];

/** Sets what is given, and gives back what was there before to what is given no longer. */
function setProperties(
  element: BillingCheckoutElement,
  properties: Readonly<Record<string, unknown>>,
  initial: Map<string, unknown>,
): void {
  for (const [name, value] of Object.entries(properties)) {
    if (!initial.has(name)) initial.set(name, Reflect.get(element, name));
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
  }
  for (const [name, value] of initial) {
    if (Object.hasOwn(properties, name)) continue;
    initial.delete(name);
    Reflect.set(element, name, value);
  }
}

/** One listener per event for the element's life: it calls the handler of the last render. */
function listen(
  element: BillingCheckoutElement | null,
  latest: { readonly current: Readonly<Record<string, unknown>> },
): () => void {
  const listening = new AbortController();
  for (const [prop, type] of Object.entries(EVENTS)) {
    const listener = (event: Event): void => {
      const handler = latest.current[prop];
      if (typeof handler === 'function') Reflect.apply(handler, undefined, [event]);
    };
    element?.addEventListener(type, listener, { signal: listening.signal });
  }
  return () => {
    listening.abort();
  };
}

function notThere(): never {
  throw new Error('React mounts the tag before it gives out its ref.');
}
