/** Who is measured: the same checkout, card and address, made in several ways. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const OUT = join(root, '.tmp/bench');

const peer = (name) => join(root, 'bench/peers', name);

/** Ours is the file that pages without a build take; the floor is as it was written. */
const OURS = [peer('ours'), join(root, 'dist/cdn')];

export const FLOOR = 'vanilla';
export const REACT = 'react';
export const US = 'ours';

/** `hints` is what our server tells a page to write into its head. */
export const toContenders = (hints) => [
  { name: US, label: 'billing-checkout', folders: OURS, hints },
  { name: 'unhinted', label: 'billing-checkout, without hints', folders: OURS },
  { name: FLOOR, label: 'Stripe.js by hand (floor)', folders: [peer('vanilla')] },
  { name: REACT, label: 'React + react-stripe-js', source: peer('react') },
  { name: 'pwa', label: 'stripe-pwa-elements (card only)', source: peer('pwa'), frames: 1 },
];

/** Builds those that need it. One that cannot be built says why, and is left out. */
export async function buildContenders(contenders) {
  // As they are shipped, whatever runs the bench.
  process.env.NODE_ENV = 'production';
  const built = [];
  const failed = [];
  for (const { source, ...contender } of contenders) {
    if (source === undefined) built.push(contender);
    else {
      const outDir = join(OUT, 'peers', contender.name);
      try {
        await build({
          root: source,
          configFile: false,
          logLevel: 'silent',
          build: { outDir, emptyOutDir: true },
        });
        built.push({ ...contender, folders: [outDir] });
      } catch (error) {
        failed.push({ ...contender, why: `could not be built: ${toLine(error)}` });
      }
    }
  }
  return { built, failed };
}

/** The first line of an error that says something. */
export const toLine = ({ message }) =>
  message
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? 'for no reason that it tells';
