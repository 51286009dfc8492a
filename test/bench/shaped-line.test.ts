/** The slow line, over real sockets. */
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createShapedLine } from '../../bench/server/shaped-line.mjs';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server behind a line: answers `bytes` bytes to whatever it is sent. */
async function serveBehind(line: { roundTrip: number; down: number; up: number }, bytes: number) {
  const body = Buffer.from(Array.from({ length: bytes }, (_, index) => index % 251));
  const server: Server = createServer((socket) => {
    socket.once('data', () => socket.end(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const shaped = createShapedLine();
  shaped.use(line);
  const port = await shaped.listen(typeof address === 'object' && address ? address.port : 0);
  closing.push(
    () => shaped.close(),
    () => server.close(),
  );
  const ask = async () => {
    const begun = performance.now();
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('x');
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part as Buffer);
    return { body: Buffer.concat(parts), took: performance.now() - begun };
  };
  return { body, ask };
}

describe('a shaped line', () => {
  it('takes a round trip to connect and one to answer', async () => {
    const { ask } = await serveBehind({ roundTrip: 60, down: Infinity, up: Infinity }, 1000);
    expect((await ask()).took).toBeGreaterThanOrEqual(118);
  });

  it('gives everything, in order, no faster than its bandwidth, which all connections share', async () => {
    const { body, ask } = await serveBehind({ roundTrip: 10, down: 4_000_000, up: 4_000_000 }, 50_000);
    const begun = performance.now();
    const answers = await Promise.all([ask(), ask()]);
    for (const answer of answers) expect(answer.body.equals(body)).toBe(true);
    // Two times 50 kB are 800 kbit.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
  });
});
