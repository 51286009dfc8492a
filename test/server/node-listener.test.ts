import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { toNodeListener } from '../../src/server/index.js';
import { openShop, ORIGIN, purchase } from './shop.js';

async function listen() {
  const shop = await openShop();
  const server = createServer(toNodeListener(shop.server)).listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://localhost:${String((server.address() as AddressInfo).port)}/billing`;
}

const headers = { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': 'purchase-1' };

it('serves the contract under node:http', async () => {
  const url = await listen();
  const init = { method: 'POST', headers, body: JSON.stringify(purchase()) };
  const response = await fetch(`${url}/sessions`, init);
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  expect((await fetch(`${url}/sessions/${id}`)).status).toBe(200);
});

it('answers a body that never ends', async () => {
  const url = await listen();
  const sending = request(`${url}/sessions`, { method: 'POST', headers });
  sending.on('error', () => undefined); // The server may hang up on what is still being sent.
  const answered = once(sending, 'response') as Promise<[{ statusCode: number }]>;
  for (let sent = 0; sent < 10; sent += 1) sending.write(' '.repeat(16_384));
  const [{ statusCode }] = await answered;
  expect(statusCode).toBe(413);
  sending.destroy();
});
