/** Finnish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Finnish. */
export const extra: ExtraMessages = {
  business: 'Yrityksen tiedot',
  quantity: 'Määrä',
  quantityLess: 'Yksi vähemmän',
  quantityMore: 'Yksi lisää',
  quantityInvalid: (min, max) => `Valitse kokonaisluku väliltä ${String(min)}–${String(max)}.`,
  totalNow: (amount) => `Loppusumma on nyt ${amount}.`,
  company: 'Yritys',
  companyMissing: 'Anna yrityksen nimi.',
  taxIdCountry: 'Verotunnuksen maa',
  taxIdCountryChoose: 'Valitse maa',
  taxId: 'Verotunnus',
  taxIdOf: (kind) => `Verotunnus (${kind})`,
  taxIdMissing: 'Anna verotunnus ja sen maa.',
  taxIdInvalid: (example) => `Anna verotunnus siinä muodossa kuin se siellä kirjoitetaan, esimerkiksi ${example}.`,
  taxIdUnclear: 'Emme voineet tarkistaa tätä verotunnusta. Yritä uudelleen.',
  purchaseOrder: 'Ostotilausnumero',
  purchaseOrderMissing: 'Anna ostotilausnumerosi.',
  fieldMissing: (label) => `Täytä ”${label}”.`,
  optional: (label) => `${label} (valinnainen)`,
};
