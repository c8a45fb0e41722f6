import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { newId, parsePublicId, referenceId } from '../../schema/kernel/identifier.js';
import { tokenHash } from '../../schema/staff/index.js';
import { type StaffWorld, staffWorld } from './staff-world.js';

let world: StaffWorld;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await staffWorld();
  for (const [name, ...grants] of [
    ['Admin', 'ADMIN'],
    ['Koordinator Banten', 'COORDINATOR 36'],
    ['Koordinator Jabar', 'COORDINATOR 32'],
    ['Auditor Banten', 'AUDITOR 36'],
    ['Auditor Nasional', 'AUDITOR'],
    ['Operator Cilegon', 'OPERATOR 36.72'],
    ['Operator Bekasi', 'OPERATOR 32.75'],
    ['Operator Dua Provinsi', 'OPERATOR 36.72', 'OPERATOR 32.75'],
    ['Tanpa Peran'],
  ] as [string, ...string[]][]) {
    const { id } = await world.person(name, grants);
    ids[name] = parsePublicId(id)?.id ?? '';
  }
});

afterAll(() => world.close());

/** Runs statements as the app's login and as this person (null: nobody), then rolls back. */
async function as<Result>(
  name: string | null,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: world.database.appUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.actor_id', $1, true)", [name === null ? '' : ids[name]]);
    return await work(client);
  } finally {
    await client.end();
  }
}

function namesSeenBy(
  name: string | null,
  query = 'select s.name from staff s order by s.name',
): Promise<string[]> {
  return as(name, async (client) =>
    (await client.query<{ name: string }>(query)).rows.map((row) => row.name),
  );
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; constraint?: string }> {
  return work.then(
    () => ({ code: 'nothing was refused' }),
    ({ code, constraint }) => (constraint ? { code, constraint } : { code }),
  );
}

const everybody = [
  'Admin',
  'Auditor Banten',
  'Auditor Nasional',
  'Koordinator Banten',
  'Koordinator Jabar',
  'Operator Bekasi',
  'Operator Cilegon',
  'Operator Dua Provinsi',
  'Tanpa Peran',
];
const ofBanten = ['Auditor Banten', 'Koordinator Banten', 'Operator Cilegon', 'Operator Dua Provinsi'];

describe('who sees whom', () => {
  test.each([
    [null, []],
    ['Admin', everybody],
    ['Auditor Nasional', everybody],
    ['Koordinator Banten', ofBanten],
    ['Auditor Banten', ofBanten],
    ['Koordinator Jabar', ['Koordinator Jabar', 'Operator Bekasi', 'Operator Dua Provinsi']],
    ['Operator Cilegon', ['Operator Cilegon']],
    ['Tanpa Peran', ['Tanpa Peran']],
  ])('%s', async (name, expected) => {
    expect(await namesSeenBy(name)).toEqual(expected);
  });
});

describe('who manages whom', () => {
  const managed = 'update staff set name = name returning name';

  test.each([
    [null, []],
    ['Admin', everybody],
    ['Koordinator Banten', ['Auditor Banten', 'Operator Cilegon']],
    ['Koordinator Jabar', ['Operator Bekasi']],
    ['Auditor Nasional', []],
    ['Auditor Banten', []],
    ['Operator Cilegon', []],
    ['Tanpa Peran', []],
  ])('%s', async (name, expected) => {
    expect((await namesSeenBy(name, managed)).sort()).toEqual(expected);
  });

  test('a person who was blocked manages nobody', async () => {
    await world.sql('update staff set is_active = false where id = $1', [ids['Koordinator Jabar']]);

    expect(await namesSeenBy('Koordinator Jabar', managed)).toEqual([]);

    await world.sql('update staff set is_active = true where id = $1', [ids['Koordinator Jabar']]);
  });
});

describe('sessions and tokens', () => {
  const owned = (table: string) =>
    `select s.name from ${table} t join staff s on s.id = t.staff_id order by 1`;
  const ended = 'with ended as (delete from staff_session returning staff_id) select staff_id from ended';

  beforeAll(async () => {
    for (const name of ['Admin', 'Koordinator Banten', 'Operator Cilegon', 'Operator Bekasi']) {
      await world.sql(
        `insert into staff_session (id, staff_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 hour')`,
        [ids[name], tokenHash(`session of ${name}`)],
      );
      await world.sql(
        `insert into access_token (id, staff_id, name, token_hash, access, expires_at)
         values (gen_random_uuid(), $1, 'x', $2, 'READ', now() + interval '1 hour')`,
        [ids[name], tokenHash(`token of ${name}`)],
      );
    }
  });

  test.each([
    [null, [], [], 0],
    ['Admin', ['Admin', 'Koordinator Banten', 'Operator Bekasi', 'Operator Cilegon'], ['Admin'], 4],
    ['Koordinator Banten', ['Koordinator Banten', 'Operator Cilegon'], ['Koordinator Banten'], 2],
    ['Auditor Banten', ['Koordinator Banten', 'Operator Cilegon'], [], 0],
    ['Operator Cilegon', ['Operator Cilegon'], ['Operator Cilegon'], 1],
    ['Tanpa Peran', [], [], 0],
  ])('%s', async (name, sessions, tokens, ends) => {
    expect(await namesSeenBy(name, owned('staff_session'))).toEqual(sessions);
    expect(await namesSeenBy(name, owned('access_token'))).toEqual(tokens);
    expect(await as(name, async (client) => (await client.query(ended)).rowCount)).toBe(ends);
  });

  test('nobody makes a token in the name of another', async () => {
    const made = as('Admin', (client) =>
      client.query(
        `insert into access_token (id, staff_id, name, token_hash, access, expires_at) values (gen_random_uuid(), $1, 'x', 'y', 'READ', now())`,
        [ids['Operator Cilegon']],
      ),
    );

    expect(await refusal(made)).toEqual({ code: '42501' });
  });
});

describe('what the login of the app cannot do', () => {
  test.each([
    ['read a password', 'select password_hash from staff'],
    ['read whole rows', 'select * from staff'],
    ['write a password', "update staff set password_hash = 'x'"],
    ['change an e-mail address', "update staff set email = 'x@y'"],
    ['delete a person', 'delete from staff'],
    ['change a role', "update staff_grant set role = 'ADMIN'"],
    ['read the hash of a session', 'select token_hash from staff_session'],
    ['open a session past the function', 'insert into staff_session (id) values (gen_random_uuid())'],
    ['prolong a session', "update staff_session set expires_at = now() + interval '1 year'"],
    ['read the hash of a token', 'select token_hash from access_token'],
    ['prolong a token', "update access_token set expires_at = now() + interval '1 year'"],
  ])('%s', async (_name, statement) => {
    expect(await refusal(as('Admin', (client) => client.query(statement)))).toEqual({ code: '42501' });
  });
});

describe('roles', () => {
  function give(by: string, to: string, role: string, code: string | null) {
    return as(by, (client) =>
      client.query('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
        newId(),
        ids[to],
        role,
        code && referenceId('region', code),
      ]),
    );
  }

  test.each([
    ['Koordinator Banten', 'Operator Cilegon', 'APPROVER', '36.04', 'nothing was refused'],
    ['Koordinator Banten', 'Operator Cilegon', 'ADMIN', null, '42501'],
    ['Koordinator Banten', 'Operator Cilegon', 'OPERATOR', '32.75', '42501'],
    ['Koordinator Banten', 'Operator Cilegon', 'AUDITOR', null, '42501'],
    ['Koordinator Banten', 'Koordinator Banten', 'APPROVER', '36.72', '42501'],
    ['Koordinator Banten', 'Operator Dua Provinsi', 'APPROVER', '36.72', '42501'],
    ['Koordinator Banten', 'Tanpa Peran', 'OPERATOR', '36.72', '42501'],
    ['Operator Cilegon', 'Operator Cilegon', 'ADMIN', null, '42501'],
    ['Auditor Nasional', 'Operator Cilegon', 'OPERATOR', '36.72', '42501'],
    ['Admin', 'Tanpa Peran', 'ADMIN', null, 'nothing was refused'],
  ])('%s gives %s %s %s: %s', async (by, to, role, code, expected) => {
    expect((await refusal(give(by, to, role, code))).code).toBe(expected);
  });

  test('ADMIN of one region does not exist', async () => {
    expect(await refusal(give('Admin', 'Tanpa Peran', 'ADMIN', '36'))).toEqual({
      code: '23514',
      constraint: 'staff_grant_admin_national',
    });
  });

  test('the last active administrator keeps the role and stays active', async () => {
    const lastAdmin = { code: 'P0001', constraint: 'staff_last_admin' };

    const blocked = refusal(
      as('Admin', (client) => client.query('update staff set is_active = false where id = $1', [ids.Admin])),
    );
    const taken = refusal(
      as('Admin', (client) => client.query('delete from staff_grant where staff_id = $1', [ids.Admin])),
    );

    expect(await blocked).toEqual(lastAdmin);
    expect(await taken).toEqual(lastAdmin);
  });

  test('two administrators who block each other at the same time do not both succeed', async () => {
    const { id } = await world.person('Admin Kedua', ['ADMIN']);
    const second = parsePublicId(id)?.id;
    const block = (target: string | undefined) =>
      as('Admin', async (client) => {
        await client.query('update staff set is_active = false where id = $1', [target]);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await client.query('commit');
      });

    const outcomes = await Promise.all([refusal(block(ids.Admin)), refusal(block(second))]);

    expect(outcomes.map(({ code }) => code).sort()).toEqual(['P0001', 'nothing was refused']);
    await world.sql('update staff set is_active = true where not is_active');
    await world.sql('delete from staff_grant where staff_id = $1', [second]);
  });
});

describe('functions before there is an actor', () => {
  test('open_session gives a blocked account none, and nobody more than 12 hours', async () => {
    const open = (id: string | undefined) =>
      as(null, async (client) => {
        const values = [newId(), id, tokenHash(newId())];
        const text =
          "select app.open_session($1, $2, $3, '10 days', 'x') - now() <= interval '12 hours' as is_short";
        return (await client.query<{ is_short: boolean | null }>(text, values)).rows[0]?.is_short;
      });
    await world.sql('update staff set is_active = false where id = $1', [ids['Tanpa Peran']]);

    expect(await open(ids['Operator Cilegon'])).toBe(true);
    expect(await open(ids['Tanpa Peran'])).toBeNull();
    expect(await open(newId())).toBeNull();

    await world.sql('update staff set is_active = true where id = $1', [ids['Tanpa Peran']]);
  });

  test.each([
    [null, 'Operator Cilegon', '42501'],
    ['Operator Cilegon', 'Operator Bekasi', '42501'],
    ['Koordinator Banten', 'Admin', '42501'],
    ['Koordinator Banten', 'Tanpa Peran', '42501'],
    ['Koordinator Banten', 'Operator Dua Provinsi', '42501'],
    ['Auditor Nasional', 'Operator Cilegon', '42501'],
    ['Operator Cilegon', 'Operator Cilegon', 'nothing was refused'],
    ['Koordinator Banten', 'Operator Cilegon', 'nothing was refused'],
    ['Admin', 'Koordinator Banten', 'nothing was refused'],
  ])('%s sets the password of %s: %s', async (by, of, expected) => {
    const set = as(by, (client) => client.query("select app.set_password($1, 'x', null)", [ids[of]]));

    expect((await refusal(set)).code).toBe(expected);
  });

  test('credentials_of knows no blocked account, and no second one by another spelling', async () => {
    const find = (email: string) =>
      as(
        null,
        async (client) =>
          (await client.query('select c.staff_id from app.credentials_of($1) c', [email])).rows,
      );

    await world.sql('update staff set is_active = false where id = $1', [ids['Tanpa Peran']]);

    expect(await find('OPERATOR.Cilegon@contoh.go.id')).toEqual([{ staff_id: ids['Operator Cilegon'] }]);
    expect(await find('tanpa.peran@contoh.go.id')).toEqual([]);
    expect(await find('nobody@contoh.go.id')).toEqual([]);

    await world.sql('update staff set is_active = true where id = $1', [ids['Tanpa Peran']]);
  });

  test('staff_name tells nothing to the anonymous', async () => {
    const nameFor = (by: string | null) =>
      as(by, async (client) => (await client.query('select app.staff_name($1) as name', [ids.Admin])).rows);

    expect(await nameFor(null)).toEqual([{ name: null }]);
    expect(await nameFor('Operator Cilegon')).toEqual([{ name: 'Admin' }]);
  });
});
