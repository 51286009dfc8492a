/** Swedish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Swedish. */
export const extra: ExtraMessages = {
  business: 'Företagsuppgifter',
  quantity: 'Antal',
  quantityLess: 'En mindre',
  quantityMore: 'En mer',
  quantityInvalid: (min, max) => `Välj ett heltal från ${String(min)} till ${String(max)}.`,
  totalNow: (amount) => `Totalbeloppet är nu ${amount}.`,
  company: 'Företag',
  companyMissing: 'Ange företagets namn.',
  taxIdCountry: 'Skattenummerets land',
  taxIdCountryChoose: 'Välj ett land',
  taxId: 'Skattenummer',
  taxIdOf: (kind) => `Skattenummer (${kind})`,
  taxIdMissing: 'Ange skattenumret och dess land.',
  taxIdInvalid: (example) => `Ange skattenumret så som det skrivs där, till exempel ${example}.`,
  taxIdUnclear: 'Vi kunde inte kontrollera skattenumret. Försök igen.',
  purchaseOrder: 'Inköpsordernummer',
  purchaseOrderMissing: 'Ange ditt inköpsordernummer.',
  fieldMissing: (label) => `Fyll i ”${label}”.`,
  optional: (label) => `${label} (valfritt)`,
};
