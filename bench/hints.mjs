/** What our server helper tells a page to write into its head. */
import { toPageHints } from '../dist/server/index.js';

export const hints = () => toPageHints().html;
