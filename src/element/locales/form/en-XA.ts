/** Accented English, for developers: everything the entry has words for. */
import type { Messages } from '../../../core/messages.js';
import { en } from '../en.js';
import { accented, pseudo } from '../pseudo.js';

/** What customers never read. */
export const form: Messages = pseudo(en, accented);
