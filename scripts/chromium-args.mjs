/** How the system's Chromium is started, by tests, scripts and the bench: nothing but what the pages need. */

/**
 * What is turned off. Of two such lists Chromium takes the last one, so what Playwright turns off is named again; after it, the two pages that
 * Chromium would open unseen with each window, to show suggestions under an address that nobody types.
 */
const OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** The argument that turns all of that off, and `more`. */
export const turnOff = (...more) => `--disable-features=${[...OFF, ...more].join(',')}`;

/** @type {readonly string[]} */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  turnOff(),
];
