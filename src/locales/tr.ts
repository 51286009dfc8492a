/**
 * Turkish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/tr
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/tr.js';
import { form } from '../element/locales/form/tr.js';
import { later } from '../element/locales/later/tr.js';

/** Everything a customer can read, in Turkish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
