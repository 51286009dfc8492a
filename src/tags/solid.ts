/**
 * `<billing-checkout>` in JSX of Solid: `import type {} from 'billing-checkout/tags/solid'` in any file of yours.
 *
 * @module tags/solid
 */
import type { JSX } from 'solid-js';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { BillingEventMap } from '../element/events.js';
import type { TagAttributes, TagProperties } from '../element/tag-props.js';

/** Solid sets a property where its name follows `prop:`. */
type SolidProperties = { [K in keyof TagProperties as `prop:${K}`]: TagProperties[K] };

/** Solid listens to an event where its name follows `on:`. */
type SolidListeners = {
  [K in keyof BillingEventMap as `on:${K}`]?: ((event: BillingEventMap[K]) => void) | undefined;
};

/** What the tag takes in Solid: attributes, `prop:items`, `on:billing-complete`. */
export type BillingCheckoutTag = JSX.HTMLAttributes<BillingCheckout> & TagAttributes & SolidProperties & SolidListeners;

declare module 'solid-js' {
  // The framework's own way to be told of a tag.
  namespace JSX {
    interface IntrinsicElements {
      'billing-checkout': BillingCheckoutTag;
    }
  }
}
