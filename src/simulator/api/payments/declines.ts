/** The refusals the published test cards and bank accounts cause, with Stripe's sentences. */

export interface Decline {
  readonly code: string;
  readonly decline_code?: string;
  readonly message: string;
  readonly param?: string;
  /** Advice and network code are this simulator's guess; Stripe publishes none per card. */
  readonly advice_code: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later' | null;
  readonly network_decline_code: string | null;
  /** Stripe's own block, never sent to the bank. */
  readonly blocked?: true;
}

const declined = (
  declineCode: string,
  advice: Decline['advice_code'],
  network: string | null,
  message = 'Your card was declined.',
): Decline => ({
  code: 'card_declined',
  decline_code: declineCode,
  message,
  advice_code: advice,
  network_decline_code: network,
});

export const declines = {
  generic: declined('generic_decline', 'try_again_later', '05'),
  insufficientFunds: declined('insufficient_funds', 'try_again_later', '51', 'Your card has insufficient funds.'),
  lost: declined('lost_card', 'do_not_try_again', '41'),
  stolen: declined('stolen_card', 'do_not_try_again', '43'),
  velocity: declined(
    'card_velocity_exceeded',
    'try_again_later',
    '65',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  fraudulent: { ...declined('fraudulent', 'do_not_try_again', null), blocked: true },
  liveCard: declined(
    'test_mode_live_card',
    'do_not_try_again',
    null,
    'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  ),
  authenticationRequired: {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    advice_code: 'try_again_later',
    network_decline_code: null,
  },
  expired: {
    code: 'expired_card',
    message: 'Your card has expired.',
    param: 'exp_month',
    advice_code: 'do_not_try_again',
    network_decline_code: '54',
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
    advice_code: 'confirm_card_data',
    network_decline_code: 'N7',
  },
  processingError: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice_code: 'try_again_later',
    network_decline_code: '96',
  },
} as const satisfies Record<string, Decline>;

const returned = (code: string, message: string): Decline => ({
  code,
  message,
  advice_code: null,
  network_decline_code: null,
});

/** Why a debit comes back, days after it was sent. The words are this simulator's. */
export const debitFailures = {
  accountClosed: returned('account_closed', "The customer's bank account has been closed."),
  noAccount: returned('no_account', "The customer's bank account could not be located."),
  insufficientFunds: returned('insufficient_funds', "The customer's account has insufficient funds."),
  debitNotAuthorized: returned('debit_not_authorized', 'The customer has not authorized this debit.'),
  invalidCurrency: returned('bank_account_unusable', "The customer's bank account cannot be debited in this currency."),
  weeklyLimit: returned('charge_exceeds_weekly_limit', 'The payment exceeds the weekly limit of this account.'),
  sourceLimit: returned('charge_exceeds_source_limit', 'The payment exceeds the limit of this account.'),
  generic: returned('payment_method_provider_decline', "The customer's bank did not accept the debit."),
} as const satisfies Record<string, Decline>;
