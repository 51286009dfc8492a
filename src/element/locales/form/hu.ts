/** Hungarian: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('hu');

/** What the form says in Hungarian. */
export const form: FormMessages = {
  otherWay: 'Vagy fizessen más módon',
  contact: 'Kapcsolat',
  email: 'E-mail',
  emailSuggestion: (email) => `Erre gondolt: ${email}?`,
  payingAs: (email) => `Fizetés mint ${email}`,
  address: 'Számlázási cím',
  payment: 'Fizetés',
  summary: 'Összesítés',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'naponta', other: '# naponta' },
        week: { 1: 'hetente', other: '# hetente' },
        month: { 1: 'havonta', other: '# havonta' },
        year: { 1: 'évente', other: '# évente' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: 'Részösszeg',
  discount: 'Kedvezmény',
  promotionAdd: 'Promóciós kód megadása',
  promotionCode: 'Promóciós kód',
  promotionApply: 'Beváltás',
  promotionRemove: (code) => `${code} eltávolítása`,
  promotionApplied: (code, amount) => (amount ? `${code}: ${amount} kedvezmény.` : `${code} beváltva.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Első fizetés'
      : lasts === 'forever'
        ? 'Minden fizetés'
        : say(lasts, { one: '# hónapig', other: '# hónapig' }),
  tax: 'Adó',
  taxPending: 'Szükség van a címére',
  taxIncluded: 'Adóval együtt',
  reverseCharge: 'Fordított adózás: az áfát az Ön cége vallja be.',
  dueToday: 'Ma fizetendő',
  amountDue: 'Fizetendő összeg',
  invoiceDue: (number, date) => (date ? `${number} számla, fizetési határidő: ${date}.` : `${number} számla.`),
  chargeFailed: (why) => `A legutóbbi terhelés nem sikerült. ${why}`,
  keepMethod: 'Fizetési mód mentése',
  keepNote: 'Most nem terhelünk semmit.',
  thenEvery: (amount, every) => `Ezután ${every} ${amount}, amíg le nem mondja.`,
  trialUntil: (date, amount, every) => `Ingyenes eddig: ${date}, ezután ${every} ${amount}, amíg le nem mondja.`,
  thenDiscounted: (amount) => `Kedvezménnyel ${amount}.`,
  consent: (amount, every) =>
    `A fizetéssel engedélyezi, hogy kártyáját ${every} ${amount} összeggel terheljük, amíg le nem mondja.`,
  savePayment: 'Kártya mentése a következő alkalomra',
  savePaymentSubscription: 'Ajánlja fel ezt a kártyát a következő vásárlásomkor',
  savePaymentSubscriptionNote: 'Az előfizetés megújításai mindenképpen ezt használják.',
  savedAlways: 'Kártyáját megőrizzük a későbbi fizetésekhez.',
  cardUpdated: (last4, date) => `Bankja frissítette a ${last4} végű kártyát (${date}).`,
  steps: 'Lépések',
  details: 'Adatok',
  continue: 'Tovább a fizetéshez',
  back: 'Vissza az adatokhoz',
  pay: (amount) => `${amount} fizetése`,
  payWithoutAmount: 'Fizetés',
  startTrial: 'Ingyenes próbaidőszak indítása',
  paying: 'Fizetés folyamatban…',
  checking: 'Fizetésének ellenőrzése…',
  updating: 'Frissítés…',
  waitingForBank: 'Még várunk a bankjára. Hagyja nyitva ezt az oldalt.',
  loading: 'A fizetés betöltése…',
  loadingSlow: 'A szokásosnál tovább tart. Tovább próbálkozunk…',
  invalidTitle: (count) => say(count, { 1: 'Egy dolgot ellenőrizni kell', other: 'Néhány dolgot ellenőrizni kell' }),
  invalid: {
    email: 'Adjon meg egy e-mail-címet, például nev@example.com.',
    address: 'Adja meg hiánytalanul a számlázási címét.',
    payment: 'Adja meg hiánytalanul a fizetési adatait.',
  },
};
