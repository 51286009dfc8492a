/** Our look, as Stripe's Appearance, and the typefaces beside it. */
import type { Appearance, CssFontSource, CustomFontSource } from '@stripe/stripe-js';
import type { Look } from '../core/ports.js';

/** Stripe's own type, for what a page says itself. */
export type { Appearance };

/** What a group of Stripe's fields is made with. */
export interface Dress {
  appearance: Appearance;
  fonts: (CssFontSource | CustomFontSource)[];
}

/** Copies, because Stripe's types want what can be changed. */
export const toDress = ({ variables, rules, fonts = [], ...choices }: Look): Dress => ({
  appearance: {
    labels: 'above',
    ...choices,
    variables: { ...variables },
    rules: Object.fromEntries(Object.entries(rules).map(([selector, rule]) => [selector, { ...rule }])),
  },
  fonts: [...fonts],
});
