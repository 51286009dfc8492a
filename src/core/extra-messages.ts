/** What customers read in the extra fields. Beside the other words, because most tags ask for none. */

/** Everything a customer can read in the extra fields. */
export interface ExtraMessages {
  /** Heads what is asked of a company. */
  readonly business: string;
  readonly quantity: string;
  readonly quantityLess: string;
  readonly quantityMore: string;
  /** `min` and `max` are whole numbers of units. */
  readonly quantityInvalid: (min: number, max: number) => string;
  /** Read out when the quantity has changed the total. */
  readonly totalNow: (amount: string) => string;
  readonly company: string;
  readonly companyMissing: string;
  readonly taxIdCountry: string;
  readonly taxIdCountryChoose: string;
  readonly taxId: string;
  /** Names the field by what the country calls its tax id. */
  readonly taxIdOf: (kind: string) => string;
  readonly taxIdMissing: string;
  /** `example` is one of the right form. */
  readonly taxIdInvalid: (example: string) => string;
  readonly taxIdUnclear: string;
  readonly purchaseOrder: string;
  readonly purchaseOrderMissing: string;
  /** `label` is the merchant's own. */
  readonly fieldMissing: (label: string) => string;
  /** Behind the name of a field that may be left empty. */
  readonly optional: (label: string) => string;
}
