/** Mirrored English, for developers: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';
import { extraWords } from '../../extras/extra-words.js';
import { mirrored, pseudo } from '../pseudo.js';

/** What the extra fields never say to customers. */
export const extra: ExtraMessages = pseudo(extraWords, mirrored);
