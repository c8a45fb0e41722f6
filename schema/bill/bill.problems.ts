import { registerProblems } from '../kernel/texts.js';

const frozen = { code: 'BILL_NOT_OPEN', path: ['id'] } as const;
const amount = { code: 'BILL_EMPTY', path: ['input'] } as const;

export const billCodes = registerProblems({
  texts: {
    BILL_EMPTY: {
      id: 'Tidak ada bulan yang dapat ditagih: semua bulan program ini dalam masa itu belum dilindungi atau sudah ditagih.',
      en: 'There is nothing to bill: no month of this program in that time is covered and not billed yet.',
    },
    BILL_OFFICE_NOT_SERVING: {
      id: 'Kantor ini tidak melayani wilayah pembayar pada seluruh masa {from} sampai {until}. Pilih kantor yang melayaninya, atau perbaiki wilayah layanannya.',
      en: 'This office does not serve the payer region in all of {from} to {until}. Choose the office that does, or correct its service areas.',
    },
    BILL_PERIOD_REVERSED: {
      id: 'Bulan terakhir ({until}) mendahului bulan pertama ({from}).',
      en: 'The last month ({until}) is before the first month ({from}).',
    },
    BILL_DUE_BEFORE_ISSUE: {
      id: 'Jatuh tempo ({dueOn}) mendahului tanggal tagihan ({issuedOn}). Pilih tanggal yang sama atau sesudahnya.',
      en: 'The due date ({dueOn}) is before the date of the bill ({issuedOn}). Choose that day or a later one.',
    },
    BILL_CODE_TAKEN: {
      id: 'Kode iuran ini sudah dipakai tagihan lain. Periksa kodenya.',
      en: 'Another bill already has this billing code. Check the code.',
    },
    BILL_NOT_OPEN: {
      id: 'Tagihan ini sudah dibayar atau dibatalkan ({state}), sehingga tidak dapat diubah lagi.',
      en: 'This bill is already paid or cancelled ({state}), so it cannot be changed any more.',
    },
    BILL_PAID_BEFORE_ISSUE: {
      id: 'Tanggal bayar ({paidOn}) mendahului tanggal tagihan ({issuedOn}). Periksa tanggalnya.',
      en: 'The date of payment ({paidOn}) is before the date of the bill ({issuedOn}). Check the date.',
    },
    BILL_PAID_IN_FUTURE: {
      id: 'Tanggal bayar ({paidOn}) belum tiba; hari ini {today}. Catat pembayaran setelah dibayar.',
      en: 'The date of payment ({paidOn}) has not come; today is {today}. Record the payment once it is made.',
    },
    BILL_DISBURSEMENT_TAKEN: {
      id: 'Nomor SP2D ini sudah dipakai untuk membayar tagihan lain di wilayah ini. Periksa nomornya.',
      en: 'This disbursement number has already paid another bill of this region. Check the number.',
    },
    BILL_NOT_PAID: {
      id: 'Hanya bulan dari tagihan yang sudah dibayar dapat dikreditkan; tagihan ini {state}. Batalkan tagihannya bila belum dibayar.',
      en: 'Only months of a paid bill can be credited; this bill is {state}. Cancel the bill if it is not paid yet.',
    },
    BILL_CREDIT_NOTHING: {
      id: 'Peserta ini tidak punya bulan terbayar pada tagihan ini dalam masa itu, atau sudah dikreditkan.',
      en: 'This enrollment has no paid month on this bill in that time, or it is credited already.',
    },
    ARREARS_TOO_MANY: {
      id: 'Tunggakan lebih dari {limit} baris. Persempit dengan `programIds` atau `regionIds`.',
      en: 'There are more than {limit} rows of arrears. Narrow them with `programIds` or `regionIds`.',
    },
    BILL_REASON_TOO_SHORT: {
      id: 'Alasan paling sedikit 3 huruf. Sebutkan mengapa bulan ini ditarik kembali.',
      en: 'The reason needs at least 3 characters. Say why these months are taken back.',
    },
  },
  constraints: {
    bill_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    bill_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    bill_office_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'officeId'] },
    bill_months_form: { code: 'BILL_PERIOD_REVERSED', path: ['input', 'until'] },
    bill_bill_code_unique: { code: 'BILL_CODE_TAKEN', path: ['input', 'billCode'] },
    bill_bill_code_length: { code: 'VALUE_TOO_LONG', path: ['input', 'billCode'] },
    bill_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    bill_heads_range: amount,
    bill_person_months_range: amount,
    bill_jkk_range: amount,
    bill_jkm_range: amount,
    bill_jht_range: amount,
    bill_empty: amount,
    bill_due_order: { code: 'BILL_DUE_BEFORE_ISSUE', path: ['input', 'dueOn'] },
    bill_disbursement_number_length: { code: 'VALUE_TOO_LONG', path: ['input', 'disbursementNumber'] },
    bill_disbursement_unique: { code: 'BILL_DISBURSEMENT_TAKEN', path: ['input', 'disbursementNumber'] },
    bill_payment_complete: { code: 'VALUE_MISSING', path: ['input', 'disbursementNumber'] },
    bill_payment_order: { code: 'BILL_PAID_BEFORE_ISSUE', path: ['input', 'paidOn'] },
    bill_frozen: frozen,
    // nobody can cause it through the services: bill and ledger are written together
    bill_equals_ledger: frozen,
    credit_note_bill_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'billId'] },
    credit_note_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'billId'] },
    credit_note_bill_state: { code: 'BILL_NOT_PAID', path: ['input', 'billId'] },
    credit_note_person_months_range: { code: 'BILL_CREDIT_NOTHING', path: ['input', 'enrollmentIds'] },
    credit_note_empty: { code: 'BILL_CREDIT_NOTHING', path: ['input', 'enrollmentIds'] },
    credit_note_jkk_range: { code: 'BILL_CREDIT_NOTHING', path: ['input', 'enrollmentIds'] },
    credit_note_jkm_range: { code: 'BILL_CREDIT_NOTHING', path: ['input', 'enrollmentIds'] },
    credit_note_jht_range: { code: 'BILL_CREDIT_NOTHING', path: ['input', 'enrollmentIds'] },
    credit_note_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
  },
});
