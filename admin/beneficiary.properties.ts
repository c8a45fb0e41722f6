import { monthsAhead, nikFindings, sexes, verificationChoices, verificationOf } from './people-choices.js';
import { registrationIssues } from './quality-choices.js';
import type { ScreenFilter, ScreenProperties } from './screen.js';
import { categoryFilter, oneOf, regionFilter } from './screen-filters.js';

/** Fields of a registration as the panel shows and edits them. */
export const beneficiaryProperties: ScreenProperties = {
  name: { isRequired: true, label: { id: 'Nama sesuai KTP', en: 'Name' } },
  // everywhere masked, save what a person types into the form of a new registration
  nik: {
    isRequired: true,
    label: { id: 'NIK', en: 'NIK' },
  },
  nikFindings: {
    kind: 'choices',
    values: nikFindings,
    label: { id: 'Perlu diperiksa', en: 'To be checked' },
  },
  region: {
    kind: 'reference',
    to: 'region',
    title: 'displayName',
    isRequired: true,
    label: { id: 'Didaftarkan oleh', en: 'Registered by' },
  },
  birthDate: { kind: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
  birthPlace: { label: { id: 'Tempat lahir', en: 'Place of birth' } },
  sex: { kind: 'choice', values: sexes, label: { id: 'Jenis kelamin', en: 'Sex' } },
  ageYears: { kind: 'number', label: { id: 'Usia (tahun)', en: 'Age (years)' } },
  addressText: { path: 'address.text', label: { id: 'Alamat', en: 'Address' } },
  addressRegion: {
    kind: 'reference',
    to: 'region',
    title: 'displayName',
    path: 'address.region',
    label: { id: 'Kelurahan/desa', en: 'Ward or village' },
  },
  phone: {
    label: { id: 'Telepon', en: 'Telephone' },
  },
  category: {
    kind: 'reference',
    to: 'category',
    title: 'name',
    label: { id: 'Pekerjaan', en: 'Category of work' },
  },
  decileValue: {
    kind: 'number',
    path: 'decile.value',
    label: { id: 'Desil', en: 'Decile' },
  },
  decileSource: { path: 'decile.source', label: { id: 'Sumber desil', en: 'Source of the decile' } },
  decileOn: { kind: 'date', path: 'decile.on', label: { id: 'Desil per tanggal', en: 'Decile as of' } },
  diedOn: { kind: 'date', label: { id: 'Meninggal pada', en: 'Died on' } },
  movedOutOn: { kind: 'date', label: { id: 'Pindah pada', en: 'Moved out on' } },
  note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
  updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
};

/** What the list can be narrowed by. The NIK is not among them: an address would keep it. */
export const beneficiaryFilters: Readonly<Record<string, ScreenFilter>> = {
  search: { kind: 'text', field: 'search', label: { id: 'Nama', en: 'Name' } },
  region: regionFilter,
  category: categoryFilter,
  decile: { kind: 'number', field: 'deciles', isList: true, label: { id: 'Desil', en: 'Decile' } },
  ageFrom: { kind: 'number', field: 'ageFrom', label: { id: 'Usia mulai', en: 'Age from' } },
  ageUntil: { kind: 'number', field: 'ageUntil', label: { id: 'Usia sampai', en: 'Age until' } },
  verification: {
    kind: 'choice',
    field: 'verification',
    values: verificationChoices,
    read: verificationOf,
    label: { id: 'Verifikasi', en: 'Verification' },
  },
  issue: oneOf('issues', registrationIssues, { id: 'Perlu diperiksa', en: 'To be looked at' }),
  hasKpj: {
    kind: 'boolean',
    field: 'hasKpj',
    label: { id: 'Punya nomor KPJ', en: 'Has a KPJ number' },
  },
  belowThree: {
    kind: 'boolean',
    field: 'isBelowThree',
    label: {
      id: 'Kurang dari 3 bulan terbayar berturut-turut',
      en: 'Fewer than 3 paid months in a row',
    },
  },
  turns65: {
    kind: 'choice',
    field: 'turns65WithinMonths',
    values: monthsAhead,
    read: Number,
    label: { id: 'Akan berusia 65', en: 'Turns 65' },
  },
  turns65Before: {
    kind: 'day',
    field: 'turns65Before',
    label: { id: 'Berusia 65 sebelum', en: 'Turns 65 before' },
  },
};
