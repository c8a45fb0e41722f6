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
const makeToken = `mutation { tokenCreate(input: { name: "uji", access: READ, days: 1 }) { token userErrors { code } } }`;

/** Somebody whose rights the program remembers from the request before. */
async function remembered(name: string, grants: readonly string[]) {
  const { id, email } = await world.person(name, grants);
  const token = await world.tokenOf(email);
  await world.ask(whoAmI, { token });
  return { key: parsePublicId(id)?.id ?? '', token, ask: (query: string) => world.ask(query, { token }) };
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

test('without the count of changes a reader is remembered for a while, whoever changes something never', async () => {
  const { key, ask } = await remembered('Ingat Hitung', ['OPERATOR 36.72']);
  await world.sql('alter table staff_session disable trigger staff_session_end_identity');
  await endSessions(key);
  await world.sql('alter table staff_session enable trigger staff_session_end_identity');

  expect((await ask(whoAmI)).data).toEqual({ viewer: { name: 'Ingat Hitung' } });
  expect((await ask(makeToken)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
