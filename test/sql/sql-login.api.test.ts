import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { closeWorld, connected, sqlWorld } from './sql-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await sqlWorld();
});
afterAll(() => closeWorld(world));

const create = `mutation ($staffId: ID!) { sqlLoginCreate(staffId: $staffId) {
  password sqlLogin { id version kind roleName revokedAt staff { name } } userErrors { path code } } }`;
const rotate = `mutation ($id: ID!, $version: Int!) { sqlLoginRotate(id: $id, expectedVersion: $version) {
  password sqlLogin { id version } userErrors { path code } } }`;
const revoke = `mutation ($id: ID!, $version: Int!) { sqlLoginRevoke(id: $id, expectedVersion: $version) {
  sqlLogin { id revokedAt } userErrors { path code } } }`;

const idOf = (who: ActorName) => publicId('staff', staffKey(who));
const ask = (who: ActorName, query: string, variables: object) =>
  world.app.graphql(world.tokens[who], query, variables);
const roleExists = async (name: string) =>
  (await world.app.sql('select 1 from pg_roles r where r.rolname = $1', [name])).length === 1;

describe('a login for SQL', () => {
  test('is made by the coordinator, works, takes a new password and ends', async () => {
    const made = (await ask('coordinatorBanten', create, { staffId: idOf('analystBanten') })).data
      .sqlLoginCreate;

    expect(made).toMatchObject({
      userErrors: [],
      sqlLogin: { kind: 'DIRECT', revokedAt: null, staff: { name: 'analystBanten' } },
    });
    const { id, version, roleName } = made.sqlLogin;
    const first = await connected(world, { user: roleName, password: made.password });
    expect(
      (await first.query('select sum(persons)::int as people from analytics.people_counts')).rows,
    ).toEqual([{ people: 70 }]);
    // as Metabase lists views: without it, it finds none
    const listed = await first.query(`
      select c.relname as name, stat.n_live_tup from pg_catalog.pg_class c
      left join pg_stat_user_tables stat on stat.relname = c.relname and stat.schemaname = 'analytics'
      where c.relnamespace = 'analytics'::regnamespace and c.relname in (select view_name from dictionary) and c.relname like 'dict%'`);
    expect(listed.rows).toEqual([{ name: 'dictionary', n_live_tup: null }]);
    expect((await first.query('show timezone')).rows).toEqual([{ TimeZone: 'Asia/Jakarta' }]);

    const rotated = (await ask('analystBanten', rotate, { id, version })).data.sqlLoginRotate;

    expect(rotated.userErrors).toEqual([]);
    await expect(first.query('select 1')).rejects.toThrow();
    await expect(connected(world, { user: roleName, password: made.password })).rejects.toMatchObject({
      code: '28P01',
    });
    const second = await connected(world, { user: roleName, password: rotated.password });

    const ended = (await ask('coordinatorBanten', revoke, { id, version: rotated.sqlLogin.version })).data
      .sqlLoginRevoke;

    expect(ended.sqlLogin.revokedAt).not.toBeNull();
    await expect(second.query('select 1')).rejects.toThrow();
    expect(await roleExists(roleName)).toBe(false);
    const again = (await ask('coordinatorBanten', revoke, { id, version: rotated.sqlLogin.version + 1 })).data
      .sqlLoginRevoke;
    expect(again.userErrors).toEqual([{ path: ['id'], code: 'SQL_LOGIN_REVOKED' }]);
  });

  test('never has its password in the database', async () => {
    const made = (await ask('admin', create, { staffId: idOf('auditorBanten') })).data.sqlLoginCreate;

    const trail = await world.app.sql('select a.changes::text as changes from audit_event a');
    const stored = await world.app.sql('select l::text as row from sql_login l');

    expect(JSON.stringify([trail, stored])).not.toContain(made.password);
    expect(JSON.stringify(trail)).toContain(made.sqlLogin.roleName);
  });

  test.each([
    ['a second one', 'admin', 'auditorBanten', { path: ['staffId'], code: 'SQL_LOGIN_EXISTS' }],
    [
      'one for an operator',
      'admin',
      'operatorCilegon',
      { path: ['staffId'], code: 'SQL_LOGIN_ROLE_MISSING' },
    ],
    [
      'one outside the province',
      'coordinatorBanten',
      'operatorBekasi',
      { path: ['staffId'], code: 'NOT_FOUND' },
    ],
    [
      'one for an administrator by a coordinator',
      'coordinatorBanten',
      'admin',
      { path: ['staffId'], code: 'NOT_FOUND' },
    ],
  ] as const)('refuses %s, and makes no role', async (_what, who, whose, error) => {
    const made = 'select l.role_name from sql_login l order by 1'; // written together with the role, or not at all
    const before = await world.app.sql(made);

    const { password, userErrors } = (await ask(who, create, { staffId: idOf(whose) })).data.sqlLoginCreate;

    expect({ password, userErrors }).toEqual({ password: null, userErrors: [error] });
    expect(await world.app.sql(made)).toEqual(before);
  });

  test('of another account is neither rotated nor revoked by an auditor, who sees it', async () => {
    const { sqlLogin } = (await ask('admin', create, { staffId: idOf('coordinatorBanten') })).data
      .sqlLoginCreate;
    const variables = { id: sqlLogin.id, version: sqlLogin.version };

    const rotated = (await ask('auditorBanten', rotate, variables)).data.sqlLoginRotate;
    const revoked = (await ask('auditorBanten', revoke, variables)).data.sqlLoginRevoke;

    expect(rotated).toMatchObject({ password: null, userErrors: [{ path: ['id'], code: 'NOT_FOUND' }] });
    expect(revoked.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
    expect(await roleExists(sqlLogin.roleName)).toBe(true);
  });

  test('ends with the account that is blocked', async () => {
    const { sqlLogin, password } = (await ask('admin', create, { staffId: idOf('analystBanten') })).data
      .sqlLoginCreate;
    const client = await connected(world, { user: sqlLogin.roleName, password });

    await world.app.sql('update staff set is_active = false where id = $1', [staffKey('analystBanten')]);

    await expect(client.query('select 1')).rejects.toThrow();
    expect(await roleExists(sqlLogin.roleName)).toBe(false);
    await world.app.sql('update staff set is_active = true where id = $1', [staffKey('analystBanten')]);
  });

  test('sees no figure once its role is taken away', async () => {
    const { app } = world;
    await app.sql(
      "insert into staff_session (id, staff_id, token_hash, expires_at) select gen_random_uuid(), $1, decode(md5('x'), 'hex'), now() + interval '1 hour'",
      [staffKey('analystBanten')],
    );
    const { sqlLogin, password } = (await ask('admin', create, { staffId: idOf('analystBanten') })).data
      .sqlLoginCreate;
    const client = await connected(world, { user: sqlLogin.roleName, password });

    await app.sql('delete from staff_grant where staff_id = $1', [staffKey('analystBanten')]);

    const { rows } = await client.query('select count(*)::int as n from analytics.people_counts');
    await client.end();
    expect(rows).toEqual([{ n: 0 }]);
  });
});
