/** Japanese: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Japanese. */
export const extra: ExtraMessages = {
  business: '会社情報',
  quantity: '数量',
  quantityLess: '1つ減らす',
  quantityMore: '1つ増やす',
  quantityInvalid: (min, max) => `${String(min)} から ${String(max)} までの整数を選んでください。`,
  totalNow: (amount) => `合計は ${amount} になりました。`,
  company: '会社名',
  companyMissing: '会社名を入力してください。',
  taxIdCountry: '税務番号の国',
  taxIdCountryChoose: '国を選択',
  taxId: '税務番号',
  taxIdOf: (kind) => `税務番号 (${kind})`,
  taxIdMissing: '税務番号とその国を入力してください。',
  taxIdInvalid: (example) => `税務番号をその国の表記どおりに入力してください (例: ${example})。`,
  taxIdUnclear: 'この税務番号を確認できませんでした。もう一度お試しください。',
  purchaseOrder: '発注番号',
  purchaseOrderMissing: '発注番号を入力してください。',
  fieldMissing: (label) => `「${label}」を入力してください。`,
  optional: (label) => `${label} (任意)`,
};
