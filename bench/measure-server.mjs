/** `POST /sessions` beside a bare handler that calls the same SDK: how many a second, how long one takes, what it costs. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { compare, summarize } from './report/statistics.mjs';
import { shoot } from './server/shoot.mjs';
import { startProcess } from './server/far-process.mjs';
import { STRIPE_TAKES } from './server/shaped-line.mjs';
import { PRICE, QUANTITY } from './server/sell.mjs';

const at = (name) => fileURLToPath(new URL(`server/${name}`, import.meta.url));

const BODY = JSON.stringify({ contract: 1, kind: 'purchase', items: [{ price: PRICE, quantity: QUANTITY }] });
/** Each is another purchase. */
const toRequest = () => ({
  path: '/billing/sessions',
  headers: { 'content-type': 'application/json', origin: 'https://shop.test', 'idempotency-key': randomUUID() },
  body: BODY,
});

/**
 * Resolves to a table: what both ways cost where the local Stripe answers at once, and what a customer waits where Stripe takes its time.
 *
 * @param rounds - How often each way is shot at where nothing but processors limits it.
 * @param amount - Requests of a round.
 * @param far - The same where Stripe takes {@link STRIPE_TAKES} for each answer.
 */
export async function measureServer({ rounds, amount, far }) {
  const simulator = await startProcess(at('simulator-process.mjs'), {});
  const ways = [];
  try {
    for (const way of ['ours', 'bare']) {
      ways.push({ way, server: await startProcess(at('handler-process.mjs'), { way, simulatorUrl: simulator.url }) });
    }
    for (const { server } of ways) await shoot(server.url, amount, toRequest);
    const near = await inTurns(ways, rounds, amount);
    await simulator.call('answerAfter', STRIPE_TAKES);
    return [...toReport(NEAR, near), ...toReport(AWAY, await inTurns(ways, far.rounds, far.amount))];
  } finally {
    for (const { server } of ways) await server.close();
    await simulator.close();
  }
}

/** Figures of each round by way. Each round begins with another one. */
async function inTurns(ways, rounds, amount) {
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
  return results;
}

const ms = (value) => `${value.toFixed(1)} ms`;

const NEAR = [
  ['perSecond', 'Requests per second', (value) => value.toFixed(0)],
  ['latency', 'Latency, median', ms],
  ['slowest', 'Latency, 99 of 100', ms],
  ['busy', 'Processor time of the handler per request', (value) => `${value.toFixed(2)} ms`],
];

const AWAY = [
  ['latency', `Latency where Stripe takes ${STRIPE_TAKES} ms an answer`, ms],
  ['perSecond', 'Requests per second there, eight at a time', (value) => value.toFixed(1)],
];

function toReport(figures, { ours, bare }) {
  return figures.map(([key, label, print]) => {
    const [mine, theirs] = [ours, bare].map((rounds) => rounds.map((round) => round[key]));
    const name = figures === AWAY ? `far.${key}` : key;
    return { key: name, label, print, ours: summarize(mine), bare: summarize(theirs), ratio: compare(mine, theirs) };
  });
}
