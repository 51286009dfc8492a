/** Swedish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('sv');

/** What the form says in Swedish. */
export const form: FormMessages = {
  otherWay: 'Eller betala på ett annat sätt',
  contact: 'Kontakt',
  email: 'E-post',
  emailSuggestion: (email) => `Menade du ${email}?`,
  payingAs: (email) => `Du betalar som ${email}`,
  address: 'Faktureringsadress',
  payment: 'Betalning',
  summary: 'Översikt',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'per dag', other: 'med # dagars mellanrum' },
        week: { 1: 'per vecka', other: 'med # veckors mellanrum' },
        month: { 1: 'per månad', other: 'med # månaders mellanrum' },
        year: { 1: 'per år', other: 'med # års mellanrum' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Delsumma',
  discount: 'Rabatt',
  promotionAdd: 'Lägg till kampanjkod',
  promotionCode: 'Kampanjkod',
  promotionApply: 'Använd',
  promotionRemove: (code) => `Ta bort ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} ger ${amount} i rabatt.` : `${code} används.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Första betalningen'
      : lasts === 'forever'
        ? 'Varje betalning'
        : say(lasts, { one: 'I # månad', other: 'I # månader' }),
  tax: 'Skatt',
  taxPending: 'Din adress behövs',
  taxIncluded: 'Inklusive skatt',
  reverseCharge: 'Omvänd skattskyldighet: ditt företag redovisar momsen.',
  dueToday: 'Att betala i dag',
  amountDue: 'Belopp att betala',
  invoiceDue: (number, date) => (date ? `Faktura ${number}, förfaller ${date}.` : `Faktura ${number}.`),
  chargeFailed: (why) => `Den senaste debiteringen gick inte igenom. ${why}`,
  keepMethod: 'Spara betalningsmetod',
  keepNote: 'Inget debiteras nu.',
  thenEvery: (amount, every) => `Därefter ${amount} ${every} tills du säger upp.`,
  trialUntil: (date, amount, every) => `Gratis till ${date}, därefter ${amount} ${every} tills du säger upp.`,
  thenDiscounted: (amount) => `Med rabatten ${amount}.`,
  consent: (amount, every) =>
    `Genom att betala godkänner du att ditt kort debiteras ${amount} ${every} tills du säger upp.`,
  savePayment: 'Spara det här kortet till nästa gång',
  savePaymentSubscription: 'Föreslå det här kortet nästa gång jag köper',
  savePaymentSubscriptionNote: 'Förnyelser av den här prenumerationen använder det i vilket fall.',
  savedAlways: 'Ditt kort sparas för senare betalningar.',
  cardUpdated: (last4, date) => `Din bank har uppdaterat kortet som slutar på ${last4} (${date}).`,
  steps: 'Steg',
  details: 'Uppgifter',
  continue: 'Fortsätt till betalning',
  back: 'Tillbaka till uppgifter',
  pay: (amount) => `Betala ${amount}`,
  payWithoutAmount: 'Betala',
  startTrial: 'Starta gratis provperiod',
  paying: 'Betalar…',
  checking: 'Din betalning kontrolleras…',
  updating: 'Uppdaterar…',
  waitingForBank: 'Vi väntar fortfarande på din bank. Håll sidan öppen.',
  loading: 'Betalningen läses in…',
  loadingSlow: 'Det tar längre tid än vanligt. Vi försöker fortfarande…',
  invalidTitle: (count) => say(count, { 1: 'Kontrollera en sak', other: 'Kontrollera några saker' }),
  invalid: {
    email: 'Ange en e-postadress, till exempel namn@example.com.',
    address: 'Fyll i hela din faktureringsadress.',
    payment: 'Fyll i alla dina betalningsuppgifter.',
  },
};
