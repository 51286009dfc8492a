/** Danish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('da');

/** What the form says in Danish. */
export const form: FormMessages = {
  otherWay: 'Eller betal på en anden måde',
  contact: 'Kontakt',
  email: 'E-mail',
  emailSuggestion: (email) => `Mente du ${email}?`,
  payingAs: (email) => `Du betaler som ${email}`,
  address: 'Faktureringsadresse',
  payment: 'Betaling',
  summary: 'Oversigt',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'om dagen', other: 'hver #. dag' },
        week: { 1: 'om ugen', other: 'hver #. uge' },
        month: { 1: 'om måneden', other: 'hver #. måned' },
        year: { 1: 'om året', other: 'hvert #. år' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotal',
  discount: 'Rabat',
  promotionAdd: 'Tilføj kampagnekode',
  promotionCode: 'Kampagnekode',
  promotionApply: 'Anvend',
  promotionRemove: (code) => `Fjern ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} giver ${amount} i rabat.` : `${code} er anvendt.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Første betaling'
      : lasts === 'forever'
        ? 'Hver betaling'
        : say(lasts, { one: 'I # måned', other: 'I # måneder' }),
  tax: 'Moms og afgifter',
  taxPending: 'Kræver din adresse',
  taxIncluded: 'Inklusive moms og afgifter',
  reverseCharge: 'Omvendt betalingspligt: din virksomhed afregner momsen.',
  dueToday: 'Betales i dag',
  amountDue: 'Beløb til betaling',
  invoiceDue: (number, date) => (date ? `Faktura ${number}, forfalder ${date}.` : `Faktura ${number}.`),
  chargeFailed: (why) => `Den seneste opkrævning gik ikke igennem. ${why}`,
  keepMethod: 'Gem betalingsmetode',
  keepNote: 'Der trækkes intet nu.',
  thenEvery: (amount, every) => `Derefter ${amount} ${every}, indtil du opsiger.`,
  trialUntil: (date, amount, every) => `Gratis indtil ${date}, derefter ${amount} ${every}, indtil du opsiger.`,
  thenDiscounted: (amount) => `Med rabatten ${amount}.`,
  consent: (amount, every) =>
    `Når du betaler, tillader du, at dit kort trækkes for ${amount} ${every}, indtil du opsiger.`,
  savePayment: 'Gem dette kort til næste gang',
  savePaymentSubscription: 'Foreslå dette kort, næste gang jeg køber',
  savePaymentSubscriptionNote: 'Fornyelser af dette abonnement bruger det under alle omstændigheder.',
  savedAlways: 'Dit kort gemmes til senere betalinger.',
  cardUpdated: (last4, date) => `Din bank har opdateret kortet, der ender på ${last4} (${date}).`,
  steps: 'Trin',
  details: 'Oplysninger',
  continue: 'Fortsæt til betaling',
  back: 'Tilbage til oplysninger',
  pay: (amount) => `Betal ${amount}`,
  payWithoutAmount: 'Betal',
  startTrial: 'Start gratis prøveperiode',
  paying: 'Betaler…',
  checking: 'Din betaling kontrolleres…',
  updating: 'Opdaterer…',
  waitingForBank: 'Vi venter stadig på din bank. Hold denne side åben.',
  loading: 'Betalingen indlæses…',
  loadingSlow: 'Det tager længere tid end normalt. Vi prøver stadig…',
  invalidTitle: (count) => say(count, { 1: 'Tjek én ting', other: 'Tjek nogle få ting' }),
  invalid: {
    email: 'Angiv en e-mailadresse, for eksempel navn@example.com.',
    address: 'Udfyld hele din faktureringsadresse.',
    payment: 'Udfyld alle dine betalingsoplysninger.',
  },
};
