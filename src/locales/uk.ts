/**
 * Ukrainian, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/uk
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/uk.js';
import { form } from '../element/locales/form/uk.js';
import { later } from '../element/locales/later/uk.js';

/** Everything a customer can read, in Ukrainian. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
