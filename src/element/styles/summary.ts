/** The order summary, and the frames with the skeletons that keep their place. */
import { css } from 'lit';

export const summaryStyles = css`
  .lines {
    display: grid;
    gap: calc(var(--_gap) * 0.75);
    /* Not "none": Safari would no longer call it a list. */
    list-style: '';
  }

  /* Many lines scroll by themselves: the total stays in sight, and the form below within reach. */
  .lines[tabindex] {
    max-block-size: min(26em, 55vh);
    margin-inline: -0.5em;
    padding: 0.25em 0.5em 1.5em;
    border-radius: var(--_radius);
    overflow-y: auto;
    scrollbar-width: thin;
    mask: linear-gradient(#000 calc(100% - 2em), transparent);
  }

  /* An amount that has no room beside the longest word goes below it. */
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }

  .row > :last-child {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  .row > :first-child {
    flex: 1 1 min-content;
    min-inline-size: 0;
    overflow-wrap: break-word;
  }

  /* How many at what price has the whole width: it does not wrap, and so nothing moves when it comes. */
  li.row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  li.row > :last-child {
    grid-area: 1 / 2;
  }

  li.row small {
    grid-column: span 2;
  }

  .row small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .totals {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4em;
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_hairline);
  }

  .totals .row {
    color: var(--_muted);
  }

  .totals .due {
    margin-block-start: 0.35em;
    color: var(--_text);
    font-weight: 600;
  }

  .then {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .row .link {
    font-size: 0.875em;
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
    /* The sentences take more lines, in most languages and currencies. */
    .then {
      min-block-size: 2lh;
    }

    .pay ~ .terms {
      min-block-size: 3lh;
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
    gap: 0.5em 0.75em;
    align-content: start;
    pointer-events: none;
  }

  .payment .skeleton {
    grid-template-columns: 1fr 1fr;
  }

  .payment .bone:nth-child(-n + 2) {
    grid-column: span 2;
  }

  /* What is not known yet has the structure, and so the size, of what will be. */
  .bone,
  .ghost > * {
    border-color: transparent;
    border-radius: calc(var(--_radius) * 0.6);
    background: color-mix(in srgb, var(--_muted) 12%, transparent);
    animation: breathe 1.6s ease-in-out 0.8s infinite;
  }

  .ghost > * {
    display: block;
    flex: none;
    inline-size: 40%;
  }

  .ghost > :last-child:not(:first-child) {
    inline-size: 4.5em;
  }

  .then.ghost > :last-child {
    inline-size: 80%;
  }

  .toggle.ghost > i {
    inline-size: 2.5em;
    block-size: 1.5em;
    border-radius: 1em;
  }

  .toggle.ghost > :last-child {
    flex: 0 1 auto;
    inline-size: auto;
  }

  .bone {
    block-size: 2.825em;
    border-radius: var(--_radius);
  }

  .bone.short {
    inline-size: 6em;
    block-size: 0.875em;
    margin-block-start: 0.25em;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
