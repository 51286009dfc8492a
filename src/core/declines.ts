/** What to do about a bank's no. */

/** What the customer can do next. */
export type DeclineClass =
  /** Something typed is wrong: look at it again. */
  | 'reenter'
  /** The bank wants to know it is them. */
  | 'authenticate'
  /** This card will not do for this purchase. */
  | 'other_method'
  /** Only the bank knows why; likewise where it gave no reason, or one that is unknown to us. */
  | 'contact_bank'
  /** A fault on the way: the same card may work in a moment. */
  | 'retry_later'
  /** Asking again may pay twice or is forbidden by the card's network. */
  | 'never_retry'
  /** Suspected fraud: say no more than no. */
  | 'generic';

/** Codes by class; every other code is for the bank to explain. Source: docs.stripe.com/declines/codes. */
const CODES: Record<Exclude<DeclineClass, 'contact_bank'>, string> = {
  reenter:
    'incorrect_number invalid_number incorrect_cvc invalid_cvc invalid_expiry_month invalid_expiry_year incorrect_zip incorrect_address incorrect_pin invalid_pin',
  authenticate: 'authentication_required authentication_not_handled',
  other_method:
    'card_not_supported currency_not_supported card_velocity_exceeded withdrawal_count_limit_exceeded insufficient_funds expired_card offline_pin_required online_or_offline_pin_required pin_try_exceeded testmode_decline',
  retry_later: 'issuer_not_available processing_error reenter_transaction',
  never_retry:
    'duplicate_transaction do_not_try_again stop_payment_order revocation_of_authorization revocation_of_all_authorizations',
  generic: 'fraudulent lost_card stolen_card pickup_card merchant_blacklist',
};

const CLASS_OF = new Map(
  Object.entries(CODES).flatMap(([name, codes]) => codes.split(' ').map((code) => [code, name as DeclineClass])),
);

/** What Stripe's advice says where the code alone says nothing. Source: docs.stripe.com/declines/codes. */
const ADVICE = new Map<string, DeclineClass>([
  ['confirm_card_data', 'reenter'],
  ['do_not_try_again', 'never_retry'],
  ['try_again_later', 'retry_later'],
]);

/** Sorts a decline code of Stripe's, and its advice where there is one, into what the customer can do. */
export function toDeclineClass(declineCode: string | null, adviceCode = ''): DeclineClass {
  const byCode = CLASS_OF.get(declineCode ?? '');
  const byAdvice = ADVICE.get(adviceCode);
  if (byAdvice === 'never_retry' && (!byCode || maySameCard(byCode))) return byAdvice;
  return byCode ?? byAdvice ?? 'contact_bank';
}

/** Whether trying the same card again can help. */
export const maySameCard = (declineClass: DeclineClass): boolean =>
  declineClass === 'retry_later' || declineClass === 'authenticate' || declineClass === 'reenter';
