/**
 * `<billing-checkout>` in JSX of React 18 and 19: `import type {} from 'billing-checkout/tags/react'` in any file of yours.
 *
 * React 19 sets properties and listens to events of the tag by itself; React 18 does neither: there, and for a component
 * with `onComplete` and its like, see `billing-checkout/react`.
 *
 * @module tags/react
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { TagAttributes, TagListeners, TagProperties } from '../element/tag-props.js';

/** What the tag takes in React: attributes, properties (React 19), listeners such as `onbilling-complete` (React 19). */
export type BillingCheckoutTag = DetailedHTMLProps<HTMLAttributes<BillingCheckout>, BillingCheckout> &
  TagAttributes &
  TagProperties &
  TagListeners;

declare module 'react' {
  // The framework's own way to be told of a tag.
  namespace JSX {
    interface IntrinsicElements {
      'billing-checkout': BillingCheckoutTag;
    }
  }
}
