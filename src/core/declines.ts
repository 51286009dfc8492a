/** What to do about a bank's no. */

/** What the customer can do next. */
export type DeclineClass =
  /** Something typed is wrong: look at it again. */
  | 'reenter'
  /** The bank wants to know it is them. */
  | 'authenticate'
  /** This card will not do for this purchase. */
  | 'other_method'
  /** Only the bank knows why. */
  | 'contact_bank'
  /** A fault on the way: the same card may work in a moment. */
  | 'retry_later'
  /** Asking again may pay twice or is forbidden by the card's network. */
  | 'never_retry'
  /** Suspected fraud: say no more than no. */
  | 'generic';

const CODES: Record<DeclineClass, string> = {
  reenter:
    'incorrect_number invalid_number incorrect_cvc invalid_cvc invalid_expiry_month invalid_expiry_year incorrect_zip incorrect_address incorrect_pin invalid_pin',
  authenticate: 'authentication_required authentication_not_handled',
  other_method:
    'card_not_supported currency_not_supported card_velocity_exceeded withdrawal_count_limit_exceeded insufficient_funds expired_card offline_pin_required online_or_offline_pin_required pin_try_exceeded testmode_decline',
  contact_bank:
    'call_issuer do_not_honor generic_decline no_action_taken transaction_not_allowed service_not_allowed security_violation not_permitted restricted_card invalid_account new_account_information_available invalid_amount approve_with_id try_again_later',
  retry_later: 'issuer_not_available processing_error reenter_transaction',
  never_retry:
    'duplicate_transaction do_not_try_again stop_payment_order revocation_of_authorization revocation_of_all_authorizations',
  generic: 'fraudulent lost_card stolen_card pickup_card merchant_blacklist',
};

const CLASS_OF = new Map(
  Object.entries(CODES).flatMap(([name, codes]) => codes.split(' ').map((code) => [code, name as DeclineClass])),
);

/** Classes in which the same card may be tried again unchanged. */
const SAME_CARD: ReadonlySet<DeclineClass> = new Set<DeclineClass>(['retry_later', 'authenticate', 'reenter']);

/**
 * Sorts a decline code of Stripe's into what the customer can do. Source: docs.stripe.com/declines/codes.
 * Without a code the bank has not said why; with one unknown to us, likewise.
 */
export const toDeclineClass = (declineCode: string | null): DeclineClass =>
  CLASS_OF.get(declineCode ?? '') ?? 'contact_bank';

/** Whether trying the same card again can help. */
export const maySameCard = (declineClass: DeclineClass): boolean => SAME_CARD.has(declineClass);
