/** Dutch: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Dutch. */
export const extra: ExtraMessages = {
  business: 'Bedrijfsgegevens',
  quantity: 'Aantal',
  quantityLess: 'Eén minder',
  quantityMore: 'Eén meer',
  quantityInvalid: (min, max) => `Kies een heel getal van ${String(min)} tot en met ${String(max)}.`,
  totalNow: (amount) => `Het totaal is nu ${amount}.`,
  company: 'Bedrijf',
  companyMissing: 'Vul de naam van het bedrijf in.',
  taxIdCountry: 'Land van het belastingnummer',
  taxIdCountryChoose: 'Kies een land',
  taxId: 'Belastingnummer',
  taxIdOf: (kind) => `Belastingnummer (${kind})`,
  taxIdMissing: 'Vul het belastingnummer en het land in.',
  taxIdInvalid: (example) => `Vul het belastingnummer in zoals het daar wordt geschreven, zoals ${example}.`,
  taxIdUnclear: 'We konden dit belastingnummer niet controleren. Probeer het opnieuw.',
  purchaseOrder: 'Inkoopordernummer',
  purchaseOrderMissing: 'Vul je inkoopordernummer in.',
  fieldMissing: (label) => `Vul ‘${label}’ in.`,
  optional: (label) => `${label} (optioneel)`,
};
