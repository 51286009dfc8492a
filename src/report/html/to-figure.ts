/** A plot with its words, and the same numbers as a table for those who cannot see it. */
import { markup, type Markup } from './markup.js';
import { toHtmlTable } from './to-html-table.js';

export interface PlotFigure {
  /** Distinguishes it on the page. */
  readonly id: string;
  /** What it shows, in a few words. */
  readonly title: string;
  /** What to see in it. */
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: readonly Markup[];
  /** The head first. */
  readonly rows: readonly (readonly string[])[];
}

export const toFigure = ({ id, title, caption, width, height, drawing, rows }: PlotFigure): Markup =>
  markup`<figure>
<p class="title" aria-hidden="true">${title}</p>
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-caption">
<title id="${id}-title">${title}</title>
${drawing}
</svg></div>
<figcaption id="${id}-caption">${caption}</figcaption>
<details><summary>The numbers of this figure</summary>${toHtmlTable(title, rows)}</details>
</figure>`;
