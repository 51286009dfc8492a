/**
 * Brazilian Portuguese, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/pt-BR
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/pt-BR.js';
import { form } from '../element/locales/form/pt-BR.js';
import { later } from '../element/locales/later/pt-BR.js';

/** Everything a customer can read, in Brazilian Portuguese. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
