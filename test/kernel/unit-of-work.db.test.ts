import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { problem, refuse } from '../../schema/kernel/problem.js';
import { selectionFrom } from '../../schema/kernel/selection.js';
import { type Assumption, IdentityChanged } from '../../schema/kernel/session.js';
import { lockForChange, type Work } from '../../schema/kernel/unit-of-work.js';
import { Region } from '../../schema/region/index.js';
import { describedSchema } from '../../server/graphql/schema.js';
import { regionKey } from '../support/build/region.js';
import { type KernelWorld, kernelWorld } from './kernel-world.js';

let world: KernelWorld;
beforeAll(async () => {
  // one connection: whoever comes next gets the one that was used before
  world = await kernelWorld({ poolMax: 1 });
});
afterAll(() => world.close());

const name = selectionFrom(describedSchema(), 'Region', '{ name }');
const insertRegion = 'insert into region (id, code, name, level, parent_id) values ($1, $2, $3, $4, $5)';

async function addRegion(work: Work, code: string): Promise<string> {
  const id = newId();
  await work.query(insertRegion, [id, code, 'Baru', 'CITY', regionKey('36')]);
  await work.query("select app.record_event('region', $1, null, 'region.note', '{}')", [id]);
  return id;
}

async function traces(code: string): Promise<object> {
  const [counts] = await world.sql(
    `select (select count(*)::int from region where code = $1) as region,
       (select count(*)::int from audit_event where verb = 'region.note') as audit,
       (select count(*)::int from idempotency_key) as idempotency`,
    [code],
  );
  return counts;
}

test('a decision that is rejected leaves nothing: no row, no trail, no idempotency key', async () => {
  const decision = { verb: 'region.create', idempotency: { key: 'k-1', content: {} } };

  const outcome = await world.unitOfWork.decide(world.callerOf('admin'), decision, async (work) => {
    const id = await addRegion(work, '36.91');
    refuse([problem(['input', 'name'], 'VALUE_MISSING')]);
    return id;
  });

  expect(outcome).toEqual({
    id: null,
    problems: [{ path: ['input', 'name'], code: 'VALUE_MISSING', params: {} }],
  });
  expect(await traces('36.91')).toEqual({ region: 0, audit: 0, idempotency: 0 });
});

test('an identity that cannot be set is refused, and takes no connection from who comes next', async () => {
  const decide = (verb: string) =>
    world.unitOfWork.decide(world.callerOf('admin'), { verb }, async (work) => {
      await work.query('select 1');
      refuse([problem(['input', 'name'], 'VALUE_MISSING')]);
      return '';
    });

  await expect(decide("region'create")).rejects.toThrow('cannot be set');
  expect((await decide('region.create')).problems).toMatchObject([{ code: 'VALUE_MISSING' }]);
});

test('a bug leaves nothing either, and comes out as it is', async () => {
  const work = world.unitOfWork.decide(world.callerOf('admin'), { verb: 'region.create' }, async (open) => {
    await addRegion(open, '36.92');
    throw new TypeError('planted');
  });

  await expect(work).rejects.toThrow(TypeError);
  expect(await traces('36.92')).toEqual({ region: 0, audit: 0, idempotency: 0 });
});

test.each(['\u0000', '\ud800'])('a key that cannot be stored is a problem of the key (%j)', async (key) => {
  const decision = { verb: 'region.create', idempotency: { key, content: {} } };

  const outcome = await world.unitOfWork.decide(world.callerOf('admin'), decision, (work) =>
    addRegion(work, '36.95'),
  );

  expect(outcome.problems).toEqual([{ path: ['idempotencyKey'], code: 'TEXT_UNREADABLE', params: {} }]);
  expect(await traces('36.95')).toMatchObject({ region: 0 });
});

test('a decision that is made leaves the row, the trail and the key together', async () => {
  const decision = { verb: 'region.create', idempotency: { key: 'k-2', content: {} } };

  const first = await world.unitOfWork.decide(world.callerOf('admin'), decision, (work) =>
    addRegion(work, '36.93'),
  );
  const again = await world.unitOfWork.decide(world.callerOf('admin'), decision, (work) =>
    addRegion(work, '36.94'),
  );

  expect(again).toEqual(first);
  expect(await traces('36.93')).toEqual({ region: 1, audit: 1, idempotency: 1 });
  expect(await traces('36.94')).toMatchObject({ region: 0 });
});

test('what concludes a decision fails with all that was before it', async () => {
  const taken = [newId(), '36.72', 'Dua', 'CITY', regionKey('36')];

  const outcome = await world.unitOfWork.decide(
    world.callerOf('admin'),
    { verb: 'region.create' },
    async (work) => {
      work.conclude(insertRegion, taken);
      return addRegion(work, '36.85');
    },
  );

  expect(outcome.problems).toEqual([{ path: ['input', 'code'], code: 'REGION_CODE_TAKEN', params: {} }]);
  expect(await traces('36.85')).toMatchObject({ region: 0 });
});

/** Somebody remembered from before a change of rights. */
function outdated() {
  const { actor, requestId, address } = world.callerOf('admin');
  return world.unitOfWork.callerFor({
    actor,
    requestId,
    address,
    assumption: { epoch: '-1', standing: 'OPEN' },
  });
}

test.each([
  ['asks first', (work: Work) => addRegion(work, '36.81')],
  [
    'only writes',
    async (work: Work) => {
      work.conclude(insertRegion, [newId(), '36.81', 'Baru', 'CITY', regionKey('36')]);
      return 'nothing';
    },
  ],
  [
    'writes through TypeORM',
    async (work: Work) => {
      await work.manager.update(Region, regionKey('36'), { name: 'Lain' });
      return 'nothing';
    },
  ],
])('a decision that %s is refused to an actor who was remembered wrongly', async (_label, decide) => {
  const caller = outdated();

  const outcome = world.unitOfWork.decide(caller, { verb: 'region.note' }, decide);

  await expect(outcome).rejects.toBeInstanceOf(IdentityChanged);
  expect(caller.assumption?.standing).toBe('REFUTED');
  expect(await traces('36.81')).toMatchObject({ region: 0 });
  expect(await world.sql("select from region where name = 'Lain'")).toHaveLength(0);
});

test('what was confirmed once is not refuted by what the decision itself changes', async () => {
  const [{ epoch }] = await world.sql('select epoch from identity_epoch');
  const { actor, requestId, address } = world.callerOf('admin');
  const assumption: Assumption = { epoch, standing: 'OPEN' };
  const caller = world.unitOfWork.callerFor({ actor, requestId, address, assumption });

  await world.unitOfWork.decide(caller, { verb: 'region.note' }, async (work) => {
    await work.query('select 1');
    await world.sql('update identity_epoch set epoch = epoch + 1');
    return 'nothing';
  });

  expect(await caller.reads.one(Region, regionKey('36'), name)).toEqual({ name: 'Banten' });
  expect(assumption.standing).toBe('CONFIRMED');
});

describe('the record that an answer shows', () => {
  const rename = (to: string) => async (work: Work) => {
    await work.query('update region set name = $2 where id = $1', [regionKey('36.72'), to]);
    return regionKey('36.72');
  };

  test('is read behind the commit, as it is after the last decision', async () => {
    const seen: string[] = [];
    const { actor, requestId, address } = world.callerOf('admin');
    const onStatement = (text: string) => void seen.push(text);
    const caller = world.unitOfWork.callerFor({ actor, requestId, address, onStatement });
    caller.reads.followed.follow(Region, name);

    await world.unitOfWork.decide(caller, { verb: 'region.revise' }, rename('Satu'));
    await world.unitOfWork.decide(caller, { verb: 'region.revise' }, rename('Dua'));
    const known = seen.length;

    expect(known).toBe(4);
    expect(await caller.reads.one(Region, regionKey('36.72'), name)).toEqual({ name: 'Dua' });
    expect(seen).toHaveLength(known);
    expect(await caller.reads.one(Region, regionKey('36.72'), name)).toEqual({ name: 'Dua' });
    expect(seen).toHaveLength(known + 1);
  });

  test('is read as ever where it is another one, or its reading failed: the decision stands', async () => {
    const caller = world.callerOf('admin');
    caller.reads.followed.follow(Region, name);
    await world.unitOfWork.decide(caller, { verb: 'region.revise' }, rename('Tiga'));
    expect(await caller.reads.one(Region, regionKey('36'), name)).toEqual({ name: 'Banten' });

    caller.reads.followed.follow(Region, name);
    const deciding = world.unitOfWork.decide(caller, { verb: 'region.revise' }, async (work) => {
      await work.query('select 1');
      await rename('Empat')(work);
      return 'no uuid';
    });

    expect(await deciding).toEqual({ id: 'no uuid', problems: [] });
    expect(await caller.reads.one(Region, regionKey('36.72'), name)).toEqual({ name: 'Empat' });
  });
});

test('a constraint met in a race is the problem that the rule would have named', async () => {
  const outcome = await world.unitOfWork.decide(world.callerOf('admin'), { verb: 'region.create' }, (work) =>
    addRegion(work, '36.72'),
  );

  expect(outcome.problems).toEqual([{ path: ['input', 'code'], code: 'REGION_CODE_TAKEN', params: {} }]);
});

test('the identity ends with the transaction: the next user of the connection is nobody', async () => {
  const seen: (string | null)[] = [];
  await world.unitOfWork.decide(
    world.callerOf('coordinatorBanten'),
    { verb: 'region.revise' },
    async (work) => {
      const [row] = await work.query<{ actor: string; pid: number }>('select app.actor_id() as actor');
      seen.push(row?.actor ?? null);
      return 'nothing';
    },
  );

  const { rows } = await world.pool.query(
    'select app.actor_id() as actor, count(*)::int as staff from staff',
  );

  expect(seen).toEqual([world.callerOf('coordinatorBanten').actor.staffId]);
  expect(rows).toEqual([{ actor: null, staff: 0 }]);
});

test('the identity ends with a transaction that fails, too', async () => {
  const failing = world.unitOfWork.decide(
    world.callerOf('admin'),
    { verb: 'region.revise' },
    async (work) => {
      await work.query('select 1 / 0');
      return 'nothing';
    },
  );
  await expect(failing).rejects.toThrow('division by zero');

  const { rows } = await world.pool.query(
    'select app.actor_id() as actor, count(*)::int as staff from staff',
  );

  expect(rows).toEqual([{ actor: null, staff: 0 }]);
});

test('without an actor row security refuses a change, whatever the code forgot to ask', async () => {
  const work = world.unitOfWork.decide(world.callerOf(null), { verb: 'region.create' }, (open) =>
    addRegion(open, '36.95'),
  );

  await expect(work).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await traces('36.95')).toMatchObject({ region: 0 });
});

test('an identity set by hand on another login is not believed', async () => {
  const admin = world.callerOf('admin').actor.staffId;

  const [row] = await world.sql("select set_config('app.actor_id', $1, false), app.actor_id() as actor", [
    admin,
  ]);

  expect(row.actor).toBeNull();
});

test.each([
  ['absent', { id: newId(), expectedVersion: 1 }, ['id'], 'NOT_FOUND'],
  ['no id at all', { id: null, expectedVersion: 1 }, ['id'], 'NOT_FOUND'],
  ['stale', { id: regionKey('36.72'), expectedVersion: 7 }, ['expectedVersion'], 'STALE_VERSION'],
])('lockForChange refuses a record that is %s', async (_label, target, path, code) => {
  const outcome = await world.unitOfWork.decide(
    world.callerOf('admin'),
    { verb: 'region.revise' },
    async (work) => {
      await lockForChange(work, Region, target);
      return 'nothing';
    },
  );

  expect(outcome.problems).toMatchObject([{ path, code }]);
});

test('a connection that breaks inside a decision is SERVICE_UNAVAILABLE, and the next decision works', async () => {
  const broken = world.unitOfWork.decide(world.callerOf('admin'), { verb: 'region.create' }, async (work) => {
    const id = await addRegion(work, '36.96');
    await world.breakConnections();
    await work.query('select 1');
    return id;
  });
  await expect(broken).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });

  const next = await world.unitOfWork.decide(world.callerOf('admin'), { verb: 'region.create' }, (work) =>
    addRegion(work, '36.97'),
  );

  expect(next.problems).toEqual([]);
  expect(await traces('36.96')).toMatchObject({ region: 0 });
  expect(world.pool.totalCount).toBe(1);
});

test.each([
  ['one row', 1],
  ['many rows', 21],
])('the trail keeps every filled column that comes or goes, whatever its type: %s', async (_label, size) => {
  const many = Array.from({ length: 45 }, (_, place) => `n${place}`);
  await world.sql(`
    drop table if exists oddity;
    create table oddity (id uuid primary key, region_id uuid, secret text, day date, money numeric, at timestamptz, flag boolean,
      list integer[], words text[], content jsonb, "nothing" jsonb, bytes bytea, "Mixed Case" text,
      created_at timestamptz default now(), updated_at timestamptz, version integer, ${many.map((name) => `${name} integer`).join(', ')});
    select app.keep('oddity', 'oddity', 'id', '{secret}')`);
  const ids = Array.from({ length: size }, newId);
  await world.sql(
    `insert into oddity (id, secret, day, money, at, flag, list, words, content, "nothing", bytes, "Mixed Case", version, n0, n44)
     select i, 'hidden', '2026-02-11', 1.50, '2026-02-11 10:00+07', false, '{1,null,3}', '{}', '{"a": null, "b": [null, {"c": null}]}',
       'null', '\\x00ff', 'O''Neil 100%', 1, 0, 44 from unnest($1::uuid[]) i`,
    [ids],
  );
  const [kept] = await world.sql(
    `select (select jsonb_object_agg(e.key, case when e.key = 'secret' then '["***", "***"]'::jsonb else jsonb_build_array(null, e.value) end)
       from jsonb_each(to_jsonb(o)) e
       where e.value <> 'null' and e.key not in ('id', 'created_at', 'updated_at', 'version')) as filled from oddity o limit 1`,
  );
  await world.sql('delete from oddity');

  const trail = await world.sql(
    'select operation, concept, part_id, changes from audit_event where subject_id = any ($1) order by operation desc, subject_id',
    [ids],
  );
  const flipped = Object.entries(kept.filled as Record<string, [unknown, unknown]>).map(
    ([name, [none, value]]) => [name, name === 'secret' ? ['***', '***'] : [value, none]],
  );
  const expected = (operation: string, changes: object) =>
    ids.toSorted().map((id) => ({ operation, concept: 'oddity', part_id: id, changes }));
  expect(Object.keys(kept.filled)).toHaveLength(12);
  expect(trail).toEqual([
    ...expected('INSERT', kept.filled),
    ...expected('DELETE', Object.fromEntries(flipped)),
  ]);
});
