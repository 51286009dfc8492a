/** What nobody here could find out about Stripe: its documentation, its types and its users are silent or disagree. */
export const UNKNOWNS = {
  deferredAmount: 'Is a confirm refused when the fields were made for another amount than the intent’s?',
  words:
    'The exact words for a failed 3-D Secure, a misused key, an unknown parameter, a key used for another request.',
  customerSession: 'How long a CustomerSession lives, and whether its secret can be used by a second page.',
  liveShadow: 'Does a Payment Element inside a shadow root render anything in live mode?',
  phoneAndTwoAddresses:
    'When does `fields.phone: "auto"` ask for a phone number; what does getElement("address") give when there are two?',
  redirectStatus: 'Which values of `redirect_status` are there besides succeeded, failed and pending?',
  confirmLimit: 'After how many refused confirms does Stripe cancel an intent?',
  confirmationToken: 'How long a ConfirmationToken lives.',
  dialog: 'Does the Express Checkout Element work inside a modal dialog?',
  testCards: 'Do the published test cards still behave as the page of June 2025 said?',
  clientSecret: 'Is `client_secret` on an open session when it is retrieved?',
  returnUrl: 'May a session be made without `return_url` while methods that redirect are on offer?',
  staleTotal: 'Is a confirm refused when the total has changed since the page read it?',
  achSubscription: 'What becomes of a subscription of a session while its first bank debit is under way or unverified?',
  abandonedChallenge: 'What does `confirm` answer when the customer walks away from a challenge?',
  listAfterDecline: 'Does `sessions.list({payment_intent})` find a subscription’s session after a decline?',
  idempotentReplayed: 'Is there an `Idempotent-Replayed` header on a replayed answer?',
  customFields: 'Does the first invoice of a session copy `invoice_settings.custom_fields` of its customer?',
} as const;
