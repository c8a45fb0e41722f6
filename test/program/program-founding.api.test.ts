import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aMou } from '../support/build/mou.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId, regionKey } from '../support/build/region.js';
import { errors, move } from './program-operations.js';
import { aRegulation, type ProgramWorld, programWorld } from './program-world.js';

let world: ProgramWorld;
let perwal: string;
let mou: string;
beforeAll(async () => {
  world = await programWorld();
  perwal = await aRegulation(world, { region: '36.72' });
  mou = await aMou(world.app, { region: '36.72', state: 'SIGNED' });
});
afterAll(() => world.app.close());

const ask = (token: string | null, query: string, variables: object) =>
  world.app.graphql(token, query, variables);

describe('months without support', () => {
  test.each([
    ['in force all along', { from: '2024-01-01' }, []],
    ['from the middle of March', { from: '2026-03-15' }, ['2026-01 2026-02']],
    ['until the middle of March', { until: '2026-03-15' }, ['2026-04 2026-12']],
    [
      'for some months between',
      { from: '2026-03-01', until: '2026-05-31' },
      ['2026-01 2026-02', '2026-06 2026-12'],
    ],
    ['ended before', { until: '2025-12-31' }, ['2026-01 2026-12']],
  ])('with a legal basis %s', async (_label, facts, expected) => {
    const basis = await aRegulation(world, { region: '36.72', ...facts });
    const key = await aProgram(world.app, { legalBases: [basis], mous: [mou] });

    expect(await unfounded(key)).toEqual(expected.map((months) => `LEGAL_BASIS ${months}`));
  });

  test.each([
    ['whose end nobody knows', { state: 'SIGNED', signedOn: '2024-01-24' }, []],
    ['that ends in June', { state: 'SIGNED', from: '2024-01-24', until: '2026-06-10' }, ['2026-07 2026-12']],
    ['that is not signed', { state: 'DRAFT', from: '2024-01-24' }, ['2026-01 2026-12']],
    ['signed in February', { state: 'SIGNED', signedOn: '2026-02-11' }, ['2026-01 2026-01']],
  ] as const)('with an agreement %s', async (_label, build, expected) => {
    const key = await aProgram(world.app, { legalBases: [perwal], mous: [await aMou(world.app, build)] });

    expect(await unfounded(key)).toEqual(expected.map((months) => `MOU ${months}`));
  });

  test('are closed by a second basis', async () => {
    const first = await aRegulation(world, { region: '36.72', until: '2026-05-31' });
    const second = await aRegulation(world, { from: '2026-06-01' });
    const key = await aProgram(world.app, { legalBases: [first, second], mous: [mou] });

    expect(await unfounded(key)).toEqual([]);
  });

  async function unfounded(key: string): Promise<string[]> {
    const { data } = await ask(
      world.tokens.operatorCilegon,
      'query ($id: ID!) { program(id: $id) { unfoundedMonths { reason months { from until } } } }',
      { id: programId(key) },
    );
    type Run = { reason: string; months: { from: string; until: string } };
    return data.program.unfoundedMonths.map(
      ({ reason, months }: Run) => `${reason} ${months.from} ${months.until}`,
    );
  }
});

describe('the setting of a province', () => {
  const setting =
    'query ($id: ID!) { provinceSetting(regionId: $id) { version refusesUnfoundedPrograms apbdesCountsAsApbd region { code } } }';
  const change = `mutation ($id: ID!, $version: Int!, $input: ProvinceSettingReviseInput!) {
    provinceSettingRevise(regionId: $id, expectedVersion: $version, input: $input) {
      provinceSetting { version refusesUnfoundedPrograms apbdesCountsAsApbd } ${errors} } }`;

  test('flags unfounded programs until the province refuses them', async () => {
    const limited = await aRegulation(world, { region: '36.72', until: '2026-03-31' });
    const first = await aProgram(world.app, { legalBases: [limited], mous: [mou] });
    const second = await aProgram(world.app, { legalBases: [limited], mous: [mou] });
    const before = await ask(world.tokens.operatorCilegon, setting, { id: regionId('36.72') });
    const flagged = await ask(world.tokens.approverBanten, move('Approve'), {
      id: programId(first),
      version: 1,
    });
    const changed = await ask(world.tokens.coordinatorBanten, change, {
      id: regionId('36'),
      version: 0,
      input: { refusesUnfoundedPrograms: true },
    });
    const refused = await ask(world.tokens.approverBanten, move('Approve'), {
      id: programId(second),
      version: 1,
    });
    const sent = await world.app.statements(async () => {
      const after = await ask(world.tokens.operatorCilegon, setting, { id: regionId('36.72') });
      expect(after.data.provinceSetting).toEqual({
        version: 1,
        refusesUnfoundedPrograms: true,
        apbdesCountsAsApbd: true,
        region: { code: '36' },
      });
    });

    expect(before.data).toEqual({ provinceSetting: null });
    expect(flagged.data.programApprove).toMatchObject({
      program: { state: 'APPROVED', unfoundedMonths: [{ months: { from: '2026-04', until: '2026-12' } }] },
    });
    expect(changed.data.provinceSettingRevise).toEqual({
      provinceSetting: { version: 1, refusesUnfoundedPrograms: true, apbdesCountsAsApbd: true },
      userErrors: [],
    });
    expect(refused.data.programApprove).toMatchObject({
      program: null,
      userErrors: [{ path: ['id'], code: 'PROGRAM_UNFOUNDED' }],
    });
    expect(refused.data.programApprove.userErrors[0].message).toContain('2026-04 – 2026-12');
    expect(await world.app.sql('select state from program where id = $1', [second])).toEqual([
      { state: 'DRAFT' },
    ]);
    expect(sent).toHaveLength(1);
    await world.app.sql('delete from province_setting where region_id = $1', [regionKey('36')]);
  });

  test.each([
    ['coordinatorBanten', '32', 0, 'OUTSIDE_REGION'],
    ['coordinatorBanten', '36.72', 0, 'PROVINCE_SETTING_LEVEL'],
    ['coordinatorBanten', '36', 3, 'STALE_VERSION'],
  ] as const)('is refused to %s for %s at version %i: %s', async (name, code, version, expected) => {
    const { data } = await ask(world.tokens[name], change, { id: regionId(code), version, input: {} });

    expect(data.provinceSettingRevise).toMatchObject({
      provinceSetting: null,
      userErrors: [{ code: expected }],
    });
  });

  test('is changed by nobody below a coordinator', async () => {
    for (const name of ['operatorCilegon', 'approverBanten', 'analystBanten', 'auditorBanten'] as const) {
      const { errors: found } = await ask(world.tokens[name], change, {
        id: regionId('36'),
        version: 0,
        input: {},
      });
      expect(found?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
