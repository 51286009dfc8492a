/** What some customers need, over everything else. */
import { css } from 'lit';

export const needs = css`
  /* 24 px high at least, whatever size the browser gives to the letters of its controls; its place is as large. */
  .toggle input,
  .toggle.ghost > i {
    font-size: max(1em, 1rem);
  }

  @media (forced-colors: active) {
    /* The browser would lay the page's color behind words that have the system's color for words on another. */
    :is(button, .button):not(.link, .quiet),
    .pay slot,
    .steps [aria-current]::before {
      forced-color-adjust: none;
    }

    .alert {
      border-color: CanvasText;
    }
  }
`;
