/** Danish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Danish. */
export const extra: ExtraMessages = {
  business: 'Virksomhedsoplysninger',
  quantity: 'Antal',
  quantityLess: 'En færre',
  quantityMore: 'En mere',
  quantityInvalid: (min, max) => `Vælg et helt tal fra ${String(min)} til ${String(max)}.`,
  totalNow: (amount) => `Totalen er nu ${amount}.`,
  company: 'Virksomhed',
  companyMissing: 'Angiv virksomhedens navn.',
  taxIdCountry: 'Land for skattenummer',
  taxIdCountryChoose: 'Vælg et land',
  taxId: 'Skattenummer',
  taxIdOf: (kind) => `Skattenummer (${kind})`,
  taxIdMissing: 'Angiv skattenummeret og dets land.',
  taxIdInvalid: (example) => `Angiv skattenummeret, som det skrives der, for eksempel ${example}.`,
  taxIdUnclear: 'Vi kunne ikke kontrollere dette skattenummer. Prøv igen.',
  purchaseOrder: 'Indkøbsordrenummer',
  purchaseOrderMissing: 'Angiv dit indkøbsordrenummer.',
  fieldMissing: (label) => `Udfyld »${label}«.`,
  optional: (label) => `${label} (valgfrit)`,
};
