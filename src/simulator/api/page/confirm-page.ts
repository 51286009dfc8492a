/** Pays a session from the browser. */
import { z } from 'zod';
import { completeSession, needsMethod } from '../checkout/complete-session.js';
import { emailOf, fixedEmail } from '../checkout/session-email.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { toAddress } from '../customers/create-customer.js';
import { ApiError, invalidRequest, missingResource } from '../http/api-error.js';
import { email, flag, integer, text } from '../http/params.js';
import { cardError } from '../payments/card-error.js';
import type { CardRecord, MethodRecord } from '../payments/method-record.js';
import {
  abandonAttempt,
  declineOf,
  startChallenge,
  startDebit,
  startRedirect,
  takePayment,
} from '../payments/attempt-payment.js';
import { offeredBySession } from '../payments/offered-types.js';
import { makeTyped, typedMethod } from '../payments/typed-method.js';
import type { Account } from '../state/account.js';
import type { PageAction } from '../../wire/payment-page.js';
import type { Decline } from '../payments/declines.js';

export const confirmParams = {
  client_secret: text,
  expected_amount: integer,
  payment_method: text.optional(),
  payment_method_data: typedMethod.optional(),
  save_payment_method: flag.optional(),
  email: email.optional(),
  return_url: text.optional(),
};
const whole = z.object(confirmParams);
type ConfirmParams = z.output<typeof whole>;

/** Completes the session, throws the refusal, or returns what the customer's bank asks. */
export function confirmPage(account: Account, record: SessionRecord, params: ConfirmParams): PageAction | null {
  takeEmail(account, record, params.email);
  checkAmount(record, params.expected_amount);
  checkReturnUrl(record, params.return_url);
  checkCollected(record, params);
  const save = params.save_payment_method ?? false;
  if (save) checkSaving(record);
  abandonAttempt(account, record);
  if (!needsMethod(record)) {
    completeSession(account, record, null, false);
    return null;
  }
  const method = readMethod(account, record, params);
  if (save && method.kind !== 'card') {
    throw invalidRequest('Only cards can be saved in Checkout.', { param: 'save_payment_method' });
  }
  return rememberError(record, () => attempt(account, record, method, { save, url: params.return_url }));
}

function attempt(
  account: Account,
  record: SessionRecord,
  method: MethodRecord,
  { save, url }: { save: boolean; url: string | undefined },
): PageAction | null {
  switch (method.kind) {
    case 'card': {
      if (!method.card.challenge) {
        finish(account, record, method, { save, decline: declineOf(method), authenticated: false });
        return null;
      }
      const source = startChallenge(account, record, method);
      record.challenge = { source, methodId: method.method.id, save };
      return { type: 'use_stripe_sdk', source };
    }
    case 'debit':
      startDebit(account, record, method);
      completeSession(account, record, method, false);
      return null;
    case 'redirect':
      return startRedirect(account, record, method, url, () => {
        completeSession(account, record, method, false);
      });
  }
}

/** Money first, then everything that follows from it. */
export function finish(
  account: Account,
  record: SessionRecord,
  method: CardRecord,
  { save, decline, authenticated }: { save: boolean; decline: Decline | undefined; authenticated: boolean },
): void {
  if ((record.session.amount_total ?? 0) > 0) takePayment(account, record, method, { decline, authenticated });
  // Nothing is due: the card is only set up, so one that can be kept, or has been authenticated, passes.
  else if (decline && !authenticated && !method.card.attachable)
    throw cardError(decline, { payment_method: method.method });
  completeSession(account, record, method, save);
}

/** The page shows the last refusal until the next attempt. */
export function rememberError<T>(record: SessionRecord, work: () => T): T {
  record.lastError = null;
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) record.lastError = error.message;
    throw error;
  }
}

function takeEmail(account: Account, record: SessionRecord, typed: string | undefined): void {
  const fixed = fixedEmail(account, record);
  if (typed !== undefined && fixed !== null && typed !== fixed) {
    throw invalidRequest('The email of this Checkout Session cannot be changed.', { param: 'email' });
  }
  if (typed !== undefined && fixed === null) record.typed.email = typed;
  if (emailOf(account, record) === null) {
    throw invalidRequest('An email is required to confirm this Checkout Session.', {
      code: 'parameter_missing',
      param: 'email',
    });
  }
}

function checkAmount({ session }: SessionRecord, expected: number): void {
  if (expected === session.amount_total) return;
  throw invalidRequest('The amount of this Checkout Session has changed. Please review the new total and try again.', {
    code: 'checkout_amount_mismatch',
    param: 'expected_amount',
  });
}

function checkReturnUrl({ session }: SessionRecord, url: string | undefined): void {
  if (url === undefined || (session.return_url === undefined && session.success_url === null)) return;
  throw invalidRequest('You cannot pass a return URL when the Checkout Session has its own `return_url`.', {
    param: 'return_url',
  });
}

/** What the merchant asked Stripe to collect must be there. A saved card brings the address it was saved with. */
function checkCollected({ session, typed }: SessionRecord, params: ConfirmParams): void {
  const missing = (param: string, what: string): ApiError =>
    invalidRequest(`${what} is required to confirm this Checkout Session.`, { code: 'parameter_missing', param });
  const given = typed.address ?? params.payment_method_data?.billing_details?.address;
  const saved = params.payment_method !== undefined;
  if (session.billing_address_collection === 'required' && !saved && !(given?.line1 && given.country)) {
    throw missing('billing_address', 'A billing address');
  }
  if (
    session.phone_number_collection?.enabled &&
    !(typed.phone ?? params.payment_method_data?.billing_details?.phone)
  ) {
    throw missing('phone_number', 'A phone number');
  }
}

function checkSaving({ session }: SessionRecord): void {
  const param = 'save_payment_method';
  if (session.saved_payment_method_options?.payment_method_save !== 'enabled') {
    throw invalidRequest('This Checkout Session does not allow saving the payment method.', { param });
  }
  if (session.customer === null && session.customer_creation !== 'always') {
    throw invalidRequest('A payment method can be saved only for a customer.', { param });
  }
}

function readMethod(account: Account, record: SessionRecord, params: ConfirmParams): MethodRecord {
  const { payment_method: id, payment_method_data: data } = params;
  if ((id === undefined) === (data === undefined)) {
    throw invalidRequest('You must pass exactly one of `payment_method` or `payment_method_data`.', {
      code: 'parameter_missing',
      param: 'payment_method',
    });
  }
  if (data) {
    const { name, email: mail, phone, address: place } = data.billing_details ?? {};
    const details = {
      name: name || record.typed.name,
      email: mail || emailOf(account, record),
      phone: phone || record.typed.phone,
      address: place ? toAddress(place) : record.typed.address,
      tax_id: null,
    };
    return makeTyped(account, data, details, offeredBySession(record));
  }
  const saved = account.paymentMethods.get(id ?? '');
  if (saved?.method.customer == null || saved.method.customer !== record.session.customer) {
    throw missingResource('payment_method', id ?? '', 'payment_method', 400);
  }
  return saved;
}
