/** Fetches the fields that only some tags ask for: a file beside the entry, which brings no library along. */
import { css, html, nothing } from 'lit';
import { loadFile } from './load-file.js';
import { overlay } from './merge-words.js';
import type { Extras } from './extras/extras.js';

let loaded: Extras | null = null;

/** The sections of the extra fields; null until a tag has asked for some and their file is there. */
export const extraSections = (): Extras | null => loaded;

/** Fetches the file, once for all tags of a page. */
export async function loadExtras(): Promise<Extras> {
  const { createExtras } = await loadFile(() => import('./extras/extras.js'));
  return (loaded ??= createExtras({ css, html, nothing, overlay }));
}
