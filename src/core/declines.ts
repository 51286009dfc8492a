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

/** What to look at again. All but the address is in Stripe's payment field. */
export type DeclineLook = 'number' | 'expiry' | 'cvc' | 'pin' | 'address';

/** What a bank's no means for whoever pays. The words for class and look are in the message catalog. */
export interface DeclineAdvice {
  readonly class: DeclineClass;
  /** Null where nothing that was typed is at fault. */
  readonly look: DeclineLook | null;
}

/**
 * The one table: a line for each class, `reenter` by what is to be looked at. Every other code is for the bank to explain.
 * Source: docs.stripe.com/declines/codes. Keys are decline codes, and error codes where the card itself is at fault.
 */
const CODES = {
  'reenter number': 'incorrect_number invalid_number',
  'reenter expiry': 'invalid_expiry_month invalid_expiry_year',
  'reenter cvc': 'incorrect_cvc invalid_cvc',
  'reenter pin': 'incorrect_pin invalid_pin',
  'reenter address': 'incorrect_zip incorrect_address',
  authenticate: 'authentication_required authentication_not_handled',
  other_method:
    'card_not_supported currency_not_supported card_velocity_exceeded withdrawal_count_limit_exceeded insufficient_funds expired_card offline_pin_required online_or_offline_pin_required pin_try_exceeded testmode_decline partner_generic_decline invalid_customer_account payment_limit_exceeded invalid_billing_agreement',
  retry_later: 'issuer_not_available processing_error reenter_transaction approve_with_id',
  never_retry:
    'duplicate_transaction do_not_try_again stop_payment_order revocation_of_authorization revocation_of_all_authorizations',
  generic: 'fraudulent lost_card stolen_card pickup_card merchant_blacklist',
};

const ROW_OF = new Map(
  Object.entries(CODES).flatMap(([row, codes]) => {
    const [name, look = null] = row.split(' ') as [DeclineClass, DeclineLook?];
    return codes.split(' ').map((code) => [code, { class: name, look }] as const);
  }),
);

/**
 * What advice says where the code alone says nothing: Stripe's, and that of the card's network.
 * Source: docs.stripe.com/declines/codes; Mastercard's merchant advice codes.
 */
const ADVICE = new Map<string, DeclineClass>([
  ['confirm_card_data', 'reenter'],
  ['do_not_try_again', 'never_retry'],
  ['try_again_later', 'retry_later'],
  ['01', 'reenter'],
  ['02', 'retry_later'],
  ['03', 'never_retry'],
  ['21', 'never_retry'],
  ...['24', '25', '26', '27', '28', '29', '30'].map((code) => [code, 'retry_later'] as const),
]);

/** Sorts a code, and the advice beside it, into what the customer can do. `adviceCode` is Stripe's or the network's. */
export function toDeclineAdvice(code: string | null, adviceCode = ''): DeclineAdvice {
  const row = ROW_OF.get(code ?? '');
  const byAdvice = ADVICE.get(adviceCode);
  if (byAdvice === 'never_retry' && (!row || maySameCard(row.class))) return { class: byAdvice, look: null };
  return row ?? { class: byAdvice ?? 'contact_bank', look: null };
}

/** The class alone. */
export const toDeclineClass = (code: string | null, adviceCode?: string): DeclineClass =>
  toDeclineAdvice(code, adviceCode).class;

/** Whether trying the same card again can help. */
export const maySameCard = (declineClass: DeclineClass): boolean =>
  declineClass === 'retry_later' || declineClass === 'authenticate' || declineClass === 'reenter';
