/** Finds a Chromium for the browser tests, or installs one where it may. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './fail.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
};

function find() {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return { path: NAMES.map(onPath).find(Boolean) ?? PLACES.find(isProgram) };
  return isProgram(named) ? { path: named } : { why: `CHROMIUM_PATH names ${named}, which is no program: correct it.` };
}

/** The path of a Chromium, or why there is none. */
export async function seekChromium() {
  const found = find();
  if (found.path || found.why) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('Installing Chromium (apt-get) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, quiet: true });
  }
  const { path } = find();
  return path ? { path } : { why: 'No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH to one.' };
}

/** The path of a Chromium. Without one the command ends. */
export async function findChromium() {
  const { path, why } = await seekChromium();
  return path ?? fail(why);
}
