/** How the system's Chromium is started: nothing but what the pages need. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Gives Chromium the back-forward cache that customers have, and that Playwright takes away. */
export const KEEPS_PAGES = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };

/** How long a condition may take to come true, in milliseconds. */
export const PATIENCE_MS = 30_000;
