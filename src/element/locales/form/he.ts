/** Hebrew: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { isolated } from '../isolated.js';
import { plurals } from '../plurals.js';

const say = plurals('he');

/** What the form says in Hebrew. */
export const form: FormMessages = isolated<FormMessages>({
  otherWay: 'או תשלום בדרך אחרת',
  contact: 'פרטי קשר',
  email: 'אימייל',
  emailSuggestion: (email) => `האם התכוונת ל-${email}?`,
  payingAs: (email) => `התשלום הוא בשם ${email}`,
  address: 'כתובת לחיוב',
  payment: 'תשלום',
  summary: 'סיכום',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'ליום', two: 'כל יומיים', other: 'כל # ימים' },
        week: { 1: 'לשבוע', two: 'כל שבועיים', other: 'כל # שבועות' },
        month: { 1: 'לחודש', two: 'כל חודשיים', other: 'כל # חודשים' },
        year: { 1: 'לשנה', two: 'כל שנתיים', other: 'כל # שנים' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'סכום ביניים',
  discount: 'הנחה',
  promotionAdd: 'הוספת קוד מבצע',
  promotionCode: 'קוד מבצע',
  promotionApply: 'החלה',
  promotionRemove: (code) => `הסרת ${code}`,
  promotionApplied: (code, amount) => (amount ? `הקוד ${code} מזכה בהנחה של ${amount}.` : `הקוד ${code} הוחל.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'תשלום ראשון'
      : lasts === 'forever'
        ? 'כל תשלום'
        : say(lasts, { one: 'למשך חודש אחד', two: 'למשך חודשיים', other: 'למשך # חודשים' }),
  tax: 'מס',
  taxPending: 'נדרשת הכתובת שלך',
  taxIncluded: 'כולל מס',
  reverseCharge: 'חיוב הפוך: העסק שלך אחראי לדיווח המע״מ.',
  dueToday: 'לתשלום היום',
  amountDue: 'סכום לתשלום',
  invoiceDue: (number, date) => (date ? `חשבונית ${number}, לתשלום עד ${date}.` : `חשבונית ${number}.`),
  chargeFailed: (why) => `החיוב האחרון לא עבר. ${why}`,
  keepMethod: 'שמירת אמצעי התשלום',
  keepNote: 'לא יבוצע חיוב כעת.',
  thenEvery: (amount, every) => `לאחר מכן ${amount} ${every}, עד לביטול.`,
  trialUntil: (date, amount, every) => `חינם עד ${date}, לאחר מכן ${amount} ${every}, עד לביטול.`,
  thenDiscounted: (amount) => `עם ההנחה, ${amount}.`,
  consent: (amount, every) => `בביצוע התשלום ניתנת הסכמתך לחיוב הכרטיס בסך ${amount} ${every} עד לביטול.`,
  savePayment: 'שמירת הכרטיס לפעם הבאה',
  savePaymentSubscription: 'הצעת הכרטיס הזה בקנייה הבאה שלי',
  savePaymentSubscriptionNote: 'חידושי המנוי הזה משתמשים בו בכל מקרה.',
  savedAlways: 'הכרטיס שלך נשמר לתשלומים הבאים.',
  cardUpdated: (last4, date) => `הבנק שלך עדכן את הכרטיס שמסתיים בספרות ${last4} (${date}).`,
  steps: 'שלבים',
  details: 'פרטים',
  continue: 'המשך לתשלום',
  back: 'חזרה לפרטים',
  pay: (amount) => `תשלום ${amount}`,
  payWithoutAmount: 'תשלום',
  startTrial: 'התחלת תקופת ניסיון בחינם',
  paying: 'מתבצע תשלום…',
  checking: 'התשלום שלך בבדיקה…',
  updating: 'מתבצע עדכון…',
  waitingForBank: 'עדיין ממתינים לבנק שלך. נא להשאיר את הדף פתוח.',
  loading: 'דף התשלום נטען…',
  loadingSlow: 'זה נמשך יותר מהרגיל. עדיין מנסים…',
  invalidTitle: (count) => say(count, { 1: 'יש לבדוק פרט אחד', other: 'יש לבדוק כמה פרטים' }),
  invalid: {
    email: 'נא להזין כתובת אימייל, למשל name@example.com.',
    address: 'נא להשלים את הכתובת לחיוב.',
    payment: 'נא להשלים את פרטי התשלום.',
  },
});
