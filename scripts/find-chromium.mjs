/** Finds a Chromium for the browser tests, or installs one where it may. */
import { fail } from './fail.mjs';
import { findProgram, onPath } from './find-program.mjs';
import { run } from './run.mjs';

/** Where it is looked for. */
export const CHROMIUM = {
  variable: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** The path of a Chromium, or why there is none. */
export async function seekChromium() {
  const found = findProgram(CHROMIUM);
  if (found.path || found.why) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('Installing Chromium (apt-get) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, quiet: true });
  }
  const { path } = findProgram(CHROMIUM);
  return path ? { path } : { why: 'No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH to one.' };
}

/** The path of a Chromium. Without one the command ends. */
export async function findChromium() {
  const { path, why } = await seekChromium();
  return path ?? fail(why);
}
