import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { loadMainRegions } from './main-regions.js';
import { type SeedWorld, seedWorld, silent } from './seed-world.js';

const secret = 'a-secret-for-tests-only-0123456789';

describe('loading the rosters of the demo', () => {
  let world: SeedWorld;

  beforeAll(async () => {
    world = await seedWorld();
    const { ownerUrl } = world;
    await loadMainRegions(ownerUrl);
    await loadReference({ ownerUrl, log: silent });
    await loadDemo({ ownerUrl, log: silent });
    await loadRosters({ ownerUrl, log: silent, secret });
  });
  afterAll(() => world.close());

  it('makes them as large as the press reported', async () => {
    const sizes = await world.sql(
      `select r.code, p.month_from::text as from, count(*) filter (where e.state in ('ACTIVE', 'ENDED') and e.replaces_id is null)::integer as size
       from program p join region r on r.id = p.region_id join enrollment e on e.program_id = p.id group by 1, 2 order by 1, 2`,
    );
    expect(sizes).toEqual([
      { code: '32.75', from: '2025-11-01', size: 11666 },
      { code: '36.02', from: '2026-01-01', size: 3450 },
      { code: '36.04', from: '2026-01-01', size: 21234 },
      { code: '36.72', from: '2024-01-01', size: 1500 },
      { code: '36.72', from: '2025-04-01', size: 1440 },
      { code: '36.72', from: '2026-01-01', size: 3500 },
    ]);
  });

  it('puts the categories of the article, 800 of them handed over on 11 February 2026', async () => {
    const categories = await world.sql(
      `select c.code, count(*)::integer as people from enrollment e join category c on c.id = e.category_id join program p on p.id = e.program_id
       where p.name like 'DEMO Gemet Sekul%' and e.state in ('ACTIVE', 'ENDED') group by 1 order by 1`,
    );
    expect(categories).toEqual([
      { code: 'MARBOT_MASJID', people: 980 },
      { code: 'OJOL', people: 1240 },
      { code: 'PEMANDI_JENAZAH', people: 370 },
      { code: 'SOPIR_ANGKOT', people: 910 },
    ]);
    const [{ handed }] = await world.sql(
      "select count(*)::integer as handed from enrollment where cohort = 'Penyerahan 11 Februari 2026'",
    );
    expect(handed).toBe(800);
  });

  it('keeps the poorest five deciles in Bekasi, and PU rates in Lebak', async () => {
    const [bekasi] = await world.sql(
      `select min(b.decile) as lowest, max(b.decile) as highest from beneficiary b join region r on r.id = b.region_id
       where r.code = '32.75'`,
    );
    expect(bekasi).toEqual({ lowest: 1, highest: 5 });
    const rates = await world.sql(
      `select distinct (c.jkk_rupiah + c.jkm_rupiah)::integer as monthly from coverage c join region r on r.id = c.region_id where r.code = '36.02'`,
    );
    expect(rates).toEqual([{ monthly: 16200 }]);
  });

  it('holds months that two payers wanted once, the other as a case, some paid twice', async () => {
    const cases = await world.sql(
      `select k.state, count(*)::integer as cases, sum(k.saved_rupiah)::text as saved from coverage_case k group by 1 order by 1`,
    );
    expect(cases).toEqual([
      { state: 'CONFIRMED', cases: 40, saved: '2016000' },
      { state: 'OPEN', cases: 368, saved: '20563200' },
      { state: 'PAID_TWICE', cases: 12, saved: '604800' },
    ]);
    const [people] = await world.sql(
      'select count(*)::integer as registered, count(distinct person_id)::integer as persons from beneficiary',
    );
    expect(people).toEqual({ registered: 41592, persons: 41442 });
  });

  it('bills exactly what the ledger holds', async () => {
    const wrong = await world.sql(
      `select b.bill_code from bill b left join lateral (
         select count(distinct c.person_id) as heads, sum(app.month_count(c.months)) as months,
           sum(app.month_count(c.months) * (c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah)) as rupiah
         from coverage c where c.bill_id = b.id) l on true
       where (b.heads, b.person_months, b.total_rupiah) is distinct from (l.heads, l.months, l.rupiah)`,
    );
    expect(wrong).toEqual([]);
    const bills = await world.sql('select state, count(*)::integer as bills from bill group by 1 order by 1');
    expect(bills).toEqual([
      { state: 'ISSUED', bills: 3 },
      { state: 'PAID', bills: 8 },
    ]);
  });

  it('has flaws as registers have: deaths nobody noticed, people who moved, a gap after the fiscal year', async () => {
    const [flaws] = await world.sql(
      `select (select count(*)::integer from enrollment e join beneficiary b on b.id = e.beneficiary_id where b.died_on is not null and e.state = 'ACTIVE') as unnoticed,
         (select count(*)::integer from enrollment where end_reason = 'MOVED_OUT') as moved,
         (select count(*)::integer from enrollment where replaces_id is not null) as replaced,
         (select count(*)::integer from enrollment e join beneficiary b on b.id = e.beneficiary_id
           where e.state = 'ACTIVE' and b.birth_date + interval '65 years' <= '2026-11-21') as over_age`,
    );
    expect(flaws).toEqual({ unnoticed: 14, moved: 108, replaced: 12, over_age: 458 });
  });

  it('uses districts that do not exist, so that no NIK can be a real one', async () => {
    const [{ real }] = await world.sql(
      "select count(*)::integer as real from region where code ~ '^(36.72|36.04|36.02|32.75)[.]9[789]$'",
    );
    expect(real).toBe(0);
  });

  it('loads nothing the second time', async () => {
    const tables = [
      'program',
      'beneficiary',
      'enrollment',
      'coverage',
      'bill',
      'coverage_case',
      'double_payment',
    ];
    const before = await world.stateOf(tables);
    await loadRosters({ ownerUrl: world.ownerUrl, log: silent, secret });
    expect(await world.stateOf(tables)).toEqual(before);
  });
});
