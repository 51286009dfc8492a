/** The parts of Lit that are handed in, so that the file of the extra fields brings none along. */
import type { css, html, nothing, TemplateResult } from 'lit';

/** The parts of Lit that extra fields are drawn with. */
export interface Lit {
  readonly css: typeof css;
  readonly html: typeof html;
  readonly nothing: typeof nothing;
}

/** Something drawn, or nothing, which is a symbol. */
export type Drawn = TemplateResult | symbol;
