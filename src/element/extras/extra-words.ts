/** English, for the extra fields. */
import type { ExtraMessages } from '../../core/extra-messages.js';

/** What customers read in English in the extra fields. */
export const extraWords: ExtraMessages = {
  business: 'Business details',
  quantity: 'Quantity',
  quantityLess: 'One less',
  quantityMore: 'One more',
  quantityInvalid: (min, max) => `Choose a whole number from ${String(min)} to ${String(max)}.`,
  totalNow: (amount) => `The total is now ${amount}.`,
  company: 'Company',
  companyMissing: 'Enter the company’s name.',
  taxIdCountry: 'Tax ID country',
  taxIdCountryChoose: 'Choose a country',
  taxId: 'Tax ID',
  taxIdOf: (kind) => `Tax ID (${kind})`,
  taxIdMissing: 'Enter the tax ID and its country.',
  taxIdInvalid: (example) => `Enter the tax ID as it is written there, like ${example}.`,
  taxIdUnclear: 'We could not check this tax ID. Please try again.',
  purchaseOrder: 'Purchase order number',
  purchaseOrderMissing: 'Enter your purchase order number.',
  fieldMissing: (label) => `Fill in “${label}”.`,
  optional: (label) => `${label} (optional)`,
};
