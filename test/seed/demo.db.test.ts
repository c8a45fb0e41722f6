import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referenceId } from '../../schema/kernel/identifier.js';
import { isPasswordRight } from '../../schema/staff/staff.secrets.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadMainRegions } from './main-regions.js';
import { type SeedWorld, seedWorld, silent } from './seed-world.js';

const tables = ['staff', 'staff_grant', 'mou', 'mou_party', 'mou_legal_basis'];

describe('loading the demo', () => {
  let world: SeedWorld;

  beforeAll(async () => {
    world = await seedWorld();
    await loadMainRegions(world.ownerUrl);
    await loadReference({ ownerUrl: world.ownerUrl, log: silent });
    await loadDemo({ ownerUrl: world.ownerUrl, log: silent });
  });
  afterAll(() => world.close());

  it('makes the eight accounts, each with one role in its region', async () => {
    const accounts = await world.sql(
      `select s.email::text, g.role, r.code from staff s join staff_grant g on g.staff_id = s.id
       left join region r on r.id = g.region_id order by s.email`,
    );

    expect(accounts).toEqual([
      { email: 'admin@payung.demo', role: 'ADMIN', code: null },
      { email: 'analis@banten.demo', role: 'ANALYST', code: '36' },
      { email: 'approver@banten.demo', role: 'APPROVER', code: '36' },
      { email: 'auditor@banten.demo', role: 'AUDITOR', code: '36' },
      { email: 'koordinator@banten.demo', role: 'COORDINATOR', code: '36' },
      { email: 'operator@bekasi.demo', role: 'OPERATOR', code: '32.75' },
      { email: 'operator@cilegon.demo', role: 'OPERATOR', code: '36.72' },
      { email: 'operator@serang.demo', role: 'OPERATOR', code: '36.04' },
    ]);
  });

  it('lets each of them in with the password of the demo, hashed apart', async () => {
    const rows: { readonly password_hash: string }[] = await world.sql('select s.password_hash from staff s');

    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(8);
    for (const row of rows) expect(await isPasswordRight(row.password_hash, 'payung-demo')).toBe(true);
  });

  it('gives each operator a draft that says DEMO', async () => {
    const drafts = await world.sql(
      `select r.code, m.state, m.submitted_at is not null as submitted from mou m join region r on r.id = m.region_id
       where m.title_as_written like 'DEMO %' order by r.code`,
    );

    expect(drafts).toEqual([
      { code: '32.75', state: 'DRAFT', submitted: false },
      { code: '36.04', state: 'LEGAL_REVIEW', submitted: true },
      { code: '36.72', state: 'DRAFT', submitted: false },
    ]);
  });

  it('writes nothing the second time', async () => {
    const before = await world.stateOf(tables);

    await loadDemo({ ownerUrl: world.ownerUrl, log: silent });

    expect(await world.stateOf(tables)).toEqual(before);
  });

  it('does not give back a role that was taken away, nor reopen a blocked account', async () => {
    await world.sql('delete from staff_grant where staff_id = $1', [
      referenceId('staff', 'analis@banten.demo'),
    ]);
    await world.sql("update staff set is_active = false where email = 'auditor@banten.demo'");

    await loadDemo({ ownerUrl: world.ownerUrl, log: silent });

    const left = await world.sql(
      `select s.email::text, s.is_active, count(g.id)::integer as grants from staff s
       left join staff_grant g on g.staff_id = s.id
       where s.email in ('analis@banten.demo', 'auditor@banten.demo') group by s.id order by 1`,
    );
    expect(left).toEqual([
      { email: 'analis@banten.demo', is_active: true, grants: 0 },
      { email: 'auditor@banten.demo', is_active: false, grants: 1 },
    ]);
  });
});
