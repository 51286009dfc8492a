/** What Stripe keeps to itself about an intent that was made by API. */
export interface IntentState {
  /** A challenge of the customer's bank that has not been answered. */
  challenge: { readonly source: string; readonly methodId: string } | null;
  /** The invoice it was made to pay. Billing decides about it then, not whoever asks. */
  readonly invoice?: string;
}
