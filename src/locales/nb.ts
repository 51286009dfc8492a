/**
 * Norwegian (Bokmål), whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/nb
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/nb.js';
import { form } from '../element/locales/form/nb.js';
import { later } from '../element/locales/later/nb.js';

/** Everything a customer can read, in Norwegian (Bokmål). */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
