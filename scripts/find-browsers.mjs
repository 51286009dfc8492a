/** The browsers that `npm run browsers` buys in: which are here, and how the others come. Nothing is installed. */
import { CHROMIUM } from './find-chromium.mjs';
import { findProgram, onPath } from './find-program.mjs';

/** Each with where it is looked for, and how it comes. */
export const BROWSERS = {
  chromium: {
    ...CHROMIUM,
    install: 'Chromium is not installed: `apt-get install chromium`, install Chrome, or set CHROMIUM_PATH to one.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    install: 'Firefox is not installed: `apt-get install firefox-esr`, install Firefox, or set FIREFOX_PATH to one.',
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    install:
      'WebKit is not installed: `apt-get install webkit2gtk-driver`, or set WEBKIT_DRIVER_PATH to a WebKitWebDriver.',
  },
};

/** Where WebKit is shown when there is no screen. */
const NO_SCREEN = 'WebKit has no screen to be shown on: `apt-get install xvfb`, or set DISPLAY to one.';

/** Its path, and the program that makes a screen where there is none; or why it cannot be run. */
export function seekBrowser(kind) {
  const { path, why } = findProgram(BROWSERS[kind]);
  if (!path) return { why: why ?? BROWSERS[kind].install };
  if (kind !== 'webkit' || process.env.DISPLAY) return { path, screen: null };
  const screen = onPath('Xvfb');
  return screen ? { path, screen } : { why: NO_SCREEN };
}
