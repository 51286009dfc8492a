/** Rows as an HTML table: the first row is the head, the first cell of each row its heading. */
import { markup, type Markup } from './markup.js';

/** Wide ones scroll by themselves, by keyboard as well. */
export function toHtmlTable(caption: string, [head = [], ...body]: readonly (readonly string[])[]): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => (cell === '' ? markup`<td></td>` : markup`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${body.map(toRow)}</tbody>
</table></div>`;
}

function toRow([heading = '', ...cells]: readonly string[]): Markup {
  const inner = heading.startsWith('  ') ? markup` class="inner"` : markup``;
  return markup`<tr><th scope="row"${inner}>${heading.trim()}</th>${cells.map(toCell)}</tr>
`;
}

/** Sentences may break, numbers may not. */
const toCell = (cell: string): Markup =>
  cell.length > 60 ? markup`<td class="text">${cell}</td>` : markup`<td>${cell}</td>`;
