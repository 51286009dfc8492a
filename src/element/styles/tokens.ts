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
    --_border: var(--billing-color-border, light-dark(#8a8a9e, #6a6a80));
    --_danger: var(--billing-color-danger, light-dark(#c0123c, #ff7a93));
    --_radius: var(--billing-radius, 10px);
    --_font: var(--billing-font-family, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_size: var(--billing-font-size, 16px);
    --_gap: var(--billing-gap, 1rem);
    /* Between parts; the lines of fields have to be seen, these need not. */
    --_hairline: color-mix(in srgb, var(--_border) 40%, transparent);
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  /*
   * Carries the resolved tokens to where script can read them. Mixed with itself, a color of any kind becomes one of sRGB. Its
   * transitions tell of every change, whatever has caused it; its animation, that it is shown again.
   */
  .probe {
    position: absolute;
    visibility: hidden;
    forced-color-adjust: none;
    color: color-mix(in srgb, var(--_text), var(--_text));
    background-color: color-mix(in srgb, var(--_background), var(--_background));
    border: 0 solid color-mix(in srgb, var(--_border), var(--_border));
    outline-color: color-mix(in srgb, var(--_primary), var(--_primary));
    text-decoration-color: color-mix(in srgb, var(--_danger), var(--_danger));
    caret-color: color-mix(in srgb, var(--_muted), var(--_muted));
    column-rule-color: color-mix(in srgb, var(--_on-primary), var(--_on-primary));
    border-radius: var(--_radius);
    font: var(--_size) var(--_font);
    row-gap: calc(var(--_gap) * 0.75);
    transition: 1ms step-start;
    transition-behavior: allow-discrete;
    animation: shown 1ms;
  }

  @keyframes shown {
  }

  @media (forced-colors: active) {
    :host {
      --_primary: Highlight;
      --_on-primary: HighlightText;
      --_background: Canvas;
      --_surface: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: CanvasText;
      --_danger: CanvasText;
    }

    /* The colors are the system's already; what is slotted is the page's. */
    .checkout,
    .outcome {
      forced-color-adjust: none;
    }

    slot {
      forced-color-adjust: auto;
    }

    .summary {
      outline: 1px solid;
    }
  }
`;
