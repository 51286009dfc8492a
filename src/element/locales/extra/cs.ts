/** Czech: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Czech. */
export const extra: ExtraMessages = {
  business: 'Údaje o firmě',
  quantity: 'Množství',
  quantityLess: 'O jeden méně',
  quantityMore: 'O jeden více',
  quantityInvalid: (min, max) => `Zvolte celé číslo od ${String(min)} do ${String(max)}.`,
  totalNow: (amount) => `Celková částka je nyní ${amount}.`,
  company: 'Firma',
  companyMissing: 'Zadejte název firmy.',
  taxIdCountry: 'Země daňového čísla',
  taxIdCountryChoose: 'Vyberte zemi',
  taxId: 'Daňové číslo',
  taxIdOf: (kind) => `Daňové číslo (${kind})`,
  taxIdMissing: 'Zadejte daňové číslo a jeho zemi.',
  taxIdInvalid: (example) => `Zadejte daňové číslo tak, jak se tam píše, například ${example}.`,
  taxIdUnclear: 'Toto daňové číslo se nepodařilo ověřit. Zkuste to prosím znovu.',
  purchaseOrder: 'Číslo objednávky',
  purchaseOrderMissing: 'Zadejte číslo své objednávky.',
  fieldMissing: (label) => `Vyplňte „${label}“.`,
  optional: (label) => `${label} (nepovinné)`,
};
