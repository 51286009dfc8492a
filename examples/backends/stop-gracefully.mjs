// @ts-check
/** Ends a server without losing a request: no new ones, and those that are under way are answered. */

/** Milliseconds until what still has no answer is given up. Longer than a page waits for one. */
const PATIENCE = 30_000;

/**
 * Ends the process with code 0 once the last request is answered, when it is told to stop.
 *
 * @param {import('node:http').Server} server
 */
export function stopGracefully(server) {
  const stop = () => {
    // Nobody connects any more; connections that wait for another request are closed.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Those that are being answered are told not to send another.
    server.on('request', (_, response) => response.setHeader('connection', 'close'));
    setTimeout(() => process.exit(1), PATIENCE).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
