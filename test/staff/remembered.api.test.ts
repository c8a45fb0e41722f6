import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId, parsePublicId } from '../../schema/kernel/identifier.js';
import { regionKey } from '../support/build/region.js';
import { type StaffWorld, staffWorld } from './staff-world.js';

/** An actor is remembered for some seconds between requests; nothing of what changes meanwhile may be missed. */
let world: StaffWorld;
beforeAll(async () => {
  world = await staffWorld();
});
afterAll(() => world.close());

const whoAmI = '{ viewer { name } }';
const auditTrail = '{ auditEvents(first: 1) { totalCount } }';
const makeSource = `mutation ($publisher: String!) { sourceCreate(input: { publisher: $publisher }) {
  source { publisher } userErrors { code } } }`;
const makeToken = `mutation { tokenCreate(input: { name: "uji", access: READ, days: 1 }) { token userErrors { code } } }`;

/** Somebody whose rights the program remembers from the request before. */
async function remembered(name: string, grants: readonly string[]) {
  const { id, email } = await world.person(name, grants);
  const token = await world.tokenOf(email);
  await world.ask(whoAmI, { token });
  const ask = (query: string, variables = {}) => world.ask(query, { token, variables });
  return { key: parsePublicId(id)?.id ?? '', token, ask };
}

/** Somebody who is remembered, with a document of a decision that rests on it: its second use is compiled. */
async function deciding(name: string, grants: readonly string[]) {
  const person = await remembered(name, grants);
  const decide = async (publisher: string) => {
    const { data, errors } = await person.ask(makeSource, { publisher });
    return errors?.[0]?.extensions.code ?? data.sourceCreate.source?.publisher;
  };
  for (const number of [1, 2]) await decide(`${name} ${number}`);
  await person.ask(whoAmI);
  return { ...person, decide };
}

/** Sources of this name, and how many the audit trail knows. */
async function made(publisher: string) {
  const [row] = await world.sql(
    `select (select count(*)::int from source where publisher = $1) as sources,
       (select count(*)::int from audit_event where verb = 'source.create' and changes -> 'publisher' ->> 1 = $1) as traces`,
    [publisher],
  );
  return row;
}

const endSessions = (key: string) => world.sql('delete from staff_session where staff_id = $1', [key]);

test('a session that was ended is nobody’s at the next request', async () => {
  const { key, ask } = await remembered('Ingat Akhir', ['OPERATOR 36.72']);

  await endSessions(key);

  expect((await ask(whoAmI)).data).toEqual({ viewer: null });
});

test('a blocked account sees nothing at the next request', async () => {
  const { key, ask } = await remembered('Ingat Blokir', ['AUDITOR']);

  await world.sql('update staff set is_active = false where id = $1', [key]);

  expect((await ask(auditTrail)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a role counts at the next request, given or taken', async () => {
  const { key, ask } = await remembered('Ingat Peran', ['ANALYST 36']);
  expect((await ask(auditTrail)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  await world.sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
    newId(),
    key,
    'AUDITOR',
    regionKey('36'),
  ]);
  expect((await ask(auditTrail)).errors).toBeUndefined();

  await world.sql("delete from staff_grant where staff_id = $1 and role = 'AUDITOR'", [key]);
  expect((await ask(auditTrail)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('an access token that was revoked is nobody’s at the next request', async () => {
  const { ask } = await remembered('Ingat Token', ['OPERATOR 36.72']);
  const { token } = (await ask(makeToken)).data.tokenCreate;
  expect((await world.ask(whoAmI, { token })).data).toEqual({ viewer: { name: 'Ingat Token' } });

  await world.sql("update access_token set revoked_at = now() where name = 'uji'");

  expect((await world.ask(whoAmI, { token })).data).toEqual({ viewer: null });
});

test('another one’s change costs a second look and changes nothing', async () => {
  const { ask } = await remembered('Ingat Tetap', ['OPERATOR 36.72']);

  await world.person('Ingat Lain', ['OPERATOR 36.04']);

  expect((await ask(whoAmI)).data).toEqual({ viewer: { name: 'Ingat Tetap' } });
});

test.each([
  ['a session that was ended', 'UNAUTHENTICATED', endSessions],
  [
    'a blocked account',
    'UNAUTHENTICATED',
    (key: string) => world.sql('update staff set is_active = false where id = $1', [key]),
  ],
  [
    'a role that was taken',
    'FORBIDDEN',
    async (key: string) => {
      await world.sql('insert into staff_grant (id, staff_id, role) values ($1, $2, $3)', [
        newId(),
        key,
        'AUDITOR',
      ]);
      await world.sql("delete from staff_grant where staff_id = $1 and role = 'OPERATOR'", [key]);
    },
  ],
])('%s decides nothing at the next request, and leaves no trace', async (label, code, end) => {
  const { key, decide } = await deciding(`Putus ${label}`, ['OPERATOR 36.72']);

  await end(key);

  expect(await decide(`Lewat ${label}`)).toBe(code);
  expect(await made(`Lewat ${label}`)).toEqual({ sources: 0, traces: 0 });
});

test('a role that was given decides at the next request, once', async () => {
  const { key, decide } = await deciding('Putus Baru', ['ANALYST 36']);
  expect(await decide('Putus Baru Belum')).toBe('FORBIDDEN');

  await world.sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
    newId(),
    key,
    'OPERATOR',
    regionKey('36.72'),
  ]);

  expect(await decide('Putus Baru Sudah')).toBe('Putus Baru Sudah');
  expect(await made('Putus Baru Sudah')).toEqual({ sources: 1, traces: 1 });
});

test('a decision that another one’s change refutes is made once, after a second look', async () => {
  const { decide } = await deciding('Putus Tetap', ['OPERATOR 36.72']);

  await world.person('Putus Lain', ['OPERATOR 36.04']);

  expect(await decide('Sekali')).toBe('Sekali');
  expect(await made('Sekali')).toEqual({ sources: 1, traces: 1 });
});

test('without the count of changes one is remembered for a while, but not for several changes at once', async () => {
  const { key, ask } = await remembered('Ingat Hitung', ['OPERATOR 36.72']);
  await world.sql('alter table staff_session disable trigger staff_session_end_identity');
  await endSessions(key);
  await world.sql('alter table staff_session enable trigger staff_session_end_identity');

  expect((await ask(whoAmI)).data).toEqual({ viewer: { name: 'Ingat Hitung' } });
  const both =
    'mutation { one: alertFeedEnd { userErrors { code } } two: alertFeedEnd { userErrors { code } } }';
  expect((await ask(both)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
