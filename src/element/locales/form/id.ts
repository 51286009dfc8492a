/** Indonesian: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('id');

/** What the form says in Indonesian. */
export const form: FormMessages = {
  otherWay: 'Atau bayar dengan cara lain',
  contact: 'Kontak',
  email: 'Email',
  emailSuggestion: (email) => `Maksud Anda ${email}?`,
  payingAs: (email) => `Membayar sebagai ${email}`,
  address: 'Alamat penagihan',
  payment: 'Pembayaran',
  summary: 'Ringkasan',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'per hari', other: 'setiap # hari' },
        week: { 1: 'per minggu', other: 'setiap # minggu' },
        month: { 1: 'per bulan', other: 'setiap # bulan' },
        year: { 1: 'per tahun', other: 'setiap # tahun' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotal',
  discount: 'Diskon',
  promotionAdd: 'Tambahkan kode promosi',
  promotionCode: 'Kode promosi',
  promotionApply: 'Terapkan',
  promotionRemove: (code) => `Hapus ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} memberi potongan ${amount}.` : `${code} diterapkan.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Pembayaran pertama'
      : lasts === 'forever'
        ? 'Setiap pembayaran'
        : say(lasts, { other: 'Selama # bulan' }),
  tax: 'Pajak',
  taxPending: 'Perlu alamat Anda',
  taxIncluded: 'Termasuk pajak',
  reverseCharge: 'Pengenaan pajak balik: perusahaan Anda melaporkan PPN.',
  dueToday: 'Tagihan hari ini',
  amountDue: 'Jumlah tagihan',
  invoiceDue: (number, date) => (date ? `Faktur ${number}, jatuh tempo ${date}.` : `Faktur ${number}.`),
  chargeFailed: (why) => `Penagihan terakhir tidak berhasil. ${why}`,
  keepMethod: 'Simpan metode pembayaran',
  keepNote: 'Tidak ada yang ditagih sekarang.',
  thenEvery: (amount, every) => `Lalu ${amount} ${every}, sampai Anda membatalkan.`,
  trialUntil: (date, amount, every) => `Gratis hingga ${date}, lalu ${amount} ${every}, sampai Anda membatalkan.`,
  thenDiscounted: (amount) => `Dengan diskon, ${amount}.`,
  consent: (amount, every) =>
    `Dengan membayar, Anda mengizinkan kartu Anda ditagih ${amount} ${every} sampai Anda membatalkan.`,
  savePayment: 'Simpan kartu ini untuk lain kali',
  savePaymentSubscription: 'Tawarkan kartu ini saat saya membeli lagi',
  savePaymentSubscriptionNote: 'Perpanjangan langganan ini tetap menggunakannya.',
  savedAlways: 'Kartu Anda disimpan untuk pembayaran berikutnya.',
  cardUpdated: (last4, date) => `Bank Anda telah memperbarui kartu yang berakhiran ${last4} (${date}).`,
  steps: 'Langkah',
  details: 'Data',
  continue: 'Lanjut ke pembayaran',
  back: 'Kembali ke data',
  pay: (amount) => `Bayar ${amount}`,
  payWithoutAmount: 'Bayar',
  startTrial: 'Mulai uji coba gratis',
  paying: 'Membayar…',
  checking: 'Memeriksa pembayaran Anda…',
  updating: 'Memperbarui…',
  waitingForBank: 'Masih menunggu bank Anda. Biarkan halaman ini terbuka.',
  loading: 'Memuat pembayaran…',
  loadingSlow: 'Ini lebih lama dari biasanya. Masih mencoba…',
  invalidTitle: (count) =>
    say(count, { 1: 'Ada satu hal yang perlu diperiksa', other: 'Ada beberapa hal yang perlu diperiksa' }),
  invalid: {
    email: 'Masukkan alamat email, misalnya nama@example.com.',
    address: 'Lengkapi alamat penagihan Anda.',
    payment: 'Lengkapi detail pembayaran Anda.',
  },
};
