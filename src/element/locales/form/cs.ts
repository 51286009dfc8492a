/** Czech: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('cs');

/** What the form says in Czech. */
export const form: FormMessages = {
  otherWay: 'Nebo zaplaťte jinak',
  contact: 'Kontakt',
  email: 'E-mail',
  emailSuggestion: (email) => `Měli jste na mysli ${email}?`,
  payingAs: (email) => `Platíte jako ${email}`,
  address: 'Fakturační adresa',
  payment: 'Platba',
  summary: 'Souhrn',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'denně', few: 'každé # dny', many: 'každých # dne', other: 'každých # dní' },
        week: { 1: 'týdně', few: 'každé # týdny', many: 'každých # týdne', other: 'každých # týdnů' },
        month: { 1: 'měsíčně', few: 'každé # měsíce', many: 'každých # měsíce', other: 'každých # měsíců' },
        year: { 1: 'ročně', few: 'každé # roky', many: 'každých # roku', other: 'každých # let' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Mezisoučet',
  discount: 'Sleva',
  promotionAdd: 'Přidat slevový kód',
  promotionCode: 'Slevový kód',
  promotionApply: 'Použít',
  promotionRemove: (code) => `Odebrat ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} snižuje cenu o ${amount}.` : `Kód ${code} je uplatněn.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'První platba'
      : lasts === 'forever'
        ? 'Každá platba'
        : say(lasts, { one: 'Na # měsíc', few: 'Na # měsíce', many: 'Na # měsíce', other: 'Na # měsíců' }),
  tax: 'Daň',
  taxPending: 'Potřebujeme vaši adresu',
  taxIncluded: 'Včetně daně',
  reverseCharge: 'Přenesená daňová povinnost: DPH přiznává vaše firma.',
  dueToday: 'K úhradě dnes',
  amountDue: 'Částka k úhradě',
  invoiceDue: (number, date) => (date ? `Faktura ${number}, splatnost ${date}.` : `Faktura ${number}.`),
  chargeFailed: (why) => `Poslední stržení platby se nezdařilo. ${why}`,
  keepMethod: 'Uložit platební metodu',
  keepNote: 'Nyní se nic nestrhne.',
  thenEvery: (amount, every) => `Poté ${amount} ${every}, dokud předplatné nezrušíte.`,
  trialUntil: (date, amount, every) => `Zdarma do ${date}, poté ${amount} ${every}, dokud předplatné nezrušíte.`,
  thenDiscounted: (amount) => `Se slevou ${amount}.`,
  consent: (amount, every) =>
    `Zaplacením souhlasíte, aby se z vaší karty strhávalo ${amount} ${every}, dokud předplatné nezrušíte.`,
  savePayment: 'Uložit tuto kartu pro příště',
  savePaymentSubscription: 'Nabídnout tuto kartu při dalším nákupu',
  savePaymentSubscriptionNote: 'Při obnovení tohoto předplatného se použije v každém případě.',
  savedAlways: 'Vaše karta se uloží pro další platby.',
  cardUpdated: (last4, date) => `Vaše banka aktualizovala kartu končící číslicemi ${last4} (${date}).`,
  steps: 'Kroky',
  details: 'Údaje',
  continue: 'Pokračovat k platbě',
  back: 'Zpět k údajům',
  pay: (amount) => `Zaplatit ${amount}`,
  payWithoutAmount: 'Zaplatit',
  startTrial: 'Začít zkušební období zdarma',
  paying: 'Probíhá platba…',
  checking: 'Ověřujeme vaši platbu…',
  updating: 'Aktualizuje se…',
  waitingForBank: 'Stále čekáme na vaši banku. Nechte tuto stránku otevřenou.',
  loading: 'Platba se načítá…',
  loadingSlow: 'Trvá to déle než obvykle. Stále to zkoušíme…',
  invalidTitle: (count) =>
    say(count, { 1: 'Zkontrolujte prosím jednu věc', other: 'Zkontrolujte prosím několik věcí' }),
  invalid: {
    email: 'Zadejte e-mailovou adresu, například jmeno@example.com.',
    address: 'Doplňte svou fakturační adresu.',
    payment: 'Doplňte své platební údaje.',
  },
};
