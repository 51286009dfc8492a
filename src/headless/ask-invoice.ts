/** Asks the server for the invoice of a session, once. What a lost answer leaves open is asked elsewhere, never guessed. */
import type { InvoiceRequest } from '../contract/invoice-request.js';
import type { Problem } from '../contract/problems.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { InvoiceAnswer } from '../core/extra-fields-port.js';
import type { SessionInfo } from '../core/session.js';
import type { Runtime } from './runtime.js';

/** The sentences for what went wrong. */
export interface InvoiceWords {
  readonly invoiceNotSent: string;
  readonly invoiceRefused: string;
}

/** Asks for what is confirmed on the page. */
export async function askInvoice(runtime: Runtime, words: () => InvoiceWords): Promise<InvoiceAnswer> {
  const { opening, store, ports } = runtime;
  const { state } = store;
  const lost = { type: 'confirm.unclear', message: words().invoiceNotSent } as const;
  if (!opening || state.name !== 'confirming') return lost;
  const { session } = state;
  const answer = await ports.backend().payByInvoice?.(session.id, toRequest(runtime, session), opening.abort.signal);
  if (!answer) return lost;
  if (answer.ok) return { type: 'truth', truth: answer.value };
  const { error, problem } = answer;
  if (!problem || !isKnownNo(problem)) return lost;
  const offered = error.code !== 'invoice.not_offered';
  return { type: 'invoice.refused', error: offered ? error : { ...error, message: words().invoiceRefused } };
}

/** Whether nothing was made. A session that has ended may have ended as an invoice; what failed in the middle may go on. */
const isKnownNo = ({ code, status }: Problem): boolean =>
  status < 500 && code !== 'session.closed' && code !== 'session.not_found';

/** Who is invoiced. The order number and the company were told before, with what else the customer has said. */
function toRequest({ facts, contact, ports }: Runtime, { features }: SessionInfo): InvoiceRequest {
  const known = contact ?? ports.host.defaultValues().billingAddress;
  const { asked } = facts;
  // Asked for with a tax id as well: it is whose id that is.
  const named = asked?.company !== 'off' || asked.taxId !== 'off';
  const company = named ? (facts.typed['company'] ?? '').trim() : '';
  const name = company || known?.name?.trim();
  // What Stripe has taken: nothing is ordered while one that is typed is not.
  const taxId = asked?.taxId === 'off' ? null : facts.summary?.taxId?.taxId;
  return {
    contract: CONTRACT_VERSION,
    ...(features.email === 'ask' && { email: facts.email.trim() }),
    ...(name && { name }),
    ...(taxId && { taxId: { type: taxId.type, value: taxId.value } }),
    ...(known && { address: toAddress(known.address) }),
  };
}

/** Empty lines are left out. */
function toAddress(address: NonNullable<Runtime['contact']>['address']): NonNullable<InvoiceRequest['address']> {
  const { country, line1, line2, city, state, postal_code } = address;
  return {
    country,
    ...(line1 && { line1 }),
    ...(line2 && { line2 }),
    ...(city && { city }),
    ...(state && { state }),
    ...(postal_code && { postal_code }),
  };
}
