/**
 * Arabic, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/ar
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/ar.js';
import { form } from '../element/locales/form/ar.js';
import { later } from '../element/locales/later/ar.js';

/** Everything a customer can read, in Arabic. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
