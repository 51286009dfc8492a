/** Stops with one line when a port is taken. */
import { createServer } from 'node:net';
import { fail } from './fail.mjs';

/** Tries the port on all addresses, and on the one that browsers reach as localhost. */
export async function checkPortFree(port) {
  for (const host of [undefined, '127.0.0.1']) {
    const error = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', resolve);
      probe.listen({ port, host }, () => probe.close(() => resolve(null)));
    });
    if (error?.code === 'EADDRINUSE')
      fail(`Port ${port} is in use: choose another, for example PORT=${port + 10} npm start.`);
    if (error?.code === 'EACCES')
      fail(`Port ${port} may not be used: choose another, for example PORT=4242 npm start.`);
  }
}
