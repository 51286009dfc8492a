/** Norwegian (Bokmål): what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Norwegian (Bokmål). */
export const extra: ExtraMessages = {
  business: 'Bedriftsopplysninger',
  quantity: 'Antall',
  quantityLess: 'Én mindre',
  quantityMore: 'Én til',
  quantityInvalid: (min, max) => `Velg et heltall fra ${String(min)} til ${String(max)}.`,
  totalNow: (amount) => `Totalsummen er nå ${amount}.`,
  company: 'Bedrift',
  companyMissing: 'Skriv inn navnet på bedriften.',
  taxIdCountry: 'Land for skattenummer',
  taxIdCountryChoose: 'Velg et land',
  taxId: 'Skattenummer',
  taxIdOf: (kind) => `Skattenummer (${kind})`,
  taxIdMissing: 'Skriv inn skattenummeret og landet det gjelder.',
  taxIdInvalid: (example) => `Skriv inn skattenummeret slik det skrives der, for eksempel ${example}.`,
  taxIdUnclear: 'Vi kunne ikke kontrollere dette skattenummeret. Prøv igjen.',
  purchaseOrder: 'Innkjøpsordrenummer',
  purchaseOrderMissing: 'Skriv inn innkjøpsordrenummeret ditt.',
  fieldMissing: (label) => `Fyll ut «${label}».`,
  optional: (label) => `${label} (valgfritt)`,
};
