import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { differingPolicies, differingRights } from './checks/nationwide.js';
import {
  auditFaults,
  excessOfApp,
  unindexedForeignKeys,
  unprotectedTables,
  unsafeFunctions,
} from './checks/protection.js';

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the database keeps its promises', () => {
  test('every table has forced row security, and policies for its owner and the app', async () => {
    expect(await unprotectedTables(client)).toEqual([]);
  });

  test('every change of every table is audited, or excused by name', async () => {
    expect(await auditFaults(client)).toEqual([]);
  });

  test('the login of the program owns nothing and can do nothing special', async () => {
    expect(await excessOfApp(client)).toEqual([]);
  });

  test('readers of the whole country are asked nothing else than the app is, and may do nothing else', async () => {
    expect(await differingPolicies(client)).toEqual([]);
    expect(await differingRights(client)).toEqual([]);
  });

  test('every function has a fixed search path and is granted by name', async () => {
    expect(await unsafeFunctions(client)).toEqual([]);
  });

  test('every foreign key has an index', async () => {
    expect(await unindexedForeignKeys(client)).toEqual([]);
  });
});

const bare = 'create table planted (id uuid primary key); alter table planted owner to payung_owner;';

describe('the checks find what is planted', () => {
  test.each([
    [unprotectedTables, bare, 'planted: row security is not forced'],
    [unprotectedTables, bare, 'planted: has no policy for its owner'],
    [unprotectedTables, bare, 'planted: has no policy for payung_app'],
    [unprotectedTables, 'create table planted (id uuid)', 'planted: does not belong to payung_owner'],
    [unprotectedTables, 'alter table mou no force row level security', 'mou: row security is not forced'],
    [auditFaults, 'drop trigger mou_audit_update on mou', 'mou UPDATE is not audited'],
    [auditFaults, 'alter table mou disable trigger mou_audit_delete', 'mou DELETE is not audited'],
    [
      auditFaults,
      "create trigger planted after insert on region referencing new table as new_rows for each statement execute function app.record_change('region', 'id')",
      'region INSERT is audited: no excuse needed',
    ],
    [excessOfApp, 'alter table mou owner to payung_app', 'payung_app owns pg_class'],
    [excessOfApp, 'grant payung_owner to payung_app', 'payung_app is a member of payung_owner'],
    [excessOfApp, 'grant create on schema public to payung_app', 'payung_app creates in schema public'],
    [excessOfApp, 'grant truncate on mou to payung_app', 'payung_app may truncate mou'],
    [excessOfApp, 'alter role payung_app bypassrls', 'payung_app bypasses row security'],
    [
      differingPolicies,
      `${bare} create policy planted_read on planted for select to payung_app using (true)`,
      'planted.planted_read is not the same for payung_nationwide',
    ],
    [
      differingPolicies,
      'alter policy beneficiary_read_nationwide on beneficiary using (true)',
      'beneficiary.beneficiary_read is not the same',
    ],
    [
      differingPolicies,
      'create policy planted on mou for select to payung_nationwide using (true)',
      "mou.planted is nobody's twin",
    ],
    [differingRights, 'grant update (name) on program to payung_nationwide', 'payung_nationwide may change'],
    [differingRights, 'grant select on person to payung_nationwide', 'person.id is not read alike'],
    [differingRights, 'grant payung_nationwide to payung_analyst', 'payung_analyst is a member of'],
    [
      differingRights,
      'grant payung_owner to payung_nationwide',
      'payung_nationwide is a member of payung_owner',
    ],
    [
      differingRights,
      'alter role payung_app inherit; revoke payung_nationwide from payung_app; grant payung_nationwide to payung_app',
      'payung_app is payung_nationwide without saying so',
    ],
    [
      unsafeFunctions,
      'alter function app.today() reset search_path',
      "app.today() does not set search_path = ''",
    ],
    [
      unsafeFunctions,
      'grant execute on function app.today() to public',
      'app.today() may be run by everybody',
    ],
    [unindexedForeignKeys, 'drop index region_parent_index', 'region_parent_fk has no index'],
  ])('%p after: %s', async (check, statement, fault) => {
    await client.query('begin');

    await client.query(statement);

    const found = await check(client);
    await client.query('rollback');
    expect(found.some((sentence) => sentence.startsWith(fault))).toBe(true);
  });
});
