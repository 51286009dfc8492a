/** The place of a field of ours, with its label. */
import { html, type TemplateResult } from 'lit';

export const fieldSkeleton: TemplateResult = html`<div>
  <span class="label">&nbsp;</span>
  <div class="input bone">&nbsp;</div>
</div>`;
