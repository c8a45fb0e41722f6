import { fundingSources, participantKinds, programStates, segments } from './money-choices.js';
import type { ScreenProperties } from './screen.js';

/** Fields of a program as the panel shows and edits them. */
export const programProperties: ScreenProperties = {
  name: { isRequired: true, label: { id: 'Nama program', en: 'Name' } },
  region: {
    kind: 'reference',
    to: 'region',
    title: 'displayName',
    isRequired: true,
    label: { id: 'Daerah pembayar', en: 'Payer region' },
  },
  agency: { label: { id: 'Dinas pengelola', en: 'Agency' } },
  state: {
    kind: 'choice',
    values: programStates,
    colours: { DRAFT: 'grey', APPROVED: 'green', CLOSED: 'blue' },
    label: { id: 'Keadaan', en: 'State' },
  },
  monthFrom: {
    kind: 'month',
    path: 'period.from',
    isRequired: true,
    label: { id: 'Bulan pertama', en: 'First month' },
  },
  monthUntil: {
    kind: 'month',
    path: 'period.until',
    isRequired: true,
    label: { id: 'Bulan terakhir', en: 'Last month' },
  },
  segment: { kind: 'choice', values: segments, isRequired: true, label: { id: 'Segmen', en: 'Segment' } },
  wageBaseRupiah: {
    kind: 'rupiah',
    label: { id: 'Upah yang dilaporkan', en: 'Reported wage' },
  },
  hasJht: { kind: 'boolean', label: { id: 'Termasuk JHT', en: 'With old-age savings' } },
  quota: { kind: 'number', label: { id: 'Kuota (orang)', en: 'Quota (persons)' } },
  enrolledCount: {
    kind: 'number',
    path: 'money.enrolledCount',
    label: { id: 'Peserta aktif (orang)', en: 'Active (persons)' },
  },
  budgetRupiah: { kind: 'rupiah', path: 'money.budgetRupiah', label: { id: 'Anggaran', en: 'Budget' } },
  paidRupiah: { kind: 'rupiah', path: 'money.paidRupiah', label: { id: 'Dibayar', en: 'Paid' } },
  categories: {
    kind: 'references',
    to: 'category',
    title: 'name',
    inputName: 'categoryIds',
    label: { id: 'Kategori pekerja', en: 'Categories of workers' },
  },
  lowestDecile: {
    kind: 'number',
    path: 'deciles.lowest',
    label: { id: 'Desil terendah', en: 'Lowest decile' },
  },
  highestDecile: {
    kind: 'number',
    path: 'deciles.highest',
    label: { id: 'Desil tertinggi', en: 'Highest decile' },
  },
  legalBases: {
    kind: 'references',
    to: 'regulation',
    title: 'displayTitle',
    inputName: 'legalBasisIds',
    label: { id: 'Dasar hukum', en: 'Legal bases' },
  },
  mous: {
    kind: 'references',
    to: 'mou',
    title: 'titleAsWritten',
    inputName: 'mouIds',
    label: { id: 'MoU dan PKS', en: 'Agreements' },
  },
  budgetLines: {
    kind: 'items',
    components: { edit: 'BudgetLinesInput' },
    label: { id: 'Anggaran per tahun dan sumber dana', en: 'Budget by year and source' },
    items: {
      fiscalYear: { kind: 'year', label: { id: 'Tahun anggaran', en: 'Fiscal year' } },
      fundingSource: { kind: 'choice', values: fundingSources, label: { id: 'Sumber dana', en: 'Source' } },
      originalRupiah: { kind: 'rupiah', label: { id: 'Pagu murni', en: 'Original ceiling' } },
      revisedRupiah: { kind: 'rupiah', label: { id: 'Pagu perubahan', en: 'Revised ceiling' } },
      nonPremiumRupiah: { kind: 'rupiah', label: { id: 'Bagian bukan iuran', en: 'Not for contributions' } },
      accountCode: { label: { id: 'Kode rekening', en: 'Account code' } },
      subActivityCode: { label: { id: 'Kode subkegiatan', en: 'Sub-activity code' } },
      note: { label: { id: 'Catatan', en: 'Note' } },
    },
  },
  plannedTariffRupiah: {
    kind: 'rupiah',
    label: { id: 'Iuran rencana per bulan', en: 'Planned contribution a month' },
  },
  participantKindCode: {
    kind: 'choice',
    values: participantKinds,
    label: { id: 'Kode jenis kepesertaan', en: 'Kind of participation' },
  },
  note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
  closedOn: { kind: 'date', label: { id: 'Ditutup pada', en: 'Closed on' } },
  updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
};
