import type { FieldHelp } from './field-help.js';

/** Programs, bills, double payments, claims and rates. */
export const moneyHelp: Readonly<Record<string, FieldHelp>> = {
  program: {
    region: {
      id: 'Daerah yang membayar iuran, misalnya Kota Cilegon. Tidak dapat diganti kemudian.',
      en: 'Region that pays the contributions, such as Kota Cilegon. It cannot be changed later.',
    },
    name: {
      id: 'Nama yang dikenal dinas, misalnya Perlindungan Nelayan Cilegon 2026.',
      en: 'The name that the agency uses, such as Perlindungan Nelayan Cilegon 2026.',
    },
    agency: { id: 'Misalnya Dinas Tenaga Kerja.', en: 'Such as Dinas Tenaga Kerja.' },
    monthFrom: {
      id: 'Bulan iuran pertama yang dibayar, misalnya Januari 2026 (2026-01).',
      en: 'First month that is paid, such as January 2026 (2026-01).',
    },
    monthUntil: {
      id: 'Bulan iuran terakhir, masih termasuk, misalnya Desember 2026 (2026-12).',
      en: 'Last month that is paid, included, such as December 2026 (2026-12).',
    },
    segment: {
      id: 'BPU untuk yang bekerja sendiri, misalnya nelayan; PU untuk penerima gaji, misalnya tenaga honorer.',
      en: 'BPU for the self-employed, such as fishers; PU for those with a wage, such as contract staff.',
    },
    wageBaseRupiah: {
      id: 'Rupiah sebulan tanpa titik, wajib untuk PU, misalnya 3000000.',
      en: 'Rupiah a month without dots, required for PU, such as 3000000.',
    },
    hasJht: {
      id: 'Centang bila iuran hari tua juga dibayar, misalnya Rp36.800 alih-alih Rp16.800 per bulan untuk BPU.',
      en: 'Tick when old-age savings are paid too, such as Rp36.800 instead of Rp16.800 a month for BPU.',
    },
    quota: {
      id: 'Paling banyak berapa orang, tanpa titik, misalnya 5000. Kosong: tanpa batas.',
      en: 'How many persons at most, without dots, such as 5000. Empty: no limit.',
    },
    categories: {
      id: 'Siapa yang boleh masuk, misalnya nelayan. Ketik namanya; boleh lebih dari satu.',
      en: 'Who may enter, such as fishers. Type the name; there may be several.',
    },
    lowestDecile: {
      id: '1 paling miskin, 10 paling mampu; misalnya 1. Kosong: tidak dibatasi.',
      en: '1 is the poorest, 10 the best off; such as 1. Empty: no limit.',
    },
    highestDecile: {
      id: 'Sampai desil berapa, misalnya 5. Kosong: tidak dibatasi.',
      en: 'Up to which decile, such as 5. Empty: no limit.',
    },
    legalBases: {
      id: 'Regulasi yang berlaku selama masa program, misalnya Perwal 41/2024.',
      en: 'Law that is in force during the program, such as Perwal 41/2024.',
    },
    mous: {
      id: 'Perjanjian yang mendasari, misalnya PKS dengan KC Cilegon.',
      en: 'Agreements that it rests on, such as the PKS with KC Cilegon.',
    },
    budgetLines: {
      id: 'Satu baris untuk setiap tahun dan sumber dana, misalnya 2026 dari APBD kabupaten/kota.',
      en: 'One row for each year and source, such as 2026 from the budget of the regency.',
    },
    'budgetLines.fiscalYear': { id: 'Tahun APBD, misalnya 2026.', en: 'Year of the budget, such as 2026.' },
    'budgetLines.fundingSource': {
      id: 'Dari mana uangnya, misalnya DBHCHT untuk buruh tembakau.',
      en: 'Where the money comes from, such as DBHCHT for tobacco workers.',
    },
    'budgetLines.originalRupiah': {
      id: 'Pagu APBD murni dalam rupiah tanpa titik, misalnya 1008000000.',
      en: 'Ceiling of the original budget in rupiah without dots, such as 1008000000.',
    },
    'budgetLines.revisedRupiah': {
      id: 'Pagu setelah APBD perubahan, misalnya 1200000000. Kosong: belum berubah.',
      en: 'Ceiling after the revision, such as 1200000000. Empty: not revised.',
    },
    'budgetLines.nonPremiumRupiah': {
      id: 'Bagian pagu untuk pendataan atau sosialisasi, misalnya 50000000. Kosong: tidak diketahui.',
      en: 'Part of the ceiling for collecting data or outreach, such as 50000000. Empty: not known.',
    },
    'budgetLines.accountCode': {
      id: 'Kode rekening di DPA, misalnya 5.1.02.02.08.0013.',
      en: 'Account code in the DPA, such as 5.1.02.02.08.0013.',
    },
    'budgetLines.subActivityCode': {
      id: 'Kode subkegiatan di DPA, misalnya 2.07.05.2.02.0006.',
      en: 'Sub-activity code in the DPA, such as 2.07.05.2.02.0006.',
    },
    'budgetLines.note': {
      id: 'Misalnya menunggu pengesahan APBD perubahan.',
      en: 'Such as waiting for the revised budget.',
    },
    plannedTariffRupiah: {
      id: 'Iuran per orang per bulan dalam rencana anggaran, misalnya 16800. Yang ditagih mengikuti tarif.',
      en: 'Contribution per person and month in the plan, such as 16800. Bills follow the rates.',
    },
    participantKindCode: {
      id: 'Kode menurut cabang, misalnya SG bila pemerintah daerah yang membayar.',
      en: 'Code of the branch, such as SG when the government pays.',
    },
    note: {
      id: 'Catatan kerja, misalnya tahap kedua mulai Juli.',
      en: 'Working note, such as second stage in July.',
    },
    requestListApproval_decree: {
      id: 'Hanya peserta dengan nomor SK ini, misalnya 460/123/2026, persis seperti tertulis. Kosong: semua yang terverifikasi.',
      en: 'Only people under this decree, such as 460/123/2026, exactly as written. Empty: everyone verified.',
    },
  },
  bill: {
    program: {
      id: 'Program yang ditagih; ketik namanya, misalnya Perlindungan Nelayan.',
      en: 'Program that is billed; type its name, such as Perlindungan Nelayan.',
    },
    office: {
      id: 'Kantor cabang yang melayani pembayar pada bulan-bulan itu, misalnya KC Cilegon.',
      en: 'Branch that serves the payer in these months, such as KC Cilegon.',
    },
    from: {
      id: 'Bulan iuran pertama pada tagihan, misalnya 2026-01.',
      en: 'First month on the bill, such as 2026-01.',
    },
    until: {
      id: 'Bulan iuran terakhir, masih termasuk, misalnya 2026-03.',
      en: 'Last month on the bill, included, such as 2026-03.',
    },
    dueOn: {
      id: 'Hari terakhir membayar, misalnya 15 Februari 2026; tidak sebelum hari ini.',
      en: 'Last day to pay, such as 15 February 2026; not before today.',
    },
    billCode: {
      id: 'Kode iuran dari cabang, misalnya 812345678901. Boleh menyusul.',
      en: 'Billing code of the branch, such as 812345678901. It may follow later.',
    },
    pay_paidOn: {
      id: 'Tanggal SP2D cair, misalnya 12 Februari 2026.',
      en: 'Day on which the money went out, such as 12 February 2026.',
    },
    pay_disbursementNumber: {
      id: 'Nomor SP2D lengkap, misalnya 01234/SP2D/2026; hanya sekali di daerah ini.',
      en: 'Full number of the SP2D, such as 01234/SP2D/2026; once in this region.',
    },
    credit_enrollments: {
      id: 'Peserta yang bulannya dikembalikan; ketik namanya, misalnya Sarmili.',
      en: 'People whose months are taken back; type the name, such as Sarmili.',
    },
    credit_from: {
      id: 'Bulan pertama yang dikembalikan, misalnya 2026-02.',
      en: 'First month that is taken back, such as 2026-02.',
    },
    credit_until: {
      id: 'Bulan terakhir yang dikembalikan, masih termasuk, misalnya 2026-03.',
      en: 'Last month that is taken back, included, such as 2026-03.',
    },
    credit_reason: {
      id: 'Tanpa nama dan data kesehatan, misalnya sudah dilindungi pemberi kerja.',
      en: 'Without names and health data, such as covered by an employer already.',
    },
  },
  doublePayment: {
    settle_outcome: {
      id: 'Misalnya sudah kembali bila cabang memindahkan iurannya.',
      en: 'Such as recovered when the branch moved the contribution.',
    },
    settle_recoveredRupiah: {
      id: 'Rupiah tanpa titik, misalnya 16800; 0 bila tidak kembali.',
      en: 'Rupiah without dots, such as 16800; 0 when nothing came back.',
    },
    settle_ending: {
      id: 'Misalnya dikompensasi pada tagihan Maret, surat KC Cilegon 12/2026.',
      en: 'Such as offset in the bill of March, letter 12/2026 of KC Cilegon.',
    },
  },
  claim: {
    region: {
      id: 'Daerah pekerja yang bersangkutan, misalnya Kota Cilegon.',
      en: 'Region of the workers concerned, such as Kota Cilegon.',
    },
    program: {
      id: 'Misalnya Perlindungan Nelayan. Kosongkan bila tidak diketahui atau beberapa program.',
      en: 'Such as Perlindungan Nelayan. Leave empty when not known or several.',
    },
    kind: {
      id: 'Manfaat yang dibayar, misalnya kematian (JKM).',
      en: 'Benefit that was paid, such as death (JKM).',
    },
    month: {
      id: 'Bulan manfaat dibayarkan, misalnya 2026-01.',
      en: 'Month in which it was paid, such as 2026-01.',
    },
    cases: {
      id: 'Jumlah klaim dalam laporan cabang, misalnya 4.',
      en: 'Number of claims in the report of the branch, such as 4.',
    },
    paidRupiah: {
      id: 'Jumlah seluruhnya dalam rupiah tanpa titik, misalnya 168000000 untuk empat santunan.',
      en: 'Sum of all in rupiah without dots, such as 168000000 for four benefits.',
    },
    note: {
      id: 'Tanpa nama, data kesehatan, dan data anak; misalnya laporan triwulan I.',
      en: 'No names, health data or data of children; such as report of the first quarter.',
    },
  },
  tariff: {
    segment: { id: 'Misalnya BPU untuk nelayan.', en: 'Such as BPU for fishers.' },
    scheme: { id: 'Satu program per tarif, misalnya JKK.', en: 'One scheme for each rate, such as JKK.' },
    kind: {
      id: 'Misalnya rupiah tetap untuk JKM BPU, persen dari upah untuk PU.',
      en: 'Such as flat rupiah for JKM of BPU, percent of the wage for PU.',
    },
    amountRupiah: {
      id: 'Bila rupiah tetap: per orang per bulan, misalnya 10000.',
      en: 'When flat: per person and month, such as 10000.',
    },
    percent: { id: 'Dengan titik, misalnya 0.54.', en: 'With a point, such as 0.54.' },
    wageFromRupiah: {
      id: 'Batas bawah golongan upah, masih termasuk, misalnya 1000000.',
      en: 'Lower bound of the wage band, included, such as 1000000.',
    },
    wageBelowRupiah: {
      id: 'Batas atas golongan upah, tidak termasuk, misalnya 1500000.',
      en: 'Upper bound of the wage band, not included, such as 1500000.',
    },
    sector: {
      id: 'Hanya bila tarifnya khusus, misalnya transportasi. Kosong: semua.',
      en: 'Only when the rate is special, such as transport. Empty: all.',
    },
    excludedFunding: {
      id: 'Sumber dana yang tidak mendapat keringanan ini, misalnya APBD.',
      en: 'Sources that do not get this relief, such as a government budget.',
    },
    validFrom: { id: 'Bulan iuran pertama, misalnya 2026-01.', en: 'First month, such as 2026-01.' },
    validUntil: {
      id: 'Bulan ini masih termasuk, misalnya 2026-12. Kosong: sampai diganti.',
      en: 'This month is included, such as 2026-12. Empty: until replaced.',
    },
    regulation: {
      id: 'Ketik nomornya, misalnya PP 50/2025.',
      en: 'Type its number, such as PP 50/2025.',
    },
    note: { id: 'Misalnya Pasal 16 ayat (1).', en: 'Such as Pasal 16 ayat (1).' },
  },
};
