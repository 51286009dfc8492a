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
  /** Opens what is asked of a company, where nothing of it has to be answered. */
  readonly forBusiness: string;
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
  /** Its form is right, its check digits are not. */
  readonly taxIdMistyped: string;
  readonly taxIdUnclear: string;
  readonly purchaseOrder: string;
  readonly purchaseOrderMissing: string;
  /** `label` is the merchant's own. */
  readonly fieldMissing: (label: string) => string;
  readonly termsAgree: string;
  /** Names the link to the terms. */
  readonly termsRead: string;
  readonly termsMissing: string;
  /** Behind the name of a field that may be left empty. */
  readonly optional: (label: string) => string;
  /** The button, and the heading of what it opens. */
  readonly payByInvoice: string;
  /** Names the day by which the invoice is to be paid. */
  readonly invoiceDueDate: string;
  /** Names the time there is to pay it, as “30 days”. */
  readonly invoiceTerm: string;
  /** Names the address it is mailed to. */
  readonly invoiceTo: string;
  readonly invoiceRenewals: string;
  /** In place of day and time, while nothing is due yet. */
  readonly invoiceAfterTrial: string;
  /** The button that orders. */
  readonly invoiceSend: string;
  readonly invoiceCancel: string;
  readonly invoiceSending: string;
  /** Nobody made one, whatever became of the request. */
  readonly invoiceNotSent: string;
  readonly invoiceRefused: string;
  /** In place of the button, while a promotion code is taken. */
  readonly invoiceNoCode: string;
}
