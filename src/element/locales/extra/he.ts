/** Hebrew: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';
import { isolated } from '../isolated.js';

/** What the extra fields say in Hebrew. */
export const extra: ExtraMessages = isolated<ExtraMessages>({
  business: 'פרטי העסק',
  quantity: 'כמות',
  quantityLess: 'אחד פחות',
  quantityMore: 'אחד יותר',
  quantityInvalid: (min, max) => `נא לבחור מספר שלם בין ${String(min)} ל-${String(max)}.`,
  totalNow: (amount) => `הסכום הכולל הוא כעת ${amount}.`,
  company: 'חברה',
  companyMissing: 'נא להזין את שם החברה.',
  taxIdCountry: 'המדינה של מספר המס',
  taxIdCountryChoose: 'נא לבחור מדינה',
  taxId: 'מספר מס',
  taxIdOf: (kind) => `מספר מס (${kind})`,
  taxIdMissing: 'נא להזין את מספר המס ואת המדינה שלו.',
  taxIdInvalid: (example) => `נא להזין את מספר המס כפי שהוא נכתב שם, למשל ${example}.`,
  taxIdUnclear: 'לא הצלחנו לבדוק את מספר המס הזה. נא לנסות שוב.',
  purchaseOrder: 'מספר הזמנת רכש',
  purchaseOrderMissing: 'נא להזין את מספר הזמנת הרכש שלך.',
  fieldMissing: (label) => `נא למלא את „${label}”.`,
  optional: (label) => `${label} (לא חובה)`,
  payByInvoice: 'תשלום לפי חשבונית',
  invoiceDueDate: 'תאריך פירעון',
  invoiceTerm: 'זמן לתשלום',
  invoiceTo: 'החשבונית נשלחת אל',
  invoiceRenewals: 'גם החידושים מגיעים כחשבוניות.',
  invoiceAfterTrial: 'אין מה לשלם היום. החשבונית הראשונה תגיע בסיום תקופת הניסיון.',
  invoiceSend: 'הזמנה לפי חשבונית',
  invoiceCancel: 'ביטול',
  invoiceSending: 'החשבונית שלך בהכנה…',
  invoiceNotSent: 'החשבונית לא הופקה. נא לנסות שוב.',
  invoiceRefused: 'אי אפשר לשלם על הרכישה הזאת לפי חשבונית. נא לשלם בדרך אחרת.',
  invoiceNoCode: 'כדי לשלם לפי חשבונית, יש להסיר קודם את קוד המבצע.',
});
