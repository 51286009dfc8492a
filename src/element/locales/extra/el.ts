/** Greek: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Greek. */
export const extra: ExtraMessages = {
  business: 'Στοιχεία επιχείρησης',
  quantity: 'Ποσότητα',
  quantityLess: 'Ένα λιγότερο',
  quantityMore: 'Ένα περισσότερο',
  quantityInvalid: (min, max) => `Επιλέξτε ακέραιο αριθμό από ${String(min)} έως ${String(max)}.`,
  totalNow: (amount) => `Το σύνολο είναι τώρα ${amount}.`,
  company: 'Εταιρεία',
  companyMissing: 'Εισαγάγετε την επωνυμία της εταιρείας.',
  taxIdCountry: 'Χώρα του ΑΦΜ',
  taxIdCountryChoose: 'Επιλέξτε χώρα',
  taxId: 'ΑΦΜ',
  taxIdOf: (kind) => `ΑΦΜ (${kind})`,
  taxIdMissing: 'Εισαγάγετε τον ΑΦΜ και τη χώρα του.',
  taxIdInvalid: (example) => `Εισαγάγετε τον ΑΦΜ όπως γράφεται εκεί, για παράδειγμα ${example}.`,
  taxIdUnclear: 'Δεν ήταν δυνατός ο έλεγχος του ΑΦΜ. Δοκιμάστε ξανά.',
  purchaseOrder: 'Αριθμός παραγγελίας',
  purchaseOrderMissing: 'Εισαγάγετε τον αριθμό της παραγγελίας σας.',
  fieldMissing: (label) => `Συμπληρώστε «${label}».`,
  optional: (label) => `${label} (προαιρετικά)`,
};
