/** Italian: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Italian. */
export const extra: ExtraMessages = {
  business: 'Dati dell’azienda',
  quantity: 'Quantità',
  quantityLess: 'Uno in meno',
  quantityMore: 'Uno in più',
  quantityInvalid: (min, max) => `Scegli un numero intero da ${String(min)} a ${String(max)}.`,
  totalNow: (amount) => `Il totale ora è ${amount}.`,
  company: 'Azienda',
  companyMissing: 'Inserisci il nome dell’azienda.',
  taxIdCountry: 'Paese del codice fiscale',
  taxIdCountryChoose: 'Scegli un Paese',
  taxId: 'Codice fiscale',
  taxIdOf: (kind) => `Codice fiscale (${kind})`,
  taxIdMissing: 'Inserisci il codice fiscale e il suo Paese.',
  taxIdInvalid: (example) => `Inserisci il codice fiscale come si scrive lì, per esempio ${example}.`,
  taxIdUnclear: 'Non siamo riusciti a verificare questo codice fiscale. Riprova.',
  purchaseOrder: 'Numero d’ordine',
  purchaseOrderMissing: 'Inserisci il tuo numero d’ordine.',
  fieldMissing: (label) => `Compila «${label}».`,
  optional: (label) => `${label} (facoltativo)`,
};
