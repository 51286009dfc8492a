/** The parts of Lit that are handed in, so that the file of the extra fields brings none along. */
import type { css, html, nothing, TemplateResult } from 'lit';
import type { overlay } from '../merge-words.js';

/** The parts of Lit that extra fields are drawn with, and what the entry has of its own. */
export interface Lit {
  readonly css: typeof css;
  readonly html: typeof html;
  readonly nothing: typeof nothing;
  readonly overlay: typeof overlay;
}

/** Something drawn, or nothing, which is a symbol. */
export type Drawn = TemplateResult | symbol;
