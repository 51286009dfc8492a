/** Arabic: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';
import { isolated } from '../isolated.js';

/** What the extra fields say in Arabic. */
export const extra: ExtraMessages = isolated<ExtraMessages>({
  business: 'بيانات الشركة',
  quantity: 'الكمية',
  quantityLess: 'إنقاص واحد',
  quantityMore: 'زيادة واحد',
  quantityInvalid: (min, max) => `اختر عددًا صحيحًا من ${String(min)} إلى ${String(max)}.`,
  totalNow: (amount) => `المجموع الآن ${amount}.`,
  company: 'الشركة',
  companyMissing: 'أدخل اسم الشركة.',
  taxIdCountry: 'بلد الرقم الضريبي',
  taxIdCountryChoose: 'اختر بلدًا',
  taxId: 'الرقم الضريبي',
  taxIdOf: (kind) => `الرقم الضريبي (${kind})`,
  taxIdMissing: 'أدخل الرقم الضريبي وبلده.',
  taxIdInvalid: (example) => `أدخل الرقم الضريبي كما يُكتب هناك، مثل ${example}.`,
  taxIdUnclear: 'تعذّر التحقق من هذا الرقم الضريبي. يُرجى المحاولة مرة أخرى.',
  purchaseOrder: 'رقم أمر الشراء',
  purchaseOrderMissing: 'أدخل رقم أمر الشراء.',
  fieldMissing: (label) => `املأ «${label}».`,
  optional: (label) => `${label} (اختياري)`,
  payByInvoice: 'الدفع بالفاتورة',
  invoiceDueDate: 'تاريخ الاستحقاق',
  invoiceTerm: 'مهلة الدفع',
  invoiceTo: 'تُرسل الفاتورة إلى',
  invoiceRenewals: 'التجديدات تصل أيضًا كفواتير.',
  invoiceAfterTrial: 'لا يوجد مبلغ مستحق اليوم. تصل الفاتورة الأولى عند انتهاء الفترة التجريبية.',
  invoiceSend: 'الطلب بالفاتورة',
  invoiceCancel: 'إلغاء',
  invoiceSending: 'جارٍ إعداد فاتورتك…',
  invoiceNotSent: 'لم تُنشأ الفاتورة. يُرجى المحاولة مرة أخرى.',
  invoiceRefused: 'لا يمكن دفع عملية الشراء هذه بالفاتورة. يُرجى الدفع بطريقة أخرى.',
  invoiceNoCode: 'للدفع بالفاتورة، أزل الرمز الترويجي أولًا.',
});
