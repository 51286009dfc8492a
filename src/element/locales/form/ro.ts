/** Romanian: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('ro');

/** What the form says in Romanian. */
export const form: FormMessages = {
  otherWay: 'Sau plătiți în alt mod',
  contact: 'Contact',
  email: 'E-mail',
  emailSuggestion: (email) => `Ați vrut să scrieți ${email}?`,
  payingAs: (email) => `Plătiți ca ${email}`,
  address: 'Adresa de facturare',
  payment: 'Plată',
  summary: 'Rezumat',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'pe zi', few: 'la fiecare # zile', other: 'la fiecare # de zile' },
        week: { 1: 'pe săptămână', few: 'la fiecare # săptămâni', other: 'la fiecare # de săptămâni' },
        month: { 1: 'pe lună', few: 'la fiecare # luni', other: 'la fiecare # de luni' },
        year: { 1: 'pe an', few: 'la fiecare # ani', other: 'la fiecare # de ani' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotal',
  discount: 'Reducere',
  promotionAdd: 'Adăugați un cod promoțional',
  promotionCode: 'Cod promoțional',
  promotionApply: 'Aplicați',
  promotionRemove: (code) => `Eliminați ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} reduce prețul cu ${amount}.` : `${code} este aplicat.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Prima plată'
      : lasts === 'forever'
        ? 'Fiecare plată'
        : say(lasts, { one: 'Timp de # lună', few: 'Timp de # luni', other: 'Timp de # de luni' }),
  tax: 'Taxe',
  taxPending: 'Este necesară adresa dvs.',
  taxIncluded: 'Taxe incluse',
  reverseCharge: 'Taxare inversă: TVA este datorată de firma dvs.',
  dueToday: 'De plată astăzi',
  amountDue: 'Suma de plată',
  invoiceDue: (number, date) => (date ? `Factura ${number}, scadentă la ${date}.` : `Factura ${number}.`),
  chargeFailed: (why) => `Ultima încasare nu a reușit. ${why}`,
  keepMethod: 'Salvați metoda de plată',
  keepNote: 'Acum nu se percepe nimic.',
  thenEvery: (amount, every) => `Apoi ${amount} ${every}, până la anulare.`,
  trialUntil: (date, amount, every) => `Gratuit până la ${date}, apoi ${amount} ${every}, până la anulare.`,
  thenDiscounted: (amount) => `Cu reducerea, ${amount}.`,
  consent: (amount, every) => `Prin plată, permiteți debitarea cardului cu ${amount} ${every} până la anulare.`,
  savePayment: 'Salvează acest card pentru data viitoare',
  savePaymentSubscription: 'Propune acest card la următoarea achiziție',
  savePaymentSubscriptionNote: 'Reînnoirile acestui abonament îl folosesc oricum.',
  savedAlways: 'Cardul dvs. este păstrat pentru plăți ulterioare.',
  cardUpdated: (last4, date) => `Banca dvs. a actualizat cardul care se termină în ${last4} (${date}).`,
  steps: 'Pași',
  details: 'Date',
  continue: 'Continuați la plată',
  back: 'Înapoi la date',
  pay: (amount) => `Plătiți ${amount}`,
  payWithoutAmount: 'Plătiți',
  startTrial: 'Începeți perioada gratuită',
  paying: 'Se efectuează plata…',
  checking: 'Se verifică plata dvs.…',
  updating: 'Se actualizează…',
  waitingForBank: 'Încă așteptăm banca dvs. Țineți această pagină deschisă.',
  loading: 'Se încarcă plata…',
  loadingSlow: 'Durează mai mult decât de obicei. Încercăm în continuare…',
  invalidTitle: (count) => say(count, { 1: 'Verificați un lucru', other: 'Verificați câteva lucruri' }),
  invalid: {
    email: 'Introduceți o adresă de e-mail, de exemplu nume@example.com.',
    address: 'Completați adresa de facturare.',
    payment: 'Completați datele de plată.',
  },
};
