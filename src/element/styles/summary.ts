/** The order summary, and the frames with the skeletons that keep their place. */
import { css } from 'lit';

export const summaryStyles = css`
  .lines {
    display: grid;
    gap: calc(var(--_gap) * 0.75);
    /* Not "none": Safari would no longer call it a list. */
    list-style: '';
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

  .row .link {
    font-size: 0.9em;
  }

  .promotion {
    font-size: 0.9375em;
  }

  .promotion summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    list-style: none;
    cursor: pointer;
  }

  .promotion.ghost {
    min-block-size: 1.5rem;
  }

  .promotion summary::-webkit-details-marker {
    display: none;
  }

  .promotion form {
    display: block;
    margin-block-start: calc(var(--_gap) * 0.5);
  }

  .apply {
    display: flex;
    gap: 0.5em;
  }

  .frame {
    display: grid;
  }

  .frame > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  /* As tall as Stripe's fields are when they come: nothing may move then. */
  .frame.payment {
    min-block-size: 15em;
  }

  .frame.address {
    min-block-size: 14.375em;
  }

  @container (min-width: 26rem) {
    .frame.payment {
      min-block-size: 12.5em;
    }
  }

  @container (max-width: 26rem) {
    /* The sentence takes two lines in most currencies. */
    .then {
      min-block-size: 2lh;
    }
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

  /* What is not known yet has the structure, and so the size, of what will be. */
  .bone,
  .ghost > * {
    border-color: transparent;
    border-radius: calc(var(--_radius) * 0.6);
    background: color-mix(in srgb, var(--_muted) 15%, transparent);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .ghost > * {
    inline-size: 40%;
  }

  .ghost > :last-child:not(:first-child) {
    inline-size: 20%;
  }

  .bone {
    block-size: 2.875em;
    border-radius: var(--_radius);
  }

  .bone.short {
    inline-size: 30%;
    block-size: 0.9em;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
