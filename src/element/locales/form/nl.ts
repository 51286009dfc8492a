/** Dutch: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('nl');

/** What the form says in Dutch. */
export const form: FormMessages = {
  otherWay: 'Of betaal op een andere manier',
  contact: 'Contact',
  email: 'E-mail',
  emailSuggestion: (email) => `Bedoelde je ${email}?`,
  payingAs: (email) => `Je betaalt als ${email}`,
  address: 'Factuuradres',
  payment: 'Betaling',
  summary: 'Overzicht',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'per dag', other: 'elke # dagen' },
        week: { 1: 'per week', other: 'elke # weken' },
        month: { 1: 'per maand', other: 'elke # maanden' },
        year: { 1: 'per jaar', other: 'elke # jaar' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotaal',
  discount: 'Korting',
  promotionAdd: 'Actiecode toevoegen',
  promotionCode: 'Actiecode',
  promotionApply: 'Toepassen',
  promotionRemove: (code) => `${code} verwijderen`,
  promotionApplied: (code, amount) => (amount ? `${code} geeft ${amount} korting.` : `${code} is toegepast.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Eerste betaling'
      : lasts === 'forever'
        ? 'Elke betaling'
        : say(lasts, { one: 'Gedurende # maand', other: 'Gedurende # maanden' }),
  tax: 'Belasting',
  taxPending: 'Je adres is nodig',
  taxIncluded: 'Inclusief belasting',
  reverseCharge: 'Btw verlegd: je bedrijf draagt de btw af.',
  dueToday: 'Vandaag te betalen',
  amountDue: 'Te betalen bedrag',
  invoiceDue: (number, date) => (date ? `Factuur ${number}, te betalen uiterlijk op ${date}.` : `Factuur ${number}.`),
  chargeFailed: (why) => `De laatste afschrijving is niet gelukt. ${why}`,
  keepMethod: 'Betaalmethode opslaan',
  keepNote: 'Er wordt nu niets afgeschreven.',
  thenEvery: (amount, every) => `Daarna ${amount} ${every}, tot je opzegt.`,
  trialUntil: (date, amount, every) => `Gratis tot ${date}, daarna ${amount} ${every}, tot je opzegt.`,
  thenDiscounted: (amount) => `Met de korting ${amount}.`,
  consent: (amount, every) =>
    `Door te betalen sta je toe dat ${amount} ${every} van je kaart wordt afgeschreven tot je opzegt.`,
  savePayment: 'Deze kaart bewaren voor de volgende keer',
  savePaymentSubscription: 'Deze kaart bij mijn volgende aankoop aanbieden',
  savePaymentSubscriptionNote: 'Verlengingen van dit abonnement gebruiken de kaart in elk geval.',
  savedAlways: 'Je kaart wordt bewaard voor latere betalingen.',
  cardUpdated: (last4, date) => `Je bank heeft de kaart die eindigt op ${last4} bijgewerkt (${date}).`,
  steps: 'Stappen',
  details: 'Gegevens',
  continue: 'Verder naar betaling',
  back: 'Terug naar gegevens',
  pay: (amount) => `${amount} betalen`,
  payWithoutAmount: 'Betalen',
  startTrial: 'Gratis proefperiode starten',
  paying: 'Bezig met betalen…',
  checking: 'Je betaling wordt gecontroleerd…',
  updating: 'Bezig met bijwerken…',
  waitingForBank: 'We wachten nog op je bank. Houd deze pagina open.',
  loading: 'De betaalpagina wordt geladen…',
  loadingSlow: 'Dit duurt langer dan normaal. We proberen het nog…',
  invalidTitle: (count) => say(count, { 1: 'Controleer nog één ding', other: 'Controleer nog een paar dingen' }),
  invalid: {
    email: 'Vul een e-mailadres in, zoals naam@example.com.',
    address: 'Vul je factuuradres aan.',
    payment: 'Vul je betaalgegevens aan.',
  },
};
