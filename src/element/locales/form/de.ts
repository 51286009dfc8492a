/** German: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('de');

/** What the form says in German. */
export const form: FormMessages = {
  otherWay: 'Oder anders bezahlen',
  contact: 'Kontakt',
  email: 'E-Mail',
  emailSuggestion: (email) => `Meinten Sie ${email}?`,
  payingAs: (email) => `Sie bezahlen als ${email}`,
  address: 'Rechnungsadresse',
  payment: 'Zahlung',
  summary: 'Übersicht',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'pro Tag', other: 'alle # Tage' },
        week: { 1: 'pro Woche', other: 'alle # Wochen' },
        month: { 1: 'pro Monat', other: 'alle # Monate' },
        year: { 1: 'pro Jahr', other: 'alle # Jahre' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  promotionAdd: 'Aktionscode hinzufügen',
  promotionCode: 'Aktionscode',
  promotionApply: 'Einlösen',
  promotionRemove: (code) => `${code} entfernen`,
  promotionApplied: (code, amount) => (amount ? `${code} spart Ihnen ${amount}.` : `${code} ist eingelöst.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Erste Zahlung'
      : lasts === 'forever'
        ? 'Jede Zahlung'
        : say(lasts, { one: 'Für # Monat', other: 'Für # Monate' }),
  tax: 'Steuern',
  taxPending: 'Braucht Ihre Adresse',
  taxIncluded: 'Enthaltene Steuern',
  reverseCharge: 'Reverse-Charge-Verfahren: Ihr Unternehmen schuldet die Umsatzsteuer.',
  dueToday: 'Heute fällig',
  amountDue: 'Fälliger Betrag',
  invoiceDue: (number, date) => (date ? `Rechnung ${number}, fällig am ${date}.` : `Rechnung ${number}.`),
  chargeFailed: (why) => `Die letzte Abbuchung ist fehlgeschlagen. ${why}`,
  keepMethod: 'Zahlungsmethode speichern',
  keepNote: 'Jetzt wird nichts abgebucht.',
  thenEvery: (amount, every) => `Danach ${amount} ${every}, bis Sie kündigen.`,
  trialUntil: (date, amount, every) => `Kostenlos bis ${date}, danach ${amount} ${every}, bis Sie kündigen.`,
  thenDiscounted: (amount) => `Mit dem Rabatt ${amount}.`,
  consent: (amount, every) =>
    `Mit der Zahlung erlauben Sie, dass Ihre Karte mit ${amount} ${every} belastet wird, bis Sie kündigen.`,
  savePayment: 'Diese Karte für das nächste Mal speichern',
  savePaymentSubscription: 'Diese Karte bei meinem nächsten Kauf anbieten',
  savePaymentSubscriptionNote: 'Für Verlängerungen dieses Abonnements wird sie in jedem Fall verwendet.',
  savedAlways: 'Ihre Karte wird für spätere Zahlungen gespeichert.',
  cardUpdated: (last4, date) => `Ihre Bank hat die Karte mit den Endziffern ${last4} aktualisiert (${date}).`,
  steps: 'Schritte',
  details: 'Angaben',
  continue: 'Weiter zur Zahlung',
  back: 'Zurück zu den Angaben',
  pay: (amount) => `${amount} bezahlen`,
  payWithoutAmount: 'Bezahlen',
  startTrial: 'Kostenlos testen',
  paying: 'Zahlung läuft…',
  checking: 'Ihre Zahlung wird geprüft…',
  updating: 'Wird aktualisiert…',
  waitingForBank: 'Wir warten noch auf Ihre Bank. Lassen Sie diese Seite geöffnet.',
  loading: 'Die Kasse wird geladen…',
  loadingSlow: 'Das dauert länger als sonst. Wir versuchen es weiter…',
  invalidTitle: (count) =>
    say(count, { 1: 'Bitte prüfen Sie noch einen Punkt', other: 'Bitte prüfen Sie noch einige Punkte' }),
  invalid: {
    email: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    address: 'Vervollständigen Sie Ihre Rechnungsadresse.',
    payment: 'Vervollständigen Sie Ihre Zahlungsdaten.',
  },
};
