/**
 * `<billing-checkout>` in Svelte 5: `import type {} from 'billing-checkout/tags/svelte'` in any file of yours.
 *
 * @module tags/svelte
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { TagAttributes, TagListeners, TagProperties } from '../element/tag-props.js';

/** What the tag takes in Svelte: attributes, properties, listeners such as `onbilling-complete`. */
export type BillingCheckoutTag = HTMLAttributes<BillingCheckout> & TagAttributes & TagProperties & TagListeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'billing-checkout': BillingCheckoutTag;
  }
}
