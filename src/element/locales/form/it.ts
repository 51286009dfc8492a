/** Italian: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('it');

/** What the form says in Italian. */
export const form: FormMessages = {
  otherWay: 'Oppure paga in un altro modo',
  contact: 'Contatto',
  email: 'Email',
  emailSuggestion: (email) => `Intendevi ${email}?`,
  payingAs: (email) => `Paghi come ${email}`,
  address: 'Indirizzo di fatturazione',
  payment: 'Pagamento',
  summary: 'Riepilogo',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'al giorno', other: 'ogni # giorni' },
        week: { 1: 'alla settimana', other: 'ogni # settimane' },
        month: { 1: 'al mese', other: 'ogni # mesi' },
        year: { 1: 'all’anno', other: 'ogni # anni' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotale',
  discount: 'Sconto',
  promotionAdd: 'Aggiungi codice promozionale',
  promotionCode: 'Codice promozionale',
  promotionApply: 'Applica',
  promotionRemove: (code) => `Rimuovi ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} ti fa risparmiare ${amount}.` : `${code} è applicato.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Primo pagamento'
      : lasts === 'forever'
        ? 'Ogni pagamento'
        : say(lasts, { one: 'Per # mese', other: 'Per # mesi' }),
  tax: 'Imposte',
  taxPending: 'Serve il tuo indirizzo',
  taxIncluded: 'Imposte incluse',
  reverseCharge: 'Inversione contabile: l’IVA è a carico della tua azienda.',
  dueToday: 'Da pagare oggi',
  amountDue: 'Importo dovuto',
  invoiceDue: (number, date) => (date ? `Fattura ${number}, scadenza ${date}.` : `Fattura ${number}.`),
  chargeFailed: (why) => `L’ultimo addebito non è riuscito. ${why}`,
  keepMethod: 'Salva metodo di pagamento',
  keepNote: 'Ora non viene addebitato nulla.',
  thenEvery: (amount, every) => `Poi ${amount} ${every}, fino alla disdetta.`,
  trialUntil: (date, amount, every) => `Gratis fino al ${date}, poi ${amount} ${every}, fino alla disdetta.`,
  thenDiscounted: (amount) => `Con lo sconto, ${amount}.`,
  consent: (amount, every) => `Pagando, autorizzi l’addebito di ${amount} ${every} sulla tua carta fino alla disdetta.`,
  savePayment: 'Salva questa carta per la prossima volta',
  savePaymentSubscription: 'Proponi questa carta al mio prossimo acquisto',
  savePaymentSubscriptionNote: 'I rinnovi di questo abbonamento la usano in ogni caso.',
  savedAlways: 'La tua carta viene conservata per i pagamenti successivi.',
  cardUpdated: (last4, date) => `La tua banca ha aggiornato la carta che termina con ${last4} (${date}).`,
  steps: 'Passaggi',
  details: 'Dati',
  continue: 'Continua con il pagamento',
  back: 'Torna ai dati',
  pay: (amount) => `Paga ${amount}`,
  payWithoutAmount: 'Paga',
  startTrial: 'Inizia la prova gratuita',
  paying: 'Pagamento in corso…',
  checking: 'Verifica del pagamento…',
  updating: 'Aggiornamento…',
  waitingForBank: 'Stiamo ancora aspettando la tua banca. Tieni aperta questa pagina.',
  loading: 'Caricamento del pagamento…',
  loadingSlow: 'Ci vuole più del solito. Stiamo ancora provando…',
  invalidTitle: (count) => say(count, { 1: 'C’è un punto da verificare', other: 'Ci sono alcuni punti da verificare' }),
  invalid: {
    email: 'Inserisci un indirizzo email, per esempio nome@example.com.',
    address: 'Completa il tuo indirizzo di fatturazione.',
    payment: 'Completa i tuoi dati di pagamento.',
  },
};
