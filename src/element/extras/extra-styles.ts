/** How the extra fields look. */
import type { CSSResult } from 'lit';
import type { Lit } from './lit.js';

/** Fields two by two where there is room, the quantity with its buttons, and what an invoice means. */
export const extraStyles = ({ css }: Lit): CSSResult => css`
  .stepper {
    display: flex;
    gap: 0.5em;
  }

  .stepper .input {
    inline-size: 6em;
    appearance: textfield;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .stepper .input::-webkit-inner-spin-button {
    appearance: none;
    margin: 0;
  }

  .stepper button {
    min-block-size: 0;
    min-inline-size: 2.75em;
    padding: 0;
    font-size: 1.125em;
  }

  .quantity .hint:empty {
    display: none;
  }

  fieldset.extra {
    margin: 0;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }

  .wide {
    inline-size: 100%;
  }

  .invoice {
    display: grid;
    padding: 1em 1.125em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    gap: 0.75em;
  }

  .invoice :is(h3, p, dl, dd) {
    margin: 0;
  }

  .invoice h3 {
    font-size: 1em;
  }

  .invoice dl {
    display: grid;
    gap: 0.4em;
  }

  .invoice dt {
    color: var(--_muted);
  }

  .invoice dd {
    text-align: end;
  }

  .apart {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }

  .apart > :first-child {
    flex: 1 1 12em;
  }

  .agree {
    display: grid;
    gap: 0.35em;
    font-size: 0.875em;
  }

  .tick {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    margin: 0;
    font-size: inherit;
    cursor: pointer;
  }

  .tick input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_primary);
  }

  .agree a {
    justify-self: start;
    min-block-size: 1.5rem;
    color: inherit;
  }

  .business > summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .business[open] > summary {
    margin-block-end: 0.75em;
  }

  select.input {
    block-size: 2.875em;
    padding-block: 0;
  }
`;
