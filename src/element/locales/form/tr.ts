/** Turkish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('tr');

/** What the form says in Turkish. */
export const form: FormMessages = {
  otherWay: 'Veya başka bir yolla ödeyin',
  contact: 'İletişim',
  email: 'E-posta',
  emailSuggestion: (email) => `Şunu mu demek istediniz: ${email}?`,
  payingAs: (email) => `${email} olarak ödüyorsunuz`,
  address: 'Fatura adresi',
  payment: 'Ödeme',
  summary: 'Özet',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'günde bir', other: '# günde bir' },
        week: { 1: 'haftada bir', other: '# haftada bir' },
        month: { 1: 'ayda bir', other: '# ayda bir' },
        year: { 1: 'yılda bir', other: '# yılda bir' },
      }[interval],
    ),
  rate: (amount, every) => `${every} ${amount}`,
  subtotal: 'Ara toplam',
  discount: 'İndirim',
  promotionAdd: 'Promosyon kodu ekle',
  promotionCode: 'Promosyon kodu',
  promotionApply: 'Uygula',
  promotionRemove: (code) => `${code} kodunu kaldır`,
  promotionApplied: (code, amount) => (amount ? `${code} ile ${amount} indirim uygulandı.` : `${code} uygulandı.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'İlk ödeme'
      : lasts === 'forever'
        ? 'Her ödeme'
        : say(lasts, { one: '# ay boyunca', other: '# ay boyunca' }),
  tax: 'Vergi',
  taxPending: 'Adresiniz gerekiyor',
  taxIncluded: 'Vergi dahil',
  reverseCharge: 'Tersine vergilendirme: KDV’yi işletmeniz beyan eder.',
  dueToday: 'Bugün ödenecek',
  amountDue: 'Ödenecek tutar',
  invoiceDue: (number, date) => (date ? `Fatura ${number}, son ödeme tarihi ${date}.` : `Fatura ${number}.`),
  chargeFailed: (why) => `Son tahsilat gerçekleşmedi. ${why}`,
  keepMethod: 'Ödeme yöntemini kaydet',
  keepNote: 'Şu anda hiçbir tutar alınmaz.',
  thenEvery: (amount, every) => `Sonra iptal edene kadar ${every} ${amount}.`,
  trialUntil: (date, amount, every) => `${date} tarihine kadar ücretsiz, sonra iptal edene kadar ${every} ${amount}.`,
  thenDiscounted: (amount) => `İndirimle ${amount}.`,
  consent: (amount, every) => `Ödeyerek, iptal edene kadar kartınızdan ${every} ${amount} çekilmesine izin verirsiniz.`,
  savePayment: 'Bu kartı bir dahaki sefer için kaydet',
  savePaymentSubscription: 'Bir sonraki alışverişimde bu kartı öner',
  savePaymentSubscriptionNote: 'Bu aboneliğin yenilemelerinde her durumda bu kart kullanılır.',
  savedAlways: 'Kartınız sonraki ödemeler için saklanır.',
  cardUpdated: (last4, date) => `Bankanız, sonu ${last4} olan kartı güncelledi (${date}).`,
  steps: 'Adımlar',
  details: 'Bilgiler',
  continue: 'Ödemeye devam et',
  back: 'Bilgilere dön',
  pay: (amount) => `${amount} öde`,
  payWithoutAmount: 'Öde',
  startTrial: 'Ücretsiz denemeyi başlat',
  paying: 'Ödeniyor…',
  checking: 'Ödemeniz kontrol ediliyor…',
  updating: 'Güncelleniyor…',
  waitingForBank: 'Bankanız hâlâ bekleniyor. Bu sayfayı açık tutun.',
  loading: 'Ödeme yükleniyor…',
  loadingSlow: 'Bu, her zamankinden uzun sürüyor. Hâlâ deneniyor…',
  invalidTitle: (count) =>
    say(count, { 1: 'Lütfen bir noktayı kontrol edin', other: 'Lütfen birkaç noktayı kontrol edin' }),
  invalid: {
    email: 'Bir e-posta adresi girin, örneğin ad@example.com.',
    address: 'Fatura adresinizi tamamlayın.',
    payment: 'Ödeme bilgilerinizi tamamlayın.',
  },
};
