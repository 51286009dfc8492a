/** What customers read in the extra fields. Beside the other words, because most tags ask for none. */

/** Everything a customer can read in the extra fields. */
export interface ExtraMessages {
  /** Heads what is asked of a company. */
  readonly business: string;
  /** Names the field for how many are bought. */
  readonly quantity: string;
  /** Names the button “−” beside the quantity, for those who hear the page. */
  readonly quantityLess: string;
  /** Names the button “+” beside the quantity, for those who hear the page. */
  readonly quantityMore: string;
  /** `min` and `max` are whole numbers of units. */
  readonly quantityInvalid: (min: number, max: number) => string;
  /** Read out when the quantity has changed the total. */
  readonly totalNow: (amount: string) => string;
  /** Opens what is asked of a company, where nothing of it has to be answered. */
  readonly forBusiness: string;
  /** Names the field for the company's name. */
  readonly company: string;
  /** Below the company's field, when it is required and left empty. */
  readonly companyMissing: string;
  /** Below Stripe's address field, while the company is missing that the address must be of. */
  readonly addressCompany: string;
  /** Names the choice of the country whose tax id is typed. */
  readonly taxIdCountry: string;
  /** The choice of a country before one is made. */
  readonly taxIdCountryChoose: string;
  /** Names the field before a country is chosen. */
  readonly taxId: string;
  /** Names the field by what the country calls its tax id. */
  readonly taxIdOf: (kind: string) => string;
  /** Below the tax id, when it is required and the number or its country is missing. */
  readonly taxIdMissing: string;
  /** `example` is one of the right form. */
  readonly taxIdInvalid: (example: string) => string;
  /** Its form is right, its check digits are not. */
  readonly taxIdMistyped: string;
  /** Below the tax id, when Stripe could not be asked about it. */
  readonly taxIdUnclear: string;
  /** Names the field for the customer's own order number. */
  readonly purchaseOrder: string;
  /** Below the order number's field, when it is required and left empty. */
  readonly purchaseOrderMissing: string;
  /** `label` is the merchant's own. */
  readonly fieldMissing: (label: string) => string;
  /** Beside a field whose entry the merchant's server does not keep, for a reason of its own. */
  readonly fieldRefused: string;
  /** Names the box to tick, above the pay button. */
  readonly termsAgree: string;
  /** Names the link to the terms. */
  readonly termsRead: string;
  /** Below the box, when Pay is pressed before it is ticked. */
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
  /** Below day and address of an invoice, where a subscription is bought. */
  readonly invoiceRenewals: string;
  /** In place of day and time, while nothing is due yet. */
  readonly invoiceAfterTrial: string;
  /** The button that orders. */
  readonly invoiceSend: string;
  /** The button that goes back from the invoice to the form. */
  readonly invoiceCancel: string;
  /** The status line, while the server makes the invoice. */
  readonly invoiceSending: string;
  /** Nobody made one, whatever became of the request. */
  readonly invoiceNotSent: string;
  /** Above the form, when the server no longer takes an invoice for this purchase. */
  readonly invoiceRefused: string;
  /** In place of the button, while a promotion code is taken. */
  readonly invoiceNoCode: string;
}
