/** Our look, as Stripe's Appearance. */
import type { Appearance } from '@stripe/stripe-js';
import type { Look } from '../core/ports.js';

/** Copies, because Stripe's type wants mutable records. */
export const toAppearance = ({ theme, variables, rules }: Look): Appearance => ({
  theme,
  labels: 'above',
  variables: { ...variables },
  rules: Object.fromEntries(Object.entries(rules).map(([selector, rule]) => [selector, { ...rule }])),
});
