/**
 * `<billing-checkout>` in Vue's templates: `import type {} from 'billing-checkout/tags/vue'` in any file of yours. Tell
 * Vue's compiler that it is no component: `isCustomElement: (tag) => tag === 'billing-checkout'`.
 *
 * @module tags/vue
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { BillingEventMap } from '../element/events.js';
import type { TagAttributes, TagProperties } from '../element/tag-props.js';

/** `billing-complete` is `BillingComplete` behind Vue's `on`. */
type ToPascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${ToPascal<Rest>}`
  : Capitalize<Name>;

/** `@billing-complete` in a template. */
type VueListeners = {
  [K in keyof BillingEventMap as `on${ToPascal<K>}`]?: ((event: BillingEventMap[K]) => void) | undefined;
};

/** What the tag takes in a template of Vue: attributes, properties as `.items` or `:items`, listeners as `@billing-complete`. */
export type BillingCheckoutTag = new () => {
  /** What its compiler reads. */
  $props: HTMLAttributes & PublicProps & TagAttributes & TagProperties & VueListeners;
};

declare module 'vue' {
  interface GlobalComponents {
    'billing-checkout': BillingCheckoutTag;
  }
}
