/** Small deposits that prove a typed bank account to be the customer's: asked for, then told back. */
import { ApiError, invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { Proof } from './awaited.js';
import { unexpectedState } from './find-intent.js';
import type { DebitRecord } from './method-record.js';

type AnyIntent = PaymentIntent | SetupIntent;

export interface Told {
  readonly amounts?: readonly number[] | undefined;
  readonly descriptor_code?: string | undefined;
}

const day = 24 * 60 * 60;
const mostTries = 10;
/** How long it takes until deposits that cannot be sent come back, in milliseconds. */
const comesBackMs = 5_000;

/** Sends the deposits: a code for a checking account, two amounts for a savings account. */
export function askForProof(
  account: Account,
  intent: AnyIntent,
  method: DebitRecord,
  then: Pick<Proof, 'proven' | 'failed'>,
): void {
  const token = `pacs_test_${randomText(40)}`;
  const type = method.method.us_bank_account?.account_type === 'savings' ? 'amounts' : 'descriptor_code';
  const proof: Proof = { intent, method, token, type, tries: 0, ...then };
  account.proofs.set(intent.id, proof);
  intent.payment_method = method.method.id;
  intent.status = 'requires_action';
  intent.next_action = {
    type: 'verify_with_microdeposits',
    verify_with_microdeposits: {
      arrival_date: account.now() + 2 * day,
      hosted_verification_url: `${account.origin}/microdeposit/${token}`,
      microdeposit_type: type,
    },
  };
  account.emit(`${intent.object}.requires_action`, intent);
  if (!method.debit.unreachable) return;
  account.later(comesBackMs, () => {
    if (account.proofs.get(intent.id) !== proof) return;
    end(account, proof, 'payment_method_microdeposit_failed', 'The microdeposits could not be sent to this account.');
  });
}

/** Nobody waits for it any more: the intent was confirmed anew, or canceled. */
export function dropProof(account: Account, { id }: AnyIntent): void {
  account.proofs.delete(id);
}

/** Takes what the customer found on their statement. Throws what is wrong with it. */
export function giveProof(account: Account, intent: AnyIntent, told: Told): void {
  const proof = account.proofs.get(intent.id);
  if (!proof) throw unexpectedState(intent, 'verify');
  const prefix = 'payment_method_microdeposit_verification';
  switch (judge(proof, told)) {
    case 'right':
      account.proofs.delete(intent.id);
      proof.method.verified = true;
      proof.proven();
      return;
    case 'exceeded':
      throw end(
        account,
        proof,
        `${prefix}_attempts_exceeded`,
        'You have exceeded the number of allowed verification attempts.',
      );
    case 'timeout':
      throw end(account, proof, `${prefix}_timeout`, 'Microdeposit verification timed out.');
    case 'wrong': {
      proof.tries += 1;
      if (proof.tries >= mostTries) {
        const message = 'You have exceeded the number of allowed verification attempts.';
        throw end(account, proof, `${prefix}_attempts_exceeded`, message);
      }
      throw mismatch(proof, prefix);
    }
  }
}

function mismatch({ type, tries }: Proof, prefix: string): ApiError {
  const left = `You have ${String(mostTries - tries)} attempts left.`;
  return type === 'amounts'
    ? invalidRequest(`The amounts provided do not match the amounts that were sent to the bank account. ${left}`, {
        code: `${prefix}_amounts_mismatch`,
        param: 'amounts',
      })
    : invalidRequest(`The descriptor code provided does not match the one sent to the bank account. ${left}`, {
        code: `${prefix}_descriptor_code_mismatch`,
        param: 'descriptor_code',
      });
}

type Verdict = 'right' | 'wrong' | 'exceeded' | 'timeout';
const verdicts: Readonly<Record<string, Verdict>> = {
  '32 45': 'right',
  SM11AA: 'right',
  '10 11': 'exceeded',
  SM33CC: 'exceeded',
  '40 41': 'timeout',
  SM44DD: 'timeout',
};

function judge({ type }: Proof, { amounts, descriptor_code: code }: Told): Verdict {
  if ((amounts === undefined) === (code === undefined)) {
    throw invalidRequest('You must pass exactly one of `amounts` or `descriptor_code`.', { param: type });
  }
  const given = amounts ? 'amounts' : 'descriptor_code';
  if (given !== type) {
    const message = `This bank account was sent ${type === 'amounts' ? 'two amounts' : 'a descriptor code'}: verify it with \`${type}\`.`;
    throw invalidRequest(message, { code: 'payment_method_invalid_parameter', param: given });
  }
  if (
    amounts &&
    (amounts.length !== 2 || amounts.some((amount) => !Number.isInteger(amount) || amount < 1 || amount > 99))
  ) {
    throw invalidRequest('`amounts` should be two positive integers, in cents.', {
      code: 'payment_method_microdeposit_verification_amounts_invalid',
      param: 'amounts',
    });
  }
  const told = amounts ? [...amounts].sort((a, b) => a - b).join(' ') : (code ?? '').toUpperCase();
  return verdicts[told] ?? 'wrong';
}

/** The account cannot be proven any more: the intent wants another method. */
function end(account: Account, proof: Proof, code: string, message: string): ApiError {
  const fields = {
    type: 'invalid_request_error',
    code,
    message,
    doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`,
  } as const;
  account.proofs.delete(proof.intent.id);
  proof.failed(fields);
  return new ApiError(400, fields);
}
