/** Turkish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Turkish. */
export const extra: ExtraMessages = {
  business: 'İşletme bilgileri',
  quantity: 'Miktar',
  quantityLess: 'Bir eksilt',
  quantityMore: 'Bir artır',
  quantityInvalid: (min, max) => `${String(min)} ile ${String(max)} arasında bir tam sayı seçin.`,
  totalNow: (amount) => `Toplam şimdi ${amount}.`,
  company: 'Şirket',
  companyMissing: 'Şirketin adını girin.',
  taxIdCountry: 'Vergi numarasının ülkesi',
  taxIdCountryChoose: 'Bir ülke seçin',
  taxId: 'Vergi numarası',
  taxIdOf: (kind) => `Vergi numarası (${kind})`,
  taxIdMissing: 'Vergi numarasını ve ülkesini girin.',
  taxIdInvalid: (example) => `Vergi numarasını orada yazıldığı gibi girin, örneğin ${example}.`,
  taxIdUnclear: 'Bu vergi numarasını kontrol edemedik. Lütfen yeniden deneyin.',
  purchaseOrder: 'Satın alma siparişi numarası',
  purchaseOrderMissing: 'Satın alma siparişi numaranızı girin.',
  fieldMissing: (label) => `“${label}” alanını doldurun.`,
  optional: (label) => `${label} (isteğe bağlı)`,
};
