/**
 * `<billing-checkout>` in JSX of Preact: `import type {} from 'billing-checkout/tags/preact'` in any file of yours.
 *
 * @module tags/preact
 */
import type { HTMLAttributes } from 'preact';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { TagAttributes, TagListeners, TagProperties } from '../element/tag-props.js';

/** What the tag takes in Preact: attributes, properties, listeners such as `onbilling-complete`. */
export type BillingCheckoutTag = HTMLAttributes<BillingCheckout> & TagAttributes & TagProperties & TagListeners;

declare module 'preact' {
  // The framework's own way to be told of a tag.
  namespace JSX {
    interface IntrinsicElements {
      'billing-checkout': BillingCheckoutTag;
    }
  }
}
