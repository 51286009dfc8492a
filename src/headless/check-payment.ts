/** The last look before money moves: our fields, Stripe's, the total, the host. */
import { isEmail } from '../contract/email.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { Result } from '../core/ports.js';
import { DONE, refused } from '../core/result.js';
import type { SessionInfo } from '../core/session.js';
import type { InvalidField, Validating } from '../core/state.js';
import type { Truth } from '../contract/truth.js';
import { findInvalidDetails, tellEmail } from './check-details.js';
import type { Opening, Runtime } from './runtime.js';

/** How long Stripe may take to be willing to confirm once its fields are complete, in milliseconds. */
const WILLING_MS = 10_000;

/** How long Stripe may take for what is changed before paying, in milliseconds. */
const CHANGE_MS = 15_000;

/** Answers with `check.*`, `truth` or `truth.gone`. */
export async function checkPayment(runtime: Runtime, opening: Opening, state: Validating): Promise<void> {
  const { attempt, session, wallet, invoice } = state;
  const { store, ports } = runtime;
  const { signal } = opening.abort;
  // What the button said when it was pressed; Stripe's fields may bring a tax with them while they are checked.
  const { summary } = runtime.facts;

  const [invalid, truth] = await Promise.all([
    // An invoice wants nothing of a card, a wallet nothing of the form.
    invoice
      ? findInvalidDetails(runtime, opening, session.features, null)
      : wallet
        ? findInvalidBeside(runtime, opening, session.features.email === 'ask')
        : findInvalid(runtime, opening, session.features.email === 'ask'),
    ports.backend().read(session.id, signal),
  ]);
  if (!invalid) {
    store.send({ type: 'check.refused', attempt, error: { code: 'network.timeout' } });
    return;
  }
  if (invalid.length > 0) {
    store.send({ type: 'check.invalid', attempt, invalid });
    return;
  }
  if (!truth.ok) {
    if (truth.error.code === 'session.not_found') store.send({ type: 'truth.gone', attempt });
    else store.send({ type: 'check.refused', attempt, error: truth.error });
    return;
  }
  if (!summary || !isPayable(truth.value, summary.total)) {
    store.send({ type: 'truth', attempt, truth: truth.value, shown: summary?.total ?? null });
    return;
  }
  for (const told of [
    await inTime(runtime, runtime.extras?.save() ?? DONE),
    // After the company: the server looks whether the address has one. Whoever asks for an invoice brings the address along.
    invoice ? DONE : await inTime(runtime, tellAddress(runtime, opening, session)),
  ]) {
    if (told.ok) continue;
    const unkept = await findUnkept(runtime, told.problem?.field);
    if (unkept.length > 0) store.send({ type: 'check.invalid', attempt, invalid: unkept });
    else store.send({ type: 'check.refused', attempt, error: told.error });
    return;
  }
  if (!invoice && !wallet && !(await willing(runtime, opening))) {
    store.send({ type: 'check.refused', attempt, error: { code: 'payment.not_made' } });
    return;
  }
  const { total, currency } = summary;
  const changed = (): boolean => {
    if (runtime.facts.summary?.total === total) return false;
    store.send({ type: 'check.refused', attempt, error: { code: 'payment.total_changed' } });
    return true;
  };
  if (changed()) return;

  runtime.submits += 1;
  const method = invoice ? 'invoice' : (wallet ?? runtime.facts.method);
  const verdict = await ports.host.beforeSubmit({ attempt: runtime.submits, method, total, currency });
  if (!verdict.go) {
    const { message } = verdict;
    store.send({ type: 'check.refused', attempt, error: { code: 'host.refused', ...(message && { message }) } });
  } else if (!changed()) store.send({ type: 'check.passed', attempt });
}

/** The answer, or that it took too long: Stripe.js waits for ever. */
async function inTime(
  { ports: { clock } }: Runtime,
  work: Result<unknown> | Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  let timer: unknown;
  const late = new Promise<Result<never>>((resolve) => {
    timer = clock.setTimeout(() => {
      resolve(refused('network.timeout', 'Stripe did not answer in time.'));
    }, CHANGE_MS);
  });
  const answer = await Promise.race([work, late]);
  clock.clearTimeout(timer);
  return answer;
}

/** Fields that stop a payment, in the order they are read. Null when Stripe did not answer in time. */
export async function findInvalid(
  runtime: Runtime,
  { gateway }: Opening,
  askEmail: boolean,
): Promise<readonly InvalidField[] | null> {
  const email = runtime.facts.email.trim();
  const emailOk = !askEmail || isEmail(email);
  if (askEmail && emailOk) {
    const told = await inTime(runtime, tellEmail(runtime, gateway, email));
    if (!told.ok) {
      if (told.error.code === 'network.timeout') return null;
      const message = told.error.message ?? null;
      runtime.learn({ emailRefused: { email, message } });
      return [{ field: 'email', ...(message !== null && { message }) }];
    }
  }
  const extras = (await runtime.extras?.check(null)) ?? [];
  const theirs = await gateway.validate();
  const address = runtime.facts.addressFault ? [{ field: 'address' } as const] : [];
  const order = ['address', 'payment'] as const;
  const sorted = order.flatMap((field) => [...theirs, ...address].filter((found) => found.field === field).slice(0, 1));
  const below = extras.filter(({ field }) => field === 'terms');
  const above = extras.filter((each) => !below.includes(each));
  return [...(emailOk ? [] : [{ field: 'email' } as const]), ...above, ...sorted, ...below];
}

/** Where the shop has rules about addresses, its server has the last word. */
async function tellAddress(
  { contact, ports }: Runtime,
  { gateway, abort }: Opening,
  { id, features }: SessionInfo,
): Promise<Result<unknown>> {
  if (!features.address || !contact) return DONE;
  const { country, line1, line2 } = contact.address;
  const address = { country, ...(line1 && { line1 }), ...(line2 && { line2 }) };
  const change = { contract: CONTRACT_VERSION, change: 'details', address } as const;
  return gateway.update(() => ports.backend().change(id, change, abort.signal));
}

/** The fields of the form that the server has named in what it refuses. */
async function findUnkept({ extras }: Runtime, path?: string): Promise<readonly InvalidField[]> {
  if (path?.startsWith('address')) return [{ field: 'address' }];
  return (path && (await extras?.check(null))) || [];
}

/** What a wallet does not bring along. It has an email of its own where the customer has typed none. */
async function findInvalidBeside(
  runtime: Runtime,
  { gateway }: Opening,
  askEmail: boolean,
): Promise<readonly InvalidField[]> {
  const email = runtime.facts.email.trim();
  if (askEmail && isEmail(email)) await tellEmail(runtime, gateway, email);
  return (await runtime.extras?.check(null)) ?? [];
}

const isPayable = (truth: Truth, shown: number): boolean =>
  truth.status === 'open' && (truth.amount === null || truth.amount === shown);

/** Stripe refuses to confirm while it works on a change; that passes. */
async function willing(runtime: Runtime, { abort }: Opening): Promise<boolean> {
  const { clock } = runtime.ports;
  const tooLong = new AbortController();
  const timer = clock.setTimeout(() => {
    tooLong.abort();
  }, WILLING_MS);
  const over = AbortSignal.any([abort.signal, tooLong.signal]);
  const may = await runtime.until(({ summary }) => summary?.canConfirm === true, over);
  clock.clearTimeout(timer);
  return may;
}
