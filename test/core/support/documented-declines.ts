/**
 * Every decline code that Stripe documents, with what it recommends, and the advice beside them. Sources:
 * docs.stripe.com/declines/codes (cards and other ways to pay), docs.stripe.com/declines/card#issuer-declines (advice and network codes).
 */
import type { DeclineAdvice, DeclineClass, DeclineLook } from '../../../src/core/declines.js';

const BY_CLASS: Record<Exclude<DeclineClass, 'reenter'>, string> = {
  authenticate: 'authentication_required authentication_not_handled',
  contact_bank:
    'call_issuer do_not_honor generic_decline invalid_account invalid_amount new_account_information_available no_action_taken not_permitted restricted_card security_violation service_not_allowed transaction_not_allowed try_again_later',
  other_method:
    'card_not_supported card_velocity_exceeded currency_not_supported expired_card insufficient_funds invalid_billing_agreement invalid_customer_account offline_pin_required online_or_offline_pin_required partner_generic_decline payment_limit_exceeded pin_try_exceeded testmode_decline withdrawal_count_limit_exceeded',
  retry_later: 'approve_with_id issuer_not_available processing_error reenter_transaction',
  never_retry:
    'do_not_try_again duplicate_transaction revocation_of_all_authorizations revocation_of_authorization stop_payment_order',
  generic: 'fraudulent lost_card merchant_blacklist pickup_card stolen_card',
};

const REENTER: Record<DeclineLook, string> = {
  number: 'incorrect_number invalid_number',
  expiry: 'invalid_expiry_month invalid_expiry_year',
  cvc: 'incorrect_cvc invalid_cvc',
  pin: 'incorrect_pin invalid_pin',
  address: 'incorrect_address incorrect_zip',
};

const rows = <K extends string>(table: Record<K, string>, toAdvice: (key: K) => DeclineAdvice) =>
  (Object.entries(table) as [K, string][]).flatMap(([key, codes]) =>
    codes.split(' ').map((code) => [code, toAdvice(key)] as const),
  );

/** Code, and what it should be taken for. */
export const DOCUMENTED = [
  ...rows(BY_CLASS, (name) => ({ class: name, look: null })),
  ...rows(REENTER, (look) => ({ class: 'reenter', look })),
];

/** Advice where the code says nothing: Stripe's words, then the network's numbers. */
export const ADVISED = rows(
  {
    reenter: 'confirm_card_data 01',
    never_retry: 'do_not_try_again 03 21',
    retry_later: 'try_again_later 02 24 25 26 27 28 29 30',
  },
  (name) => ({ class: name, look: null }),
);
