/**
 * Swedish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/sv
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/sv.js';
import { form } from '../element/locales/form/sv.js';
import { later } from '../element/locales/later/sv.js';

/** Everything a customer can read, in Swedish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
