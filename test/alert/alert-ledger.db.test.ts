import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refreshAlerts } from '../../server/alert-clock.js';
import { aMou } from '../support/build/mou.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';
import { type AlertWorld, alertsOf, alertWorld } from './alert-world.js';

let world: AlertWorld;

beforeAll(async () => {
  world = await alertWorld('2026-02-11');
});
afterAll(() => world.close());

const signed = { state: 'SIGNED', kind: 'PKS', signedOn: '2025-01-01', from: '2025-01-01' } as const;

describe('an agreement that ends', () => {
  it('speaks once at each lead time, and only the nearest one waits', async () => {
    const mou = await aMou(world.app, { ...signed, until: '2026-12-31' });
    await world.refreshOn('2026-07-03');
    expect(await alertsOf(world, mou)).toEqual(['PKS_WITHOUT_PROGRAM 0 2025-01-31 OPEN']);
    await world.refreshOn('2026-07-04');
    await world.refreshOn('2026-07-04');
    expect(await alertsOf(world, mou)).toContain('MOU_ENDING 180 2026-12-31 OPEN');
    await world.refreshOn('2026-10-02');
    expect((await alertsOf(world, mou)).filter((line) => line.startsWith('MOU_ENDING'))).toEqual([
      'MOU_ENDING 180 2026-12-31 SUPERSEDED',
      'MOU_ENDING 90 2026-12-31 OPEN',
    ]);
  });

  it('is not missed when no server ran on the day, and not told twice afterwards', async () => {
    const mou = await aMou(world.app, { ...signed, until: '2027-03-31' });
    await world.refreshOn('2026-12-30'); // 91 days before
    const before = await alertsOf(world, mou);
    expect(before).toContain('MOU_ENDING 180 2027-03-31 OPEN');
    await world.refreshOn('2027-01-02'); // three days down over the 90th
    const ending = (await alertsOf(world, mou)).filter((line) => line.startsWith('MOU_ENDING'));
    expect(ending).toEqual(['MOU_ENDING 180 2027-03-31 SUPERSEDED', 'MOU_ENDING 90 2027-03-31 OPEN']);
    const [{ fires_on: firesOn }] = await world.app.sql(
      'select fires_on::text from alert where subject_id = $1 and lead_days = 90',
      [mou],
    );
    expect(firesOn).toBe('2026-12-31');
    const again = await world.refreshOn('2027-01-03');
    expect(again).toEqual({ raised: 0, resolved: 0, reopened: 0 });
  });

  it('loses no lead time when months pass without a server', async () => {
    const mou = await aMou(world.app, { ...signed, until: '2028-12-31' });
    await world.refreshOn('2027-02-01');
    await world.refreshOn('2029-01-05');
    expect((await alertsOf(world, mou)).filter((line) => line.startsWith('MOU_ENDING'))).toEqual([
      'MOU_ENDING 180 2028-12-31 SUPERSEDED',
      'MOU_ENDING 90 2028-12-31 SUPERSEDED',
      'MOU_ENDING 60 2028-12-31 SUPERSEDED',
      'MOU_ENDING 30 2028-12-31 SUPERSEDED',
      'MOU_ENDING 0 2028-12-31 OPEN',
    ]);
  });

  it('is settled by a signed successor, and comes back when that one is terminated', async () => {
    const mou = await aMou(world.app, { ...signed, until: '2030-01-31' });
    await world.refreshOn('2030-01-10');
    expect(await alertsOf(world, mou)).toContain('MOU_ENDING 30 2030-01-31 OPEN');
    const next = await aMou(world.app, {
      ...signed,
      signedOn: '2030-01-11',
      from: '2030-02-01',
      until: '2031-01-31',
      predecessor: mou,
    });
    await world.refreshOn('2030-01-12');
    expect(await alertsOf(world, mou)).toContain('MOU_ENDING 30 2030-01-31 RESOLVED');
    await world.app.sql(
      "update mou set state = 'TERMINATED', terminated_on = '2030-01-13', termination_reason = 'Batal' where id = $1",
      [next],
    );
    const run = await world.refreshOn('2030-01-14');
    expect(await alertsOf(world, mou)).toContain('MOU_ENDING 30 2030-01-31 OPEN');
    expect(run.reopened).toBeGreaterThanOrEqual(1);
  });

  it('fires anew for a new last day after an addendum', async () => {
    const mou = await aMou(world.app, { ...signed, until: '2032-01-31' });
    await world.refreshOn('2032-01-15');
    await aMou(world.app, {
      kind: 'ADDENDUM',
      state: 'SIGNED',
      signedOn: '2032-01-16',
      until: '2032-12-31',
      parent: mou,
    });
    await world.refreshOn('2032-01-17');
    const ending = (await alertsOf(world, mou)).filter((line) => line.startsWith('MOU_ENDING'));
    expect(
      ending.filter((line) => line.includes('2032-01-31')).every((line) => line.endsWith('RESOLVED')),
    ).toBe(true);
    await world.refreshOn('2032-10-02');
    expect(await alertsOf(world, mou)).toContain('MOU_ENDING 90 2032-12-31 OPEN');
  });
});

describe('the other rules', () => {
  it('see an umbrella without a PKS, and stop when there is one', async () => {
    const umbrella = await aMou(world.app, {
      ...signed,
      kind: 'UMBRELLA',
      signedOn: '2033-01-01',
      from: '2033-01-01',
    });
    await world.refreshOn('2033-01-31');
    expect(await alertsOf(world, umbrella)).toEqual(['UMBRELLA_WITHOUT_PKS 0 2033-01-31 OPEN']);
    await aMou(world.app, { ...signed, signedOn: '2033-02-01', from: '2033-02-01', parent: umbrella });
    await world.refreshOn('2033-02-02');
    expect(await alertsOf(world, umbrella)).toEqual(['UMBRELLA_WITHOUT_PKS 0 2033-01-31 RESOLVED']);
  });

  it('see months without legal basis and agreement, a budget that is too small and a month without recap', async () => {
    const program = await aProgram(world.app, {
      state: 'APPROVED',
      region: '36.04',
      from: '2026-01',
      until: '2026-12',
      quota: 3500,
      budget: [{ year: 2026, original: '100000000' }],
    });
    await world.refreshOn('2026-02-24');
    expect(await alertsOf(world, program)).toEqual([
      'BUDGET_SHORT 0 2026-01-01 OPEN',
      'PROGRAM_WITHOUT_LEGAL_BASIS 60 2026-01-01 OPEN',
      'PROGRAM_WITHOUT_MOU 60 2026-01-01 OPEN',
    ]);
    const region = regionKey('36.04');
    expect(await alertsOf(world, region)).toEqual([
      'REGION_WITHOUT_RECAP 5 2026-01-31 OPEN',
      'REGION_WITHOUT_RECAP 5 2026-02-28 OPEN',
    ]);
    const [{ facts }] = await world.app.sql(
      "select facts from alert where subject_id = $1 and rule = 'BUDGET_SHORT'",
      [program],
    );
    expect(facts).toMatchObject({ year: 2026, budgetRupiah: '100000000', requiredRupiah: '705600000' });
  });
});

it('what is ahead of a day is what falls due later, and nothing else', async () => {
  await aMou(world.app, { ...signed, until: '2026-12-31' });
  const after = '2026-02-24';
  const different = await world.app.sql(
    `with all_of as (select * from app.due_alerts('-infinity', '2026-12-31') d where d.fires_on > $1::date),
       ahead as (select * from app.due_alerts($1, '2026-12-31'))
     select 'missing' as what, x.rule from (select * from all_of except all select * from ahead) x
     union all select 'too many', x.rule from (select * from ahead except all select * from all_of) x`,
    [after],
  );
  expect(different).toEqual([]);
  const [{ count }] = await world.app.sql(`select count(*)::integer from app.due_alerts($1, '2026-12-31')`, [
    after,
  ]);
  expect(count).toBeGreaterThan(0);
});

it('two servers that refresh at once raise everything once', async () => {
  const mou = await aMou(world.app, { ...signed, until: '2035-03-01' });
  await world.refreshOn('2034-01-01');
  await world.app.sql('delete from alert where subject_id = $1', [mou]);
  await world.refreshOn('2035-01-02');
  await world.app.sql("delete from alert where subject_id = $1 and rule = 'MOU_ENDING'", [mou]);
  const runs = await Promise.all([refreshAlerts(world), refreshAlerts(world)]);
  expect(runs.map(({ raised }) => raised).sort()).toEqual([0, 1]);
});

it('what nobody answers for two weeks is handed up to the province', async () => {
  const mou = await aMou(world.app, { ...signed, until: '2037-06-30' });
  await world.refreshOn('2037-04-01');
  await world.app.sql("update alert set created_at = '2037-04-01' where subject_id = $1", [mou]);
  await world.refreshOn('2037-04-30');
  const [{ escalated_on: escalatedOn }] = await world.app.sql(
    "select escalated_on::text from alert where subject_id = $1 and rule = 'MOU_ENDING' and lead_days = 90",
    [mou],
  );
  expect(escalatedOn).toBe('2037-04-30');
});
