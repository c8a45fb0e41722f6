import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aMou, mouId } from '../support/build/mou.js';
import { regionId } from '../support/build/region.js';
import { create, revise } from './program-operations.js';
import { aRegulation, categoryId, type ProgramWorld, programWorld, regulationId } from './program-world.js';

let world: ProgramWorld;
let perwal: string;
let foreign: string;
let mou: string;
beforeAll(async () => {
  world = await programWorld();
  perwal = await aRegulation(world, { region: '36.72' });
  foreign = await aRegulation(world, { region: '32.75' });
  mou = await aMou(world.app, { region: '36.72', state: 'SIGNED' });
});
afterAll(() => world.app.close());

const minimal = () => ({
  regionId: regionId('36.72'),
  name: 'Gemet Sekul',
  segment: 'BPU',
  monthFrom: '2026-01',
  monthUntil: '2026-12',
});
const whole = () => ({
  ...minimal(),
  agency: 'Dinas Tenaga Kerja',
  quota: 3500,
  lowestDecile: 1,
  highestDecile: 5,
  plannedTariffRupiah: '17000',
  participantKindCode: 'SG',
  note: 'Simbolis 11 Februari 2026',
  categoryIds: [categoryId(world.fisher), categoryId(world.ojol)],
  legalBasisIds: [regulationId(perwal)],
  mouIds: [mouId(mou)],
  budgetLines: [
    { fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '2200000000', accountCode: '5.1.02' },
  ],
});
const ask = (token: string | null, query: string, variables: object) =>
  world.app.graphql(token, query, variables);

describe('programCreate', () => {
  test('writes down a draft with all its parts', async () => {
    const { data } = await ask(world.tokens.operatorCilegon, create, { input: whole() });

    expect(data.programCreate.userErrors).toEqual([]);
    expect(data.programCreate.program).toMatchObject({
      version: 1,
      state: 'DRAFT',
      name: 'Gemet Sekul',
      period: { from: '2026-01', until: '2026-12' },
      deciles: { lowest: 1, highest: 5 },
      region: { code: '36.72' },
      categories: [{ code: 'NELAYAN' }, { code: 'OJOL' }],
      legalBases: [{ id: regulationId(perwal) }],
      mous: [{ id: mouId(mou) }],
      budgetLines: [
        {
          fiscalYear: 2026,
          fundingSource: 'APBD_REGENCY',
          originalRupiah: '2200000000',
          revisedRupiah: null,
          ceilingRupiah: '2200000000',
          accountCode: '5.1.02',
          subActivityCode: null,
        },
      ],
      unfoundedMonths: [],
      viewerCan: { revise: true, approve: false, close: false },
    });
  });

  test('with a key makes one program', async () => {
    const first = await ask(world.tokens.operatorCilegon, create, { input: minimal(), key: 'once' });
    const second = await ask(world.tokens.operatorCilegon, create, { input: minimal(), key: 'once' });

    expect(second.data).toEqual(first.data);
    expect(first.data.programCreate.program.deciles).toBeNull();
  });

  test.each([
    ['another region', { regionId: () => regionId('36.04') }, ['regionId OUTSIDE_REGION']],
    [
      'a district',
      { regionId: () => regionId('36.72.01') },
      ['regionId OUTSIDE_REGION', 'regionId PROGRAM_REGION_LEVEL'],
    ],
    [
      'a regulation of Bekasi',
      { legalBasisIds: () => [regulationId(foreign)] },
      ['legalBasisIds.0 PROGRAM_REFERENCE_FOREIGN'],
    ],
    ['no regulation', { legalBasisIds: () => ['mou_1'] }, ['legalBasisIds.0 REFERENCE_NOT_FOUND']],
    [
      'a regulation that is gone',
      { legalBasisIds: () => [regulationId(world.ojol)] },
      ['legalBasisIds.0 REFERENCE_NOT_FOUND'],
    ],
    [
      'a category twice',
      { categoryIds: () => [categoryId(world.ojol), categoryId(world.ojol)] },
      ['categoryIds PROGRAM_REFERENCE_TWICE'],
    ],
    ['an empty name', { name: () => ' ' }, ['name VALUE_MISSING']],
    [
      'all that can be wrong at once',
      {
        monthUntil: () => '2025-12',
        quota: () => 0,
        segment: () => 'PU',
        budgetLines: () => [{ fiscalYear: 2026, fundingSource: 'CSR', originalRupiah: '-1' }],
      },
      [
        'monthUntil PROGRAM_PERIOD_REVERSED',
        'quota NUMBER_OUT_OF_RANGE',
        'wageBaseRupiah PROGRAM_WAGE_BASE_MISSING',
        'budgetLines.0.originalRupiah PROGRAM_BUDGET_NEGATIVE',
      ],
    ],
  ])('refuses %s', async (_label, change, expected) => {
    const given = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value()]));
    const before = await world.app.sql('select count(*) from program');

    const { data } = await ask(world.tokens.operatorCilegon, create, { input: { ...minimal(), ...given } });

    const found = data.programCreate.userErrors as { path: string[]; code: string; message: string }[];
    expect(found.map(({ path, code }) => `${path.slice(1).join('.')} ${code}`)).toEqual(expected);
    expect(found.every(({ message }) => !/[{}…]/.test(message))).toBe(true);
    expect(await world.app.sql('select count(*) from program')).toEqual(before);
  });
});

describe('a draft', () => {
  test('is revised in part: absent keeps, null clears, parts are replaced', async () => {
    const { data } = await ask(world.tokens.operatorCilegon, create, { input: whole() });
    const { id } = data.programCreate.program;
    const input = {
      name: 'SIGAP',
      quota: null,
      monthFrom: '2026-03',
      legalBasisIds: [],
      categoryIds: [categoryId(world.ojol)],
      budgetLines: [
        {
          fiscalYear: 2026,
          fundingSource: 'APBD_REGENCY',
          originalRupiah: '2200000000',
          revisedRupiah: '1000000000',
        },
        { fiscalYear: 2026, fundingSource: 'CSR', originalRupiah: '5000000' },
      ],
    };

    const revised = await ask(world.tokens.operatorCilegon, revise, { id, version: 1, input });
    const stale = await ask(world.tokens.operatorCilegon, revise, { id, version: 1, input: { name: 'x' } });

    expect(revised.data.programRevise).toMatchObject({
      userErrors: [],
      program: {
        version: 2,
        name: 'SIGAP',
        agency: 'Dinas Tenaga Kerja',
        quota: null,
        period: { from: '2026-03', until: '2026-12' },
        categories: [{ code: 'OJOL' }],
        legalBases: [],
        mous: [{ id: mouId(mou) }],
        budgetLines: [
          { fundingSource: 'APBD_REGENCY', ceilingRupiah: '1000000000', accountCode: null },
          { fundingSource: 'CSR', ceilingRupiah: '5000000' },
        ],
        unfoundedMonths: [{ reason: 'LEGAL_BASIS', months: { from: '2026-03', until: '2026-12' } }],
      },
    });
    expect(stale.data.programRevise.userErrors).toMatchObject([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
  });
});
