/**
 * Measures the report over many sessions: time, and how far memory grows above what the simulator itself holds.
 *
 *   node scripts/bench-report.mjs [sessions] [path of the build, default dist]
 *
 * Everything is in one process: the simulator is filled through its API (every session opened, two in five paid for,
 * half of those by subscription), then read by `createReport` through the official SDK.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Stripe from 'stripe';
import { root } from './run.mjs';

const [count = '100000', build = join(root, 'dist')] = process.argv.slice(2);
const sessions = Number(count);
const load = (path) => import(pathToFileURL(join(resolve(build), path)).href);
const { createSimulator } = await load('simulator/index.js');
const { createReport, toText } = await load('report/index.js');

const DAY = 86_400_000;
const START = Date.UTC(2026, 9, 1);
const SPAN = 30 * DAY;
const ACCOUNT = 'bench';
const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;

let now = START;
const simulator = createSimulator({ now: () => now });
const stripe = new Stripe(`sk_test_${ACCOUNT}`, {
  httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new globalThis.Request(input, init))),
  telemetry: false,
});

const prices = await seed();
const filling = performance.now();
for (let index = 0; index < sessions; index += 1) {
  now = START + Math.floor((SPAN * index) / sessions);
  await visit(index);
  if (index % 10_000 === 9_999) {
    console.log(`filled ${index + 1} in ${seconds(filling)} s, ${mb(process.memoryUsage().rss)} resident`);
  }
}
now += 8 * DAY;

globalThis.gc?.();
const before = process.memoryUsage();
let peak = before.rss;
let peakHeap = before.heapUsed;
const watch = () => {
  const { rss, heapUsed } = process.memoryUsage();
  peak = Math.max(peak, rss);
  peakHeap = Math.max(peakHeap, heapUsed);
};
const started = performance.now();
const cpu = process.cpuUsage();
const report = await createReport({
  stripe,
  experiment: 'pages',
  from: new Date(START),
  now: () => new Date(now),
  onProgress: watch,
});
const took = seconds(started);
const { user, system } = process.cpuUsage(cpu);
watch();

console.log(toText(report));
console.log(
  `${report.coverage.sessions} sessions and ${report.coverage.payments} payments in ${took} s (${((user + system) / 1e6).toFixed(1)} s of processor time); ` +
    `resident ${mb(peak)}, of which the simulator had ${mb(before.rss)}: ${mb(peak - before.rss)} for the report ` +
    `(heap ${mb(peakHeap - before.heapUsed)})`,
);

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}

async function seed() {
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const usd = { product, currency: 'usd', unit_amount: 1000 };
  const { id: payment } = await stripe.prices.create(usd);
  const { id: subscription } = await stripe.prices.create({ ...usd, recurring: { interval: 'month' } });
  return { payment, subscription };
}

async function visit(index) {
  const variant = index % 2 === 0 ? 'two-page' : 'one-page';
  const unit = `u${index}`;
  const mode = index % 4 < 2 ? 'payment' : 'subscription';
  const metadata = {
    billing_owner: 'guest',
    billing_experiment: 'pages',
    billing_variant: variant,
    billing_unit: unit,
    billing_differs: String(index % 3 !== 0),
  };
  const carried = { metadata };
  const session = await call('/v1/checkout/sessions', {
    ui_mode: 'elements',
    mode,
    'line_items[0][price]': prices[mode],
    'line_items[0][quantity]': '1',
    client_reference_id: `bc1.pages.${variant}.${unit}`,
    ...flat('metadata', metadata),
    ...flat(mode === 'payment' ? 'payment_intent_data[metadata]' : 'subscription_data[metadata]', carried.metadata),
  });
  if ((index * 7919) % 100 >= (variant === 'one-page' ? 42 : 40)) return;
  now += 60_000;
  const page = { key: `pk_test_${ACCOUNT}`, client_secret: session.client_secret };
  await call(`/v1/payment_pages/${session.id}/init`, page);
  await call(`/v1/payment_pages/${session.id}/confirm`, {
    ...page,
    expected_amount: '1000',
    email: 'guest@example.com',
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': '4242424242424242',
    'payment_method_data[card][exp_month]': '12',
    'payment_method_data[card][exp_year]': '2040',
    'payment_method_data[card][cvc]': '123',
  });
}

function flat(name, values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}[${key}]`, value]));
}

async function call(path, body) {
  const response = await simulator.fetch(
    new globalThis.Request(`https://stripe.example${path}`, {
      method: 'POST',
      headers: {
        ...(body.key === undefined && { authorization: `Bearer sk_test_${ACCOUNT}` }),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(body),
    }),
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
