/**
 * English, whole: to begin words of your own from. The element speaks it without being told.
 *
 * @module locales/en
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extraWords } from '../element/extras/extra-words.js';
import { en } from '../element/locales/en.js';

/** Everything a customer can read, in English. */
export const messages: Messages & ExtraMessages = { ...en, ...extraWords };
