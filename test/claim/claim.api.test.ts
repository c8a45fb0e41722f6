import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type BillWorld, billWorld } from '../bill/bill-world.js';
import { everybody, refusal } from '../source/reporting-world.js';
import { regionId, regionKey } from '../support/build/region.js';

let world: BillWorld;

beforeAll(async () => {
  world = await billWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.app.sql('delete from claim');
  await aClaim('36.72', 'JKM', '2024-03-01', 5, '210000000', world.program);
  await aClaim('36.72', 'JKK', '2024-03-01', 2, '80000000');
  await aClaim('36.72', 'SCHOLARSHIP', '2025-06-01', 2, '174000000');
  await aClaim('36.04', 'JKM', '2025-06-01', 1, '42000000');
  await aClaim('32.75', 'JKM', '2025-06-01', 1, '42000000');
});

async function aClaim(
  code: string,
  kind: string,
  month: string,
  cases: number,
  rupiah: string,
  program: string | null = null,
): Promise<string> {
  const id = newId();
  await world.app.sql(
    'insert into claim (id, region_id, program_id, kind, month, cases, paid_rupiah) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, regionKey(code), program, kind, month, cases, rupiah],
  );
  return id;
}

const claims = `query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount nodes { kind month cases paidRupiah } } }`;
const statistics = `query ($filter: ClaimFilter, $groupBy: [ClaimGrouping!]!) { claimStatistics(filter: $filter, groupBy: $groupBy) {
  kind region { code } program { name } month year cases paidRupiah } }`;
const record = `mutation ($input: ClaimRecordInput!) { claimRecord(input: $input) {
  claim { id version kind month cases paidRupiah note region { code } program { name } } userErrors { path code } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: ClaimReviseInput!) { claimRevise(id: $id, expectedVersion: $version, input: $input) {
  claim { cases paidRupiah note version } userErrors { path code } } }`;
const ratio = `query ($ids: [ID!]!, $from: Month!, $until: Month!) { benefitRatio(regionIds: $ids, from: $from, until: $until) {
  from until claimCases claimsRupiah contributionsRupiah percent } }`;
const inputOf = (part: object = {}) => ({
  regionId: regionId('36.72'),
  kind: 'JKK',
  month: '2026-01',
  cases: 3,
  paidRupiah: '126000000',
  ...part,
});

describe('claims', () => {
  it.each([
    [{}, 4],
    [{ kinds: ['JKM'] }, 2],
    [{ kinds: [] }, 0],
    [{ paidFrom: '2025-01' }, 2],
    [{ paidUntil: '2024-03' }, 2],
    [{ regionIds: [regionId('36')] }, 4],
    [{ regionIds: [regionId('36.04')] }, 1],
    [{ kinds: null, regionIds: null }, 4],
  ])('with the filter %j are %s for Banten, in one statement', async (filter, count) => {
    const { data, statements } = await world.ask('auditorBanten', claims, { filter });

    expect([data.claims.totalCount, data.claims.nodes.length]).toEqual([count, count]);
    expect(statements).toBe(1);
  });

  it.each(everybody)(
    'are absent outside one’s regions, and for analysts where they are fewer than five: %s',
    async (name) => {
      const expected = {
        anonymous: null,
        admin: 5,
        operatorCilegon: 3,
        operatorSerang: 1,
        operatorBekasi: 1,
        analystBanten: 1,
      };
      const count = name in expected ? expected[name as keyof typeof expected] : 4;

      const { data } = await world.ask(name, claims);

      expect(data?.claims.totalCount ?? null).toBe(count);
      expect(await world.sqlAs(name, 'select id from claim')).toHaveLength(count ?? 0);
    },
  );

  it('are a list of their region and of their program', async () => {
    const query =
      'query ($r: ID!, $p: ID!) { region(id: $r) { claims { totalCount } } program(id: $p) { claims { totalCount } } }';
    const variables = { r: regionId('36.72'), p: publicId('program', world.program) };

    const own = await world.ask('operatorCilegon', query, variables);
    const public_ = await world.ask(
      'anonymous',
      'query ($r: ID!) { region(id: $r) { claims { totalCount } } }',
      variables,
    );

    expect(own.data).toEqual({
      region: { claims: { totalCount: 3 } },
      program: { claims: { totalCount: 1 } },
    });
    expect(public_.data).toEqual({ region: { claims: { totalCount: 0 } } });
  });
});

describe('claimStatistics', () => {
  const nothing = { kind: null, region: null, program: null, month: null, year: null };

  it('count by kind', async () => {
    const { data, statements } = await world.ask('coordinatorBanten', statistics, { groupBy: ['KIND'] });

    expect(data.claimStatistics).toEqual([
      { ...nothing, kind: 'JKK', cases: 2, paidRupiah: '80000000' },
      { ...nothing, kind: 'JKM', cases: 6, paidRupiah: '252000000' },
      { ...nothing, kind: 'SCHOLARSHIP', cases: 2, paidRupiah: '174000000' },
    ]);
    expect(statements).toBe(1);
  });

  it('count all together, by year, and by region with the region’s own fields', async () => {
    const all = await world.ask('operatorCilegon', statistics, { groupBy: [] });
    const years = await world.ask('operatorCilegon', statistics, {
      groupBy: ['YEAR'],
      filter: { kinds: ['JKM', 'JKK'] },
    });
    const regions = await world.ask('coordinatorBanten', statistics, {
      groupBy: ['REGION', 'MONTH'],
      filter: { paidFrom: '2025-01' },
    });

    expect(all.data.claimStatistics).toEqual([{ ...nothing, cases: 9, paidRupiah: '464000000' }]);
    expect(years.data.claimStatistics).toEqual([
      { ...nothing, year: 2024, cases: 7, paidRupiah: '290000000' },
    ]);
    expect(regions.statements).toBe(2);
    expect(regions.data.claimStatistics).toHaveLength(2);
    expect(regions.data.claimStatistics).toContainEqual({
      ...nothing,
      region: { code: '36.04' },
      month: '2025-06',
      cases: 1,
      paidRupiah: '42000000',
    });
  });
});

describe('claimRecord', () => {
  it('keeps counts and rupiah', async () => {
    const { data } = await world.ask('operatorCilegon', record, {
      input: inputOf({ programId: publicId('program', world.program), note: ' Rekap Januari ' }),
    });

    expect(data.claimRecord.userErrors).toEqual([]);
    expect(data.claimRecord.claim).toMatchObject({
      kind: 'JKK',
      month: '2026-01',
      cases: 3,
      paidRupiah: '126000000',
      note: 'Rekap Januari',
      region: { code: '36.72' },
      program: { name: 'Gemet Sekul' },
      version: 1,
    });
  });

  it.each([
    [{ cases: 0 }, 'cases', 'NUMBER_OUT_OF_RANGE'],
    [{ paidRupiah: '0' }, 'paidRupiah', 'CLAIM_RUPIAH_INVALID'],
    [{ paidRupiah: '1.500' }, 'paidRupiah', 'CLAIM_RUPIAH_INVALID'],
    [{ paidRupiah: '-1' }, 'paidRupiah', 'CLAIM_RUPIAH_INVALID'],
    [{ month: '2026-03' }, 'month', 'CLAIM_MONTH_IN_FUTURE'],
    [{ note: 'x'.repeat(1001) }, 'note', 'VALUE_TOO_LONG'],
    [{ regionId: regionId('36.04') }, 'regionId', 'OUTSIDE_REGION'],
    [{ regionId: 'region_00000000000070008000000000000000' }, 'regionId', 'REFERENCE_NOT_FOUND'],
    [{ kind: 'JKM', month: '2024-03' }, null, null],
    [{ kind: 'JKK', month: '2024-03' }, 'month', 'CLAIM_EXISTS'],
  ])('judges %j', async (part, field, code) => {
    const before = await world.app.sql('select id from claim');

    const { data } = await world.ask('operatorCilegon', record, { input: inputOf(part) });

    expect(data.claimRecord.userErrors).toEqual(code === null ? [] : [{ path: ['input', field], code }]);
    expect(await world.app.sql('select id from claim')).toHaveLength(before.length + (code === null ? 1 : 0));
  });

  it('refuses a program of another region, in both doors', async () => {
    const programId = publicId('program', world.program);
    const input = inputOf({ regionId: regionId('36.04'), programId });

    const { data } = await world.ask('coordinatorBanten', record, { input });
    const direct = world.runAs(
      'coordinatorBanten',
      `insert into claim (id, region_id, program_id, kind, month, cases, paid_rupiah) values (gen_random_uuid(), $1, $2, 'JKK', '2026-01-01', 1, 1)`,
      [regionKey('36.04'), world.program],
    );

    expect(data.claimRecord.userErrors).toEqual([
      { path: ['input', 'programId'], code: 'CLAIM_PROGRAM_REGION' },
    ]);
    expect(await refusal(direct)).toBe('42501');
  });

  it.each(['analystBanten', 'auditorBanten', 'approverBanten'] as const)('is not for %s', async (name) => {
    expect((await world.ask(name, record, { input: inputOf() })).errors).toEqual(['FORBIDDEN']);
  });
});

describe('claimRevise', () => {
  it('corrects counts and rupiah; absent keeps, null clears, other versions are refused', async () => {
    const key = await aClaim('36.72', 'JKK', '2025-01-01', 3, '1000000');
    const id = publicId('claim', key);

    const { data } = await world.ask('operatorCilegon', revise, {
      id,
      version: 1,
      input: { cases: 4, note: null },
    });
    const stale = await world.ask('operatorCilegon', revise, { id, version: 1, input: { cases: 5 } });
    const empty = await world.ask('operatorCilegon', revise, { id, version: 2, input: { paidRupiah: null } });
    const other = await world.ask('operatorSerang', revise, { id, version: 2, input: { cases: 5 } });

    expect(data.claimRevise.claim).toEqual({ cases: 4, paidRupiah: '1000000', note: null, version: 2 });
    expect(stale.data.claimRevise.userErrors).toEqual([{ path: ['expectedVersion'], code: 'STALE_VERSION' }]);
    expect(empty.data.claimRevise.userErrors).toEqual([
      { path: ['input', 'paidRupiah'], code: 'VALUE_MISSING' },
    ]);
    expect(other.data.claimRevise.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });

  it('never moves claims to another region or month', async () => {
    expect(await refusal(world.runAs('admin', `update claim set month = '2020-01-01'`))).toBe('42501');
    expect(await refusal(world.runAs('admin', 'delete from claim'))).toBe('42501');
  });
});

describe('benefitRatio', () => {
  it('gives claims, contributions and their ratio', async () => {
    const [person = ''] = await world.enroll(1);
    await world.cover([person], '2026-01', '2026-02');
    await world.runAs(
      'operatorCilegon',
      `select app.issue_bill($1, $2, $3, '[2026-01-01,2026-03-01)', null, '2026-02-01', '2026-02-28')`,
      [newId(), world.program, world.office],
    );
    await world.runAs(
      'operatorCilegon',
      `update bill set state = 'PAID', paid_on = '2026-02-11', disbursement_number = 'S'`,
    );
    await aClaim('36.72', 'JKK', '2026-02-01', 1, '50400');

    const { data, statements } = await world.ask('auditorBanten', ratio, {
      ids: [regionId('36')],
      from: '2026-02',
      until: '2026-02',
    });

    expect(data.benefitRatio).toEqual({
      from: '2026-02',
      until: '2026-02',
      claimCases: 1,
      claimsRupiah: '50400',
      contributionsRupiah: '33600',
      percent: '150',
    });
    expect(statements).toBe(1);
  });

  it('has no ratio without contributions, and shows nothing of other regions', async () => {
    const variables = { ids: [regionId('36')], from: '2025-06', until: '2025-06' };

    const own = await world.ask('operatorSerang', ratio, variables);
    const other = await world.ask('operatorBekasi', ratio, variables);

    expect(own.data.benefitRatio).toMatchObject({
      claimCases: 1,
      claimsRupiah: '42000000',
      contributionsRupiah: '0',
      percent: null,
    });
    expect(other.data.benefitRatio).toMatchObject({ claimCases: 0, claimsRupiah: '0', percent: null });
  });

  it('refuses months the wrong way round', async () => {
    const { errors } = await world.ask('admin', ratio, { ids: [], from: '2026-02', until: '2026-01' });

    expect(errors).toEqual(['BAD_USER_INPUT']);
  });
});
