/** The component in React 18, which knows neither properties nor events of a tag: bundled with it, as a page of that time is, in a browser. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { useChromium } from '../flows/support/chromium.js';

const root = join(import.meta.dirname, '../..');
const REACT_18 = join(root, 'test/types/versions/react-18/node_modules');

const APP = `
const GOOD = { publishableKey: 'pk_test_x', loading: 'manual' };
const app = (props) => createElement(StrictMode, null, createElement(BillingCheckout, { ...GOOD, ...props }));
`;

/** A reader's server: prints what it renders. */
const SERVER = `
import { createElement, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { BillingCheckout } from 'billing-checkout/react';
${APP}
process.stdout.write(renderToString(app({ price: 'pro_monthly', className: 'wide' })));
`;

/** A reader's page: shows the checkout in strict mode, and tells in `stories` what came of it. */
const PAGE = `
import { createElement, createRef, StrictMode, version } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { BillingCheckout } from 'billing-checkout/react';

${APP}
function show() {
  const place = document.body.appendChild(document.createElement('main'));
  const root = createRoot(place);
  const ref = createRef();
  return {
    place,
    ref,
    render: (props) => flushSync(() => root.render(app({ ref, ...props }))),
    leave: () => flushSync(() => root.unmount()),
  };
}

window.stories = {
  version,
  takes() {
    const { ref, render } = show();
    const items = [{ price: 'pro_monthly', quantity: 2 }];
    render({ className: 'wide', items });
    const tag = ref.current;
    const first = [tag.localName, tag.getAttribute('publishable-key'), tag.className, tag.items === items];
    render({ price: 'pro_yearly' });
    return { first, then: [ref.current === tag, tag.price, tag.className, tag.items === items] };
  },
  hears() {
    const { place, ref, render, leave } = show();
    const heard = [];
    const tell = (tag) => tag.dispatchEvent(new CustomEvent('billing-complete'));
    render({ onBillingComplete: ({ type }) => heard.push(type) });
    const tag = ref.current;
    tell(tag);
    render({ onBillingComplete: () => heard.push('later') });
    tell(tag);
    leave();
    tell(tag);
    return { heard, left: place.childElementCount };
  },
  hydrates(html) {
    const place = document.body.appendChild(document.createElement('main'));
    place.append(document.createRange().createContextualFragment(html));
    const before = place.querySelector('[slot=payment]');
    const complaints = [];
    flushSync(() => hydrateRoot(place, app({ price: 'pro_monthly', className: 'wide' }), { onRecoverableError: (error) => complaints.push(String(error)) }));
    return { kept: place.querySelector('[slot=payment]') === before, complaints };
  },
};
`;

const newPage = useChromium();

async function bundle(contents: string, platform: 'browser' | 'node'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    alias: { react: join(REACT_18, 'react'), 'react-dom': join(REACT_18, 'react-dom') },
    bundle: true,
    format: platform === 'node' ? 'cjs' : 'iife',
    platform,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

let script: string;

beforeAll(async () => {
  script = await bundle(PAGE, 'browser');
});

/** What a story tells, and what React complained of meanwhile. */
async function tell(call: string): Promise<{ told: unknown; complaints: readonly string[] }> {
  const page = await newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addScriptTag({ content: script });
  expect(await page.evaluate('stories.version')).toMatch(/^18\./);
  return { told: await page.evaluate(`stories.${call}`), complaints };
}

it('takes primitives as attributes, objects as properties, and gives its ref the element', async () => {
  const { told, complaints } = await tell('takes()');
  expect(told).toEqual({
    first: ['billing-checkout', 'pk_test_x', 'wide', true],
    then: [true, 'pro_yearly', '', false],
  });
  expect(complaints).toEqual([]);
});

it('calls handlers by events: once in strict mode, the latest one, and none when it is gone', async () => {
  const { told, complaints } = await tell('hears()');
  expect(told).toEqual({ heard: ['billing-complete', 'later'], left: 0 });
  expect(complaints).toEqual([]);
});

it('is rendered by a server, and keeps the nodes of Stripe’s fields when it hydrates', async () => {
  const server = spawnSync(process.execPath, ['-'], { input: await bundle(SERVER, 'node'), encoding: 'utf8' });
  expect(server.stderr).toBe('');
  expect(server.stdout).toMatch(/^<billing-checkout [^>]*price="pro_monthly"[^>]*class="wide"/);
  const { told, complaints } = await tell(`hydrates(${JSON.stringify(server.stdout)})`);
  expect(told).toEqual({ kept: true, complaints: [] });
  expect(complaints).toEqual([]);
});
