/** The buttons of wallets, and the line between them and the form. */
import { css } from 'lit';

export const express = css`
  .express {
    display: grid;
    gap: calc(var(--_gap) * 1.25);
  }

  /* The keyboard stays where it is while a wallet pays. */
  .express[inert],
  .express[aria-disabled='true'] {
    opacity: 0.55;
    pointer-events: none;
  }

  /* One row of buttons, whatever size the frame has before it is filled. */
  .express .frame {
    min-block-size: 48px;
  }

  .express [aria-busy='true'] {
    max-block-size: 48px;
    overflow: clip;
  }

  .or {
    display: flex;
    gap: 1em;
    align-items: center;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_border);
  }
`;
