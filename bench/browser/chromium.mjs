/** The system's Chromium, told where the shop and Stripe are. */
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../../scripts/chromium-args.mjs';

const ARGS = [
  ...CHROMIUM_ARGS,
  // What a frame in a corner does is measured as well.
  '--disable-renderer-backgrounding',
  '--enable-precise-memory-info',
];

/** Starts it; `executablePath` is the system's. */
export const openChromium = (executablePath, args) => chromium.launch({ executablePath, args: [...ARGS, ...args] });
