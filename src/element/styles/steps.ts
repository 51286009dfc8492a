/** The way through two pages: how far one is, and the way back. */
import { css } from 'lit';

export const steps = css`
  .steps {
    display: flex;
    gap: 0.75em;
    align-items: center;
    margin: 0;
    padding: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
    /* Not "none": Safari would no longer call it a list. */
    list-style: '';
    counter-reset: step;
  }

  .steps li {
    display: flex;
    gap: 0.6em;
    align-items: center;
    counter-increment: step;
  }

  .steps li::before {
    content: counter(step) / '';
    display: grid;
    place-items: center;
    inline-size: 1.9em;
    block-size: 1.9em;
    border: 1px solid var(--_border);
    border-radius: 50%;
    font-variant-numeric: tabular-nums;
  }

  .steps .done::before {
    content: '✓' / '';
    border-color: var(--_primary);
    color: var(--_primary);
  }

  .steps li + li {
    flex: 1;
  }

  .steps li + li::after {
    content: '';
    order: -1;
    flex: 0 1 4em;
    border-block-start: 1px solid var(--_hairline);
  }

  .steps [aria-current] {
    color: var(--_text);
  }

  .steps [aria-current]::before {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }

  button.back {
    justify-self: start;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
    text-decoration: none;
  }

  .back:hover {
    color: var(--_text);
  }

  .back::before {
    content: '‹' / '';
    display: inline-block;
    margin-inline-end: 0.5em;
  }

  .back:dir(rtl)::before {
    scale: -1 1;
  }
`;
