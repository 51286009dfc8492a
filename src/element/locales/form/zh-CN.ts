/** Chinese (Simplified): what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('zh-CN');

/** What the form says in Chinese (Simplified). */
export const form: FormMessages = {
  contact: '联系方式',
  email: '电子邮箱',
  payingAs: (email) => `您正以 ${email} 付款`,
  address: '账单地址',
  payment: '付款',
  summary: '订单摘要',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: '每天', other: '每 # 天' },
        week: { 1: '每周', other: '每 # 周' },
        month: { 1: '每月', other: '每 # 个月' },
        year: { 1: '每年', other: '每 # 年' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: '小计',
  discount: '折扣',
  promotionAdd: '添加优惠码',
  promotionCode: '优惠码',
  promotionApply: '应用',
  promotionRemove: (code) => `移除 ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} 已为您减免 ${amount}。` : `已应用 ${code}。`),
  discountLasts: (lasts) =>
    lasts === 'once' ? '首次付款' : lasts === 'forever' ? '每次付款' : say(lasts, { other: '为期 # 个月' }),
  tax: '税费',
  taxPending: '需要您的地址',
  taxIncluded: '已含税费',
  reverseCharge: '反向征税：增值税由贵公司自行申报缴纳。',
  dueToday: '今日应付',
  amountDue: '应付金额',
  invoiceDue: (number, date) => (date ? `账单 ${number}，到期日 ${date}。` : `账单 ${number}。`),
  chargeFailed: (why) => `上次扣款未成功。${why}`,
  keepMethod: '保存付款方式',
  keepNote: '现在不会扣款。',
  thenEvery: (amount, every) => `之后${every} ${amount}，直至您取消。`,
  trialUntil: (date, amount, every) => `${date}之前免费，之后${every} ${amount}，直至您取消。`,
  thenDiscounted: (amount) => `享受折扣后为 ${amount}。`,
  consent: (amount, every) => `付款即表示您同意在取消之前${every}从您的银行卡扣款 ${amount}。`,
  savePayment: '保存此卡以便下次使用',
  savePaymentSubscription: '下次购买时提供此卡',
  savePaymentSubscriptionNote: '无论如何，此订阅续订时都会使用该卡。',
  savedAlways: '您的银行卡将保存用于以后的付款。',
  cardUpdated: (last4, date) => `您的银行已更新尾号为 ${last4} 的银行卡（${date}）。`,
  steps: '步骤',
  details: '信息',
  continue: '继续付款',
  back: '返回填写信息',
  pay: (amount) => `支付 ${amount}`,
  payWithoutAmount: '支付',
  startTrial: '开始免费试用',
  paying: '正在付款…',
  checking: '正在核实您的付款…',
  updating: '正在更新…',
  waitingForBank: '仍在等待您的银行。请勿关闭此页面。',
  loading: '正在加载付款页面…',
  loadingSlow: '所需时间比平常长，仍在尝试…',
  invalidTitle: (count) => say(count, { 1: '还缺少一项信息', other: '还缺少几项信息' }),
  invalid: {
    email: '请输入电子邮箱地址，例如 name@example.com。',
    address: '请填写完整的账单地址。',
    payment: '请填写完整的付款信息。',
  },
};
