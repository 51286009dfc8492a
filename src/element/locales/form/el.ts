/** Greek: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('el');

/** What the form says in Greek. */
export const form: FormMessages = {
  otherWay: 'Ή πληρώστε με άλλον τρόπο',
  contact: 'Επικοινωνία',
  email: 'Email',
  emailSuggestion: (email) => `Μήπως εννοείτε ${email};`,
  payingAs: (email) => `Πληρώνετε ως ${email}`,
  address: 'Διεύθυνση χρέωσης',
  payment: 'Πληρωμή',
  summary: 'Σύνοψη',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'την ημέρα', other: 'κάθε # ημέρες' },
        week: { 1: 'την εβδομάδα', other: 'κάθε # εβδομάδες' },
        month: { 1: 'τον μήνα', other: 'κάθε # μήνες' },
        year: { 1: 'τον χρόνο', other: 'κάθε # χρόνια' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Μερικό σύνολο',
  discount: 'Έκπτωση',
  promotionAdd: 'Προσθήκη κωδικού προσφοράς',
  promotionCode: 'Κωδικός προσφοράς',
  promotionApply: 'Εφαρμογή',
  promotionRemove: (code) => `Κατάργηση ${code}`,
  promotionApplied: (code, amount) =>
    amount ? `Ο κωδικός ${code} αφαιρεί ${amount}.` : `Ο κωδικός ${code} εφαρμόστηκε.`,
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Πρώτη πληρωμή'
      : lasts === 'forever'
        ? 'Κάθε πληρωμή'
        : say(lasts, { one: 'Για # μήνα', other: 'Για # μήνες' }),
  tax: 'Φόρος',
  taxPending: 'Χρειάζεται η διεύθυνσή σας',
  taxIncluded: 'Περιλαμβάνει φόρο',
  reverseCharge: 'Αντίστροφη χρέωση: η επιχείρησή σας αποδίδει τον ΦΠΑ.',
  dueToday: 'Πληρωτέο σήμερα',
  amountDue: 'Πληρωτέο ποσό',
  invoiceDue: (number, date) => (date ? `Τιμολόγιο ${number}, λήξη ${date}.` : `Τιμολόγιο ${number}.`),
  chargeFailed: (why) => `Η τελευταία χρέωση δεν ολοκληρώθηκε. ${why}`,
  keepMethod: 'Αποθήκευση τρόπου πληρωμής',
  keepNote: 'Δεν χρεώνεται τίποτα τώρα.',
  thenEvery: (amount, every) => `Έπειτα ${amount} ${every}, μέχρι να ακυρώσετε.`,
  trialUntil: (date, amount, every) => `Δωρεάν έως ${date}, έπειτα ${amount} ${every}, μέχρι να ακυρώσετε.`,
  thenDiscounted: (amount) => `Με την έκπτωση, ${amount}.`,
  consent: (amount, every) => `Πληρώνοντας, επιτρέπετε να χρεώνεται η κάρτα σας ${amount} ${every} μέχρι να ακυρώσετε.`,
  savePayment: 'Αποθήκευση της κάρτας για την επόμενη φορά',
  savePaymentSubscription: 'Πρόταση αυτής της κάρτας στην επόμενη αγορά μου',
  savePaymentSubscriptionNote: 'Οι ανανεώσεις αυτής της συνδρομής τη χρησιμοποιούν σε κάθε περίπτωση.',
  savedAlways: 'Η κάρτα σας αποθηκεύεται για επόμενες πληρωμές.',
  cardUpdated: (last4, date) => `Η τράπεζά σας ενημέρωσε την κάρτα που λήγει σε ${last4} (${date}).`,
  steps: 'Βήματα',
  details: 'Στοιχεία',
  continue: 'Συνέχεια στην πληρωμή',
  back: 'Πίσω στα στοιχεία',
  pay: (amount) => `Πληρωμή ${amount}`,
  payWithoutAmount: 'Πληρωμή',
  startTrial: 'Έναρξη δωρεάν δοκιμής',
  paying: 'Γίνεται πληρωμή…',
  checking: 'Έλεγχος της πληρωμής σας…',
  updating: 'Ενημέρωση…',
  waitingForBank: 'Περιμένουμε ακόμη την τράπεζά σας. Κρατήστε ανοιχτή αυτή τη σελίδα.',
  loading: 'Φόρτωση της πληρωμής…',
  loadingSlow: 'Διαρκεί περισσότερο από το συνηθισμένο. Συνεχίζουμε να προσπαθούμε…',
  invalidTitle: (count) => say(count, { 1: 'Ελέγξτε ένα σημείο', other: 'Ελέγξτε μερικά σημεία' }),
  invalid: {
    email: 'Εισαγάγετε μια διεύθυνση email, όπως name@example.com.',
    address: 'Συμπληρώστε τη διεύθυνση χρέωσης.',
    payment: 'Συμπληρώστε τα στοιχεία πληρωμής.',
  },
};
