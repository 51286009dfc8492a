/** Polish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Polish. */
export const extra: ExtraMessages = {
  business: 'Dane firmy',
  quantity: 'Ilość',
  quantityLess: 'O jeden mniej',
  quantityMore: 'O jeden więcej',
  quantityInvalid: (min, max) => `Wybierz liczbę całkowitą od ${String(min)} do ${String(max)}.`,
  totalNow: (amount) => `Suma wynosi teraz ${amount}.`,
  company: 'Firma',
  companyMissing: 'Podaj nazwę firmy.',
  taxIdCountry: 'Kraj numeru podatkowego',
  taxIdCountryChoose: 'Wybierz kraj',
  taxId: 'Numer podatkowy',
  taxIdOf: (kind) => `Numer podatkowy (${kind})`,
  taxIdMissing: 'Podaj numer podatkowy i jego kraj.',
  taxIdInvalid: (example) => `Podaj numer podatkowy tak, jak się go tam zapisuje, na przykład ${example}.`,
  taxIdUnclear: 'Nie udało się sprawdzić tego numeru podatkowego. Spróbuj ponownie.',
  purchaseOrder: 'Numer zamówienia',
  purchaseOrderMissing: 'Podaj swój numer zamówienia.',
  fieldMissing: (label) => `Wypełnij „${label}”.`,
  optional: (label) => `${label} (opcjonalnie)`,
};
