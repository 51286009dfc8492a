/** Chinese (Traditional): what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Chinese (Traditional). */
export const extra: ExtraMessages = {
  business: '公司資料',
  quantity: '數量',
  quantityLess: '減少一個',
  quantityMore: '增加一個',
  quantityInvalid: (min, max) => `請選擇 ${String(min)} 到 ${String(max)} 之間的整數。`,
  totalNow: (amount) => `總額現為 ${amount}。`,
  company: '公司',
  companyMissing: '請輸入公司名稱。',
  taxIdCountry: '稅籍編號所屬國家/地區',
  taxIdCountryChoose: '選擇國家/地區',
  taxId: '稅籍編號',
  taxIdOf: (kind) => `稅籍編號（${kind}）`,
  taxIdMissing: '請輸入稅籍編號及其所屬國家/地區。',
  taxIdInvalid: (example) => `請依當地寫法輸入稅籍編號，例如 ${example}。`,
  taxIdUnclear: '無法查核此稅籍編號，請再試一次。',
  purchaseOrder: '採購單號',
  purchaseOrderMissing: '請輸入您的採購單號。',
  fieldMissing: (label) => `請填寫「${label}」。`,
  optional: (label) => `${label}（選填）`,
};
