/** `POST /sessions` beside a bare handler that calls the same SDK: how many a second, how long one takes, what it costs. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { compare, summarize } from './report/statistics.mjs';
import { shoot } from './server/shoot.mjs';
import { startProcess } from './server/far-process.mjs';
import { PRICE, QUANTITY } from './server/sell.mjs';

const at = (name) => fileURLToPath(new URL(`server/${name}`, import.meta.url));

const BODY = JSON.stringify({ contract: 1, kind: 'purchase', items: [{ price: PRICE, quantity: QUANTITY }] });
/** Each is another purchase. */
const toRequest = () => ({
  path: '/billing/sessions',
  headers: { 'content-type': 'application/json', origin: 'https://shop.test', 'idempotency-key': randomUUID() },
  body: BODY,
});

/** Resolves to rounds by way: requests per second, milliseconds of the median request, of processor time per request. */
export async function measureServer({ rounds, amount }) {
  const simulator = await startProcess(at('simulator-process.mjs'), {});
  const ways = [];
  try {
    for (const way of ['ours', 'bare']) {
      ways.push({ way, server: await startProcess(at('handler-process.mjs'), { way, simulatorUrl: simulator.url }) });
    }
    for (const { server } of ways) await shoot(server.url, amount, toRequest);
    const results = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const { way, server } of round % 2 === 0 ? ways : ways.toReversed()) {
        const before = await server.call('busy');
        const { latencies, seconds } = await shoot(server.url, amount, toRequest);
        results[way].push({
          perSecond: amount / seconds,
          latency: latencies[Math.floor(amount * 0.5)],
          slowest: latencies[Math.floor(amount * 0.99)],
          busy: ((await server.call('busy')) - before) / amount,
        });
      }
    }
    return toReport(results);
  } finally {
    for (const { server } of ways) await server.close();
    await simulator.close();
  }
}

const LABELS = {
  perSecond: ['Requests per second', (value) => value.toFixed(0)],
  latency: ['Latency, median', (value) => `${value.toFixed(1)} ms`],
  slowest: ['Latency, 99 of 100', (value) => `${value.toFixed(1)} ms`],
  busy: ['Processor time of the handler per request', (value) => `${value.toFixed(2)} ms`],
};

function toReport({ ours, bare }) {
  return Object.entries(LABELS).map(([key, [label, print]]) => {
    const [mine, theirs] = [ours, bare].map((rounds) => rounds.map((figures) => figures[key]));
    return { key, label, print, ours: summarize(mine), bare: summarize(theirs), ratio: compare(mine, theirs) };
  });
}
