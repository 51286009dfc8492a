/** Polish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('pl');

/** What the form says in Polish. */
export const form: FormMessages = {
  otherWay: 'Lub zapłać w inny sposób',
  contact: 'Kontakt',
  email: 'E-mail',
  emailSuggestion: (email) => `Czy chodziło o ${email}?`,
  payingAs: (email) => `Płacisz jako ${email}`,
  address: 'Adres rozliczeniowy',
  payment: 'Płatność',
  summary: 'Podsumowanie',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'dziennie', few: 'co # dni', other: 'co # dni' },
        week: { 1: 'tygodniowo', few: 'co # tygodnie', many: 'co # tygodni', other: 'co # tygodnia' },
        month: { 1: 'miesięcznie', few: 'co # miesiące', many: 'co # miesięcy', other: 'co # miesiąca' },
        year: { 1: 'rocznie', few: 'co # lata', many: 'co # lat', other: 'co # roku' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Suma częściowa',
  discount: 'Rabat',
  promotionAdd: 'Dodaj kod promocyjny',
  promotionCode: 'Kod promocyjny',
  promotionApply: 'Zastosuj',
  promotionRemove: (code) => `Usuń ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} obniża cenę o ${amount}.` : `Kod ${code} jest zastosowany.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Pierwsza płatność'
      : lasts === 'forever'
        ? 'Każda płatność'
        : say(lasts, {
            one: 'Przez # miesiąc',
            few: 'Przez # miesiące',
            many: 'Przez # miesięcy',
            other: 'Przez # miesiąca',
          }),
  tax: 'Podatek',
  taxPending: 'Wymaga Twojego adresu',
  taxIncluded: 'W tym podatek',
  reverseCharge: 'Odwrotne obciążenie: VAT rozlicza Twoja firma.',
  dueToday: 'Do zapłaty dziś',
  amountDue: 'Kwota do zapłaty',
  invoiceDue: (number, date) => (date ? `Faktura ${number}, termin płatności: ${date}.` : `Faktura ${number}.`),
  chargeFailed: (why) => `Ostatnie obciążenie się nie powiodło. ${why}`,
  keepMethod: 'Zapisz metodę płatności',
  keepNote: 'Teraz niczego nie pobierzemy.',
  thenEvery: (amount, every) => `Potem ${amount} ${every}, do czasu anulowania.`,
  trialUntil: (date, amount, every) => `Bezpłatnie do ${date}, potem ${amount} ${every}, do czasu anulowania.`,
  thenDiscounted: (amount) => `Z rabatem ${amount}.`,
  consent: (amount, every) => `Płacąc, zezwalasz na obciążanie karty kwotą ${amount} ${every} do czasu anulowania.`,
  savePayment: 'Zapisz tę kartę na następny raz',
  savePaymentSubscription: 'Zaproponuj tę kartę przy następnym zakupie',
  savePaymentSubscriptionNote: 'Odnowienia tej subskrypcji i tak z niej korzystają.',
  savedAlways: 'Twoja karta zostanie zachowana na późniejsze płatności.',
  cardUpdated: (last4, date) => `Twój bank zaktualizował kartę o numerze kończącym się na ${last4} (${date}).`,
  steps: 'Kroki',
  details: 'Dane',
  continue: 'Przejdź do płatności',
  back: 'Wróć do danych',
  pay: (amount) => `Zapłać ${amount}`,
  payWithoutAmount: 'Zapłać',
  startTrial: 'Rozpocznij bezpłatny okres próbny',
  paying: 'Trwa płatność…',
  checking: 'Sprawdzamy Twoją płatność…',
  updating: 'Aktualizowanie…',
  waitingForBank: 'Wciąż czekamy na Twój bank. Nie zamykaj tej strony.',
  loading: 'Ładowanie płatności…',
  loadingSlow: 'To trwa dłużej niż zwykle. Wciąż próbujemy…',
  invalidTitle: (count) => say(count, { 1: 'Sprawdź jedną rzecz', other: 'Sprawdź kilka rzeczy' }),
  invalid: {
    email: 'Podaj adres e-mail, na przykład imie@example.com.',
    address: 'Uzupełnij adres rozliczeniowy.',
    payment: 'Uzupełnij dane płatności.',
  },
};
