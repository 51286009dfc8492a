/** Every TypeScript that readers have compiles our doors, with declarations checked, and tells unions apart without a cast. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { compile, toMarked, toRefused, type Compiler } from './support/compile.js';

/** Each in a folder of its own, or its `tsc` would be that of this repository. */
const VERSIONS = ['5.6', '5.7', '5.8', '5.9', '6.0'];

const load = (version: string): Compiler => {
  const folder = version === '6.0' ? '' : `versions/${version}/`;
  return createRequire(new URL(folder, import.meta.url))('typescript') as Compiler;
};

/** A reader of each door. A line that ends in `// no` has to be refused. */
const READERS = {
  'billing-checkout': `import 'billing-checkout';
import type { BillingEventMap } from 'billing-checkout';
const checkout = document.createElement('billing-checkout');
checkout.addEventListener('billing-complete', ({ detail }) => detail.sessionId.trim());
checkout.addEventListener('billing-submit', (event) => event.waitUntil(Promise.resolve(event.detail.total.toFixed())));
checkout.addEventListener('click', ({ clientX }) => clientX.toFixed());
checkout.addEventListener('billing-complete', function () { void this.submit(); });
export const told = (event: BillingEventMap['billing-decline']): boolean => event.detail.retry;
checkout.addEventListener('billing-ready', ({ detail }) => detail.amount); // no
checkout.addEventListener('billing-step', ({ detail }) => detail.step === 'third'); // no
const outcome = await checkout.submit();
export const paid: boolean = outcome === 'complete';
export const never: boolean = outcome === 'completed'; // no`,
  'billing-checkout/element': `import { BillingCheckout, BillingSubmitEvent, type Outcome } from 'billing-checkout/element';
customElements.define('my-checkout', class extends BillingCheckout {});
export const wait = (event: Event): void => { if (event instanceof BillingSubmitEvent) event.waitUntil(Promise.resolve()); };
export const toWords = (outcome: Outcome): string => {
  switch (outcome) {
    case 'complete': case 'processing': return 'thanks';
    case 'action': case 'declined': case 'invalid': case 'refused': case 'unresolved': case 'failed': return outcome;
  }
};
export const gone = (outcome: Outcome): string => { // no
  switch (outcome) { case 'complete': return ''; }
};`,
  'billing-checkout/react': `import { createRef } from 'react';
import { BillingCheckout } from 'billing-checkout/react';
import type { BillingCheckout as Element } from 'billing-checkout/element';
const ref = createRef<Element>();
export const good = <BillingCheckout ref={ref} price="pro" quantity={2} onBillingDecline={({ detail }) => detail.class} />;
export const bad = <BillingCheckout onBillingDecline={({ detail }) => detail.klass} />; // no`,
  'billing-checkout/tags/*': `import type {} from 'billing-checkout/tags/preact';
import type {} from 'billing-checkout/tags/react';
import type {} from 'billing-checkout/tags/solid';
import type { BillingCheckoutTag } from 'billing-checkout/tags/svelte';
import type {} from 'billing-checkout/tags/vue';
export const svelte: BillingCheckoutTag = { price: 'pro', 'onbilling-error': ({ detail }) => detail.code };
export const wrong: BillingCheckoutTag = { flow: 'three-page' }; // no`,
  'billing-checkout/headless': `import type { CheckoutError, CheckoutState } from 'billing-checkout/headless';
export const amount = (state: CheckoutState): number | null => (state.name === 'complete' ? state.completion.amount : null);
export const error = (state: CheckoutState): CheckoutError | undefined => {
  switch (state.name) {
    case 'ready': return state.error;
    case 'failed': return state.error;
    default: return undefined;
  }
};
export const early = (state: CheckoutState): unknown => state.completion; // no
export const other = (state: CheckoutState): unknown => (state.name === 'ready' ? state.completion : null); // no`,
  'billing-checkout/contract': `import { checkoutSessionSchema, PROBLEMS, type CheckoutSession, type ProblemCode } from 'billing-checkout/contract';
export const toUrl = (session: CheckoutSession): string | null => (session.gateway === 'hosted' ? session.url : session.clientSecret);
export const parsed: string = checkoutSessionSchema.parse({}).gateway;
export const status = (code: ProblemCode): number => PROBLEMS[code].status;
export const secret = (session: CheckoutSession): unknown => session.clientSecret; // no
export const code: ProblemCode = 'no_such_problem'; // no`,
  'billing-checkout/experiment': `import { assign, parseExperiment, toFlow } from 'billing-checkout/experiment';
const experiment = parseExperiment('pages', () => undefined);
export const shown = toFlow((experiment && assign(experiment, 'visitor')) ?? 'one-page');
export const unsure = experiment.name; // no`,
  'billing-checkout/server': `import Stripe from 'stripe';
import { createCheckoutServer, toNodeListener, type CheckoutFact } from 'billing-checkout/server';
const billing = createCheckoutServer({ stripe: new Stripe('sk_test_x'), origins: ['https://shop.example'], prices: { pro: {} } });
export const answer: Promise<Response> = billing.fetch(new Request('https://shop.example/billing/sessions'));
export const listener = toNodeListener(billing);
export const told = (fact: CheckoutFact): string => fact.fact;
createCheckoutServer({ origins: [], prices: {} }); // no`,
  'billing-checkout/report': `import type { Report, Verdict } from 'billing-checkout/report';
import { createReport, explainMissing, planUnits, toText } from 'billing-checkout/report';
export const winner = (verdict: Verdict): string | null => {
  switch (verdict.kind) {
    case 'better': case 'worse': return verdict.variant;
    case 'withheld': return verdict.reason.code;
    case 'undecided': return verdict.wanting.missing === null ? null : explainMissing(verdict.wanting.missing);
  }
};
export const text: (report: Report) => string = toText;
export { createReport, planUnits };
export const any = (verdict: Verdict): string => verdict.variant; // no`,
  'billing-checkout/simulator': `import { createSimulator, serveSimulator } from 'billing-checkout/simulator';
export const answer: Response | Promise<Response> = createSimulator().fetch(new Request('http://localhost/v1/customers'));
export const url: string = (await serveSimulator({ port: 0 })).url;
export const port: string = (await serveSimulator({ port: 'any' })).url; // no`,
  'billing-checkout/testing': `import { cards, customerIn, customerOn, showState, STATES, type PageLike } from 'billing-checkout/testing';
export const pay = async (page: PageLike): Promise<string> => {
  const customer = customerOn(page);
  await customer.fill(cards.pays);
  return (await customer.outcome()).outcome;
};
await customerIn().answerBank('Complete');
await showState(document.createElement('billing-checkout'), 'ready-declined');
export const names: readonly string[] = Object.keys(STATES);
await customerIn().answerBank('Perhaps'); // no`,
  'billing-checkout/testing/msw': `import { setupServer } from 'msw/node';
import { backendHandler, createSimulator, simulatorHandlers } from 'billing-checkout/testing/msw';
const backend = { fetch: async (request: Request): Promise<Response> => new Response(request.url) };
export const server = setupServer(...simulatorHandlers(createSimulator()), backendHandler('http://localhost/billing', backend));
backendHandler('http://localhost/billing', {}); // no`,
  'billing-checkout/locales/*': `import { messages } from 'billing-checkout/locales/de';
document.createElement('billing-checkout').messages = messages;
export const none: number = messages; // no`,
} as const;

it.each(VERSIONS)(
  'TypeScript %s',
  (version) => {
    const compiler = load(version);
    expect(compiler.version.startsWith(version)).toBe(true);
    const said = compile(compiler, READERS, true);
    expect(said.filter(({ where }) => !(where in READERS))).toEqual([]);
    for (const [reader, code] of Object.entries(READERS)) {
      const marked = toMarked(code);
      expect(marked.length, reader).toBeGreaterThan(0);
      expect(toRefused(said, reader), `${reader}\n${said.map(({ text }) => text).join('\n')}`).toEqual(marked);
    }
  },
  120_000,
);
