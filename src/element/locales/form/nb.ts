/** Norwegian (Bokmål): what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('nb');

/** What the form says in Norwegian (Bokmål). */
export const form: FormMessages = {
  otherWay: 'Eller betal på en annen måte',
  contact: 'Kontakt',
  email: 'E-post',
  emailSuggestion: (email) => `Mente du ${email}?`,
  payingAs: (email) => `Du betaler som ${email}`,
  address: 'Faktureringsadresse',
  payment: 'Betaling',
  summary: 'Oversikt',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'per dag', other: 'hver #. dag' },
        week: { 1: 'per uke', other: 'hver #. uke' },
        month: { 1: 'per måned', other: 'hver #. måned' },
        year: { 1: 'per år', other: 'hvert #. år' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Delsum',
  discount: 'Rabatt',
  promotionAdd: 'Legg til kampanjekode',
  promotionCode: 'Kampanjekode',
  promotionApply: 'Bruk',
  promotionRemove: (code) => `Fjern ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} gir ${amount} i rabatt.` : `${code} er tatt i bruk.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Første betaling'
      : lasts === 'forever'
        ? 'Hver betaling'
        : say(lasts, { one: 'I # måned', other: 'I # måneder' }),
  tax: 'Avgifter',
  taxPending: 'Krever adressen din',
  taxIncluded: 'Inkludert avgifter',
  reverseCharge: 'Omvendt avgiftsplikt: bedriften din beregner merverdiavgiften.',
  dueToday: 'Å betale i dag',
  amountDue: 'Beløp å betale',
  invoiceDue: (number, date) => (date ? `Faktura ${number}, forfaller ${date}.` : `Faktura ${number}.`),
  chargeFailed: (why) => `Det siste trekket gikk ikke gjennom. ${why}`,
  keepMethod: 'Lagre betalingsmåte',
  keepNote: 'Ingenting belastes nå.',
  thenEvery: (amount, every) => `Deretter ${amount} ${every} til du sier opp.`,
  trialUntil: (date, amount, every) => `Gratis til ${date}, deretter ${amount} ${every} til du sier opp.`,
  thenDiscounted: (amount) => `Med rabatten ${amount}.`,
  consent: (amount, every) => `Når du betaler, godtar du at kortet ditt belastes ${amount} ${every} til du sier opp.`,
  savePayment: 'Lagre dette kortet til neste gang',
  savePaymentSubscription: 'Foreslå dette kortet neste gang jeg kjøper',
  savePaymentSubscriptionNote: 'Fornyelser av dette abonnementet bruker det uansett.',
  savedAlways: 'Kortet ditt lagres for senere betalinger.',
  cardUpdated: (last4, date) => `Banken din har oppdatert kortet som slutter på ${last4} (${date}).`,
  steps: 'Trinn',
  details: 'Opplysninger',
  continue: 'Fortsett til betaling',
  back: 'Tilbake til opplysninger',
  pay: (amount) => `Betal ${amount}`,
  payWithoutAmount: 'Betal',
  startTrial: 'Start gratis prøveperiode',
  paying: 'Betaler…',
  checking: 'Betalingen din kontrolleres…',
  updating: 'Oppdaterer…',
  waitingForBank: 'Vi venter fortsatt på banken din. Hold denne siden åpen.',
  loading: 'Betalingen lastes inn…',
  loadingSlow: 'Dette tar lengre tid enn vanlig. Vi prøver fortsatt…',
  invalidTitle: (count) => say(count, { 1: 'Kontroller én ting', other: 'Kontroller noen ting' }),
  invalid: {
    email: 'Skriv inn en e-postadresse, for eksempel navn@example.com.',
    address: 'Fyll ut hele faktureringsadressen din.',
    payment: 'Fyll ut alle betalingsopplysningene dine.',
  },
};
