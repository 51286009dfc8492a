/** Japanese: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('ja');

/** What the form says in Japanese. */
export const form: FormMessages = {
  otherWay: 'または別の方法で支払う',
  contact: '連絡先',
  email: 'メールアドレス',
  emailSuggestion: (email) => `${email} ではありませんか？`,
  payingAs: (email) => `${email} としてお支払い`,
  address: '請求先住所',
  payment: 'お支払い',
  summary: 'ご注文内容',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: '毎日', other: '#日ごとに' },
        week: { 1: '毎週', other: '#週間ごとに' },
        month: { 1: '毎月', other: '#か月ごとに' },
        year: { 1: '毎年', other: '#年ごとに' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: '小計',
  discount: '割引',
  promotionAdd: 'プロモーションコードを追加',
  promotionCode: 'プロモーションコード',
  promotionApply: '適用',
  promotionRemove: (code) => `${code} を削除`,
  promotionApplied: (code, amount) => (amount ? `${code} で ${amount} 割引されます。` : `${code} を適用しました。`),
  discountLasts: (lasts) =>
    lasts === 'once' ? '初回のお支払い' : lasts === 'forever' ? '毎回のお支払い' : say(lasts, { other: '#か月間' }),
  tax: '税金',
  taxPending: '住所の入力が必要です',
  taxIncluded: '税込み',
  reverseCharge: 'リバースチャージ: 消費税等は貴社にて申告・納付してください。',
  dueToday: '本日のお支払い',
  amountDue: 'お支払い金額',
  invoiceDue: (number, date) => (date ? `請求書 ${number}、お支払い期限 ${date}。` : `請求書 ${number}。`),
  chargeFailed: (why) => `前回のお引き落としができませんでした。${why}`,
  keepMethod: 'お支払い方法を保存',
  keepNote: '今回は請求されません。',
  thenEvery: (amount, every) => `その後、解約されるまで${every} ${amount}。`,
  trialUntil: (date, amount, every) => `${date}まで無料、その後、解約されるまで${every} ${amount}。`,
  thenDiscounted: (amount) => `割引適用時は ${amount}。`,
  consent: (amount, every) =>
    `お支払いにより、解約されるまで${every} ${amount} がカードに請求されることに同意したものとみなされます。`,
  savePayment: '次回のためにこのカードを保存する',
  savePaymentSubscription: '次回の購入時にこのカードを表示する',
  savePaymentSubscriptionNote: 'このサブスクリプションの更新には、いずれの場合もこのカードを使用します。',
  savedAlways: 'カードは今後のお支払いのために保存されます。',
  cardUpdated: (last4, date) => `末尾が ${last4} のカードの情報がカード会社により更新されました（${date}）。`,
  steps: '手順',
  details: 'お客様情報',
  continue: 'お支払いに進む',
  back: 'お客様情報に戻る',
  pay: (amount) => `${amount} を支払う`,
  payWithoutAmount: '支払う',
  startTrial: '無料トライアルを開始',
  paying: 'お支払い処理中…',
  checking: 'お支払いを確認しています…',
  updating: '更新しています…',
  waitingForBank: '銀行からの応答を待っています。このページを開いたままにしてください。',
  loading: 'お支払い画面を読み込んでいます…',
  loadingSlow: '通常より時間がかかっています。引き続き試みています…',
  invalidTitle: (count) => say(count, { 1: '確認が必要な項目があります', other: '確認が必要な項目がいくつかあります' }),
  invalid: {
    email: 'メールアドレスを入力してください (例: name@example.com)。',
    address: '請求先住所をすべて入力してください。',
    payment: 'お支払い情報をすべて入力してください。',
  },
};
