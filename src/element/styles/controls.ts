/** What is typed in, clicked and read. Sizes match Stripe's fields, so that both sides of a frame look like one form. */
import { css } from 'lit';

export const controls = css`
  label,
  .label {
    display: block;
    margin-block-end: 0.3em;
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.4;
  }

  .input {
    inline-size: 100%;
    padding: 0.7em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
    line-height: 1.25;
  }

  .input:hover {
    border-color: color-mix(in srgb, var(--_border), var(--_text) 35%);
  }

  .input[aria-invalid='true'] {
    --_primary: var(--_danger);
    border-color: var(--_danger);
  }

  .input:focus-visible {
    border-color: var(--_primary);
    outline: 2px solid transparent;
    box-shadow:
      0 0 0 1px var(--_primary),
      0 0 0 4px color-mix(in srgb, var(--_primary) 22%, transparent);
  }

  .box {
    position: relative;
  }

  /* A tick at the end of the line; without an image, which a strict policy would not load. */
  .box.good::after {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 1.1em;
    inline-size: 0.35em;
    block-size: 0.7em;
    border: solid #1a9c5b;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -60%;
    pointer-events: none;
  }

  .box.good .input {
    padding-inline-end: 2.25em;
  }

  /* Side by side where there is room. */
  .pairs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    gap: var(--_gap);
    align-items: start;
  }

  .hint {
    margin-block-start: 0.35em;
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* What moves away while it is pressed gets no click. */
  .error {
    color: var(--_danger);
    animation: tell 1ms step-end;
  }

  :host(:active) .hint {
    animation-play-state: paused;
  }

  @keyframes tell {
    from {
      margin: 0;
      overflow: clip;
      block-size: 0;
    }
  }

  .input.known {
    border-color: transparent;
    background: var(--_surface);
  }

  .input.bone {
    block-size: auto;
  }

  .toggle {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    padding: 0.15em 0;
    font-size: 0.875em;
    font-weight: 400;
    cursor: pointer;
  }

  .toggle input {
    appearance: none;
    flex: none;
    inline-size: 2.5em;
    block-size: 1.5em;
    margin: 0;
    padding: 0.1875em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    background: var(--_surface);
    cursor: inherit;
    transition: background-color 0.15s;
  }

  .toggle input::before {
    content: '';
    display: block;
    block-size: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_muted);
    transition:
      translate 0.15s,
      background-color 0.15s;
  }

  .toggle input:checked {
    border-color: var(--_primary);
    background: var(--_primary);
  }

  .toggle input:checked::before {
    translate: 1em 0;
    background: var(--_on-primary);
  }

  .toggle input:dir(rtl):checked::before {
    translate: -1em 0;
  }

  .toggle small {
    display: block;
    color: var(--_muted);
    font-size: inherit;
  }

  button,
  .button {
    display: inline-flex;
    gap: 0.6em;
    align-items: center;
    justify-content: center;
    min-block-size: max(3em, 2.75rem);
    padding: 0.6em 1.25em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_primary);
    color: var(--_on-primary);
    font: inherit;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-decoration: none;
    text-wrap: balance;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    background: color-mix(in srgb, var(--_primary), var(--_text) 12%);
    /* Only under a pointer: a color that fades while somebody types makes each key wait for its frames. */
    transition: background-color 0.15s;
  }

  button:active {
    translate: 0 1px;
  }

  .pay {
    inline-size: 100%;
    min-block-size: max(3.25em, 2.75rem);
  }

  .quiet {
    border-color: var(--_border);
    background: transparent;
    color: var(--_text);
  }

  .quiet:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }

  /* Held; one that is at work keeps its color. */
  button[aria-disabled='true']:not(.link, :has(.spinner)) {
    background: color-mix(in srgb, var(--_muted) 16%, transparent);
    color: var(--_muted);
  }

  button[aria-disabled='true'] {
    cursor: default;
    translate: none;
  }

  /* No target is smaller than a fingertip needs: 24 px, 44 for what is pressed most. */
  button.link {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  :is(button, .button, summary, a, .toggle input, [tabindex]):focus-visible {
    outline: 2px solid var(--_primary);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    :not(.probe, .spinner, .hint),
    ::before {
      animation: none !important;
      transition: none !important;
    }

    .spinner {
      animation-duration: 2s;
    }
  }
`;
