import { publicId } from '../../schema/kernel/identifier.js';
import type { ActorName } from '../support/actors.js';
import { regionId } from '../support/build/region.js';

/** What a person could send, and must be told about. */
export interface WrongInput {
  readonly concept: string;
  readonly actor: ActorName;
  /** Mutation that the form stands for. Absent: the concept's `…Create`. */
  readonly mutation?: string;
  /** As the panel's form sends it, by property. */
  readonly form: Readonly<Record<string, string>>;
  /** As a client of GraphQL sends it. */
  readonly input: object;
  /** Fields at which both have to complain. */
  readonly at: readonly string[];
}

const unknown = (prefix: string) => publicId(prefix, '00000000-0000-7000-8000-000000000000');
const cilegon = regionId('36.72');

export const wrongInputs: readonly WrongInput[] = [
  {
    concept: 'region',
    actor: 'admin',
    form: { code: '36.1', name: 'Anyer', level: 'VILLAGE', parent: regionId('36') },
    input: { code: '36.1', name: 'Anyer', level: 'VILLAGE', parentId: regionId('36') },
    at: ['code', 'parent'],
  },
  {
    concept: 'region',
    actor: 'admin',
    form: { code: '36.72', name: 'Kembar', level: 'CITY', parent: regionId('36') },
    input: { code: '36.72', name: 'Kembar', level: 'CITY', parentId: regionId('36') },
    at: ['code'],
  },
  {
    concept: 'mou',
    actor: 'operatorCilegon',
    form: {
      kind: 'UMBRELLA',
      region: cilegon,
      titleAsWritten: 'Terbalik',
      effectiveFrom: '2026-01-01',
      effectiveUntil: '2025-01-01',
    },
    input: {
      kind: 'UMBRELLA',
      regionId: cilegon,
      titleAsWritten: 'Terbalik',
      effectiveFrom: '2026-01-01',
      effectiveUntil: '2025-01-01',
    },
    at: ['effectiveUntil'],
  },
  {
    concept: 'mou',
    actor: 'operatorCilegon',
    form: { kind: 'UMBRELLA', region: regionId('32.75'), titleAsWritten: 'Lintas' },
    input: { kind: 'UMBRELLA', regionId: regionId('32.75'), titleAsWritten: 'Lintas' },
    at: ['region'],
  },
  {
    concept: 'mou',
    actor: 'operatorCilegon',
    form: {
      kind: 'UMBRELLA',
      region: cilegon,
      titleAsWritten: 'Salah',
      signedOn: '2024-02-30',
      noticeDays: '-1',
      parent: unknown('mou'),
    },
    input: {
      kind: 'UMBRELLA',
      regionId: cilegon,
      titleAsWritten: 'Salah',
      signedOn: '2024-02-30',
      noticeDays: -1,
      parentId: unknown('mou'),
    },
    at: ['parent'],
  },
  {
    concept: 'office',
    actor: 'coordinatorBanten',
    form: { level: 'KC', name: '', region: cilegon, openedFrom: '2026-02-30' },
    input: { level: 'KC', name: '', regionId: cilegon, openedFrom: '2026-02-30' },
    at: ['name', 'openedFrom'],
  },
  {
    concept: 'official',
    actor: 'operatorCilegon',
    form: {
      name: '',
      post: 'x'.repeat(301),
      organisationKind: 'REGION_GOVERNMENT',
      region: regionId('32.75'),
    },
    input: {
      name: '',
      post: 'x'.repeat(301),
      organisationKind: 'REGION_GOVERNMENT',
      regionId: regionId('32.75'),
    },
    at: ['name'],
  },
  {
    concept: 'award',
    actor: 'coordinatorBanten',
    form: { name: '', recipient: regionId('32.75'), editionYear: '1999', level: 'PROVINCE', rank: '0' },
    input: { name: '', recipientId: regionId('32.75'), editionYear: 1999, level: 'PROVINCE', rank: 0 },
    at: ['name', 'recipient', 'editionYear', 'rank'],
  },
  {
    concept: 'source',
    actor: 'operatorCilegon',
    form: { publisher: ' ' },
    input: { publisher: ' ' },
    at: ['publisher'],
  },
  {
    concept: 'category',
    actor: 'admin',
    form: { code: 'tidak boleh', family: 'VULNERABLE', name: '', nameEn: '' },
    input: { code: 'tidak boleh', family: 'VULNERABLE', name: '', nameEn: '' },
    at: ['name'],
  },
  {
    concept: 'regulation',
    actor: 'operatorCilegon',
    form: { kind: 'PERWAL', issuerRegion: cilegon, number: 'x'.repeat(400), year: '1800' },
    input: { kind: 'PERWAL', issuerRegionId: cilegon, number: 'x'.repeat(400), year: 1800 },
    at: ['year'],
  },
  {
    concept: 'observation',
    actor: 'operatorCilegon',
    form: {
      indicator: unknown('indicator'),
      region: cilegon,
      label: '',
      value: '1.500',
      asOf: '2026-13-01',
      source: unknown('source'),
    },
    input: {
      indicatorId: unknown('indicator'),
      regionId: cilegon,
      label: '',
      value: '1.500',
      asOf: '2026-13-01',
      sourceId: unknown('source'),
    },
    at: ['indicator', 'source', 'label'],
  },
  {
    concept: 'staff',
    actor: 'coordinatorBanten',
    form: {
      name: '',
      email: 'bukan surel',
      'grants.0.role': 'OPERATOR',
      'grants.0.region': regionId('32.75'),
    },
    input: { name: '', email: 'bukan surel', grants: [{ role: 'OPERATOR', regionId: regionId('32.75') }] },
    at: ['name', 'email'],
  },
  {
    concept: 'tariff',
    actor: 'admin',
    form: { segment: 'BPU', scheme: 'JKK', kind: 'FLAT', validFrom: '2026-01', validUntil: '2025-01' },
    input: { segment: 'BPU', scheme: 'JKK', kind: 'FLAT', validFrom: '2026-01', validUntil: '2025-01' },
    at: ['kind', 'validUntil'],
  },
  {
    concept: 'program',
    actor: 'operatorCilegon',
    form: {
      region: regionId('32.75'),
      name: '',
      monthFrom: '2026-06',
      monthUntil: '2026-01',
      segment: 'PU',
      quota: '0',
      'budgetLines.0.fiscalYear': '2026',
      'budgetLines.0.fundingSource': 'APBD_REGENCY',
      'budgetLines.0.originalRupiah': '-1',
    },
    input: {
      regionId: regionId('32.75'),
      name: '',
      monthFrom: '2026-06',
      monthUntil: '2026-01',
      segment: 'PU',
      quota: 0,
      budgetLines: [{ fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '-1' }],
    },
    at: ['name', 'monthUntil', 'quota'],
  },
  {
    concept: 'beneficiary',
    actor: 'operatorCilegon',
    mutation: 'beneficiaryRegister',
    form: { region: cilegon, nik: '3.67299E+15', name: '', birthDate: '2090-01-01' },
    input: { regionId: cilegon, nik: '3.67299E+15', name: '', birthDate: '2090-01-01' },
    at: ['nik', 'name', 'birthDate'],
  },
  {
    concept: 'enrollment',
    actor: 'operatorCilegon',
    mutation: 'enrollmentPropose',
    form: {
      program: unknown('program'),
      beneficiary: unknown('beneficiary'),
      category: unknown('category'),
      enteredOn: '2026-02-30',
    },
    input: {
      programId: unknown('program'),
      beneficiaryId: unknown('beneficiary'),
      categoryId: unknown('category'),
      enteredOn: '2026-02-30',
    },
    at: ['enteredOn'],
  },
  {
    concept: 'bill',
    actor: 'operatorCilegon',
    mutation: 'billIssue',
    form: {
      program: unknown('program'),
      office: unknown('office'),
      from: '2026-03',
      until: '2026-01',
      dueOn: '2020-01-01',
    },
    input: {
      programId: unknown('program'),
      officeId: unknown('office'),
      from: '2026-03',
      until: '2026-01',
      dueOn: '2020-01-01',
    },
    at: ['until', 'dueOn'],
  },
  {
    concept: 'claim',
    actor: 'operatorCilegon',
    mutation: 'claimRecord',
    form: { region: cilegon, kind: 'JKM', month: '2027-01', cases: '0', paidRupiah: '1.500' },
    input: { regionId: cilegon, kind: 'JKM', month: '2027-01', cases: 0, paidRupiah: '1.500' },
    at: ['month', 'cases', 'paidRupiah'],
  },
  {
    concept: 'annex',
    actor: 'approverBanten',
    mutation: 'annexSeal',
    form: { program: unknown('program'), decree: 'SK '.repeat(80), decreedOn: '2026-02-30' },
    input: { programId: unknown('program'), decree: 'SK '.repeat(80), decreedOn: '2026-02-30' },
    at: ['decree', 'decreedOn'],
  },
  {
    concept: 'branchList',
    actor: 'operatorCilegon',
    mutation: 'branchListMake',
    form: { program: unknown('program'), month: '2026-02', reason: 'pendek' },
    input: { programId: unknown('program'), month: '2026-02', reason: 'pendek' },
    at: ['reason'],
  },
  {
    concept: 'branchLayout',
    actor: 'coordinatorBanten',
    form: { region: cilegon, name: '' },
    input: { regionId: cilegon, name: '' },
    at: ['name'],
  },
];
