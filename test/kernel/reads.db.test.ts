import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { selectionFrom } from '../../schema/kernel/selection.js';
import { Region, regionList } from '../../schema/region/index.js';
import { describedSchema } from '../../server/graphql/schema.js';
import { regionKey } from '../support/build/region.js';
import { eventually } from '../support/eventually.js';
import { type KernelWorld, kernelWorld } from './kernel-world.js';

const schema = describedSchema();
const code = selectionFrom(schema, 'Region', '{ code }');
const where = 'select pg_backend_pid() as pid, now()::text as at, app.actor_id() as actor';

let world: KernelWorld;
beforeAll(async () => {
  world = await kernelWorld({ poolMax: 4 }); // two for work, two reserved for signing in
});
afterAll(() => world.close());

interface Place {
  readonly pid: number;
  /** To the microsecond. */
  readonly at: string;
  readonly actor: string | null;
}

test('reads asked for at the same time share one transaction, and each knows who asks', async () => {
  const { reads, actor } = world.callerOf('admin');

  const [[first], , [last]] = await Promise.all([
    reads.rows<Place>(where, []),
    reads.one(Region, regionKey('36'), code),
    reads.rows<Place>(where, []),
  ]);

  expect(last).toEqual(first);
  expect(first?.actor).toBe(actor.staffId);
});

test('the connection is back in the pool after the last read, without an identity', async () => {
  const { reads } = world.callerOf('admin');

  await Promise.all([reads.one(Region, regionKey('36'), code), reads.one(Region, regionKey('32'), code)]);
  await isIdle();

  expect(await identities()).toEqual([null, null]);
});

test('a read that comes later has a transaction of its own', async () => {
  const { reads } = world.callerOf('admin');

  const [first] = await reads.rows<Place>(where, []);
  await isIdle();
  const [second] = await reads.rows<Place>(where, []);

  expect(second?.at).not.toBe(first?.at);
});

test('without an actor there are public rows and no others', async () => {
  const { reads } = world.callerOf(null);

  const [regions, [staff]] = await Promise.all([
    reads.page(regionList, {}, selectionFrom(schema, 'RegionConnection', '{ totalCount }')),
    reads.rows<{ count: number }>('select count(*)::int as count from staff', []),
  ]);

  expect(regions.totalCount).toBe(8);
  expect(staff).toEqual({ count: 0 });
});

test('a read cannot change anything', async () => {
  const { reads } = world.callerOf('admin');

  await expect(reads.rows("update region set name = 'x'", [])).rejects.toMatchObject({ code: '25006' });
  expect(await world.sql("select from region where name = 'x'")).toHaveLength(0);
});

test('a read that fails gives its connection back, and the same request can read on', async () => {
  const { reads } = world.callerOf('admin');

  await expect(reads.rows('select 1 / 0', [])).rejects.toBeDefined();
  await isIdle();

  expect(await reads.one(Region, regionKey('36'), code)).toEqual({ code: '36' });
  await isIdle();
});

test('reads that wait behind a failed one are answered or fail, never hang', async () => {
  const { reads } = world.callerOf('admin');

  const results = await Promise.allSettled([
    reads.rows('select 1 / 0', []),
    reads.one(Region, regionKey('36'), code),
    reads.one(Region, regionKey('32'), code),
  ]);
  await isIdle();

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

test('a value that PostgreSQL cannot read is the sender’s mistake', async () => {
  const { reads } = world.callerOf('admin');

  await expect(reads.rows("select 'x'::date", [])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a connection that breaks during a read is SERVICE_UNAVAILABLE, and the next request is well', async () => {
  const { reads } = world.callerOf('admin');
  let isOver = false;
  const broken = reads.rows('select pg_sleep(25)', []).finally(() => {
    isOver = true;
  });
  const refused = expect(broken).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });

  // whenever it has begun
  await eventually(async () => {
    await world.breakConnections();
    expect(isOver).toBe(true);
  });

  await refused;
  expect(await world.callerOf('admin').reads.one(Region, regionKey('36'), code)).toEqual({ code: '36' });
});

test('a pool that is all in use refuses after two seconds with SERVICE_UNAVAILABLE', async () => {
  const held = [await world.pool.connect(), await world.pool.connect()];

  const waiting = world.callerOf('admin').reads.one(Region, regionKey('36'), code);

  await expect(waiting).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  for (const client of held) client.release();
  expect(await world.callerOf('admin').reads.one(Region, regionKey('36'), code)).toEqual({ code: '36' });
});

/** Waits until every connection is back; the commit is sent after the answer. */
async function isIdle(): Promise<void> {
  for (let attempt = 0; world.pool.idleCount < world.pool.totalCount; attempt += 1) {
    if (attempt > 200) throw new Error('a connection was not given back');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Who acts on each connection of the pool, outside a unit of work. */
async function identities(): Promise<(string | null)[]> {
  const clients = [await world.pool.connect(), await world.pool.connect()];
  const found: (string | null)[] = [];
  for (const client of clients) {
    found.push(
      (await client.query<{ actor: string | null }>('select app.actor_id() as actor')).rows[0]?.actor ?? null,
    );
    client.release();
  }
  return found;
}
