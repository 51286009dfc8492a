/**
 * What is alike in every browser: how things are found, and how they are waited for. A customer of any browser can `visit`, `reload`, `look`
 * (the value of an expression, in the page or in a frame of it), `click`, `type`, `press` and `leave`, and take a `picture`; `errors` are those
 * that nobody caught, where the browser tells of them.
 */
import { setTimeout } from 'node:timers/promises';

/** Height of every customer's window, in CSS pixels: tall enough for a whole checkout. */
export const HEIGHT = 2_000;

/** Width of it, where nobody says another. */
export const WIDTH = 1_280;

/** How long a condition may take to come true, in milliseconds. */
const PATIENCE_MS = 20_000;

/** How long one look may take, in milliseconds: a driver that looks into a frame which has just been replaced waits for the old one. */
const LOOK_MS = 3_000;

/** JavaScript that finds a place's element: in the document, or in the checkout's shadow. */
export const toFinder = (css) =>
  `(document.querySelector(${JSON.stringify(css)}) ?? ` +
  `document.querySelector('billing-checkout')?.shadowRoot?.querySelector(${JSON.stringify(css)}) ?? null)`;

/** Waits until `look` says something, and gives that. Where it throws, things are not there yet. */
export async function until(what, look) {
  const deadline = Date.now() + PATIENCE_MS;
  let why = '';
  while (Date.now() < deadline) {
    const found = await Promise.race([look(), late()]).catch((error) => {
      why = ` (${String(error)})`;
      return null;
    });
    if (found !== null) return found;
    // A breath between two looks: drivers answer slowly where they are asked without end.
    await setTimeout(25);
  }
  throw new Error(`Waited in vain for ${what}${why}.`);
}

async function late() {
  await setTimeout(LOOK_MS, undefined, { ref: false });
  throw new Error('The browser does not answer.');
}
