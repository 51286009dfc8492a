/**
 * Japanese, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/ja
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/ja.js';
import { form } from '../element/locales/form/ja.js';
import { later } from '../element/locales/later/ja.js';

/** Everything a customer can read, in Japanese. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
