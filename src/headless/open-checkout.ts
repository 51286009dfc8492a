/** Opens a checkout: Stripe.js and the session start in the same tick, the fields before either has answered. */
import type { CheckoutSession, Features } from '../contract/sessions.js';
import { showsDetails } from '../contract/shows-details.js';
import { asksMore } from '../core/extra-fields.js';
import { isConfig, itemsOf, toHint } from '../core/config.js';
import type { CheckoutError } from '../core/errors.js';
import { NO_FACTS } from '../core/facts.js';
import type { FieldFrame, GatewaySession, Result } from '../core/ports.js';
import { attempt, DONE } from '../core/result.js';
import { toSessionInfo, type SessionInfo } from '../core/session.js';
import type { Step } from '../core/state.js';
import type { Summary } from '../core/summary.js';
import type { Assigned } from './assignment.js';
import { findInvalidDetails } from './check-details.js';
import { openSession, toKnown, toPrefilled } from './open-session.js';
import { toPurchaseName } from './purchase-ledger.js';
import type { Opening, Runtime } from './runtime.js';
import { takeReturned } from './take-returned.js';
import { tellSwitched } from './tell-switched.js';

/** Answers with `opened`, `remembered` or `open.failed`. */
export async function openCheckout(runtime: Runtime, attempt: number): Promise<void> {
  const { host, ledger, createGateway } = runtime.ports;
  const config = host.config();
  if (!isConfig(config)) {
    fail(runtime, attempt, { code: 'config.invalid', hint: toHint(config) });
    return;
  }

  const purchase = toPurchaseName(config);
  runtime.purchase = purchase;
  const finished = ledger.done(purchase);
  const sessionId = finished ?? ledger.current(purchase).sessionId;
  // Nobody else's: another checkout of this page may have its own.
  const left = ledger.back(purchase);
  const back = takeReturned((id) => !sessionId || id === sessionId) ?? left;
  const id = finished ?? back;
  if (id) {
    runtime.store.send({ type: 'remembered', attempt, id, returned: !finished && (id === sessionId || id === left) });
    return;
  }

  const opening: Opening = {
    gateway: createGateway(),
    config,
    abort: new AbortController(),
    purchase,
    locale: runtime.ports.host.locale(),
    sold: JSON.stringify(itemsOf(config)),
    switched: false,
    updates: Promise.resolve(),
  };
  runtime.opening = opening;
  forgetFrames(runtime);
  const answer = await openBoth(runtime, opening);
  if (runtime.opening !== opening) return;
  if (!answer.ok) fail(runtime, attempt, answer.error);
  else {
    const session = toSessionInfo(answer.value);
    const step = await firstStep(runtime, opening, session);
    if (runtime.opening !== opening) return;
    runtime.learn({ skipped: step === 'payment' });
    runtime.store.send({ type: 'opened', attempt, session, step });
    expose(runtime, session);
  }
}

/** Page one of two is skipped when nothing on it is left to be asked. */
async function firstStep(runtime: Runtime, opening: Opening, { features, status }: SessionInfo): Promise<Step> {
  if (status !== 'open' || runtime.ports.host.flow() === 'one-page') return 'details';
  if (showsDetails(features, toPrefilled(runtime))) return 'details';
  // Known to us; whether it is enough, only Stripe's field can tell.
  return (await findInvalidDetails(runtime, opening, features)).length === 0 ? 'payment' : 'details';
}

/** Tells the variant once the form can be used. A forced one is nobody's to count. */
function expose(runtime: Runtime, { features }: SessionInfo): void {
  const { assigned, store, ports, submits } = runtime;
  if (assigned?.unit == null || store.state.name !== 'ready') return;
  const { name, variant } = assigned;
  const differs = showsDetails(features, toPrefilled(runtime));
  ports.host.emit({ event: 'billing-exposure', name, variant, differs, submits });
  tellSwitched(runtime);
}

/** Resolves when the fields can be used, or when there is nothing to be used. */
async function openBoth(runtime: Runtime, opening: Opening): Promise<Result<CheckoutSession>> {
  const askAddress = opening.config.billingAddress !== 'auto';
  const { email } = toKnown(runtime);
  const { pays } = opening.config;
  // What is not a purchase is paid with an intent: fields for Checkout would be taken away again.
  let begun = pays.kind === 'purchase' ? begin(runtime, opening, askAddress) : null;
  const pending = assign(runtime, opening);
  if (pending) await pending;
  const session = await openSession(runtime, opening);
  if (!session.ok || session.value.status !== 'open') return session;

  const { value } = session;
  const { loadIntentsGateway } = runtime.ports;
  const needsAddress = value.features.billingAddress === 'required';
  const withAddress = value.gateway === 'checkout_session' ? needsAddress : askAddress && needsAddress;
  if (value.gateway === 'hosted' || value.clientSecret === null) return unsupported(value.gateway);
  if (value.gateway === 'checkout_session') {
    // The server insists on an address that the tag would not ask for: a tax is computed from it.
    if (begun && needsAddress && !askAddress) begun = beginAnew(runtime, opening, runtime.ports.createGateway(), true);
    begun ??= begin(runtime, opening, needsAddress || askAddress);
    if (askAddress && !needsAddress) opening.gateway.remove('address');
  } else {
    if (!loadIntentsGateway) return unsupported(value.gateway);
    const loaded = await attempt('network.failed', async () => ({ ok: true, value: await loadIntentsGateway() }));
    if (!loaded.ok) return loaded;
    if (opening.abort.signal.aborted) return session;
    // The fields that were begun are for Checkout.
    begun = beginAnew(runtime, opening, loaded.value, withAddress);
  }
  const { gateway } = opening;
  if (opening.config.express && !value.features.express) {
    gateway.remove('express');
    runtime.learn({ wallets: false });
  }
  if (!withAddress) runtime.learn({ shown: { ...runtime.facts.shown, address: true } });
  if (email) runtime.learn({ email });
  begun.give(toGatewaySession(value, value.clientSecret));

  const summary = await begun.started;
  if (!summary.ok) return summary;
  const fields = await begun.shown;
  if (!fields.ok) return fields;
  runtime.learn({ summary: summary.value });
  await learnAddressRules(runtime, value.features);
  const asked = await askMore(runtime, value.features);
  if (!asked.ok) return asked;
  if (email && value.features.email === 'ask') await gateway.setEmail(email);
  return session;
}

/** What the shop's rules say of the address, from now on. */
async function learnAddressRules(runtime: Runtime, { address: rules }: Features): Promise<void> {
  const find = rules && (await runtime.ports.loadAddressRules?.().catch(() => null));
  runtime.findAddressFault = find ? (address) => find(rules, address) : null;
  runtime.learn({ addressFault: runtime.addressFault });
}

/** Makes the fields that only some tags ask for, as far as this one asks now. Their file is fetched once. */
async function askMore(runtime: Runtime, features: Features): Promise<Result<unknown>> {
  const { loadExtraFields, host } = runtime.ports;
  const config = host.config();
  if (!loadExtraFields || !isConfig(config) || !asksMore(config.wishes, features)) return DONE;
  return attempt('network.failed', async () => {
    const create = await loadExtraFields();
    // Only now: they may have been asked for twice.
    runtime.extras ??= create(runtime);
    runtime.extras.begin(features);
    return DONE;
  });
}

/** What the tag asks beside the purchase is something else now. */
export function askOther(runtime: Runtime): void {
  const { extras, store } = runtime;
  if (extras) extras.refresh();
  else if ('session' in store.state) void askMore(runtime, store.state.session.features);
}

/** A gateway that was started, its fields on their way, and what it waits for. */
interface Begun {
  readonly give: (session: GatewaySession) => void;
  readonly started: Promise<Result<Summary>>;
  readonly shown: Promise<Result<null>>;
}

/** Other fields than those that were begun before the server had answered. */
function beginAnew(runtime: Runtime, opening: Opening, gateway: Opening['gateway'], askAddress: boolean): Begun {
  opening.gateway.close();
  opening.gateway = gateway;
  forgetFrames(runtime);
  return begin(runtime, opening, askAddress);
}

function begin(runtime: Runtime, opening: Opening, askAddress: boolean): Begun {
  const { gateway, config } = opening;
  const { host } = runtime.ports;
  let give!: Begun['give'];
  const session = new Promise<GatewaySession>((resolve) => (give = resolve));
  const { billingAddress } = toKnown(runtime);
  gateway.subscribe(runtime.onGatewayEvent);
  const started = gateway.start(
    {
      publishableKey: config.publishableKey,
      locale: host.locale(),
      // Read when Stripe takes it: to ask for styles before the first paint makes both requests wait for them.
      get look() {
        return host.look();
      },
      returnUrl: config.returnUrl,
      askAddress,
      askExpress: config.express,
      ...(billingAddress && { billingAddress }),
    },
    session,
  );
  const shown = showFields(runtime, opening, askAddress ? ['address', 'payment'] : ['payment']);
  if (config.express) void showWallets(runtime, opening);
  else runtime.learn({ wallets: false });
  return { give, started, shown };
}

/** Nothing waits for them: the form can be paid without. */
async function showWallets(runtime: Runtime, { gateway }: Opening): Promise<void> {
  const shown = await gateway.mount('express', await runtime.ports.host.node('express'));
  if (!shown.ok && runtime.opening?.gateway === gateway) runtime.learn({ wallets: false });
}

/** Sets the variant. At once, unless the host is waited for. */
function assign(runtime: Runtime, { abort }: Opening): Promise<void> | null {
  const { assignment, host } = runtime.ports;
  const tag = host.experiment?.();
  const set = (assigned: Assigned | null): void => {
    runtime.assigned = assigned;
    host.changed();
  };
  const found = tag && assignment ? assignment.resolve(tag, abort.signal) : null;
  if (found instanceof Promise) return found.then(set);
  set(found);
  return null;
}

function toGatewaySession(session: CheckoutSession, clientSecret: string): GatewaySession {
  const { id } = session;
  if (session.gateway !== 'payment_intent' && session.gateway !== 'setup_intent') return { id, clientSecret };
  const { summary, customerSessionClientSecret } = session;
  return { id, clientSecret, summary, customerSessionClientSecret };
}

/** Resolves when every field says that it can be typed in. A field that can't be shown says so by itself. */
async function showFields(runtime: Runtime, opening: Opening, frames: readonly FieldFrame[]): Promise<Result<null>> {
  const { host } = runtime.ports;
  const { gateway, abort } = opening;
  for (const answer of await Promise.all(frames.map(async (frame) => gateway.mount(frame, await host.node(frame))))) {
    if (!answer.ok) return answer;
  }
  await runtime.until(({ shown }) => shown.payment && shown.address, abort.signal);
  return DONE;
}

/** Stripe's fields begin empty again; what was typed in ours stays. */
function forgetFrames(runtime: Runtime): void {
  const { shown, filled, method, saved, wallets, summary } = NO_FACTS;
  runtime.learn({ shown, filled, method, saved, wallets, summary });
}

function fail(runtime: Runtime, attempt: number, error: CheckoutError): void {
  runtime.store.send({ type: 'open.failed', attempt, error });
}

const unsupported = (gateway: string): Result<never> => ({
  ok: false,
  error: { code: 'kind.unsupported', hint: `This version cannot pay through the gateway "${gateway}".` },
});
