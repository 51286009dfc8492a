/** What the extra fields say: the host's words over a catalog's over English. */
import type { ExtraMessages } from '../../core/extra-messages.js';
import { EXTRA_CATALOGS } from './extra-catalogs.js';
import { extraWords } from './extra-words.js';
import type { Lit } from './lit.js';

/** Who speaks, and how it hears that other words have come. */
export interface Speech {
  /** Tag of the catalog. */
  readonly lang: string;
  /** The host's own words, unchecked. */
  readonly ownWords: unknown;
  readonly redraw: () => void;
}

type Warn = (hint: string) => void;

/** The words of the extra fields of all tags of a page. */
export interface ExtraSpeaker {
  /** Fetches a catalog. Never rejects: without it English is spoken, with a warning. */
  readonly fetch: (lang: string, warn: Warn) => Promise<void>;
  /** The words as far as they are there; the others are fetched, and drawn when they come. */
  readonly speak: (speech: Speech, warn: Warn) => ExtraMessages;
}

/** Makes the speaker. */
export function createExtraSpeaker(overlay: Lit['overlay']): ExtraSpeaker {
  const there = new Map<string, object>([['en', {}]]);
  const coming = new Map<string, Promise<void>>();

  const load = async (lang: string, warn: Warn): Promise<void> => {
    try {
      const catalog = await EXTRA_CATALOGS[lang]?.();
      there.set(lang, catalog?.extra ?? {});
    } catch {
      there.set(lang, {});
      warn(`The words of the extra fields for "${lang}" could not be loaded: they are in English.`);
    }
  };

  const fetch = (lang: string, warn: Warn): Promise<void> => {
    let loading = coming.get(lang);
    if (!loading) coming.set(lang, (loading = load(lang, warn)));
    return loading;
  };

  return {
    fetch,
    speak({ lang, ownWords, redraw }, warn) {
      const catalog = there.get(lang);
      if (!catalog && !coming.has(lang)) void fetch(lang, warn).then(redraw);
      const words = catalog && lang !== 'en' ? overlay(extraWords, catalog, true, `locales/extra/${lang}`) : extraWords;
      return overlay(words, ownWords, false, 'messages');
    },
  };
}
