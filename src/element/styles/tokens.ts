/** The twelve `--billing-*` tokens, in light and dark. Stripe's fields are given the same values. */
import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;
    --_primary: var(--billing-color-primary, light-dark(#4f46e5, #8b8bff));
    --_on-primary: var(--billing-color-on-primary, light-dark(#ffffff, #12121c));
    --_background: var(--billing-color-background, light-dark(#ffffff, #17171f));
    --_surface: var(--billing-color-surface, light-dark(#f6f6fa, #1f1f2a));
    --_text: var(--billing-color-text, light-dark(#1a1a24, #f2f2f7));
    --_muted: var(--billing-color-muted, light-dark(#62627a, #a6a6bd));
    --_border: var(--billing-color-border, light-dark(#d9d9e6, #3a3a4b));
    --_danger: var(--billing-color-danger, light-dark(#c0123c, #ff7a93));
    --_radius: var(--billing-radius, 10px);
    --_font: var(--billing-font-family, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_size: var(--billing-font-size, 16px);
    --_gap: var(--billing-gap, 1rem);
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  /* Carries the resolved tokens to where script can read them. */
  .probe {
    display: none;
    color: var(--_text);
    background-color: var(--_background);
    border: 1px solid var(--_border);
    outline-color: var(--_primary);
    text-decoration-color: var(--_danger);
    caret-color: var(--_muted);
    column-rule-color: var(--_surface);
    border-radius: var(--_radius);
    font: var(--_size) var(--_font);
  }
`;
