/** Romanian: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Romanian. */
export const extra: ExtraMessages = {
  business: 'Datele firmei',
  quantity: 'Cantitate',
  quantityLess: 'Cu unul mai puțin',
  quantityMore: 'Cu unul mai mult',
  quantityInvalid: (min, max) => `Alegeți un număr întreg de la ${String(min)} la ${String(max)}.`,
  totalNow: (amount) => `Totalul este acum ${amount}.`,
  company: 'Firmă',
  companyMissing: 'Introduceți numele firmei.',
  taxIdCountry: 'Țara codului fiscal',
  taxIdCountryChoose: 'Alegeți o țară',
  taxId: 'Cod fiscal',
  taxIdOf: (kind) => `Cod fiscal (${kind})`,
  taxIdMissing: 'Introduceți codul fiscal și țara lui.',
  taxIdInvalid: (example) => `Introduceți codul fiscal așa cum se scrie acolo, de exemplu ${example}.`,
  taxIdUnclear: 'Nu am putut verifica acest cod fiscal. Încercați din nou.',
  purchaseOrder: 'Număr de comandă',
  purchaseOrderMissing: 'Introduceți numărul de comandă.',
  fieldMissing: (label) => `Completați „${label}”.`,
  optional: (label) => `${label} (opțional)`,
};
