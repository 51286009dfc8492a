/** Finnish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('fi');

/** What the form says in Finnish. */
export const form: FormMessages = {
  otherWay: 'Tai maksa muulla tavalla',
  contact: 'Yhteystiedot',
  email: 'Sähköposti',
  emailSuggestion: (email) => `Tarkoititko ${email}?`,
  payingAs: (email) => `Maksat käyttäjänä ${email}`,
  address: 'Laskutusosoite',
  payment: 'Maksu',
  summary: 'Yhteenveto',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'päivässä', other: '# päivän välein' },
        week: { 1: 'viikossa', other: '# viikon välein' },
        month: { 1: 'kuukaudessa', other: '# kuukauden välein' },
        year: { 1: 'vuodessa', other: '# vuoden välein' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Välisumma',
  discount: 'Alennus',
  promotionAdd: 'Lisää kampanjakoodi',
  promotionCode: 'Kampanjakoodi',
  promotionApply: 'Käytä',
  promotionRemove: (code) => `Poista ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} alentaa hintaa ${amount}.` : `${code} on käytössä.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Ensimmäinen maksu'
      : lasts === 'forever'
        ? 'Jokainen maksu'
        : say(lasts, { one: '# kuukauden ajan', other: '# kuukauden ajan' }),
  tax: 'Verot',
  taxPending: 'Osoitteesi tarvitaan',
  taxIncluded: 'Sisältää verot',
  reverseCharge: 'Käännetty verovelvollisuus: yrityksesi tilittää arvonlisäveron.',
  dueToday: 'Maksettavaa tänään',
  amountDue: 'Maksettava määrä',
  invoiceDue: (number, date) => (date ? `Lasku ${number}, eräpäivä ${date}.` : `Lasku ${number}.`),
  chargeFailed: (why) => `Viimeisin veloitus ei onnistunut. ${why}`,
  keepMethod: 'Tallenna maksutapa',
  keepNote: 'Nyt ei veloiteta mitään.',
  thenEvery: (amount, every) => `Sen jälkeen ${amount} ${every}, kunnes irtisanot tilauksen.`,
  trialUntil: (date, amount, every) =>
    `Maksuton, kunnes ${date}, sen jälkeen ${amount} ${every}, kunnes irtisanot tilauksen.`,
  thenDiscounted: (amount) => `Alennuksen kanssa ${amount}.`,
  consent: (amount, every) =>
    `Maksamalla annat luvan veloittaa kortiltasi ${amount} ${every}, kunnes irtisanot tilauksen.`,
  savePayment: 'Tallenna tämä kortti ensi kertaa varten',
  savePaymentSubscription: 'Tarjoa tätä korttia, kun ostan seuraavan kerran',
  savePaymentSubscriptionNote: 'Tämän tilauksen uusinnat käyttävät sitä joka tapauksessa.',
  savedAlways: 'Korttisi säilytetään myöhempiä maksuja varten.',
  cardUpdated: (last4, date) => `Pankkisi on päivittänyt kortin, jonka numero päättyy ${last4} (${date}).`,
  steps: 'Vaiheet',
  details: 'Tiedot',
  continue: 'Jatka maksamiseen',
  back: 'Takaisin tietoihin',
  pay: (amount) => `Maksa ${amount}`,
  payWithoutAmount: 'Maksa',
  startTrial: 'Aloita maksuton kokeilu',
  paying: 'Maksetaan…',
  checking: 'Maksuasi tarkistetaan…',
  updating: 'Päivitetään…',
  waitingForBank: 'Odotamme yhä pankkiasi. Pidä tämä sivu auki.',
  loading: 'Maksua ladataan…',
  loadingSlow: 'Tämä kestää tavallista kauemmin. Yritämme yhä…',
  invalidTitle: (count) => say(count, { 1: 'Tarkista yksi kohta', other: 'Tarkista muutama kohta' }),
  invalid: {
    email: 'Anna sähköpostiosoite, esimerkiksi nimi@example.com.',
    address: 'Täydennä laskutusosoitteesi.',
    payment: 'Täydennä maksutietosi.',
  },
};
