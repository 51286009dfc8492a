/** Makes happen what a transition asks for. */
import type { CheckoutEffect } from '../core/effects.js';
import type { SessionChange } from '../contract/session-change.js';
import { isPromotionCode } from '../contract/promotion-code.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { isConfig, itemsOf, toHint } from '../core/config.js';
import type { Truth } from '../contract/truth.js';
import type { ConfirmAnswer, Result } from '../core/ports.js';
import type { Confirming } from '../core/state.js';
import { DONE } from '../core/result.js';
import { checkDetails } from './check-details.js';
import { checkPayment } from './check-payment.js';
import { openCheckout } from './open-checkout.js';
import { openSession } from './open-session.js';
import { toPurchaseName } from './purchase-ledger.js';
import type { Opening, Runtime } from './runtime.js';
import type { Timers } from './timers.js';

/** How long a no waits for its reasons, in milliseconds. */
const EXPLAIN_MS = 3_000;

/** Starts an effect; whatever it finds out comes back as an input. */
export function runEffect(runtime: Runtime, timers: Timers, effect: CheckoutEffect): void {
  const { store, opening, ports, purchase } = runtime;
  switch (effect.type) {
    case 'open':
      void openCheckout(runtime, effect.attempt);
      return;
    case 'open-hosted':
      void leaveFor(runtime, effect.attempt);
      return;
    case 'close':
      closeOpening(runtime);
      return;
    case 'check-details':
      if (opening && store.state.name === 'ready') void checkDetails(runtime, opening, store.state);
      return;
    case 'check':
      if (opening && store.state.name === 'validating') void checkPayment(runtime, opening, store.state);
      return;
    case 'confirm':
      void confirm(runtime, effect.attempt);
      return;
    case 'refuse-wallet':
      opening?.gateway.refuseWallet();
      return;
    case 'ask':
      void ask(runtime, effect.attempt, effect.id);
      return;
    case 'update-items':
      void updateItems(runtime, effect.attempt);
      return;
    case 'update-promotion':
      void updatePromotion(runtime, effect.attempt, effect.remove);
      return;
    case 'refresh':
      void opening?.gateway.update(() => Promise.resolve(DONE));
      return;
    case 'wait':
      timers.wait(effect.input.type, effect.ms, () => {
        store.send(effect.input);
      });
      return;
    case 'remember-done':
      if (purchase) ports.ledger.finish(purchase, effect.id);
      return;
    case 'forget':
      if (purchase) ports.ledger.forget(purchase);
      return;
    case 'focus':
      ports.host.focus(effect.target);
      return;
    case 'focus-frame':
      opening?.gateway.focus(effect.frame);
      return;
    case 'emit':
      ports.host.emit({ ...effect.emission, submits: runtime.submits });
      return;
  }
}

/** Ends an opening: its requests, its fields. */
export function closeOpening(runtime: Runtime): void {
  runtime.opening?.abort.abort();
  runtime.opening?.gateway.close();
  runtime.opening = null;
}

/** To a page of Stripe's. Where the file that knows the way cannot be had, it can be asked for again. */
async function leaveFor(runtime: Runtime, attempt: number): Promise<void> {
  try {
    const openHosted = await runtime.ports.loadHosted?.();
    await openHosted?.(runtime, attempt, openSession);
  } catch {
    runtime.store.send({ type: 'open.failed', attempt, error: { code: 'network.failed' } });
  }
}

async function confirm(runtime: Runtime, attempt: number): Promise<void> {
  const { opening, store, facts, ports } = runtime;
  const { state } = store;
  if (!opening || state.name !== 'confirming') return;
  // The page may end: for a bank's page, or by a reload.
  ports.ledger.pays(opening.purchase, state.session.id);
  if (state.invoice) {
    const told = await runtime.extras?.payByInvoice();
    store.send({ ...(told ?? { type: 'confirm.unclear' }), attempt });
    return;
  }
  // Bank accounts cannot be kept, and what is kept already is not asked about.
  const wallet = state.wallet !== undefined;
  const keepable = !wallet && (facts.method ?? 'card') === 'card' && !facts.saved;
  const asked = keepable && state.session.features.savePayment === 'ask';
  const answer = await opening.gateway.confirm({ savePayment: asked ? facts.savePayment : null, wallet });
  switch (answer.type) {
    case 'complete':
      store.send({ ...answer, type: 'confirm.complete', attempt });
      return;
    case 'unpaid':
      store.send({ type: 'confirm.unpaid', attempt });
      return;
    case 'declined': {
      const told = await explain(runtime, opening, state, answer);
      store.send(told.type === 'truth' ? { ...told, attempt } : { ...told, type: 'confirm.declined', attempt });
      return;
    }
    case 'unclear':
      store.send({ ...answer, type: 'confirm.unclear', attempt });
      return;
  }
}

/**
 * Checkout says little of a no; where there is a payment of its own, the server knows more. Waited for shortly: a no is a no.
 * A truth that ends the payment is worth more than the no.
 */
async function explain(
  runtime: Runtime,
  { abort }: Opening,
  { session }: Confirming,
  answer: Declined,
): Promise<Declined | { readonly type: 'truth'; readonly truth: Truth }> {
  if (session.mode === 'subscription' || answer.adviceCode !== undefined) return answer;
  const { clock, backend } = runtime.ports;
  const tooLong = new AbortController();
  const timer = clock.setTimeout(() => {
    tooLong.abort();
  }, EXPLAIN_MS);
  const read = await backend().read(session.id, AbortSignal.any([abort.signal, tooLong.signal]));
  clock.clearTimeout(timer);
  if (!read.ok) return answer;
  const { status, decline } = read.value;
  if (status !== 'open') return { type: 'truth', truth: read.value };
  const adviceCode = decline?.adviceCode ?? decline?.networkAdviceCode;
  return {
    ...answer,
    declineCode: answer.declineCode ?? decline?.declineCode ?? decline?.code ?? null,
    ...(adviceCode && { adviceCode }),
  };
}

type Declined = Extract<ConfirmAnswer, { type: 'declined' }>;

/** Goes on after the fields are gone: the links of a receipt come last. */
async function ask(runtime: Runtime, attempt: number, id: string): Promise<void> {
  const { store, ports } = runtime;
  const answer = await ports.backend().read(id, runtime.ended.signal);
  if (answer.ok) {
    store.send({ type: 'truth', attempt, truth: answer.value, shown: runtime.facts.summary?.total ?? null });
  } else if (answer.error.code === 'session.not_found') store.send({ type: 'truth.gone', attempt });
  else store.send({ type: 'truth.unknown', attempt });
}

/** What cannot be a code is not sent anywhere. What is typed goes only when it is taken. */
async function updatePromotion(runtime: Runtime, attempt: number, remove: boolean): Promise<void> {
  const { opening, store, facts } = runtime;
  if (!opening) return;
  const code = facts.promotionCode.trim();
  if (!remove && !isPromotionCode(code)) {
    store.send({ type: 'promotion.failed', attempt, error: { code: 'promotion.invalid' } });
    return;
  }
  const { gateway } = opening;
  const answer = await (remove ? gateway.removePromotionCode() : gateway.applyPromotionCode(code));
  if (runtime.opening !== opening) return;
  if (answer.ok) {
    runtime.learn({ summary: answer.value, ...(!remove && { promotionCode: '' }) });
    store.send({ type: 'promotion.done', attempt });
  } else store.send({ type: 'promotion.failed', attempt, error: answer.error });
}

/** One after another: what the host has set last is what the server is told last. */
async function updateItems(runtime: Runtime, attempt: number): Promise<void> {
  const { opening } = runtime;
  if (!opening) return;
  opening.updates = opening.updates.then(() => updateOnce(runtime, opening, attempt));
  await opening.updates;
}

async function updateOnce(runtime: Runtime, opening: Opening, attempt: number): Promise<void> {
  const { store, ports } = runtime;
  const { state } = store;
  // A later change has its own turn.
  if (runtime.opening !== opening || state.name !== 'ready' || state.attempt !== attempt) return;
  const config = ports.host.config();
  if (!isConfig(config)) {
    store.send({ type: 'items.failed', attempt, error: { code: 'config.invalid', hint: toHint(config) } });
    return;
  }
  const items = itemsOf(config);
  const { id, features } = state.session;
  const change: SessionChange = { contract: CONTRACT_VERSION, change: 'items', items: [...items] };
  const answer: Result<unknown> = await opening.gateway.update(() =>
    ports.backend().change(id, change, opening.abort.signal),
  );
  if (runtime.opening !== opening) return;
  opening.sold = JSON.stringify(items);
  if (!answer.ok) {
    store.send({ type: 'items.failed', attempt, error: answer.error });
    return;
  }
  // Another plan is another name for the same purchase.
  const name = toPurchaseName(config);
  if (name !== opening.purchase) {
    ports.ledger.rename(opening.purchase, name, id, features.email === 'ask');
    opening.purchase = name;
    runtime.purchase = name;
  }
  store.send({ type: 'items.updated', attempt });
}
