/**
 * Czech, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/cs
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/cs.js';
import { form } from '../element/locales/form/cs.js';
import { later } from '../element/locales/later/cs.js';

/** Everything a customer can read, in Czech. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
