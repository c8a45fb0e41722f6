import { Annex, annexVerbs } from '../schema/annex/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { Change, Row, Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';
import { isRow } from './screen-property.js';

type Annexes = Services['annex'];

const states = {
  SEALED: { id: 'Tersegel', en: 'Sealed' },
  WITHDRAWN: { id: 'Ditarik', en: 'Withdrawn' },
} as const;
const read = `{ id version decree decreedOn peopleCount digest code state sealedByName withdrawalReason createdAt viewerCan
  program { id name } region { id displayName } }`;

/** Lists of people as they were attached to a decree. */
export function annexScreen({ annex }: Pick<Services, 'annex'>): Screen {
  return {
    concept: 'annex',
    type: 'Annex',
    entity: Annex,
    group: 'people',
    icon: 'Lock',
    name: { id: 'Lampiran SK tersegel', en: 'Sealed annexes' },
    service: {
      find: (caller, id, selection) => annex.find(caller, id, selection),
      list: (caller, request, selection) => annex.list(caller, request, selection),
      create: (caller, input: Parameters<Annexes['seal']>[1], key) => annex.seal(caller, input, key),
    },
    read: annexVerbs.read,
    title: 'decree',
    properties: {
      program: {
        kind: 'reference',
        to: 'program',
        title: 'name',
        isRequired: true,
        label: { id: 'Program', en: 'Program' },
      },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Daerah', en: 'Region' },
      },
      decree: {
        label: { id: 'Nomor SK', en: 'Decree' },
      },
      decreedOn: { kind: 'date', isRequired: true, label: { id: 'Tanggal SK', en: 'Date of the decree' } },
      peopleCount: { kind: 'number', label: { id: 'Peserta (orang)', en: 'People (persons)' } },
      state: {
        kind: 'choice',
        values: states,
        colours: { SEALED: 'green', WITHDRAWN: 'red' },
        label: { id: 'Keadaan', en: 'State' },
      },
      code: { label: { id: 'Kode verifikasi', en: 'Code' } },
      digest: { label: { id: 'SHA-256', en: 'SHA-256' } },
      sealedByName: { label: { id: 'Disegel oleh', en: 'Sealed by' } },
      withdrawalReason: { kind: 'longText', label: { id: 'Alasan penarikan', en: 'Why withdrawn' } },
      createdAt: { kind: 'instant', label: { id: 'Disegel pada', en: 'Sealed on' } },
    },
    list: {
      columns: ['decree', 'program', 'region', 'decreedOn', 'peopleCount', 'state', 'createdAt'],
      selection: read,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nomor SK', en: 'Decree' } },
        program: programFilter,
        region: regionFilter,
        state: oneOf('states', states, { id: 'Keadaan', en: 'State' }),
      },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: {
      properties: ['decree', 'program', 'region', 'decreedOn', 'peopleCount', 'state', 'createdAt'],
      selection: read,
      component: 'AnnexShow',
    },
    create: { verb: annexVerbs.seal, properties: ['program', 'decree', 'decreedOn'] },
    verbs: {
      withdraw: {
        verb: annexVerbs.withdraw,
        isOffered: ({ viewerCan }: Row, caller: Caller) =>
          isJudged(viewerCan) && annex.viewerCan(caller, viewerCan).withdraw,
        isDangerous: true,
        label: { id: 'Tarik', en: 'Withdraw' },
        guard: {
          id: 'Kode pada kertas akan menyatakan bahwa lampiran ini tidak berlaku lagi. Ini tidak dapat dibatalkan.',
          en: 'The code on the paper will say that this annex no longer holds. This cannot be undone.',
        },
        icon: 'XCircle',
        properties: { reason: { kind: 'longText', isRequired: true, label: { id: 'Alasan', en: 'Reason' } } },
        run: (caller, change: Change<Parameters<Annexes['withdraw']>[1]['input']>) =>
          annex.withdraw(caller, change),
      },
    },
    emptyHint: {
      id: 'Belum ada lampiran yang disegel. Tekan "Tambah", pilih program, lalu tulis nomor dan tanggal SK-nya.',
      en: 'No annex is sealed yet. Press "Create new", choose a program, and write number and date of its decree.',
    },
  };
}

function isJudged(value: unknown): value is Parameters<Annexes['viewerCan']>[1] {
  return isRow(value) && typeof value.state === 'string' && typeof value.regionId === 'string';
}
