/** Looks page one through before page two is shown: our fields and the address. Nothing is asked of the card. */
import { isEmail } from '../contract/email.js';
import type { Features } from '../contract/sessions.js';
import type { Result } from '../core/ports.js';
import { DONE } from '../core/result.js';
import type { InvalidField, Ready, Step } from '../core/state.js';
import type { Opening, Runtime } from './runtime.js';

/** Answers with `details.passed` or `check.invalid`. */
export async function checkDetails(runtime: Runtime, opening: Opening, { attempt, session }: Ready): Promise<void> {
  const invalid = await findInvalidDetails(runtime, opening, session.features);
  if (invalid.length > 0) runtime.store.send({ type: 'check.invalid', attempt, invalid });
  else runtime.store.send({ type: 'details.passed', attempt });
}

/** What page one still wants, in the order it is read; with null also what of ours is looked at before paying. */
export async function findInvalidDetails(
  runtime: Runtime,
  { gateway }: Opening,
  { email, billingAddress }: Features,
  page: Step | null = 'details',
): Promise<readonly InvalidField[]> {
  const [wrong, extras = [], addressOk] = await Promise.all([
    email === 'ask' ? checkEmail(runtime, gateway) : null,
    runtime.extras?.check(page),
    billingAddress === 'auto' || gateway.checkAddress(),
  ]);
  return [
    ...(wrong ? [wrong] : []),
    ...extras,
    ...(addressOk && !runtime.facts.addressFault ? [] : [{ field: 'address' } as const]),
  ];
}

async function checkEmail(runtime: Runtime, gateway: Opening['gateway']): Promise<InvalidField | null> {
  const email = runtime.facts.email.trim();
  if (!isEmail(email)) return { field: 'email' };
  const told = await tellEmail(runtime, gateway, email);
  // Without a sentence of Stripe's nothing is known to be wrong: it is told again before paying.
  return told.ok || !told.error.message ? null : { field: 'email', message: told.error.message };
}

/** Tells Stripe who buys, once per email. What Stripe says against it is kept. */
export async function tellEmail(runtime: Runtime, gateway: Opening['gateway'], email: string): Promise<Result<null>> {
  const isTold = (): boolean => runtime.facts.summary?.email === email;
  const answer = isTold() ? DONE : await gateway.setEmail(email);
  // Asked by who left the field and by who pressed the button: whichever came through counts.
  const told = isTold() ? DONE : answer;
  const message = told.ok ? undefined : told.error.message;
  runtime.learn({ emailRefused: message === undefined ? null : { email, message } });
  return told;
}
