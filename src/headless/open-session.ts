/** Asks the server for the session of a purchase, with what is known of the customer. */
import { isEmail } from '../contract/email.js';
import type { OpenRequest } from '../contract/open-request.js';
import type { Prefilled } from '../contract/shows-details.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { DefaultValues } from '../core/config.js';
import type { CheckoutError } from '../core/errors.js';
import { toExperimentField } from './assignment.js';
import type { OpenSession, Runtime } from './runtime.js';

/** Asks the server for the purchase's session, and remembers which it is. */
export const openSession: OpenSession = async (runtime, opening, returnUrl) => {
  const { backend, ledger } = runtime.ports;
  const { config, purchase, abort } = opening;
  const { key, sessionId } = ledger.current(purchase);
  const { pays } = config;
  const email = toKnown(runtime).email?.trim() ?? '';
  const common = {
    contract: CONTRACT_VERSION,
    ...(sessionId && { resume: sessionId }),
    ...(config.savePayment && { savePayment: config.savePayment }),
    ...(config.billingAddress && { billingAddress: config.billingAddress }),
    ...toExperimentField(runtime.assigned, toPrefilled(runtime)),
    ...(returnUrl && { ui: 'hosted' as const, returnUrl, ...(isEmail(email) && { email }) }),
  } as const;
  const request: OpenRequest =
    pays.kind === 'purchase' ? { ...common, ...pays, items: [...pays.items] } : { ...common, ...pays };
  const answer = await backend().open(request, key, abort.signal);
  // Stripe answers a key for ever as it did first, errors too. Without a session there is nothing to come back to.
  if (!answer.ok && !sessionId && isStoredError(answer.error)) ledger.forget(purchase);
  if (answer.ok) {
    const { id, features } = answer.value;
    ledger.opened(purchase, id, features.email === 'ask');
    runtime.learn({ hosted: features.hosted === true });
  }
  return answer;
};

const isStoredError = ({ code }: CheckoutError): boolean =>
  code === 'stripe.unavailable' || code === 'stripe.rejected' || code === 'server.failed';

/** Details that nobody has to type: the host knows them, or they were typed before a reopening. */
export function toPrefilled(runtime: Runtime): Prefilled[] {
  const { email, billingAddress } = toKnown(runtime);
  return [
    ...(isEmail(email ?? '') ? ['email' as const] : []),
    ...(billingAddress?.address.line1 ? ['billing_address' as const] : []),
  ];
}

export function toKnown({ facts, contact, ports }: Runtime): DefaultValues {
  const defaults = ports.host.defaultValues();
  const email = facts.email || defaults.email;
  const billingAddress = contact ?? defaults.billingAddress;
  return { ...(email && { email }), ...(billingAddress && { billingAddress }) };
}
