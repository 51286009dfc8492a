/** The system's Chromium, told where the shop and Stripe are. */
import { chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a frame in a corner does is measured as well.
  '--disable-renderer-backgrounding',
  '--enable-precise-memory-info',
];

/** Starts it; `executablePath` is the system's. */
export const openChromium = (executablePath, args) => chromium.launch({ executablePath, args: [...ARGS, ...args] });
