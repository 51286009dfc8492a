/** What arrives on a socket, and is no request that any browser makes: never an answer of 500, never one that does not come. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toNodeListener, type Failure } from '../../src/server/index.js';
import { openShop, ORIGIN, purchase } from './shop.js';

const BODY_TIMEOUT = 300;

async function listen() {
  const failures: Failure[] = [];
  const shop = await openShop({ bodyTimeout: BODY_TIMEOUT, onError: (failure) => void failures.push(failure) });
  const server = createServer(toNodeListener(shop.server)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  return { failures, port: (server.address() as AddressInfo).port };
}

/** All that comes back until the other side hangs up, or has answered and waits for more. */
async function read(socket: Socket): Promise<string> {
  let said = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    said += bytes.toString('latin1');
    if (/\r\n\r\n[^]*\}$/.test(said)) socket.end();
  });
  await once(socket, 'close');
  return said;
}

async function ask(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(Buffer.from(text, 'latin1'));
  return read(socket);
}

const BODY = JSON.stringify(purchase());
const head = (more: readonly string[], path = '/billing/sessions') =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: shop.example',
    `Origin: ${ORIGIN}`,
    'Content-Type: application/json',
    'Idempotency-Key: purchase-1',
    ...more,
    '',
    '',
  ].join('\r\n');
const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]);

describe('on the wire', () => {
  it('a good request is answered, so that the others mean something', async () => {
    const { port } = await listen();
    expect(statusOf(await ask(port, head([`Content-Length: ${BODY.length}`]) + BODY))).toBe(201);
  });

  it.each<[string, string]>([
    ['a line break in a header', head(['X-A: b\nSet-Cookie: evil=1', `Content-Length: ${BODY.length}`]) + BODY],
    ['a bare carriage return', head(['X-A: b\rSet-Cookie: evil=1', `Content-Length: ${BODY.length}`]) + BODY],
    ['a folded header', head(['X-A: b', ' folded: c', `Content-Length: ${BODY.length}`]) + BODY],
    ['a control character', head(['X-A: \u001b[31m\u0000', `Content-Length: ${BODY.length}`]) + BODY],
    ['two lengths', head(['Content-Length: 5', `Content-Length: ${BODY.length}`]) + BODY],
    [
      'a length and chunks',
      head([`Content-Length: ${BODY.length}`, 'Transfer-Encoding: chunked']) + `0\r\n\r\n${BODY}`,
    ],
    ['a length of minus one', head(['Content-Length: -1']) + BODY],
    ['a length of words', head(['Content-Length: many']) + BODY],
    ['chunks of words', head(['Transfer-Encoding: chunked']) + `zz\r\n${BODY}\r\n0\r\n\r\n`],
    ['a line break in the path', head(['Content-Length: 2'], '/billing/sessions\r\nX-A: b') + '{}'],
    ['an escape in the path', head(['Content-Length: 2'], '/billing/sessions/%0d%0aSet-Cookie:evil=1') + '{}'],
    ['another host in the path', head(['Content-Length: 2'], 'http://evil.example/billing/sessions') + '{}'],
    ['a path without its slash', head(['Content-Length: 2'], 'billing/sessions') + '{}'],
    ['a great many headers', head([...Array(3_000).keys()].map((n) => `X-${n}: ${n}`)) + BODY],
    ['one very long header', head([`X-A: ${'a'.repeat(100_000)}`]) + BODY],
    ['no host', `POST /billing/sessions HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`],
    ['no HTTP', 'hello\r\n\r\n'],
    ['a greeting in TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
  ])('%s is refused', async (_what, text) => {
    const { port, failures } = await listen();
    const said = await ask(port, text);
    expect(statusOf(said)).toBeGreaterThanOrEqual(400);
    expect(statusOf(said)).toBeLessThan(500);
    expect(said).not.toMatch(/^set-cookie/im);
    expect(failures).toEqual([]);
  });

  it('a gigabyte is refused before it is sent', async () => {
    const { port } = await listen();
    expect(statusOf(await ask(port, head(['Content-Length: 1073741824'])))).toBe(413);
  });

  it('three hundred bodies that drip are ended, and keep nobody out meanwhile', async () => {
    const { port } = await listen();
    const slow = Array.from({ length: 300 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.write(head(['Content-Length: 400']));
      const drip = setInterval(() => socket.writable && socket.write(' '), 50);
      return read(socket).finally(() => {
        clearInterval(drip);
      });
    });
    const good = await ask(port, head([`Content-Length: ${BODY.length}`]) + BODY);
    expect(statusOf(good)).toBe(201);
    const ended = (await Promise.all(slow)).map(statusOf);
    expect(new Set(ended)).toEqual(new Set([408]));
  });

  it('somebody who hangs up in the middle is no failure', async () => {
    const { port, failures } = await listen();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(head(['Content-Length: 400']) + '{');
    socket.resetAndDestroy();
    expect(statusOf(await ask(port, head([`Content-Length: ${BODY.length}`]) + BODY))).toBe(201);
    expect(failures).toEqual([]);
  });
});
