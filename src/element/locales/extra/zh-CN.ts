/** Chinese (Simplified): what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Chinese (Simplified). */
export const extra: ExtraMessages = {
  business: '企业信息',
  quantity: '数量',
  quantityLess: '减少一个',
  quantityMore: '增加一个',
  quantityInvalid: (min, max) => `请选择 ${String(min)} 到 ${String(max)} 之间的整数。`,
  totalNow: (amount) => `总额现为 ${amount}。`,
  company: '公司',
  companyMissing: '请输入公司名称。',
  taxIdCountry: '税号所属国家/地区',
  taxIdCountryChoose: '选择国家/地区',
  taxId: '税号',
  taxIdOf: (kind) => `税号（${kind}）`,
  taxIdMissing: '请输入税号及其所属国家/地区。',
  taxIdInvalid: (example) => `请按当地写法输入税号，例如 ${example}。`,
  taxIdUnclear: '无法核实此税号，请重试。',
  purchaseOrder: '采购订单号',
  purchaseOrderMissing: '请输入您的采购订单号。',
  fieldMissing: (label) => `请填写“${label}”。`,
  optional: (label) => `${label}（选填）`,
};
