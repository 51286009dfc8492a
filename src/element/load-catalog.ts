/** Fetches what customers read in another language than English: one file for the form, one for what may follow. */
import { findLocale } from '../core/find-locale.js';
import { CATALOGS } from './locales/catalogs.js';
import { warnOnce } from './warn.js';

/** Parts of messages, unchecked: files may be older than the entry. */
export type Catalog = object;

const loads = new Map<string, Promise<Catalog | null>>();

/** The tag of the catalog for a locale; English for a language that has none. */
export const toCatalogTag = (locale: string): string => findLocale(locale, Object.keys(CATALOGS)) ?? 'en';

/** Fetches a catalog, once for all tags of a page. Null, with a warning, where it cannot be had; the next time asks again. */
export function loadCatalog(tag: string): Promise<Catalog | null> {
  let load = loads.get(tag);
  if (!load) loads.set(tag, (load = fetchCatalog(tag)));
  return load;
}

async function fetchCatalog(tag: string): Promise<Catalog | null> {
  try {
    const [form, later] = (await CATALOGS[tag]?.()) ?? [];
    return { ...form?.form, ...later?.later };
  } catch {
    loads.delete(tag);
    warnOnce(`locales/${tag} could not be loaded. Serve it beside the entry. English is shown instead.`);
    return null;
  }
}
