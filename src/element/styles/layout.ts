/** Where things stand: form beside summary where there is room, below it where there is not. */
import { css } from 'lit';

export const layout = css`
  :host {
    display: block;
    color: var(--_text);
    background: var(--_background);
    font: var(--_size) / 1.5 var(--_font);
    -webkit-font-smoothing: antialiased;
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Around the form and not on the host: to read the tokens of a probe beside it takes no layout. */
  [lang] {
    container-type: inline-size;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .checkout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 2);
    padding: calc(var(--_gap) * 1.25);
  }

  /* Not in one language first and in another a moment later. */
  .wordless {
    visibility: hidden;
  }

  form,
  .column,
  section,
  .fields {
    display: grid;
    gap: calc(var(--_gap) * 0.75);
    min-width: 0;
    margin: 0;
  }

  form {
    gap: calc(var(--_gap) * 2);
  }

  fieldset {
    display: contents;
  }

  .page {
    display: grid;
    gap: inherit;
    min-width: 0;
  }

  /* The other of two pages keeps its width, so that Stripe's fields on it are laid out before they are seen. */
  .main {
    position: relative;
    min-width: 0;
  }

  .page[inert] {
    position: absolute;
    inset-block-start: 0;
    inline-size: 100%;
    max-block-size: 100%;
    overflow: clip;
    visibility: hidden;
  }

  h2[tabindex] {
    scroll-margin-block-start: 6rem;
  }

  h2[tabindex]:focus {
    outline: none;
  }

  p,
  small {
    text-wrap: pretty;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  .summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-content: start;
    padding: calc(var(--_gap) * 1.25);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
  }

  @container (min-width: 52rem) {
    .checkout {
      grid-template-columns: minmax(0, 1fr) minmax(18rem, 23rem);
      gap: calc(var(--_gap) * 3);
      align-items: start;
      padding: calc(var(--_gap) * 2);
    }

    .summary {
      grid-area: 1 / 2;
      position: sticky;
      inset-block-start: calc(var(--_gap) * 2);
      padding: calc(var(--_gap) * 1.75);
    }

    .main {
      grid-area: 1 / 1;
    }
  }

  .sr-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
