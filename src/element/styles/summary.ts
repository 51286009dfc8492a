/** The order summary, and the frames with the skeletons that keep their place. */
import { css } from 'lit';

export const summaryStyles = css`
  .lines {
    display: grid;
    gap: calc(var(--_gap) * 0.75);
    list-style: none;
  }

  .row {
    display: flex;
    gap: 1em;
    justify-content: space-between;
    align-items: baseline;
    font-size: 0.9375em;
  }

  .row > :last-child {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .row > :first-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .row small {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
  }

  .totals {
    display: grid;
    gap: 0.4em;
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_border);
  }

  .totals .row {
    color: var(--_muted);
  }

  .totals .due {
    margin-block-start: 0.35em;
    color: var(--_text);
    font-size: 1.0625em;
    font-weight: 620;
  }

  .then {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .frame {
    display: grid;
  }

  .frame > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  .frame.payment {
    min-block-size: var(--_payment-height);
  }

  .frame.address {
    min-block-size: var(--_address-height);
  }

  .frame slot {
    display: block;
  }

  .frame[aria-busy='true'] slot {
    opacity: 0;
  }

  .skeleton {
    display: grid;
    gap: 0.75em;
    align-content: start;
    pointer-events: none;
  }

  .bone {
    block-size: 1em;
    border-radius: calc(var(--_radius) * 0.6);
    background: color-mix(in srgb, var(--_muted) 16%, transparent);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .bone.input-size {
    block-size: 2.75em;
    border-radius: var(--_radius);
  }

  .bone.short {
    inline-size: 45%;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
