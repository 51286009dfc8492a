/**
 * Hebrew, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/he
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/he.js';
import { form } from '../element/locales/form/he.js';
import { later } from '../element/locales/later/he.js';

/** Everything a customer can read, in Hebrew. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
