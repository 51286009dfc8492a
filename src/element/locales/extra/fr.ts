/** French: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in French. */
export const extra: ExtraMessages = {
  business: 'Informations sur l’entreprise',
  quantity: 'Quantité',
  quantityLess: 'Un de moins',
  quantityMore: 'Un de plus',
  quantityInvalid: (min, max) => `Choisissez un nombre entier de ${String(min)} à ${String(max)}.`,
  totalNow: (amount) => `Le total est maintenant de ${amount}.`,
  company: 'Entreprise',
  companyMissing: 'Saisissez le nom de l’entreprise.',
  taxIdCountry: 'Pays du numéro fiscal',
  taxIdCountryChoose: 'Choisissez un pays',
  taxId: 'Numéro fiscal',
  taxIdOf: (kind) => `Numéro fiscal (${kind})`,
  taxIdMissing: 'Saisissez le numéro fiscal et son pays.',
  taxIdInvalid: (example) => `Saisissez le numéro fiscal comme il s’écrit là-bas, par exemple ${example}.`,
  taxIdUnclear: 'Nous n’avons pas pu vérifier ce numéro fiscal. Veuillez réessayer.',
  purchaseOrder: 'Numéro de bon de commande',
  purchaseOrderMissing: 'Saisissez votre numéro de bon de commande.',
  fieldMissing: (label) => `Remplissez « ${label} ».`,
  optional: (label) => `${label} (facultatif)`,
};
