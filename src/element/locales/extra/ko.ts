/** Korean: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Korean. */
export const extra: ExtraMessages = {
  business: '사업자 정보',
  quantity: '수량',
  quantityLess: '하나 줄이기',
  quantityMore: '하나 늘리기',
  quantityInvalid: (min, max) => `${String(min)}~${String(max)} 사이의 정수를 선택하세요.`,
  totalNow: (amount) => `총액이 이제 ${amount}입니다.`,
  company: '회사',
  companyMissing: '회사 이름을 입력하세요.',
  taxIdCountry: '납세자 번호의 국가',
  taxIdCountryChoose: '국가 선택',
  taxId: '납세자 번호',
  taxIdOf: (kind) => `납세자 번호(${kind})`,
  taxIdMissing: '납세자 번호와 해당 국가를 입력하세요.',
  taxIdInvalid: (example) => `납세자 번호를 해당 국가의 표기대로 입력하세요(예: ${example}).`,
  taxIdUnclear: '이 납세자 번호를 확인할 수 없습니다. 다시 시도하세요.',
  purchaseOrder: '구매 주문 번호',
  purchaseOrderMissing: '구매 주문 번호를 입력하세요.',
  fieldMissing: (label) => `‘${label}’을(를) 입력하세요.`,
  optional: (label) => `${label}(선택 사항)`,
};
