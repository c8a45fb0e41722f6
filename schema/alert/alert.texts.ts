import { AlertRule } from './alert.enums.js';

/** What a rule is called, and what its alert says. `{name}` is filled in from the facts of the alert. */
interface RuleText {
  readonly name: { readonly id: string; readonly en: string };
  readonly says: { readonly id: string; readonly en: string };
}

/** As `says`, for what lies in the past already. */
interface PassedText {
  readonly passed?: { readonly id: string; readonly en: string };
}

export const ruleTexts: Readonly<Record<AlertRule, RuleText & PassedText>> = {
  [AlertRule.MOU_ENDING]: {
    name: { id: 'Perjanjian akan berakhir', en: 'Agreement ends' },
    says: {
      id: 'Berakhir pada {dueOn} dan belum ada penerusnya. Siapkan perpanjangan.',
      en: 'Ends on {dueOn} and has no successor. Prepare its renewal.',
    },
    passed: {
      id: 'Sudah berakhir pada {dueOn} tanpa penerus. Perlindungan setelah itu tidak punya dasar perjanjian.',
      en: 'Ended on {dueOn} without a successor. Cover after that day has no agreement to stand on.',
    },
  },
  [AlertRule.MOU_NOTICE]: {
    name: { id: 'Batas pemberitahuan perpanjangan', en: 'Notice of extension' },
    says: {
      id: 'Perpanjangan harus diberitahukan paling lambat {dueOn}, {noticeDays} hari sebelum perjanjian berakhir pada {endsOn}.',
      en: 'An extension has to be asked for by {dueOn}, {noticeDays} days before the agreement ends on {endsOn}.',
    },
    passed: {
      id: 'Batas pemberitahuan perpanjangan sudah lewat pada {dueOn}; perjanjian berakhir pada {endsOn}.',
      en: 'The day for asking for an extension passed on {dueOn}; the agreement ends on {endsOn}.',
    },
  },
  [AlertRule.MOU_DRAFT_IDLE]: {
    name: { id: 'Konsep terbengkalai', en: 'Idle draft' },
    says: {
      id: 'Konsep ini tidak disentuh sejak {since}. Lanjutkan, atau jelaskan di catatan mengapa menunggu.',
      en: 'Nobody has touched this draft since {since}. Go on with it, or note why it waits.',
    },
  },
  [AlertRule.MOU_OFFICE_NOT_SERVING]: {
    name: { id: 'Kantor tidak lagi melayani', en: 'Office no longer serves' },
    says: {
      id: 'Perjanjian ini menyebut kantor yang tidak lagi melayani daerahnya. Periksa kantor yang berwenang.',
      en: 'This agreement names an office that no longer serves its region. Find out which office is in charge.',
    },
  },
  [AlertRule.UMBRELLA_WITHOUT_PKS]: {
    name: { id: 'Payung tanpa PKS', en: 'Umbrella without PKS' },
    says: {
      id: 'Sejak {dueOn} seharusnya sudah ada PKS di bawah perjanjian payung ini; belum ada yang ditandatangani.',
      en: 'By {dueOn} a PKS should have been signed below this umbrella agreement; there is none.',
    },
  },
  [AlertRule.PKS_WITHOUT_PROGRAM]: {
    name: { id: 'PKS tanpa program', en: 'PKS without program' },
    says: {
      id: 'Sejak {dueOn} seharusnya sudah ada program atas dasar PKS ini; belum ada yang disetujui.',
      en: 'By {dueOn} a program should stand on this PKS; none has been approved.',
    },
  },
  [AlertRule.PROGRAM_WITHOUT_LEGAL_BASIS]: {
    name: { id: 'Program di luar dasar hukum', en: 'Program outside its legal basis' },
    says: {
      id: 'Bulan {from} sampai {until} dibayar tanpa peraturan yang berlaku. Tambahkan dasar hukumnya.',
      en: 'The months {from} to {until} are paid without a regulation in force. Add the legal basis.',
    },
  },
  [AlertRule.PROGRAM_WITHOUT_MOU]: {
    name: { id: 'Program di luar perjanjian', en: 'Program outside its agreement' },
    says: {
      id: 'Bulan {from} sampai {until} dibayar tanpa perjanjian yang berjalan. Tambahkan atau perpanjang perjanjiannya.',
      en: 'The months {from} to {until} are paid without a running agreement. Add or extend the agreement.',
    },
  },
  [AlertRule.BUDGET_SHORT]: {
    name: { id: 'Anggaran kurang', en: 'Budget too small' },
    says: {
      id: 'Tahun {year}: anggaran {budgetRupiah}, kebutuhan menurut kuota {requiredRupiah}. Perkiraan habis: {runsOutOn}.',
      en: 'Year {year}: the budget is {budgetRupiah}, the quota needs {requiredRupiah}. Expected to run out: {runsOutOn}.',
    },
  },
  [AlertRule.BILL_DUE]: {
    name: { id: 'Tagihan belum dibayar', en: 'Unpaid bill' },
    says: {
      id: 'Tagihan {totalRupiah} untuk {heads} orang jatuh tempo pada {dueOn}.',
      en: 'A bill of {totalRupiah} for {heads} persons is due on {dueOn}.',
    },
    passed: {
      id: 'Tagihan {totalRupiah} untuk {heads} orang lewat jatuh tempo sejak {dueOn}. Lebih dari tiga bulan menunggak, kepesertaan gugur.',
      en: 'A bill of {totalRupiah} for {heads} persons is overdue since {dueOn}. After more than three months the membership lapses.',
    },
  },
  [AlertRule.MONTHS_NOT_BILLED]: {
    name: { id: 'Bulan belum ditagih', en: 'Months not billed' },
    says: {
      id: 'Bulan yang dilindungi sejak {from} ({enrollments} kepesertaan) belum masuk tagihan mana pun. Terbitkan tagihannya.',
      en: 'Covered months from {from} on ({enrollments} enrollments) are in no bill. Issue the bill.',
    },
  },
  [AlertRule.PEOPLE_TURNING_65]: {
    name: { id: 'Peserta berusia 65 tahun', en: 'Participants turning 65' },
    says: {
      id: '{persons} peserta berusia 65 tahun pada bulan {month}. Siapkan pengganti dan akhiri kepesertaannya bila perlu.',
      en: '{persons} participants turn 65 in the month of {month}. Prepare replacements and end their enrollment where needed.',
    },
  },
  [AlertRule.REGION_WITHOUT_RECAP]: {
    name: { id: 'Daerah tanpa rekap', en: 'Region without recap' },
    says: {
      id: 'Bulan {month}: belum ada bulan yang dilindungi, padahal {programs} program berjalan. Masukkan rekap bulan ini.',
      en: 'Month of {month}: nothing is covered although {programs} programs run. Enter the recap of the month.',
    },
  },
};
