import { Enrollment, enrollmentVerbs } from '../schema/enrollment/index.js';
import type { Services } from '../schema/index.js';
import { decisionsForMany, enrollmentDecisions } from './enrollment.verbs.js';
import { continuityConcerns, endReasons, enrollmentStates, monthsAhead } from './people-choices.js';
import { activeIssues } from './quality-choices.js';
import type { Screen } from './screen.js';
import { categoryFilter, oneOf, programFilter, regionFilter } from './screen-filters.js';

const listed = `{ id version state enteredOn post kpj viewerCan coverage { month state isElsewhere isPaidTwice program { name } } beneficiary { id name nik } program { id name } category { id name }
  ending { on reason } }`;
const shown = `{ id version state enteredOn post decree cohort kpj updatedAt viewerCan warnings
  beneficiary { id name nik } program { id name } category { id name } region { id displayName } ending { on reason }
  replaces { id beneficiary { name } } replacedBy { id beneficiary { name } } }`;

/** People in programs, from proposal to end. */
export function enrollmentScreen({ enrollment }: Pick<Services, 'enrollment'>): Screen {
  return {
    concept: 'enrollment',
    type: 'Enrollment',
    entity: Enrollment,
    group: 'people',
    icon: 'UserCheck',
    name: { id: 'Kepesertaan', en: 'Enrollments' },
    service: {
      find: (caller, id, selection) => enrollment.find(caller, id, selection),
      list: (caller, request, selection) => enrollment.list(caller, request, selection),
      create: (caller, input: Parameters<Services['enrollment']['propose']>[1], key) =>
        enrollment.propose(caller, input, key),
    },
    read: enrollmentVerbs.read,
    title: 'personName',
    properties: {
      personName: { path: 'beneficiary.name', label: { id: 'Nama', en: 'Name' } },
      nik: { path: 'beneficiary.nik', label: { id: 'NIK (disamarkan)', en: 'NIK (masked)' } },
      beneficiary: {
        kind: 'reference',
        to: 'beneficiary',
        title: 'name',
        isRequired: true,
        label: { id: 'Peserta', en: 'Beneficiary' },
      },
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
      category: {
        kind: 'reference',
        to: 'category',
        title: 'name',
        isRequired: true,
        label: { id: 'Kategori pekerja', en: 'Category' },
      },
      state: {
        kind: 'choice',
        values: enrollmentStates,
        colours: {
          ACTIVE: 'green',
          ENDED: 'grey',
          REJECTED: 'red',
          PROPOSED: 'amber',
          VERIFIED: 'amber',
          APPROVED: 'blue',
        },
        label: { id: 'Keadaan', en: 'State' },
      },
      post: {
        label: { id: 'Jabatan', en: 'Post' },
      },
      decree: { label: { id: 'Nomor SK', en: 'Decree' } },
      cohort: { label: { id: 'Gelombang', en: 'Cohort' } },
      kpj: { label: { id: 'Nomor KPJ', en: 'KPJ number' } },
      enteredOn: { kind: 'date', isRequired: true, label: { id: 'Masuk pada', en: 'Entered on' } },
      endedOn: { kind: 'date', path: 'ending.on', label: { id: 'Berakhir pada', en: 'Ended on' } },
      endReason: {
        kind: 'choice',
        values: endReasons,
        path: 'ending.reason',
        label: { id: 'Sebab berakhir', en: 'Reason' },
      },
      coverage: {
        kind: 'data',
        label: { id: 'Bulan tahun ini', en: 'Months of this year' },
        components: { list: 'MonthsCell' },
      },
      replaces: {
        kind: 'reference',
        to: 'enrollment',
        title: 'personName',
        label: { id: 'Menggantikan', en: 'Replaces' },
      },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['personName', 'nik', 'program', 'category', 'post', 'state', 'coverage'],
      selection: listed,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama', en: 'Name' } },
        program: programFilter,
        region: regionFilter,
        state: oneOf('states', enrollmentStates, { id: 'Keadaan', en: 'State' }),
        category: categoryFilter,
        decree: { kind: 'text', field: 'decree', label: { id: 'Nomor SK', en: 'Decree' } },
        cohort: { kind: 'text', field: 'cohort', label: { id: 'Gelombang', en: 'Cohort' } },
        endReason: oneOf('endReasons', endReasons, { id: 'Sebab berakhir', en: 'Reason of the end' }),
        continuity: oneOf('continuity', continuityConcerns, {
          id: 'Bulan terbayar dan celah',
          en: 'Paid months and gaps',
        }),
        coveredIn: {
          kind: 'month',
          field: 'coveredIn',
          label: { id: 'Terlindungi pada bulan', en: 'Covered in' },
        },
        coveredInYear: {
          kind: 'number',
          field: 'coveredInYear',
          label: { id: 'Terlindungi pada tahun', en: 'Covered in the year' },
        },
        issue: oneOf('issues', activeIssues, { id: 'Perlu diperiksa', en: 'To be looked at' }),
        hasKpj: { kind: 'boolean', field: 'hasKpj', label: { id: 'Punya KPJ', en: 'Has a KPJ' } },
        entered: {
          kind: 'days',
          from: 'enteredFrom',
          until: 'enteredUntil',
          label: { id: 'Masuk', en: 'Entered' },
        },
        turning65: {
          kind: 'choice',
          field: 'turning65WithinMonths',
          values: monthsAhead,
          read: Number,
          label: { id: 'Akan berusia 65', en: 'Turns 65' },
        },
        turning65Before: {
          kind: 'day',
          field: 'turning65Before',
          label: { id: 'Berusia 65 sebelum', en: 'Turns 65 before' },
        },
        beneficiary: {
          kind: 'reference',
          field: 'beneficiaryIds',
          isList: true,
          to: 'beneficiary',
          label: { id: 'Peserta', en: 'Beneficiary' },
        },
      },
      orders: { enteredOn: 'ENTERED_ON' },
    },
    show: {
      properties: [
        'personName',
        'beneficiary',
        'nik',
        'program',
        'region',
        'category',
        'post',
        'state',
        'enteredOn',
        'decree',
        'cohort',
        'kpj',
        'endedOn',
        'endReason',
        'updatedAt',
      ],
      selection: shown,
      component: 'EnrollmentShow',
    },
    create: {
      verb: enrollmentVerbs.propose,
      properties: ['program', 'beneficiary', 'category', 'post', 'enteredOn', 'decree', 'cohort'],
    },
    verbs: enrollmentDecisions(enrollment),
    pages: {
      continuity: {
        verb: enrollmentVerbs.read,
        label: { id: 'Kesinambungan', en: 'Continuity' },
        icon: 'Activity',
        component: 'Continuity',
      },
      together: {
        verb: enrollmentVerbs.reject, // everyone who may take one of the decisions may take this one
        label: { id: 'Keputusan untuk semua yang tersaring', en: 'Decide for all that match' },
        icon: 'Layers',
        component: 'EnrollmentsTogether',
        keepsFilter: true,
        facts: (caller, filter) => ({ filter, deeds: decisionsForMany(caller) }),
      },
    },
    counts: [
      {
        label: { id: 'Usulan menunggu verifikasi', en: 'Proposals to verify' },
        filters: { state: 'PROPOSED' },
        isTask: true,
      },
      {
        label: { id: 'Menunggu persetujuan', en: 'Waiting for approval' },
        filters: { state: 'VERIFIED' },
        isTask: true,
      },
      {
        label: { id: 'Akan berusia 65 dalam enam bulan', en: 'Turning 65 within six months' },
        filters: { turning65: '6' },
        isTask: true,
      },
      { label: { id: 'Kepesertaan aktif', en: 'Active enrollments' }, filters: { state: 'ACTIVE' } },
    ],
    emptyHint: {
      id: 'Tidak ada kepesertaan untuk saringan ini.',
      en: 'No enrollments for this filter.',
    },
  };
}
