/** Our look, as Stripe's Appearance, and the typefaces beside it. */
import type { Appearance, CssFontSource, CustomFontSource } from '@stripe/stripe-js';
import type { Look } from '../core/ports.js';

/** Stripe's own type, for what a page says itself. */
export type { Appearance };

/** Copies, because Stripe's types want what can be changed. */
export const toAppearance = ({ variables, rules, fonts: _, ...choices }: Look): Appearance => ({
  labels: 'above',
  ...choices,
  variables: { ...variables },
  rules: Object.fromEntries(Object.entries(rules).map(([selector, rule]) => [selector, { ...rule }])),
});

export const toFonts = ({ fonts = [] }: Look): (CssFontSource | CustomFontSource)[] => [...fonts];
