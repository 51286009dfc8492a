/** German: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in German. */
export const extra: ExtraMessages = {
  business: 'Angaben zum Unternehmen',
  quantity: 'Menge',
  quantityLess: 'Eins weniger',
  quantityMore: 'Eins mehr',
  quantityInvalid: (min, max) => `Wählen Sie eine ganze Zahl von ${String(min)} bis ${String(max)}.`,
  totalNow: (amount) => `Der Gesamtbetrag ist jetzt ${amount}.`,
  company: 'Unternehmen',
  companyMissing: 'Geben Sie den Namen des Unternehmens ein.',
  taxIdCountry: 'Land der Steuernummer',
  taxIdCountryChoose: 'Land auswählen',
  taxId: 'Steuernummer',
  taxIdOf: (kind) => `Steuernummer (${kind})`,
  taxIdMissing: 'Geben Sie die Steuernummer und ihr Land ein.',
  taxIdInvalid: (example) =>
    `Geben Sie die Steuernummer so ein, wie sie dort geschrieben wird, zum Beispiel ${example}.`,
  taxIdUnclear: 'Wir konnten diese Steuernummer nicht prüfen. Bitte versuchen Sie es noch einmal.',
  purchaseOrder: 'Bestellnummer',
  purchaseOrderMissing: 'Geben Sie Ihre Bestellnummer ein.',
  fieldMissing: (label) => `Füllen Sie „${label}“ aus.`,
  optional: (label) => `${label} (optional)`,
  payByInvoice: 'Auf Rechnung zahlen',
  invoiceDueDate: 'Fällig am',
  invoiceTerm: 'Zahlungsziel',
  invoiceTo: 'Rechnung geht an',
  invoiceRenewals: 'Auch Verlängerungen kommen als Rechnung.',
  invoiceAfterTrial: 'Heute ist nichts zu bezahlen. Die erste Rechnung kommt, wenn die Testphase endet.',
  invoiceSend: 'Auf Rechnung bestellen',
  invoiceCancel: 'Abbrechen',
  invoiceSending: 'Ihre Rechnung wird erstellt …',
  invoiceNotSent: 'Die Rechnung wurde nicht erstellt. Bitte versuchen Sie es noch einmal.',
  invoiceRefused: 'Dieser Kauf kann nicht auf Rechnung bezahlt werden. Bitte bezahlen Sie auf andere Weise.',
  invoiceNoCode: 'Um auf Rechnung zu zahlen, entfernen Sie zuerst den Aktionscode.',
};
