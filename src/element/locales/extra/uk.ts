/** Ukrainian: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Ukrainian. */
export const extra: ExtraMessages = {
  business: 'Дані компанії',
  quantity: 'Кількість',
  quantityLess: 'На один менше',
  quantityMore: 'На один більше',
  quantityInvalid: (min, max) => `Виберіть ціле число від ${String(min)} до ${String(max)}.`,
  totalNow: (amount) => `Загальна сума тепер ${amount}.`,
  company: 'Компанія',
  companyMissing: 'Введіть назву компанії.',
  taxIdCountry: 'Країна податкового номера',
  taxIdCountryChoose: 'Виберіть країну',
  taxId: 'Податковий номер',
  taxIdOf: (kind) => `Податковий номер (${kind})`,
  taxIdMissing: 'Введіть податковий номер і його країну.',
  taxIdInvalid: (example) => `Введіть податковий номер так, як його там пишуть, наприклад ${example}.`,
  taxIdUnclear: 'Не вдалося перевірити цей податковий номер. Спробуйте ще раз.',
  purchaseOrder: 'Номер замовлення',
  purchaseOrderMissing: 'Введіть номер свого замовлення.',
  fieldMissing: (label) => `Заповніть «${label}».`,
  optional: (label) => `${label} (необов’язково)`,
};
