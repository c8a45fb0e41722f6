import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadMainRegions } from '../seed/main-regions.js';
import { silent } from '../seed/seed-world.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aProgram } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';

interface Row {
  readonly kind: string;
  readonly unit: string;
  readonly reported: {
    readonly observationId: string | null;
    readonly value: string;
    readonly sources: readonly { readonly publisher: string; readonly publishedOn: string | null }[];
  } | null;
  readonly basis: readonly { readonly value: string }[];
  readonly computed: string;
  readonly difference: string | null;
  readonly percent: string | null;
  readonly verdict: string;
  readonly arithmetic: { readonly indonesian: string; readonly english: string };
}

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
const rows = new Map<string, readonly Row[]>();

beforeAll(async () => {
  app = await testApp();
  await loadMainRegions(app.database.ownerUrl);
  await loadReference({ ownerUrl: app.database.ownerUrl, log: silent });
  tokens = await buildActors(app);
  for (const code of ['36.72', '32.75', '36.02', '36.74', '36.04', '36']) rows.set(code, await ask(code));
});
afterAll(() => app.close());

const query = `query ($id: ID) { figureChecks(regionId: $id) { kind unit computed difference percent verdict
  reported { observationId value sources { publisher publishedOn } } basis { value } arithmetic { indonesian english } } }`;

async function ask(code: string): Promise<readonly Row[]> {
  const { data, errors } = await app.graphql(tokens.analystBanten, query, { id: regionId(code) });
  expect(errors).toBeUndefined();
  return data.figureChecks;
}

/** Reported, computed, difference, percent and verdict of the checks of one kind. */
function figures(code: string, kind: string): (string | null)[][] {
  return (rows.get(code) ?? [])
    .filter((row) => row.kind === kind)
    .map(({ reported, computed, difference, percent, verdict }) => [
      reported?.value ?? null,
      computed,
      difference,
      percent,
      verdict,
    ]);
}

function arithmetic(code: string, kind: string): readonly { indonesian: string; english: string }[] {
  return (rows.get(code) ?? []).filter((row) => row.kind === kind).map((row) => row.arithmetic);
}

describe('Cilegon 2026: Rp2.2 billion for 3,500 workers', () => {
  it('is three times what 3,500 workers cost in a year', () => {
    expect(figures('36.72', 'BUDGET_FOR_PERSONS')).toEqual([
      ['2200000000', '705600000', '1494400000', '32.07', 'DIFFERS'],
    ]);
    expect(arithmetic('36.72', 'BUDGET_FOR_PERSONS')).toEqual([
      {
        indonesian:
          '3.500 orang x Rp16.800 x 12 bulan = Rp705.600.000, yaitu 32,07 % dari Rp2.200.000.000 yang dilaporkan; Rp2.200.000.000 cukup untuk 10.912 orang selama 12 bulan.',
        english:
          '3,500 persons x Rp16,800 x 12 months = Rp705,600,000, which is 32.07 % of the Rp2,200,000,000 reported; Rp2,200,000,000 pays for 10,912 persons for 12 months.',
      },
    ]);
  });

  it('names the observation and the article behind the reported figure', () => {
    const row = rows.get('36.72')?.find(({ kind }) => kind === 'BUDGET_FOR_PERSONS');

    expect(row?.reported?.observationId).toBe(
      publicId('observation', referenceId('observation', 'cilegon-budget-2026')),
    );
    expect(row?.reported?.sources).toEqual([{ publisher: 'Banten Raya', publishedOn: null }]);
    expect(row?.basis.map(({ value }) => value)).toEqual(['3500', '12']);
  });

  it('leaves open whether the 800 of the day are among the 3,500', () => {
    expect(figures('36.72', 'PERSONS_INCLUDED_OR_ADDED')).toEqual([
      ['3500', '4300', '-800', '122.86', 'DIFFERS'],
    ]);
    expect(arithmetic('36.72', 'PERSONS_INCLUDED_OR_ADDED')[0]?.english).toBe(
      'If the 800 come on top: 3,500 + 800 = 4,300; if they are included: 3,500. The source does not say. For a year Rp866,880,000 or Rp705,600,000.',
    );
  });
});

describe('Cilegon 2024: the MoU and its 1,500 RT and RW', () => {
  it('would have cost Rp302,400,000 a year; no budget was reported', () => {
    expect(figures('36.72', 'BUDGET_NOT_REPORTED')).toContainEqual([
      null,
      '302400000',
      null,
      null,
      'NOT_REPORTED',
    ]);
  });

  it('has groups that add up to 19,185, not 17,000; without election officers to 6,164, not 6,207', () => {
    expect(figures('36.72', 'PERSONS_PARTS').sort()).toEqual([
      ['17000', '19185', '-2185', '112.85', 'DIFFERS'],
      ['6207', '6164', '43', '99.31', 'CLOSE'],
    ]);
  });

  it('paid contributions of 28,599 person-months, and claims of 164 percent of them', () => {
    expect(arithmetic('36.72', 'CONTRIBUTIONS_IN_PERSON_MONTHS')[0]?.english).toContain(
      'Rp480,457,660 : Rp16,800 = 28,599 person-months',
    );
    expect(figures('36.72', 'BENEFIT_RATIO')).toEqual([[null, '164.43', null, null, 'NOT_REPORTED']]);
  });
});

describe('Cilegon 2025: poverty and coverage behind Gemet Sekul', () => {
  it('implies 461,600 people, which no count of the population gives', () => {
    const found = figures('36.72', 'POPULATION_IMPLIED');

    expect(found.map(([reported]) => reported).sort()).toEqual([
      '455620',
      '455620',
      '476867',
      '476867',
      '480378',
      '480378',
      '483015',
    ]);
    expect(found).toContainEqual(['480378', '461600', '18778', '96.09', 'DIFFERS']);
    expect(new Set(found.map(([, computed]) => computed))).toEqual(new Set(['461600']));
  });

  it('gives coverage with its numerator and denominator', () => {
    expect(figures('36.72', 'COVERAGE_RATE')).toEqual([
      ['43', '43.49', '-0.49', '101.14', 'CLOSE'],
      ['45', '43.49', '1.51', '96.64', 'DIFFERS'],
      ['52', '51.9', '0.1', '99.81', 'CLOSE'],
    ]);
    expect(arithmetic('36.72', 'COVERAGE_RATE')[0]?.indonesian).toBe(
      '76.062 : 174.897 = 43,49 %; yang dilaporkan 43 %.',
    );
  });

  it('finds the one person that the deciles of DTSEN miss', () => {
    expect(figures('36.72', 'DTSEN_TOTAL')).toEqual([['474496', '474495', '1', '100', 'CLOSE']]);
    expect(figures('36.72', 'DTSEN_POOR')).toEqual([['46622', '46622', '0', '100', 'AGREES']]);
  });

  it('cannot be 82 percent of a target of 55 at 52', () => {
    expect(figures('36.72', 'COVERAGE_TARGET_ACHIEVEMENT')).toEqual([
      ['82', '94.55', '-12.55', '115.3', 'DIFFERS'],
    ]);
  });
});

describe('Bekasi 2025: 11,666 more', () => {
  it('adds up from 40,000 to 51,666, not to the 54,000 of the same day', () => {
    expect(figures('32.75', 'PERSONS_ADDED').sort()).toEqual([
      ['51666', '51666', '0', '100', 'AGREES'],
      ['51666', '54666', '-3000', '105.81', 'DIFFERS'],
      ['54000', '51666', '2334', '95.68', 'DIFFERS'],
      ['54000', '54666', '-666', '101.23', 'DIFFERS'],
    ]);
  });

  it('costs Rp587,966,400 for three months and Rp391,977,600 for two, beside the Rp580 million reported', () => {
    const ofThatYear = figures('32.75', 'BUDGET_FOR_PERSONS').filter(
      ([reported]) => reported === '580000000',
    );

    expect(ofThatYear.sort()).toEqual([
      ['580000000', '391977600', '188022400', '67.58', 'DIFFERS'],
      ['580000000', '587966400', '-7966400', '101.37', 'DIFFERS'],
    ]);
  });

  it('has a rate of Rp16,500 that no tariff knows', () => {
    expect(figures('32.75', 'CONTRIBUTION_RATE')).toEqual([['16500', '16800', '-300', '101.82', 'DIFFERS']]);
  });
});

describe('other regions', () => {
  it('Lebak budgets exactly the PU rate of 0.54 percent of Rp3,000,000', () => {
    expect(figures('36.02', 'BUDGET_IMPLIED_RATE')).toEqual([
      ['670680000', '670680000', '0', '100', 'AGREES'],
    ]);
    expect(arithmetic('36.02', 'BUDGET_IMPLIED_RATE')[0]?.english).toBe(
      'Rp670,680,000 : (3,450 persons x 12 months) = exactly Rp16,200 per person and month, not Rp16,800; that is the PU rate of 0.54 % of a wage of Rp3,000,000.',
    );
    expect(figures('36.02', 'BUDGET_FOR_PERSONS')).toEqual([
      ['670680000', '695520000', '-24840000', '103.7', 'DIFFERS'],
    ]);
  });

  it('Tangerang Selatan budgets a rounded Rp17,000', () => {
    expect(figures('36.74', 'BUDGET_AT_REPORTED_RATE')).toEqual([
      ['2295000000', '2295000000', '0', '100', 'AGREES'],
    ]);
    expect(figures('36.74', 'BUDGET_FOR_PERSONS')).toEqual([
      ['2295000000', '2268000000', '27000000', '98.82', 'DIFFERS'],
    ]);
    expect(figures('36.74', 'BUDGET_PARTS')).toEqual([['2795000000', '2795000000', '0', '100', 'AGREES']]);
  });

  it('Kabupaten Serang covers 50.87 percent with 400,385 active participants, not with 461,000', () => {
    expect(figures('36.04', 'COVERAGE_OF_PARTS').sort()).toEqual([
      ['50.87', '50.89', '-0.02', '100.04', 'CLOSE'],
      ['50.87', '54.41', '-3.54', '106.96', 'DIFFERS'],
    ]);
  });

  it('Banten paid for 39,683 person-years and reports 10,500, 4,546 and 5,000 workers', () => {
    expect(
      figures('36', 'CONTRIBUTIONS_IN_PERSON_MONTHS')
        .map(([reported, computed]) => [reported, computed])
        .sort(),
    ).toEqual([
      ['10500', '39683'],
      ['4546', '39683'],
      ['5000', '39683'],
    ]);
    expect(figures('36', 'PERSONS_PARTS').sort()).toEqual([
      ['10500', '4546', '5954', '43.3', 'DIFFERS'],
      ['4546', '4546', '0', '100', 'AGREES'],
    ]);
  });
});

describe('figureChecks', () => {
  it('reads everything in one statement', async () => {
    const statements = await app.statements(() => ask('36.72'));

    expect(statements).toHaveLength(1);
  });

  it('is for staff', async () => {
    const { data, errors } = await app.graphql(null, query, { id: regionId('36.72') });

    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['neither', {}],
    ['both', { regionId: regionId('36.72'), programId: publicId('program', referenceId('program', 'none')) }],
  ])('asks for a region or a program, not %s', async (_, variables) => {
    const text =
      'query ($regionId: ID, $programId: ID) { figureChecks(regionId: $regionId, programId: $programId) { kind } }';

    const { errors } = await app.graphql(tokens.admin, text, variables);

    expect(errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      [
        'BAD_USER_INPUT',
        'Sebutkan satu wilayah (`regionId`) atau satu program (`programId`), bukan keduanya.',
      ],
    ]);
  });

  it('is empty for an id of nothing', async () => {
    const { data } = await app.graphql(tokens.admin, query, {
      id: 'program_00000000000070008000000000000000',
    });

    expect(data.figureChecks).toEqual([]);
  });
});

describe('the register beside what was reported', () => {
  const text = `query ($id: ID) { figureChecks(programId: $id) { kind unit computed difference percent verdict
    reported { observationId value } basis { value } arithmetic { english } } }`;

  it('compares a program with its own quota and with the figures of its years', async () => {
    const program = await aProgram(app, {
      state: 'APPROVED',
      quota: 3500,
      budget: [{ year: 2026, original: '2200000000', revised: '800000000' }],
    });

    const { data } = await app.graphql(tokens.operatorCilegon, text, { id: publicId('program', program) });

    const found = data.figureChecks.filter(({ kind }: Row) => kind.startsWith('REGISTER'));
    expect(found).toEqual([
      {
        kind: 'REGISTER_REQUIRED_BUDGET',
        unit: 'RUPIAH',
        reported: { observationId: null, value: '800000000' },
        basis: [],
        computed: '705600000',
        difference: '94400000',
        percent: '88.2',
        verdict: 'DIFFERS',
        arithmetic: {
          english:
            'Quota of 3,500 persons x tariff x months of the program = Rp705,600,000; ceiling Rp800,000,000 (programs: 1, year 2026).',
        },
      },
      {
        kind: 'REGISTER_BUDGET',
        unit: 'RUPIAH',
        reported: {
          observationId: publicId('observation', referenceId('observation', 'cilegon-budget-2026')),
          value: '2200000000',
        },
        basis: [],
        computed: '800000000',
        difference: '1400000000',
        percent: '36.36',
        verdict: 'DIFFERS',
        arithmetic: {
          english: 'Rp800,000,000 ceilings of the programs in the register (programs: 1, year 2026).',
        },
      },
    ]);
    expect(data.figureChecks.map(({ kind }: Row) => kind)).not.toContain('POPULATION_IMPLIED');
  });

  it('is empty for a program that the caller may not see', async () => {
    const program = await aProgram(app, { name: 'Lain' });

    const { data } = await app.graphql(tokens.operatorSerang, text, { id: publicId('program', program) });

    expect(data.figureChecks).toEqual([]);
  });
});
