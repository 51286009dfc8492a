/** What frameworks' compilers say of `<billing-checkout>`: right uses compile, wrong ones do not. */
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { compile, toMarked, toRefused } from './support/compile.js';

/** Modules as readers of each framework write them. A line that ends in `// no` has to be refused. */
const MODULES = {
  'the tag in React': `/** @jsxImportSource react */
import type {} from 'billing-checkout/tags/react';
export const good = <billing-checkout publishable-key="pk_test_x" price="pro" quantity={12} flow="two-page" className="wide"
  items={[{ price: 'pro', quantity: 1 }]} onbilling-complete={(event) => event.detail.amount?.toFixed()}>
  <p slot="legal">Terms</p></billing-checkout>;
export const flow = <billing-checkout flow="three-page" />; // no
export const event = <billing-checkout onbilling-complete={(event) => event.detail.amont} />; // no
export const name = <billing-checkout publishableKye="pk" />; // no
export const readonly = <billing-checkout state="ready" />; // no`,
  'the tag in Preact': `/** @jsxImportSource preact */
import type {} from 'billing-checkout/tags/preact';
export const good = <billing-checkout publishable-key="pk_test_x" disabled onbilling-ready={({ detail }) => detail.livemode} />;
export const theme = <billing-checkout theme="blue" />; // no
export const event = <billing-checkout onbilling-ready={({ detail }) => detail.mod} />; // no`,
  'the tag in Solid': `/** @jsxImportSource solid-js */
import type {} from 'billing-checkout/tags/solid';
export const good = <billing-checkout publishable-key="pk_test_x" prop:items={[{ price: 'pro', quantity: 1 }]}
  on:billing-decline={(event) => event.detail.class} />;
export const items = <billing-checkout prop:items={[{ price: 'pro' }]} />; // no
export const event = <billing-checkout on:billing-decline={(event) => event.detail.klass} />; // no`,
  'the tag in Vue': `import type { GlobalComponents } from 'vue';
import type {} from 'billing-checkout/tags/vue';
type Props = InstanceType<GlobalComponents['billing-checkout']>['$props'];
export const good: Props = { 'publishable-key': 'pk_test_x', quantity: 2, class: 'wide', onBillingComplete: (event) => event.detail.payment };
export const loading: Props = { loading: 'soon' }; // no
export const event: Props = { onBillingComplete: (event) => event.detail.paymnt }; // no`,
  'the tag in Svelte': `import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'billing-checkout/tags/svelte';
type Props = SvelteHTMLElements['billing-checkout'];
export const good: Props = { 'publishable-key': 'pk_test_x', class: 'wide', 'onbilling-error': (event) => event.detail.code };
export const saving: Props = { 'save-payment': 'perhaps' }; // no
export const event: Props = { 'onbilling-error': (event) => event.detail.cod }; // no`,
  'the tag in Angular and without a framework, by its name': `import 'billing-checkout';
const checkout = document.querySelector('billing-checkout')!;
checkout.addEventListener('billing-submit', (event) => event.waitUntil(Promise.resolve()));
export const outcome: 'complete' | string = await checkout.submit();
checkout.addEventListener('billing-submit', (event) => event.waitFor()); // no
checkout.state = 'ready'; // no`,
  'the component of React takes camel case, handlers and a ref to the element': `/** @jsxImportSource react */
import { createRef } from 'react';
import { BillingCheckout } from 'billing-checkout/react';
import type { BillingCheckout as Element } from 'billing-checkout/element';
const ref = createRef<Element>();
export const good = <BillingCheckout ref={ref} publishableKey="pk_test_x" price="pro" quantity={3} className="wide"
  onBillingSubmit={(event) => event.waitUntil(Promise.resolve())} onBillingComplete={({ detail }) => detail.sessionId} />;
export const outcome = ref.current?.submit().then((outcome) => outcome === 'declined');
export const wrong = <BillingCheckout publishableKey={7} />; // no
export const event = <BillingCheckout onBillingComplete={({ detail }) => detail.sesionId} />; // no
export const name = <BillingCheckout onBillingCompleted={() => undefined} />; // no`,
} as const;

const said = compile(ts, MODULES, false);

it.each(Object.entries(MODULES))(
  '%s',
  (name, code) => {
    const marked = toMarked(code);
    expect(marked.length).toBeGreaterThan(0);
    expect(toRefused(said, name)).toEqual(marked);
  },
  60_000,
);

/** In React 18 properties and listeners are the component's to set. */
const IN_REACT_18 = [
  'the tag in React',
  'the component of React takes camel case, handlers and a ref to the element',
] as const;

it.each(IN_REACT_18)(
  '%s 18',
  (name) => {
    const types = join(import.meta.dirname, 'versions/react-18/node_modules/@types/react');
    const paths = { react: [types], 'react/*': [`${types}/*`] };
    const said = compile(ts, { [name]: MODULES[name] }, false, paths);
    expect(toRefused(said, name)).toEqual(toMarked(MODULES[name]));
  },
  60_000,
);
