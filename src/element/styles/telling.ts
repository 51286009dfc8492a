/** What is told: errors, terms, what goes on, what came of it. */
import { css } from 'lit';

export const telling = css`
  .alert {
    display: grid;
    gap: 0.25em;
    padding: 0.85em 1em;
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_background));
  }

  .alert strong {
    color: var(--_danger);
    font-weight: 600;
  }

  .alert ul {
    padding-inline-start: 1.1em;
  }

  .alert .link {
    vertical-align: top;
  }

  .terms,
  .status {
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.5;
    min-block-size: 1lh;
    text-align: center;
    text-wrap: balance;
  }

  /* Two lines in most languages: what stands below the form stays there when they come. */
  .pay ~ .terms {
    min-block-size: 2lh;
  }

  .spinner {
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  .outcome {
    display: grid;
    gap: var(--_gap);
    justify-items: center;
    max-inline-size: 30rem;
    margin: 0 auto;
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 1.25);
    text-align: center;
  }

  .outcome h2 {
    font-size: 1.5em;
  }

  .outcome p {
    color: var(--_muted);
    text-wrap: balance;
  }

  .outcome,
  .alert {
    animation: arrive 0.25s ease-out;
  }

  @keyframes arrive {
    from {
      translate: 0 0.5em;
    }
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_primary) 14%, transparent);
    color: var(--_primary);
  }

  .mark.bad {
    background: color-mix(in srgb, var(--_danger) 12%, transparent);
    color: var(--_danger);
  }

  .mark svg {
    inline-size: 1.6rem;
    block-size: 1.6rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-dasharray: 72;
    animation: draw 0.5s ease-out;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 72;
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    justify-content: center;
  }
`;
