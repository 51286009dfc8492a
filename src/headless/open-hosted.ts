/** Goes to a page of Stripe's, which takes the session's place: a file of its own, for customers whose browser keeps Stripe.js out. */
import { MAX_RETURN_URL } from '../contract/routes.js';
import { isConfig } from '../core/config.js';
import type { CheckoutError } from '../core/errors.js';
import type { OpenSession, Runtime } from './runtime.js';

/** Answers with `hosted.left` and leaves, or with `remembered` where the purchase has ended, or `open.failed`. */
export async function openHosted(runtime: Runtime, attempt: number, open: OpenSession): Promise<void> {
  const { store, ports, purchase, ended } = runtime;
  const fail = (error: CheckoutError): void => {
    store.send({ type: 'open.failed', attempt, error });
  };
  const { sessionId } = purchase ? ports.ledger.current(purchase) : {};
  if (!purchase || !sessionId) {
    fail({ code: 'session.closed' });
    return;
  }
  const truth = await ports.backend().read(sessionId, ended.signal);
  if (!truth.ok) {
    fail(truth.error);
    return;
  }
  const { id, status, amount, currency } = truth.value;
  if (status !== 'open' && status !== 'expired') {
    store.send({ type: 'remembered', attempt, id });
    return;
  }
  runtime.submits += 1;
  const verdict = await ports.host.beforeSubmit({
    attempt: runtime.submits,
    method: 'hosted',
    total: amount ?? 0,
    currency: currency ?? '',
  });
  if (!verdict.go) {
    const { message } = verdict;
    fail({ code: 'host.refused', ...(message && { message }) });
    return;
  }
  const config = ports.host.config();
  if (!isConfig(config)) {
    fail({ code: 'config.invalid' });
    return;
  }
  const opening = { config, purchase, abort: ended };
  const answer = await open(runtime, opening, toWayBack(config.returnUrl));
  const { state } = store;
  // Given up meanwhile.
  if (ended.signal.aborted || state.name !== 'loading' || state.attempt !== attempt) return;
  if (!answer.ok) {
    fail(answer.error);
    return;
  }
  const session = answer.value;
  if (session.gateway !== 'hosted' || session.status !== 'open') {
    store.send({ type: 'remembered', attempt, id: session.id });
    return;
  }
  ports.ledger.left(purchase, session.id);
  store.send({ type: 'hosted.left', attempt, id: session.id });
  if (ports.leave) ports.leave(session.url);
  else location.assign(session.url);
}

/** Without what makes it too long: the page is the same, as nearly as can be. */
function toWayBack(returnUrl: string): string {
  const { href, origin, pathname } = new URL(returnUrl);
  return [href, origin + pathname].find(({ length }) => length <= MAX_RETURN_URL) ?? `${origin}/`;
}
