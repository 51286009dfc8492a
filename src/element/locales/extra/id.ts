/** Indonesian: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Indonesian. */
export const extra: ExtraMessages = {
  business: 'Data perusahaan',
  quantity: 'Jumlah',
  quantityLess: 'Kurangi satu',
  quantityMore: 'Tambah satu',
  quantityInvalid: (min, max) => `Pilih bilangan bulat dari ${String(min)} hingga ${String(max)}.`,
  totalNow: (amount) => `Totalnya sekarang ${amount}.`,
  company: 'Perusahaan',
  companyMissing: 'Masukkan nama perusahaan.',
  taxIdCountry: 'Negara nomor pajak',
  taxIdCountryChoose: 'Pilih negara',
  taxId: 'Nomor pajak',
  taxIdOf: (kind) => `Nomor pajak (${kind})`,
  taxIdMissing: 'Masukkan nomor pajak dan negaranya.',
  taxIdInvalid: (example) => `Masukkan nomor pajak seperti yang ditulis di sana, misalnya ${example}.`,
  taxIdUnclear: 'Kami tidak dapat memeriksa nomor pajak ini. Silakan coba lagi.',
  purchaseOrder: 'Nomor pesanan pembelian',
  purchaseOrderMissing: 'Masukkan nomor pesanan pembelian Anda.',
  fieldMissing: (label) => `Isi “${label}”.`,
  optional: (label) => `${label} (opsional)`,
};
