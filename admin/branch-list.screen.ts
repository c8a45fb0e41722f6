import { BranchList, branchListVerbs } from '../schema/branch-list/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { branchListStateColours, branchListStates } from './branch-choices.js';
import type { Change, Row, Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';
import { isRow } from './screen-property.js';

type Lists = Services['branchList'];
type Judged = Parameters<Lists['viewerCan']>[1];

const own = `{ id version displayTitle month state heads totalRupiah reason sentAt answeredAt appliedAt createdByName createdAt viewerCan
  program { id name } layout { id name } }`;

/** Lists of people for branches; the page of one leads from its file to the answer and what came of it. */
export function branchListScreen({ branchList }: Pick<Services, 'branchList'>): Screen {
  const can =
    (verb: keyof ReturnType<Lists['viewerCan']>) =>
    ({ viewerCan }: Row, caller: Caller): boolean =>
      isJudged(viewerCan) && branchList.viewerCan(caller, viewerCan)[verb];
  return {
    concept: 'branchList',
    type: 'BranchList',
    entity: BranchList,
    group: 'people',
    icon: 'Send',
    name: { id: 'Daftar ke cabang', en: 'Lists for branches' },
    service: {
      find: (caller, id, selection) => branchList.find(caller, id, selection),
      list: (caller, request, selection) => branchList.list(caller, request, selection),
      create: (caller, input: Parameters<Lists['make']>[1], key) => branchList.make(caller, input, key),
    },
    read: branchListVerbs.read,
    title: 'displayTitle',
    properties: {
      displayTitle: { kind: 'text', label: { id: 'Daftar', en: 'List' } },
      program: {
        kind: 'reference',
        to: 'program',
        title: 'name',
        isRequired: true,
        label: { id: 'Program', en: 'Program' },
      },
      month: { kind: 'month', isRequired: true, label: { id: 'Bulan iuran', en: 'Month' } },
      layout: {
        kind: 'reference',
        to: 'branchLayout',
        title: 'name',
        label: { id: 'Kolom (kosong: bawaan)', en: 'Columns (empty: the shipped ones)' },
      },
      reason: {
        kind: 'longText',
        isRequired: true,
        label: { id: 'Alasan NIK lengkap keluar', en: 'Why NIKs leave in full' },
      },
      state: {
        kind: 'choice',
        values: branchListStates,
        colours: branchListStateColours,
        label: { id: 'Keadaan', en: 'State' },
      },
      heads: { kind: 'number', label: { id: 'Orang', en: 'Persons' } },
      totalRupiah: { kind: 'rupiah', label: { id: 'Iuran sebulan', en: 'Contribution of the month' } },
      createdByName: { kind: 'text', label: { id: 'Dibuat oleh', en: 'Made by' } },
      createdAt: { kind: 'instant', label: { id: 'Dibuat pada', en: 'Made at' } },
    },
    list: {
      columns: ['displayTitle', 'state', 'heads', 'totalRupiah', 'createdByName', 'createdAt'],
      selection: own,
      filters: {
        program: programFilter,
        region: regionFilter,
        state: oneOf('states', branchListStates, { id: 'Keadaan', en: 'State' }),
      },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: {
      properties: ['displayTitle', 'program', 'month', 'state', 'heads', 'totalRupiah', 'createdAt'],
      selection: own,
      component: 'BranchListShow',
    },
    create: { verb: branchListVerbs.make, properties: ['program', 'month', 'layout', 'reason'] },
    verbs: {
      send: {
        verb: branchListVerbs.send,
        isOffered: can('send'),
        label: { id: 'Catat sudah dikirim', en: 'Note as sent' },
        guard: {
          id: 'Peserta yang disetujui di daftar ini menjadi "dikirim ke cabang". Daftarnya tidak dapat dibuang lagi.',
          en: 'Approved people on this list become "sent to the branch". The list cannot be put away any more.',
        },
        icon: 'Send',
        properties: {},
        run: (caller, change: Change) => branchList.send(caller, change),
      },
      apply: {
        verb: branchListVerbs.apply,
        isOffered: can('apply'),
        label: { id: 'Terapkan jawaban', en: 'Apply the answer' },
        guard: {
          id: 'Yang diterima menjadi peserta aktif dengan nomor KPJ-nya, yang ditolak keluar dari program. Hanya sekali, dan tidak dapat ditarik kembali.',
          en: 'Accepted people become active with their KPJ number, rejected ones leave the program. Once, and not to be taken back.',
        },
        icon: 'CheckCircle',
        properties: {},
        run: (caller, change: Change) => branchList.apply(caller, change),
      },
      discard: {
        verb: branchListVerbs.discard,
        isOffered: can('discard'),
        isDangerous: true,
        label: { id: 'Buang daftar', en: 'Put the list away' },
        guard: {
          id: 'Daftar ini tidak dikirim; orangnya dapat masuk daftar lain untuk bulan yang sama.',
          en: 'The list does not go; its people can go on another list of the same month.',
        },
        icon: 'Trash2',
        properties: {},
        run: (caller, change: Change) => branchList.discard(caller, change),
      },
    },
    counts: [
      {
        label: { id: 'Jawaban cabang yang belum diterapkan', en: 'Answers of branches not applied' },
        filters: { state: 'ANSWERED' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Belum ada daftar. Tekan "Tambah", pilih program dan bulannya, lalu unduh berkasnya untuk cabang.',
      en: 'No lists yet. Press "Create new", choose program and month, then download the file for the branch.',
    },
  };
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && typeof value.regionId === 'string';
}
