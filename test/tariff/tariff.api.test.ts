import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
  await buildTariffs(app);
});
afterAll(() => app.close());

describe('rates', () => {
  const list = `query ($filter: TariffFilter) { tariffs(filter: $filter, first: 50) { totalCount nodes {
    id version segment scheme kind amountRupiah percent wageFromRupiah wageBelowRupiah sector excludedFunding validFrom validUntil
    note regulation { displayTitle } citations { source { url } } history { totalCount } } } }`;

  test.each([
    [undefined, 10],
    [{ segment: 'PU' }, 3],
    [{ segment: 'BPU', validIn: '2026-01' }, 5],
    [{ segment: 'BPU', validIn: '2027-04' }, 3],
    [{ schemes: ['JHT'] }, 2],
    [{ schemes: [] }, 0],
    [{ kinds: ['RELIEF'] }, 4],
    [{ regulationIds: [publicId('regulation', referenceId('regulation', 'pp-50-2025'))] }, 0],
  ])('with %j are %i, in one statement', async (filter, count) => {
    const sent = await app.statements(async () => {
      const { data, errors } = await app.graphql(tokens.operatorCilegon, list, { filter });
      expect(errors).toBeUndefined();
      expect(data.tariffs.totalCount).toBe(count);
      expect(data.tariffs.nodes).toHaveLength(count);
    });

    expect(sent).toHaveLength(1);
  });

  const create = `mutation ($input: TariffCreateInput!, $key: String) { tariffCreate(input: $input, idempotencyKey: $key) {
    tariff { id version validFrom validUntil percent } userErrors { path code message } } }`;
  const revise = `mutation ($id: ID!, $version: Int!, $input: TariffReviseInput!) { tariffRevise(id: $id, expectedVersion: $version, input: $input) {
    tariff { version amountRupiah validUntil } userErrors { path code message } } }`;
  const lowest = () => publicId('tariff', referenceId('tariff', 'bpu-jkk-lowest'));
  const second = {
    segment: 'BPU',
    scheme: 'JKK',
    kind: 'FLAT',
    amountRupiah: '12000',
    wageFromRupiah: '1000001',
    wageBelowRupiah: '1300000',
    validFrom: '2026-05',
    validUntil: '2027-02',
  };

  test('are added by administrators, once for a key, and can be corrected until they are in force', async () => {
    const first = await app.graphql(tokens.admin, create, { input: second, key: 'band-2' });
    const again = await app.graphql(tokens.admin, create, { input: second, key: 'band-2' });
    const { id, version, validUntil } = first.data.tariffCreate.tariff;
    const mended = await app.graphql(tokens.admin, revise, {
      id,
      version,
      input: { amountRupiah: '12500', validUntil: null },
    });

    expect(validUntil).toBe('2027-02');
    expect(again.data).toEqual(first.data);
    expect(mended.data.tariffRevise).toEqual({
      tariff: { version: 2, amountRupiah: '12500', validUntil: null },
      userErrors: [],
    });
  });

  test('do not overlap', async () => {
    const { data } = await app.graphql(tokens.admin, create, { input: { ...second, wageFromRupiah: '0' } });

    expect(data.tariffCreate).toMatchObject({
      tariff: null,
      userErrors: [{ path: ['input', 'validFrom'], code: 'TARIFF_OVERLAPS' }],
    });
  });

  test('in force are frozen, but can end', async () => {
    const before = await app.sql('select version from tariff where amount_rupiah = 10000');
    const frozen = await app.graphql(tokens.admin, revise, {
      id: lowest(),
      version: 1,
      input: { amountRupiah: '11000' },
    });
    const past = await app.graphql(tokens.admin, revise, {
      id: lowest(),
      version: 1,
      input: { validUntil: '2025-06' },
    });
    const ended = await app.graphql(tokens.admin, revise, {
      id: lowest(),
      version: 1,
      input: { validUntil: '2029-12' },
    });

    expect(before).toEqual([{ version: 1 }]);
    expect(frozen.data.tariffRevise.userErrors).toMatchObject([
      { path: ['input', 'amountRupiah'], code: 'TARIFF_FROZEN' },
    ]);
    expect(past.data.tariffRevise.userErrors).toMatchObject([
      { path: ['input', 'validUntil'], code: 'TARIFF_PAST_FROZEN' },
    ]);
    expect(ended.data.tariffRevise).toEqual({
      tariff: { version: 2, amountRupiah: '10000', validUntil: '2029-12' },
      userErrors: [],
    });
  });

  test('in force are frozen for every door', async () => {
    await expect(
      app.sql('update tariff set amount_rupiah = 1 where amount_rupiah = 6800'),
    ).rejects.toMatchObject({
      constraint: 'tariff_frozen',
    });
    await expect(
      app.sql("update tariff set valid_until = '2020-12-31' where amount_rupiah = 6800"),
    ).rejects.toMatchObject({ constraint: 'tariff_past_frozen' });
  });

  test.each([
    'coordinatorBanten',
    'operatorCilegon',
    'approverBanten',
    'analystBanten',
    'auditorBanten',
  ] as const)('are not changed by %s', async (name) => {
    const { errors } = await app.graphql(tokens[name], create, { input: second });

    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
