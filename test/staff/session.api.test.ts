import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePublicId } from '../../schema/kernel/identifier.js';
import { tokenHash } from '../../schema/staff/index.js';
import { password, type StaffWorld, staffWorld, type UserError } from './staff-world.js';

let world: StaffWorld;

beforeAll(async () => {
  world = await staffWorld();
});

afterAll(() => world.close());

const signIn = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { token expiresAt viewer { name canWrite grants { role region { code } } } userErrors { path code message } }
}`;
const whoAmI = '{ viewer { id name email locale canWrite grants { role region { displayName } } } }';
const createToken = `mutation ($input: TokenCreateInput!) {
  tokenCreate(input: $input) { token accessToken { id name access expiresAt lastUsedAt revokedAt } userErrors { path code } }
}`;

async function attempt(email: string, typed: string, address = '198.51.100.7') {
  const { data, errors } = await world.ask(signIn, {
    variables: { input: { email, password: typed } },
    address,
  });
  expect(errors).toBeUndefined();
  return data.sessionCreate;
}

async function events(id: string): Promise<string[]> {
  const rows = await world.sql(
    `select a.verb from audit_event a where a.subject_id = $1 and a.operation = 'EVENT' order by a.occurred_at`,
    [parsePublicId(id)?.id],
  );
  return rows.map(({ verb }) => verb);
}

describe('sessionCreate', () => {
  test('opens a session of 12 hours that the next requests come with', async () => {
    const { id, email } = await world.person('Siti Masuk', ['OPERATOR 36.72']);

    const opened = await attempt('Siti.MASUK@contoh.go.id ', password);

    expect(opened.userErrors).toEqual([]);
    expect(opened.viewer).toEqual({
      name: 'Siti Masuk',
      canWrite: true,
      grants: [{ role: 'OPERATOR', region: { code: '36.72' } }],
    });
    const hours = (Date.parse(opened.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
    const { data } = await world.ask(whoAmI, { token: opened.token });
    expect(data).toEqual({
      viewer: {
        id,
        name: 'Siti Masuk',
        email,
        locale: 'ID',
        canWrite: true,
        grants: [{ role: 'OPERATOR', region: { displayName: 'Kota Cilegon' } }],
      },
    });
    expect(await events(id)).toEqual(['viewer.signIn']);
    const rows = await world.sql('select token_hash from staff_session where staff_id = $1', [
      parsePublicId(id)?.id,
    ]);
    expect(rows).toEqual([{ token_hash: tokenHash(opened.token) }]);
  });

  test('answers alike for a wrong password, an unknown account, a blocked one and one without a password', async () => {
    const wrong = await world.person('Siti Keliru', ['OPERATOR 36.72']);
    const blocked = await world.person('Siti Diblokir', ['OPERATOR 36.72']);
    const bare = await world.person('Siti Baru', ['OPERATOR 36.72']);
    await world.sql('update staff set is_active = false where email = $1', [blocked.email]);
    await world.sql('update staff set password_hash = null where email = $1', [bare.email]);
    const refused = {
      token: null,
      expiresAt: null,
      viewer: null,
      userErrors: [
        {
          path: ['input'],
          code: 'SIGN_IN_FAILED',
          message: 'Surel atau kata sandi salah, atau akun tidak aktif. Periksa lalu coba lagi.',
        },
      ],
    };

    expect(await attempt(wrong.email, `${password}!`)).toEqual(refused);
    expect(await attempt('tidak.ada@contoh.go.id', password)).toEqual(refused);
    expect(await attempt(blocked.email, password)).toEqual(refused);
    expect(await attempt(bare.email, password)).toEqual(refused);
    expect(await events(wrong.id)).toEqual(['viewer.signInFailed']);
    const rows = await world.sql(
      'select count(*)::int as count from staff_session where staff_id = any($1)',
      [[wrong.id, blocked.id, bare.id].map((id) => parsePublicId(id)?.id)],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('names what is missing or unreadable at its field', async () => {
    const missing = await attempt('', '');
    const unreadable = await attempt('a\u0000b@contoh.go.id', password);

    expect(missing.userErrors.map(({ path, code }: UserError) => [path.join('.'), code])).toEqual([
      ['input.email', 'VALUE_MISSING'],
      ['input.password', 'VALUE_MISSING'],
    ]);
    expect(unreadable.userErrors.map(({ path, code }: UserError) => [path.join('.'), code])).toEqual([
      ['input.email', 'TEXT_UNREADABLE'],
    ]);
  });

  test.each(['Siti Terbatas', null])('lets an account fail five times, known or not (%s)', async (name) => {
    const email = name === null ? 'siapa@contoh.go.id' : (await world.person(name, ['OPERATOR 36.72'])).email;
    const codes: string[] = [];

    for (let round = 0; round < 6; round += 1)
      codes.push((await attempt(email, 'salah', '198.51.100.8')).userErrors[0].code);
    const right = await attempt(email.toUpperCase(), password, '198.51.100.9');
    // PostgreSQL takes the dotted capital for an i, JavaScript does not
    const spelled = await attempt(email.replace('i', 'İ'), password, '198.51.100.9');

    expect(spelled.userErrors[0].code).toBe('SIGN_IN_LIMITED');
    expect(codes).toEqual([...Array(5).fill('SIGN_IN_FAILED'), 'SIGN_IN_LIMITED']);
    expect(right.token).toBeNull();
    expect(right.userErrors).toEqual([
      {
        path: ['input'],
        code: 'SIGN_IN_LIMITED',
        message: 'Terlalu banyak percobaan yang gagal. Coba lagi dalam 15 menit.',
      },
    ]);
  });

  test('a success lets the account begin anew', async () => {
    const { email } = await world.person('Siti Pelupa', ['OPERATOR 36.72']);
    for (let round = 0; round < 4; round += 1) await attempt(email, 'salah', '198.51.100.10');

    const right = await attempt(email, password, '198.51.100.10');
    const again = await attempt(email, 'salah', '198.51.100.10');

    expect(right.userErrors).toEqual([]);
    expect(again.userErrors[0].code).toBe('SIGN_IN_FAILED');
  });

  test('lets an address fail fifty times; another address may still sign in', async () => {
    const { email } = await world.person('Siti Tetangga', ['OPERATOR 36.72']);
    const codes: string[] = [];
    for (let round = 0; round < 51; round += 1) {
      codes.push((await attempt(`orang${round}@contoh.go.id`, 'salah', '203.0.113.5')).userErrors[0].code);
    }

    const same = await attempt(email, password, '203.0.113.5');
    const other = await attempt(email, password, '203.0.113.6');

    expect(codes).toEqual([...Array(50).fill('SIGN_IN_FAILED'), 'SIGN_IN_LIMITED']);
    expect(same.userErrors[0].code).toBe('SIGN_IN_LIMITED');
    expect(other.userErrors).toEqual([]);
  });

  test('many attempts at once do not slip past the limit', async () => {
    const { email } = await world.person('Siti Serentak', ['OPERATOR 36.72']);

    const answers = await Promise.all(
      Array.from({ length: 12 }, () => attempt(email, 'salah', '198.51.100.11')),
    );

    const codes = answers.map(({ userErrors }) => userErrors[0].code);
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
  });

  test('keeps neither address nor account readable in the table of limits', async () => {
    const rows = await world.sql('select key from login_limit');

    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(account|address):[\w-]{43}$/);
  });
});

describe('sessions', () => {
  test('end after 30 minutes without use and after 12 hours in any case', async () => {
    const { id, email } = await world.person('Siti Lama', ['OPERATOR 36.72']);
    const idle = await world.tokenOf(email);
    const old = await world.tokenOf(email);
    const used = await world.tokenOf(email);
    const age = 'update staff_session set last_seen_at = now() - $2::interval where token_hash = $1';
    await world.sql(age, [tokenHash(idle), '31 minutes']);
    await world.sql(age, [tokenHash(used), '29 minutes']);
    await world.sql('update staff_session set expires_at = now() where token_hash = $1', [tokenHash(old)]);

    const names = [];
    for (const token of [idle, old, used, 'bukan-token', null]) {
      names.push((await world.ask('{ viewer { name } }', { token })).data.viewer?.name ?? null);
    }
    const { data } = await world.ask('{ viewer { sessions { openedAt lastSeenAt client } } }', {
      token: used,
    });

    expect(names).toEqual([null, null, 'Siti Lama', null, null]);
    expect(data.viewer.sessions).toHaveLength(1);
    expect(Date.now() - Date.parse(data.viewer.sessions[0].lastSeenAt)).toBeLessThan(60_000);
    expect(id).toMatch(/^staff_/);
  });

  test('what a page asks by itself is no use; the viewer hears when the session ends without any', async () => {
    const { email } = await world.person('Siti Pergi', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);
    const question = '{ viewer { sessionEndsAt sessions { lastSeenAt } } }';
    await world.sql(
      "update staff_session set last_seen_at = now() - interval '20 minutes' where token_hash = $1",
      [tokenHash(token)],
    );

    const { viewer: alone } = (await world.ask(question, { token, isBackground: true })).data;
    const { viewer: used } = (await world.ask(question, { token })).data;

    const minutesLeft = ({ sessionEndsAt }: { sessionEndsAt: string }) =>
      Math.round((Date.parse(sessionEndsAt) - Date.now()) / 60_000);
    expect([minutesLeft(alone), minutesLeft(used)]).toEqual([10, 30]);
    expect(Date.now() - Date.parse(alone.sessions[0].lastSeenAt)).toBeGreaterThan(19 * 60_000);
  });

  test('sessionEnd ends this one only, sessionEndAll every one', async () => {
    const { id, email } = await world.person('Siti Keluar', ['OPERATOR 36.72']);
    const [first, second, third] = [
      await world.tokenOf(email),
      await world.tokenOf(email),
      await world.tokenOf(email),
    ];
    const isIn = async (token: string) =>
      (await world.ask('{ viewer { name } }', { token })).data.viewer !== null;

    const ended = await world.ask('mutation { sessionEnd { userErrors { code } } }', { token: first });
    const afterOne = [await isIn(first), await isIn(second), await isIn(third)];
    await world.ask('mutation { sessionEndAll { userErrors { code } } }', { token: second });
    const afterAll = [await isIn(first), await isIn(second), await isIn(third)];

    expect(ended).toEqual({ status: 200, data: { sessionEnd: { userErrors: [] } } });
    expect(afterOne).toEqual([false, true, true]);
    expect(afterAll).toEqual([false, false, false]);
    expect((await events(id)).slice(-2)).toEqual(['viewer.signOut', 'viewer.signOutEverywhere']);
  });

  test('a block and a changed role count at the next request, and a block does not end with its lifting', async () => {
    const { email } = await world.person('Siti Dicabut', ['AUDITOR 36']);
    const token = await world.tokenOf(email);
    const list = '{ staffMembers { totalCount } }';
    expect((await world.ask(list, { token })).errors).toBeUndefined();

    await world.sql(
      `update staff_grant set role = 'OPERATOR' where staff_id = (select id from staff where email = $1)`,
      [email],
    );
    const demoted = await world.ask(list, { token });
    await world.sql('update staff set is_active = false where email = $1', [email]);
    const blocked = await world.ask(list, { token });
    await world.sql('update staff set is_active = true where email = $1', [email]);
    const lifted = await world.ask(list, { token });

    expect(demoted.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(blocked.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(lifted.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('viewer is one statement, and null for the anonymous', async () => {
    const { email } = await world.person('Siti Hemat', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);
    let tokens: unknown;

    const statements = await world.statements(async () => {
      tokens = (
        await world.ask(
          '{ viewer { name grants { role region { name } } sessions { openedAt } tokens { name } } }',
          { token },
        )
      ).data.viewer.tokens;
    });

    expect(tokens).toEqual([]);
    expect(statements).toHaveLength(1);
    expect(await world.ask(whoAmI)).toEqual({ status: 200, data: { viewer: null } });
  });
});

describe('passwordChange', () => {
  const change =
    'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { path code } } }';
  const fresh = 'burung maleo di Ujung Kulon';

  test('ends the other sessions; only the new password opens one', async () => {
    const { email } = await world.person('Siti Ganti', ['OPERATOR 36.72']);
    const [here, there] = [await world.tokenOf(email), await world.tokenOf(email)];

    const { data } = await world.ask(change, {
      token: here,
      variables: { input: { current: password, new: fresh } },
    });

    expect(data.passwordChange.userErrors).toEqual([]);
    expect((await world.ask(whoAmI, { token: here })).data.viewer.name).toBe('Siti Ganti');
    expect((await world.ask(whoAmI, { token: there })).data.viewer).toBeNull();
    expect((await attempt(email, password)).token).toBeNull();
    expect((await attempt(email, fresh)).token).not.toBeNull();
    const rows = await world.sql(
      `select a.changes from audit_event a where a.verb = 'viewer.changePassword' and a.subject_id = (select id from staff where email = $1)`,
      [email],
    );
    expect(rows).toEqual([{ changes: { password_hash: ['***', '***'] } }]);
  });

  test.each([
    ['salah', fresh, 'input.current PASSWORD_WRONG'],
    [password, 'pendek', 'input.new PASSWORD_TOO_SHORT'],
    [password, 'Siti Teguh Sekali', 'input.new PASSWORD_GUESSABLE'],
    [password, password, 'input.new PASSWORD_UNCHANGED'],
  ])('refuses %s to %s: %s', async (current, wanted, expected) => {
    await world.sql(
      `delete from staff_session where staff_id = (select id from staff where name = 'Siti Teguh Sekali')`,
    );
    const known = await world.sql(`select email from staff where name = 'Siti Teguh Sekali'`);
    const { email } = known[0] ?? (await world.person('Siti Teguh Sekali', ['OPERATOR 36.72']));
    const token = await world.tokenOf(email);

    const { data } = await world.ask(change, { token, variables: { input: { current, new: wanted } } });

    const [{ path, code }] = data.passwordChange.userErrors;
    expect(`${path.join('.')} ${code}`).toBe(expected);
    expect((await attempt(email, password)).token).not.toBeNull();
  });

  test('guessing the present password is limited like signing in', async () => {
    const { email } = await world.person('Siti Ditebak', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);
    const codes: string[] = [];

    for (let round = 0; round < 6; round += 1) {
      const { data } = await world.ask(change, {
        token,
        variables: { input: { current: `salah ${round}`, new: fresh } },
        address: '198.51.100.12',
      });
      codes.push(data.passwordChange.userErrors[0].code);
    }

    expect(codes).toEqual([...Array(5).fill('PASSWORD_WRONG'), 'SIGN_IN_LIMITED']);
  });
});

describe('access tokens', () => {
  async function tokenFor(name: string, access: 'READ' | 'WRITE') {
    const { id, email } = await world.person(name, ['COORDINATOR 36']);
    const session = await world.tokenOf(email);
    const { data } = await world.ask(createToken, {
      token: session,
      variables: { input: { name: 'Laporan', access, days: 30 } },
    });
    return { id, session, ...data.tokenCreate };
  }
  const block = `mutation ($id: ID!) { staffRevise(id: $id, expectedVersion: 1, input: { isActive: false }) { userErrors { code } } }`;

  test('are shown once, stored as a hash, and end after the days asked for', async () => {
    const { id, session, token, accessToken, userErrors } = await tokenFor('Budi Token', 'READ');

    expect(userErrors).toEqual([]);
    expect(token).toMatch(/^payung_[\w-]{43}$/);
    expect(accessToken).toMatchObject({ name: 'Laporan', access: 'READ', lastUsedAt: null, revokedAt: null });
    expect(Math.round((Date.parse(accessToken.expiresAt) - Date.now()) / 86_400_000)).toBe(30);
    const rows = await world.sql(
      `select to_jsonb(t)::text as row from access_token t where t.staff_id = $1`,
      [parsePublicId(id)?.id],
    );
    expect(rows[0].row).not.toContain(token.slice(7));
    const { data } = await world.ask('{ viewer { tokens { name access } } }', { token: session });
    expect(data.viewer.tokens).toEqual([{ name: 'Laporan', access: 'READ' }]);
  });

  test('that read cannot change anything', async () => {
    const { token } = await tokenFor('Budi Baca', 'READ');
    const { id } = await world.person('Operator Aman', ['OPERATOR 36.72']);

    const seen = await world.ask('{ viewer { canWrite } staffMembers(first: 1) { nodes { name } } }', {
      token,
    });
    const refused = await world.ask(block, { token, variables: { id } });

    expect(seen.data.viewer.canWrite).toBe(false);
    expect(seen.data.staffMembers.nodes).toHaveLength(1);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const rows = await world.sql('select is_active from staff where id = $1', [parsePublicId(id)?.id]);
    expect(rows).toEqual([{ is_active: true }]);
  });

  test('that write may change things, but make no tokens and no passwords', async () => {
    const { token } = await tokenFor('Budi Tulis', 'WRITE');
    const { id } = await world.person('Operator Kena', ['OPERATOR 36.72']);

    const changed = await world.ask(block, { token, variables: { id } });
    const minted = await world.ask(createToken, {
      token,
      variables: { input: { name: 'Lagi', access: 'WRITE' } },
    });

    expect(changed).toEqual({ status: 200, data: { staffRevise: { userErrors: [] } } });
    expect(minted.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(minted.errors?.[0]?.message).toBe(
      'Token akses tidak dapat dipakai untuk ini. Masuk dengan surel dan kata sandi.',
    );
  });

  test('are refused once revoked or expired; nobody revokes those of others', async () => {
    const revoked = await tokenFor('Budi Cabut', 'READ');
    const expired = await tokenFor('Budi Habis', 'READ');
    const revoke =
      'mutation ($id: ID!) { tokenRevoke(id: $id) { accessToken { revokedAt } userErrors { path code } } }';
    await world.sql('update access_token set expires_at = now() where token_hash = $1', [
      tokenHash(expired.token),
    ]);
    expect((await world.ask(whoAmI, { token: revoked.token })).data.viewer.name).toBe('Budi Cabut');

    const foreign = await world.ask(revoke, {
      token: expired.session,
      variables: { id: revoked.accessToken.id },
    });
    const own = await world.ask(revoke, {
      token: revoked.session,
      variables: { id: revoked.accessToken.id },
    });

    expect(foreign.data.tokenRevoke).toEqual({
      accessToken: null,
      userErrors: [{ path: ['id'], code: 'NOT_FOUND' }],
    });
    expect(own.data.tokenRevoke.accessToken.revokedAt).not.toBeNull();
    expect((await world.ask(whoAmI, { token: revoked.token })).data.viewer).toBeNull();
    expect((await world.ask(whoAmI, { token: expired.token })).data.viewer).toBeNull();
    expect(await events(revoked.id)).toEqual(['viewer.signIn', 'token.revoke']);
  });

  test('their use is noted without a row in the audit trail for each time', async () => {
    const { id, session, token } = await tokenFor('Budi Pakai', 'READ');

    for (let round = 0; round < 3; round += 1) await world.ask(whoAmI, { token });

    const { data } = await world.ask('{ viewer { tokens { lastUsedAt } } }', { token: session });
    expect(data.viewer.tokens[0].lastUsedAt).not.toBeNull();
    const rows = await world.sql(
      `select a.operation, a.verb from audit_event a where a.subject_id = $1 and a.part = 'access_token'`,
      [parsePublicId(id)?.id],
    );
    expect(rows).toEqual([{ operation: 'INSERT', verb: 'viewer.createToken' }]);
  });

  test('live at most 366 days and are at most 20', async () => {
    const { email } = await world.person('Budi Banyak', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);
    const create = async (days: number) =>
      (await world.ask(createToken, { token, variables: { input: { name: 'T', access: 'READ', days } } }))
        .data.tokenCreate.userErrors[0]?.code ?? null;

    expect(await create(367)).toBe('NUMBER_OUT_OF_RANGE');
    expect(await create(0)).toBe('NUMBER_OUT_OF_RANGE');
    for (let round = 0; round < 20; round += 1) expect(await create(366)).toBeNull();
    expect(await create(1)).toBe('TOKEN_TOO_MANY');
  });
});
