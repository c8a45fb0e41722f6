import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anonymous } from '../../schema/kernel/actor.js';
import { buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ options: { poolMax: 3 } });
  await buildRegions(app);
  await buildActors(app);
});
afterAll(() => app.close());

const whoAmI = "select current_setting('app.actor_id', true) as actor, pg_backend_pid() as session";

function readsOf(staffId: string) {
  const actor = { ...anonymous, staffId };
  return app.unitOfWork.callerFor({ actor, requestId: 'test-reads', address: null }).reads;
}

describe('the reads of one request', () => {
  test('run in one transaction with its identity', async () => {
    const reads = readsOf(staffKey('operatorCilegon'));

    const found = await Promise.all([
      reads.rows<{ actor: string }>(whoAmI, []),
      reads.rows<{ actor: string }>(whoAmI, []),
    ]);

    expect(found.map(([row]) => row?.actor)).toEqual([
      staffKey('operatorCilegon'),
      staffKey('operatorCilegon'),
    ]);
  });

  test('keep their identity after one of them failed, and never borrow that of another request', async () => {
    const cilegon = readsOf(staffKey('operatorCilegon'));
    const serang = readsOf(staffKey('operatorSerang'));

    const work = [
      cilegon.rows('select 1/0', []),
      cilegon.rows<{ actor: string }>(whoAmI, []),
      serang.rows<{ actor: string }>(`${whoAmI} from pg_sleep(0.2)`, []),
      cilegon.rows<{ actor: string }>(whoAmI, []),
    ] as const;
    const found = await Promise.allSettled(work);

    expect(found.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      'failed',
      [expect.objectContaining({ actor: staffKey('operatorCilegon') })],
      [expect.objectContaining({ actor: staffKey('operatorSerang') })],
      [expect.objectContaining({ actor: staffKey('operatorCilegon') })],
    ]);
  });

  test('give their connection back when the last one is done', async () => {
    const reads = readsOf(staffKey('operatorCilegon'));
    await Promise.allSettled([reads.rows('select 1/0', []), reads.rows(whoAmI, [])]);
    await reads.rows(whoAmI, []);

    const [busy] = await app.sql(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'payung' and state <> 'idle'",
    );

    expect(busy).toEqual({ count: 0 });
  });
});
