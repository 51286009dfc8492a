/**
 * European Portuguese, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/pt-PT
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/pt-PT.js';
import { form } from '../element/locales/form/pt-PT.js';
import { later } from '../element/locales/later/pt-PT.js';

/** Everything a customer can read, in European Portuguese. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
