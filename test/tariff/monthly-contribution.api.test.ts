import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
  await buildTariffs(app);
  await app.sql(
    'insert into province_setting (id, region_id, apbdes_counts_as_apbd) values (gen_random_uuid(), $1, false)',
    [regionKey('32')],
  );
});
afterAll(() => app.close());

const contribution = `query ($segment: ContributionSegment!, $sector: ContributionSector, $source: FundingSource!, $month: Month!,
  $wage: Rupiah, $jht: Boolean, $region: ID) {
  monthlyContribution(segment: $segment, sector: $sector, fundingSource: $source, month: $month, wageBaseRupiah: $wage,
    withJht: $jht, regionId: $region) { month jkkRupiah jkmRupiah jhtRupiah totalRupiah rules { scheme kind amountRupiah percent } } }`;

async function ask(variables: object) {
  const answer = await app.graphql(tokens.analystBanten, contribution, {
    segment: 'BPU',
    source: 'APBD_REGENCY',
    month: '2026-02',
    ...variables,
  });
  expect(answer.errors).toBeUndefined();
  return answer.data.monthlyContribution;
}

describe('monthlyContribution', () => {
  test('splits 16,800 for the lowest band and names the rates', async () => {
    expect(await ask({})).toEqual({
      month: '2026-02',
      jkkRupiah: '10000',
      jkmRupiah: '6800',
      jhtRupiah: '0',
      totalRupiah: '16800',
      rules: [
        { scheme: 'JKK', kind: 'FLAT', amountRupiah: '10000', percent: null },
        { scheme: 'JKM', kind: 'FLAT', amountRupiah: '6800', percent: null },
      ],
    });
  });

  test('is 36,800 with old-age savings', async () => {
    expect(await ask({ jht: true })).toMatchObject({ jhtRupiah: '20000', totalRupiah: '36800' });
  });

  test.each([
    ['3000000', '16200', '7200', '9000'],
    ['2500000', '13500', '6000', '7500'],
    ['2000000', '10800', '4800', '6000'],
  ])('is 0.54 percent of a wage of %s: %s', async (wage, totalRupiah, jkkRupiah, jkmRupiah) => {
    expect(await ask({ segment: 'PU', wage })).toMatchObject({ totalRupiah, jkkRupiah, jkmRupiah });
  });

  const months = ['2025-12', '2026-01', '2026-03', '2026-04', '2026-12', '2027-01', '2027-03', '2027-04'];
  const halves: Readonly<Record<string, readonly string[]>> = {
    TRANSPORT: ['2026-01', '2026-03', '2026-04', '2026-12', '2027-01', '2027-03'],
    OTHER: ['2026-04', '2026-12'],
  };
  const relieved = ['TRANSPORT', 'OTHER'].flatMap((sector) =>
    ['CSR', 'BAZNAS', 'DONOR', 'OTHER'].flatMap((source) =>
      months.map(
        (month) => [source, sector, month, halves[sector]?.includes(month) ? '8400' : '16800'] as const,
      ),
    ),
  );
  test.each(relieved)('%s pays for %s in %s: %s', async (source, sector, month, totalRupiah) => {
    expect(await ask({ source, sector, month })).toMatchObject({ totalRupiah });
  });

  const excluded = ['TRANSPORT', 'OTHER'].flatMap((sector) =>
    ['APBD_REGENCY', 'APBD_PROVINCE', 'APBN', 'DBHCHT', 'APBDES'].flatMap((source) =>
      months.map((month) => [source, sector, month] as const),
    ),
  );
  test.each(excluded)('%s pays for %s in %s in full', async (source, sector, month) => {
    expect(await ask({ source, sector, month })).toMatchObject({ totalRupiah: '16800' });
  });

  test('halves village funds where the province does not count them as APBD', async () => {
    const asked = { source: 'APBDES', sector: 'TRANSPORT', month: '2026-01' };

    expect(await ask({ ...asked, region: regionId('32.75') })).toMatchObject({ totalRupiah: '8400' });
    expect(await ask({ ...asked, region: regionId('36.72') })).toMatchObject({ totalRupiah: '16800' });
  });

  test('halves JKK and JKM, not JHT, and names the reliefs', async () => {
    const answer = await ask({ source: 'CSR', sector: 'TRANSPORT', month: '2026-01', jht: true });

    expect(answer).toMatchObject({
      jkkRupiah: '5000',
      jkmRupiah: '3400',
      jhtRupiah: '20000',
      totalRupiah: '28400',
    });
    expect(
      answer.rules.map(({ scheme, kind }: { scheme: string; kind: string }) => `${scheme} ${kind}`),
    ).toEqual(['JHT FLAT', 'JKK FLAT', 'JKM FLAT', 'JKK RELIEF', 'JKM RELIEF']);
  });

  test.each([
    ['before any rate', { month: '2015-06' }],
    ['for a band that is not recorded', { wage: '1000001' }],
    ['for a wage that is not given', { segment: 'PU' }],
    ['for a wage below nothing', { segment: 'PU', wage: '-1' }],
  ])('is unknown %s', async (_label, variables) => {
    expect(await ask(variables)).toBeNull();
  });

  test('needs a session', async () => {
    const { errors } = await app.graphql(null, contribution, {
      segment: 'BPU',
      source: 'CSR',
      month: '2026-02',
    });

    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test.each(['2026-13', '2026-1', '2026-01-01', '26-01'])('refuses %s as a month', async (month) => {
    const { errors } = await app.graphql(tokens.admin, contribution, {
      segment: 'BPU',
      source: 'CSR',
      month,
    });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('sums to its total for any wage', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.boolean(),
        fc.constantFrom(...months),
        async (wage, jht, month) => {
          const found = await ask({ segment: 'PU', wage: String(wage), jht, month });
          const parts = BigInt(found.jkkRupiah) + BigInt(found.jkmRupiah) + BigInt(found.jhtRupiah);
          return parts === BigInt(found.totalRupiah) && (jht || found.jhtRupiah === '0');
        },
      ),
      { numRuns: 40 },
    );
  });
});
