// @ts-check
/** The built app with a local Stripe instead of the real one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { openLocalStripe } from '../../local-shop.mjs';

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');

/**
 * Starts it, once it has been built.
 *
 * @param {{ port?: number }} options Port 0 takes a free one.
 */
export async function startApp({ port = 0 } = {}) {
  const local = await openLocalStripe();
  const free = await findPort(port);
  const url = `http://localhost:${free}`;
  const app = spawn(process.execPath, [NEXT, 'start', '--port', String(free)], {
    cwd: import.meta.dirname,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      STRIPE_SECRET_KEY: 'sk_test_shop',
      STRIPE_API_BASE: local.url,
      STRIPE_JS: local.script,
      BILLING_ORIGIN: url,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(app, 'exit');
  await Promise.race([ready(app.stdout), ended.then(() => Promise.reject(new Error('Next ended: is it built?')))]);
  return {
    url,
    stripe: local.stripe,
    close: async () => {
      app.kill();
      await ended;
      await local.close();
    },
  };
}

/** The origin has to be known before the app starts. @param {number} wanted */
async function findPort(wanted) {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : wanted;
}

/** @param {import('node:stream').Readable} says */
function ready(says) {
  return new Promise((resolve) => {
    let said = '';
    says.on('data', (text) => {
      said += String(text);
      if (said.includes('Ready in')) resolve(null);
    });
  });
}
