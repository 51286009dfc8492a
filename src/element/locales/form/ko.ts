/** Korean: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('ko');

/** What the form says in Korean. */
export const form: FormMessages = {
  otherWay: '또는 다른 방법으로 결제',
  contact: '연락처',
  email: '이메일',
  emailSuggestion: (email) => `${email}이(가) 맞나요?`,
  payingAs: (email) => `${email}(으)로 결제합니다`,
  address: '청구지 주소',
  payment: '결제',
  summary: '주문 요약',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: '매일', other: '#일마다' },
        week: { 1: '매주', other: '#주마다' },
        month: { 1: '매월', other: '#개월마다' },
        year: { 1: '매년', other: '#년마다' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: '소계',
  discount: '할인',
  promotionAdd: '프로모션 코드 추가',
  promotionCode: '프로모션 코드',
  promotionApply: '적용',
  promotionRemove: (code) => `${code} 삭제`,
  promotionApplied: (code, amount) =>
    amount ? `${code} 코드로 ${amount} 할인됩니다.` : `${code} 코드가 적용되었습니다.`,
  discountLasts: (lasts) =>
    lasts === 'once' ? '첫 결제' : lasts === 'forever' ? '모든 결제' : say(lasts, { other: '#개월 동안' }),
  tax: '세금',
  taxPending: '주소를 입력해야 합니다',
  taxIncluded: '세금 포함',
  reverseCharge: '대리납부: 귀사에서 부가가치세를 신고·납부합니다.',
  dueToday: '오늘 결제할 금액',
  amountDue: '결제할 금액',
  invoiceDue: (number, date) => (date ? `청구서 ${number}, 납부 기한 ${date}.` : `청구서 ${number}.`),
  chargeFailed: (why) => `지난 결제가 완료되지 않았습니다. ${why}`,
  keepMethod: '결제 수단 저장',
  keepNote: '지금은 청구되지 않습니다.',
  thenEvery: (amount, every) => `이후 해지할 때까지 ${every} ${amount}.`,
  trialUntil: (date, amount, every) => `${date}까지 무료, 이후 해지할 때까지 ${every} ${amount}.`,
  thenDiscounted: (amount) => `할인 적용 시 ${amount}.`,
  consent: (amount, every) => `결제하면 해지할 때까지 ${every} ${amount}이(가) 카드에 청구되는 것에 동의하게 됩니다.`,
  savePayment: '다음을 위해 이 카드 저장',
  savePaymentSubscription: '다음 구매 시 이 카드 제안',
  savePaymentSubscriptionNote: '이 구독의 갱신에는 어느 경우에나 이 카드가 사용됩니다.',
  savedAlways: '카드는 이후 결제를 위해 보관됩니다.',
  cardUpdated: (last4, date) => `끝자리가 ${last4}인 카드의 정보가 카드사에서 업데이트되었습니다 (${date}).`,
  steps: '단계',
  details: '정보',
  continue: '결제로 계속',
  back: '정보로 돌아가기',
  pay: (amount) => `${amount} 결제`,
  payWithoutAmount: '결제',
  startTrial: '무료 체험 시작',
  paying: '결제 중…',
  checking: '결제를 확인하는 중…',
  updating: '업데이트 중…',
  waitingForBank: '아직 은행의 응답을 기다리고 있습니다. 이 페이지를 열어 두세요.',
  loading: '결제 화면을 불러오는 중…',
  loadingSlow: '평소보다 오래 걸리고 있습니다. 계속 시도하는 중…',
  invalidTitle: (count) =>
    say(count, { 1: '확인이 필요한 항목이 있습니다', other: '확인이 필요한 항목이 몇 개 있습니다' }),
  invalid: {
    email: '이메일 주소를 입력하세요(예: name@example.com).',
    address: '청구지 주소를 모두 입력하세요.',
    payment: '결제 정보를 모두 입력하세요.',
  },
};
