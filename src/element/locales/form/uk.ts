/** Ukrainian: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('uk');

/** What the form says in Ukrainian. */
export const form: FormMessages = {
  otherWay: 'Або сплатіть іншим способом',
  contact: 'Контакт',
  email: 'Електронна пошта',
  emailSuggestion: (email) => `Ви мали на увазі ${email}?`,
  payingAs: (email) => `Ви платите як ${email}`,
  address: 'Платіжна адреса',
  payment: 'Оплата',
  summary: 'Підсумок',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'на день', one: 'кожен # день', few: 'кожні # дні', many: 'кожні # днів', other: 'кожні # дня' },
        week: {
          1: 'на тиждень',
          one: 'кожен # тиждень',
          few: 'кожні # тижні',
          many: 'кожні # тижнів',
          other: 'кожні # тижня',
        },
        month: {
          1: 'на місяць',
          one: 'кожен # місяць',
          few: 'кожні # місяці',
          many: 'кожні # місяців',
          other: 'кожні # місяця',
        },
        year: { 1: 'на рік', one: 'кожен # рік', few: 'кожні # роки', many: 'кожні # років', other: 'кожні # року' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Проміжний підсумок',
  discount: 'Знижка',
  promotionAdd: 'Додати промокод',
  promotionCode: 'Промокод',
  promotionApply: 'Застосувати',
  promotionRemove: (code) => `Вилучити ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} зменшує ціну на ${amount}.` : `${code} застосовано.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Перший платіж'
      : lasts === 'forever'
        ? 'Кожен платіж'
        : say(lasts, { one: 'На # місяць', few: 'На # місяці', many: 'На # місяців', other: 'На # місяця' }),
  tax: 'Податок',
  taxPending: 'Потрібна ваша адреса',
  taxIncluded: 'Включно з податком',
  reverseCharge: 'Зворотне нарахування: ПДВ сплачує ваша компанія.',
  dueToday: 'До сплати сьогодні',
  amountDue: 'Сума до сплати',
  invoiceDue: (number, date) => (date ? `Рахунок ${number}, сплатити до ${date}.` : `Рахунок ${number}.`),
  chargeFailed: (why) => `Останнє списання не вдалося. ${why}`,
  keepMethod: 'Зберегти спосіб оплати',
  keepNote: 'Зараз нічого не буде списано.',
  thenEvery: (amount, every) => `Потім ${amount} ${every}, доки ви не скасуєте.`,
  trialUntil: (date, amount, every) => `Безкоштовно до ${date}, потім ${amount} ${every}, доки ви не скасуєте.`,
  thenDiscounted: (amount) => `Зі знижкою ${amount}.`,
  consent: (amount, every) => `Сплачуючи, ви дозволяєте списувати з картки ${amount} ${every}, доки не скасуєте.`,
  savePayment: 'Зберегти цю картку на наступний раз',
  savePaymentSubscription: 'Пропонувати цю картку під час наступної покупки',
  savePaymentSubscriptionNote: 'Поновлення цієї підписки використовують її в будь-якому разі.',
  savedAlways: 'Вашу картку буде збережено для наступних платежів.',
  cardUpdated: (last4, date) => `Ваш банк оновив картку, номер якої закінчується на ${last4} (${date}).`,
  steps: 'Кроки',
  details: 'Дані',
  continue: 'Перейти до оплати',
  back: 'Назад до даних',
  pay: (amount) => `Сплатити ${amount}`,
  payWithoutAmount: 'Сплатити',
  startTrial: 'Почати безкоштовний пробний період',
  paying: 'Оплата…',
  checking: 'Перевіряємо ваш платіж…',
  updating: 'Оновлення…',
  waitingForBank: 'Досі чекаємо на ваш банк. Не закривайте цю сторінку.',
  loading: 'Завантаження оплати…',
  loadingSlow: 'Це триває довше, ніж зазвичай. Досі намагаємося…',
  invalidTitle: (count) => say(count, { 1: 'Перевірте один пункт', other: 'Перевірте кілька пунктів' }),
  invalid: {
    email: 'Введіть адресу електронної пошти, наприклад name@example.com.',
    address: 'Заповніть платіжну адресу повністю.',
    payment: 'Заповніть платіжні дані повністю.',
  },
};
