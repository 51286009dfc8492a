/** Fetches the buttons of wallets, a file beside the entry. */
import type { Express } from './express.js';

/** Makes the buttons; null where their file cannot be loaded, or Stripe makes none. */
export const loadExpress = (...of: ConstructorParameters<typeof Express>): Promise<Express | null> =>
  import('./express.js').then((file) => new file.Express(...of)).catch(() => null);
