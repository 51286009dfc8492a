/** Keys of our metadata at Stripe: on sessions, and on what sessions make where Stripe carries it along. */
export const METADATA = {
  owner: 'billing_owner',
  purchase: 'billing_purchase',
  /** The subscription whose default method a SetupIntent's becomes. */
  subscription: 'billing_subscription',
  /** `true` once a SetupIntent's method has become the default: what is told late changes nothing any more. */
  settled: 'billing_settled',
  experiment: 'billing_experiment',
  variant: 'billing_variant',
  /** Hash of the unit, never the unit. */
  unit: 'billing_unit',
  /** `true` when the host's assignment did not come in time and the control was shown. */
  fallback: 'billing_fallback',
  /** `true` when the arms differ for this customer: page one would be shown. Computed alike in both arms. */
  differs: 'billing_differs',
  /** `true` when the customer came to see another flow than the one assigned. Never re-attributes. */
  switched: 'billing_switched',
  /** Whether the method is kept: `ask` or `always`. Absent where it is not. */
  saving: 'billing_saving',
  /** On a customer: which saved card their bank has updated last, and when. Seconds, method, last four digits. */
  updatedCard: 'billing_updated_card',
  /** `hosted`: paid on a page of Stripe's, not in the form. */
  via: 'billing_via',
  /** The customer's own number of the purchase. */
  purchaseOrder: 'purchase_order',
  company: 'company',
  /** When the customer agreed to the terms: ISO 8601, the server's clock. */
  terms: 'terms_agreed_at',
} as const;

const FIELD = 'field_';

/** Whether a key is that of a merchant's own field. */
export const isFieldKey = (key: string): boolean => key.startsWith(FIELD);

const SAID: readonly string[] = [METADATA.purchaseOrder, METADATA.company, METADATA.terms];

/** The key of a merchant's own field. */
export const toFieldKey = (name: string): string => FIELD + name;

/** What a customer has said about the purchase, of all that is in a session's metadata. Nothing empty. */
export const toSaid = (metadata: Readonly<Record<string, string>> | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata ?? {}).filter(([key, value]) => value !== '' && (SAID.includes(key) || isFieldKey(key))),
  );
