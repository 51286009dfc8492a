/** Hungarian: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Hungarian. */
export const extra: ExtraMessages = {
  business: 'Céges adatok',
  quantity: 'Mennyiség',
  quantityLess: 'Eggyel kevesebb',
  quantityMore: 'Eggyel több',
  quantityInvalid: (min, max) => `Válasszon egész számot ${String(min)} és ${String(max)} között.`,
  totalNow: (amount) => `A végösszeg most ${amount}.`,
  company: 'Cég',
  companyMissing: 'Adja meg a cég nevét.',
  taxIdCountry: 'Az adószám országa',
  taxIdCountryChoose: 'Válasszon országot',
  taxId: 'Adószám',
  taxIdOf: (kind) => `Adószám (${kind})`,
  taxIdMissing: 'Adja meg az adószámot és az országát.',
  taxIdInvalid: (example) => `Úgy adja meg az adószámot, ahogy ott írják, például ${example}.`,
  taxIdUnclear: 'Nem tudtuk ellenőrizni ezt az adószámot. Kérjük, próbálja újra.',
  purchaseOrder: 'Megrendelésszám',
  purchaseOrderMissing: 'Adja meg a megrendelésszámát.',
  fieldMissing: (label) => `Töltse ki: „${label}”.`,
  optional: (label) => `${label} (nem kötelező)`,
};
