/** Arabic: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { isolated } from '../isolated.js';
import { plurals } from '../plurals.js';

const say = plurals('ar');

/** What the form says in Arabic. */
export const form: FormMessages = isolated<FormMessages>({
  otherWay: 'أو ادفع بطريقة أخرى',
  contact: 'معلومات الاتصال',
  email: 'البريد الإلكتروني',
  emailSuggestion: (email) => `هل تقصد ${email}؟`,
  payingAs: (email) => `تدفع باسم ${email}`,
  address: 'عنوان الفوترة',
  payment: 'الدفع',
  summary: 'الملخص',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'يوميًا', two: 'كل يومين', few: 'كل # أيام', many: 'كل # يومًا', other: 'كل # يوم' },
        week: { 1: 'أسبوعيًا', two: 'كل أسبوعين', few: 'كل # أسابيع', many: 'كل # أسبوعًا', other: 'كل # أسبوع' },
        month: { 1: 'شهريًا', two: 'كل شهرين', few: 'كل # أشهر', many: 'كل # شهرًا', other: 'كل # شهر' },
        year: { 1: 'سنويًا', two: 'كل سنتين', few: 'كل # سنوات', many: 'كل # سنة', other: 'كل # سنة' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'المجموع الفرعي',
  discount: 'الخصم',
  promotionAdd: 'إضافة رمز ترويجي',
  promotionCode: 'الرمز الترويجي',
  promotionApply: 'تطبيق',
  promotionRemove: (code) => `إزالة ${code}`,
  promotionApplied: (code, amount) => (amount ? `يخصم ${code} مبلغ ${amount}.` : `تم تطبيق ${code}.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'الدفعة الأولى'
      : lasts === 'forever'
        ? 'كل دفعة'
        : say(lasts, {
            one: 'لمدة شهر واحد',
            two: 'لمدة شهرين',
            few: 'لمدة # أشهر',
            many: 'لمدة # شهرًا',
            other: 'لمدة # شهر',
          }),
  tax: 'الضريبة',
  taxPending: 'يلزم عنوانك',
  taxIncluded: 'شامل الضريبة',
  reverseCharge: 'الاحتساب العكسي: تتولى شركتك احتساب ضريبة القيمة المضافة.',
  dueToday: 'المستحق اليوم',
  amountDue: 'المبلغ المستحق',
  invoiceDue: (number, date) => (date ? `الفاتورة ${number}، تستحق في ${date}.` : `الفاتورة ${number}.`),
  chargeFailed: (why) => `لم تنجح آخر عملية تحصيل. ${why}`,
  keepMethod: 'حفظ وسيلة الدفع',
  keepNote: 'لن يُخصم أي مبلغ الآن.',
  thenEvery: (amount, every) => `ثم ${amount} ${every} حتى الإلغاء.`,
  trialUntil: (date, amount, every) => `مجانًا حتى ${date}، ثم ${amount} ${every} حتى الإلغاء.`,
  thenDiscounted: (amount) => `مع الخصم ${amount}.`,
  consent: (amount, every) => `بالدفع، توافق على خصم ${amount} ${every} من بطاقتك حتى الإلغاء.`,
  savePayment: 'حفظ هذه البطاقة للمرة القادمة',
  savePaymentSubscription: 'اقتراح هذه البطاقة عند الشراء في المرة القادمة',
  savePaymentSubscriptionNote: 'تُستخدم البطاقة لتجديد هذا الاشتراك في جميع الأحوال.',
  savedAlways: 'تُحفظ بطاقتك للمدفوعات اللاحقة.',
  cardUpdated: (last4, date) => `حدّث مصرفك البطاقة المنتهية بالأرقام ${last4} (${date}).`,
  steps: 'الخطوات',
  details: 'البيانات',
  continue: 'المتابعة إلى الدفع',
  back: 'العودة إلى البيانات',
  pay: (amount) => `دفع ${amount}`,
  payWithoutAmount: 'دفع',
  startTrial: 'بدء الفترة التجريبية المجانية',
  paying: 'جارٍ الدفع…',
  checking: 'جارٍ التحقق من دفعتك…',
  updating: 'جارٍ التحديث…',
  waitingForBank: 'ما زلنا ننتظر ردّ مصرفك. أبقِ هذه الصفحة مفتوحة.',
  loading: 'جارٍ تحميل صفحة الدفع…',
  loadingSlow: 'يستغرق هذا وقتًا أطول من المعتاد. ما زلنا نحاول…',
  invalidTitle: (count) => say(count, { 1: 'يرجى التحقق من عنصر واحد', other: 'يرجى التحقق من بعض العناصر' }),
  invalid: {
    email: 'أدخل عنوان بريد إلكتروني، مثل name@example.com.',
    address: 'أكمل عنوان الفوترة.',
    payment: 'أكمل بيانات الدفع.',
  },
});
