/** Chinese (Traditional): what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('zh-TW');

/** What the form says in Chinese (Traditional). */
export const form: FormMessages = {
  contact: '聯絡方式',
  email: '電子郵件',
  payingAs: (email) => `您正以 ${email} 付款`,
  address: '帳單地址',
  payment: '付款',
  summary: '訂單摘要',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: '每天', other: '每 # 天' },
        week: { 1: '每週', other: '每 # 週' },
        month: { 1: '每月', other: '每 # 個月' },
        year: { 1: '每年', other: '每 # 年' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: '小計',
  discount: '折扣',
  promotionAdd: '新增優惠碼',
  promotionCode: '優惠碼',
  promotionApply: '套用',
  promotionRemove: (code) => `移除 ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} 已為您折抵 ${amount}。` : `已套用 ${code}。`),
  discountLasts: (lasts) =>
    lasts === 'once' ? '首次付款' : lasts === 'forever' ? '每次付款' : say(lasts, { other: '為期 # 個月' }),
  tax: '稅金',
  taxPending: '需要您的地址',
  taxIncluded: '已含稅金',
  reverseCharge: '反向徵稅：加值稅由貴公司自行申報繳納。',
  dueToday: '今日應付',
  amountDue: '應付金額',
  invoiceDue: (number, date) => (date ? `帳單 ${number}，到期日 ${date}。` : `帳單 ${number}。`),
  chargeFailed: (why) => `上次扣款未成功。${why}`,
  keepMethod: '儲存付款方式',
  keepNote: '現在不會扣款。',
  thenEvery: (amount, every) => `之後${every} ${amount}，直到您取消為止。`,
  trialUntil: (date, amount, every) => `${date}之前免費，之後${every} ${amount}，直到您取消為止。`,
  thenDiscounted: (amount) => `享有折扣後為 ${amount}。`,
  consent: (amount, every) => `付款即表示您同意在取消之前${every}從您的卡片扣款 ${amount}。`,
  savePayment: '儲存此卡片供下次使用',
  savePaymentSubscription: '下次購買時提供此卡片',
  savePaymentSubscriptionNote: '無論如何，此訂閱續訂時都會使用該卡片。',
  savedAlways: '您的卡片將會儲存，供日後付款使用。',
  cardUpdated: (last4, date) => `您的銀行已更新尾號為 ${last4} 的卡片（${date}）。`,
  steps: '步驟',
  details: '資料',
  continue: '繼續付款',
  back: '返回填寫資料',
  pay: (amount) => `支付 ${amount}`,
  payWithoutAmount: '支付',
  startTrial: '開始免費試用',
  paying: '正在付款…',
  checking: '正在查核您的付款…',
  updating: '正在更新…',
  waitingForBank: '仍在等待您的銀行。請勿關閉此頁面。',
  loading: '正在載入付款頁面…',
  loadingSlow: '所需時間比平常久，仍在嘗試…',
  invalidTitle: (count) => say(count, { 1: '還缺少一項資料', other: '還缺少幾項資料' }),
  invalid: {
    email: '請輸入電子郵件地址，例如 name@example.com。',
    address: '請填寫完整的帳單地址。',
    payment: '請填寫完整的付款資料。',
  },
};
