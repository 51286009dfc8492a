/** The fields that only some tags ask for, as one file beside the entry: what they do, how they look, what they say. */
import type { ExtraFields } from '../../core/extra-fields-port.js';
import type { ExtraMessages } from '../../core/extra-messages.js';
import { createExtraFields } from '../../headless/extra-fields.js';
import { toExtraFieldsPorts } from '../../headless/extra-fields-ports.js';
import type { Runtime } from '../../headless/runtime.js';
import type { View } from '../view.js';
import { businessSection } from './business.js';
import { extraStyles } from './extra-styles.js';
import { extraWords } from './extra-words.js';
import type { Drawn, Lit } from './lit.js';
import { quantityField } from './quantity.js';

type Words = Partial<ExtraMessages> | null;

/** What the file gives. */
export interface Extras {
  /** Makes the fields of one checkout. */
  readonly createFields: (runtime: Runtime, words: () => Words, warn: (hint: string) => void) => ExtraFields;
  /** Gives an element's shadow root the look of the fields. */
  readonly dress: (root: Node) => void;
  /** Below the contact: company, tax id, order number, the merchant's own. */
  readonly business: (view: View) => Drawn;
  /** Below the line of what is bought. */
  readonly quantity: (view: View) => Drawn;
}

/** Makes the sections with the Lit of the entry. */
export function createExtras(lit: Lit): Extras {
  const { styleSheet } = extraStyles(lit);
  const wordsOf = (words: Words): ExtraMessages => ({ ...extraWords, ...words });
  return {
    createFields: (runtime, words, warn) =>
      createExtraFields(toExtraFieldsPorts(runtime), () => wordsOf(words()), warn),
    dress(root) {
      if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    },
    business: (view) => businessSection(lit, view, wordsOf(view.ownWords)),
    quantity: (view) => quantityField(lit, view, wordsOf(view.ownWords)),
  };
}
