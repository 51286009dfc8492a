/** What stories wait for, and the one thing of Playwright's that some leave out. */

/** Gives Chromium the back-forward cache that customers have, and that Playwright takes away. */
export const KEEPS_PAGES = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };

/** How long a condition may take to come true, in milliseconds. */
export const PATIENCE_MS = 30_000;
