/** The backend runs where there is nothing of Node: bundled as for Cloudflare Workers, in a context with web standards alone. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBackendClient } from '../../src/cli/verify/backend-client.js';
import { GROUPS } from '../../src/cli/verify/cases.js';
import { runCases } from '../../src/cli/verify/run-cases.js';
import { openSimulatedStripe } from '../../src/cli/verify/simulated-stripe.js';
import { toSubject } from '../../src/cli/verify/subject.js';
import type { SoldPrice } from '../../src/cli/verify/sold-price.js';
import { toNodeListener } from '../../src/server/index.js';

const root = join(import.meta.dirname, '../..');

/** What Wrangler bundles with. */
const CONDITIONS = ['workerd', 'worker', 'browser'];

/** What a Worker has, and no more: no `process`, no `Buffer`, no `require`. */
const WEB = {
  ...{ AbortController, AbortSignal, DOMException, Event, EventTarget, Headers, ReadableStream, Request, Response },
  ...{ TextDecoder, TextEncoder, TransformStream, URL, URLSearchParams, WritableStream, FormData, Blob },
  ...{ atob, btoa, clearTimeout, console, crypto, fetch, queueMicrotask, setTimeout, structuredClone, performance },
};

interface Worker {
  readonly fetch: (request: Request, settings: Readonly<Record<string, string>>) => Promise<Response>;
}

let code = '';
let builtins: readonly string[] = [];
beforeAll(async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'examples/backends/workers/worker.mjs')],
    bundle: true,
    format: 'iife',
    globalName: 'worker',
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    conditions: CONDITIONS,
    external: ['node:*'],
    treeShaking: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  code = outputFiles[0]?.text ?? '';
  builtins = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
});

describe('the Worker', () => {
  it('asks for nothing of Node', () => {
    expect(builtins.filter((path) => path.startsWith('node:'))).toEqual([]);
  });

  it('keeps every promise of the contract', async () => {
    const context = createContext({ ...WEB });
    const { fetch } = runInContext(`${code};worker.default`, context, { filename: 'worker.js' }) as Worker;
    const prices: readonly [SoldPrice, ...SoldPrice[]] = [
      { key: 'pro_monthly', every: 'month' },
      { key: 'pro_yearly', every: 'year' },
      { key: 'team_onboarding', every: 'once' },
    ];
    const place = await openSimulatedStripe(0, prices);
    const settings = {
      STRIPE_API_BASE: place.url,
      STRIPE_SECRET_KEY: place.secretKey,
      STRIPE_WEBHOOK_SECRET: 'whsec_of_the_worker',
      BILLING_ORIGIN: 'https://shop.example',
      BILLING_CUSTOMER_HEADER: 'x-customer',
    };
    const listener = toNodeListener({ fetch: (request) => fetch(request, settings) });
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const options = {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/billing`,
      origin: settings.BILLING_ORIGIN,
      customerHeader: { name: 'x-customer', value: '{customer}' },
      webhookSecret: settings.STRIPE_WEBHOOK_SECRET,
      prices,
      quantity: 1,
    };
    const { results } = await runCases(toSubject(createBackendClient(options), place, options), GROUPS);
    server.close().closeAllConnections();
    await place.close();
    const others = results.filter(({ outcome }) => outcome !== 'passed');
    expect(others.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(others).toMatchObject([{ id: 'events.kept' }, { id: 'events.form' }]);
  }, 60_000);
});
