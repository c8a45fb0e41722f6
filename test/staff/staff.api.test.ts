import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePublicId } from '../../schema/kernel/identifier.js';
import { regionId } from '../support/build/region.js';
import { type StaffWorld, staffWorld } from './staff-world.js';

let world: StaffWorld;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await staffWorld();
  for (const [name, grant] of [
    ['Admin', 'ADMIN'],
    ['Koordinator Banten', 'COORDINATOR 36'],
    ['Koordinator Jabar', 'COORDINATOR 32'],
    ['Auditor Banten', 'AUDITOR 36'],
    ['Operator Cilegon', 'OPERATOR 36.72'],
    ['Operator Bekasi', 'OPERATOR 32.75'],
  ] as [string, string][]) {
    const { id, email } = await world.person(name, [grant]);
    ids[name] = id;
    tokens[name] = await world.tokenOf(email);
  }
});

afterAll(() => world.close());

function as(name: string | null, query: string, variables: Record<string, unknown> = {}) {
  return world.ask(query, { token: name === null ? null : (tokens[name] ?? null), variables });
}

async function versionOf(id: string): Promise<number> {
  const rows = await world.sql('select version from staff where id = $1', [parsePublicId(id)?.id]);
  return rows[0].version;
}

const create = `mutation ($input: StaffCreateInput!, $key: String) {
  staffCreate(input: $input, idempotencyKey: $key) {
    password staffMember { id email name locale isActive version grants { role region { code } } } userErrors { path code }
  }
}`;
const grantRoles = `mutation ($id: ID!, $version: Int!, $grants: [StaffGrantInput!]!) {
  staffGrantRoles(id: $id, expectedVersion: $version, grants: $grants) {
    staffMember { version grants { role region { code } } } userErrors { path code }
  }
}`;
const revise = `mutation ($id: ID!, $version: Int!, $input: StaffReviseInput!) {
  staffRevise(id: $id, expectedVersion: $version, input: $input) { staffMember { name locale isActive } userErrors { path code message } }
}`;

describe('staffMembers', () => {
  test.each([
    ['Admin', 6],
    ['Koordinator Banten', 3],
    ['Auditor Banten', 3],
    ['Koordinator Jabar', 2],
  ])('%s sees %d accounts', async (name, count) => {
    const { data } = await as(name, '{ staffMembers { totalCount nodes { name } } }');

    expect(data.staffMembers.totalCount).toBe(count);
    expect(data.staffMembers.nodes).toHaveLength(count);
  });

  test.each([
    [null, 'UNAUTHENTICATED'],
    ['Operator Cilegon', 'FORBIDDEN'],
  ])('%s is refused: %s', async (name, code) => {
    const listed = await as(name, '{ staffMembers { totalCount } }');
    const one = await as(name, 'query ($id: ID!) { staffMember(id: $id) { name } }', {
      id: ids['Operator Cilegon'],
    });

    expect(listed.errors?.[0]?.extensions.code).toBe(code);
    expect(one.errors?.[0]?.extensions.code).toBe(code);
  });

  test.each([
    [{ roles: ['OPERATOR', 'AUDITOR'] }, ['Auditor Banten', 'Operator Bekasi', 'Operator Cilegon']],
    [{ roles: [] }, []],
    [{ regionIds: ['36'] }, ['Auditor Banten', 'Koordinator Banten', 'Operator Cilegon']],
    [{ regionIds: ['36.72'] }, ['Operator Cilegon']],
    [{ regionIds: [] }, []],
    [{ isActive: false }, []],
    [{ isActive: true, roles: ['ADMIN'] }, ['Admin']],
    [{ search: 'BEKASI@contoh' }, ['Operator Bekasi']],
    [{ search: '%%%' }, []],
    [
      { roles: null, search: null },
      [
        'Admin',
        'Auditor Banten',
        'Koordinator Banten',
        'Koordinator Jabar',
        'Operator Bekasi',
        'Operator Cilegon',
      ],
    ],
  ])('filter %j', async (filter, expected) => {
    const regionIds = 'regionIds' in filter ? { regionIds: filter.regionIds?.map(regionId) } : {};

    const { data } = await as(
      'Admin',
      'query ($filter: StaffFilter) { staffMembers(filter: $filter) { nodes { name } } }',
      {
        filter: { ...filter, ...regionIds },
      },
    );

    expect(data.staffMembers.nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  });

  test.each(['NAME', 'CREATED_AT'])(
    'pages by %s in both directions without loss or repetition',
    async (field) => {
      for (const direction of ['ASC', 'DESC']) {
        const names: string[] = [];
        let after: string | null = null;
        do {
          const { data } = await as(
            'Admin',
            `query ($after: String) { staffMembers(first: 2, after: $after, orderBy: { field: ${field}, direction: ${direction} }) {
            nodes { name } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          names.push(...data.staffMembers.nodes.map(({ name }: { name: string }) => name));
          after = data.staffMembers.pageInfo.hasNextPage ? data.staffMembers.pageInfo.endCursor : null;
        } while (after !== null);
        expect(new Set(names).size).toBe(6);
        expect(names).toHaveLength(6);
      }
    },
  );

  test('is one statement, whatever is selected', async () => {
    let errors: unknown = null;

    const statements = await world.statements(async () => {
      errors = (
        await as(
          'Admin',
          '{ staffMembers { totalCount nodes { name grants { role region { displayName parent { name } } } sessions { openedAt } } } }',
        )
      ).errors;
    });

    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });

  test('shows no tokens of others and nothing of a password', async () => {
    const { data } = await as('Admin', '{ __type(name: "Staff") { fields { name } } }');

    const names: string[] = data.__type.fields.map(({ name }: { name: string }) => name);
    expect(names).toContain('email');
    expect(names.filter((name) => /token|password|hash/i.test(name))).toEqual([]);
  });
});

describe('staffMember', () => {
  test('a forbidden id and a missing id answer alike, through node too', async () => {
    const query = 'query ($id: ID!) { staffMember(id: $id) { name } node(id: $id) { id } }';

    const forbidden = await as('Koordinator Banten', query, { id: ids['Operator Bekasi'] });
    const missing = await as('Koordinator Banten', query, { id: 'staff_0190a0a0a0a07000800000000000000f' });
    const own = await as('Koordinator Banten', query, { id: ids['Operator Cilegon'] });

    expect(forbidden).toEqual({ status: 200, data: { staffMember: null, node: null } });
    expect(missing).toEqual(forbidden);
    expect(own.data).toEqual({
      staffMember: { name: 'Operator Cilegon' },
      node: { id: ids['Operator Cilegon'] },
    });
  });
});

describe('staffCreate', () => {
  const dewi = {
    email: 'dewi@contoh.go.id',
    name: 'Dewi Anggraini',
    grants: [{ role: 'OPERATOR', regionId: regionId('36.04') }],
  };

  test('a coordinator makes an account of the own province; its password opens a session', async () => {
    const { data, errors } = await as('Koordinator Banten', create, { input: dewi });

    expect(errors).toBeUndefined();
    const made = data.staffCreate;
    expect(made.userErrors).toEqual([]);
    expect(made.staffMember).toMatchObject({
      email: 'dewi@contoh.go.id',
      name: 'Dewi Anggraini',
      locale: 'ID',
      isActive: true,
      grants: [{ role: 'OPERATOR', region: { code: '36.04' } }],
    });
    const signIn = await as(
      null,
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { viewer { name } } }',
      {
        input: { email: 'DEWI@contoh.go.id', password: made.password },
      },
    );
    expect(signIn.data.sessionCreate.viewer).toEqual({ name: 'Dewi Anggraini' });
    const rows = await world.sql(
      `select a.part, a.operation, a.actor_id from audit_event a where a.verb = 'staff.create' and a.subject_id = $1 order by a.part, a.operation`,
      [parsePublicId(made.staffMember.id)?.id],
    );
    const actor = parsePublicId(ids['Koordinator Banten'] ?? '')?.id;
    expect(rows).toEqual([
      { part: 'staff', operation: 'INSERT', actor_id: actor },
      { part: 'staff', operation: 'UPDATE', actor_id: actor },
      { part: 'staff_grant', operation: 'INSERT', actor_id: actor },
    ]);
  });

  test('repeated with the same key it gives the same account, without a password', async () => {
    const input = { ...dewi, email: 'sekali@contoh.go.id' };

    const first = await as('Admin', create, { input, key: 'k1' });
    const second = await as('Admin', create, { input, key: 'k1' });

    expect(second.data.staffCreate.staffMember.id).toBe(first.data.staffCreate.staffMember.id);
    expect(first.data.staffCreate.password).not.toBeNull();
    expect(second.data.staffCreate.password).toBeNull();
  });

  test.each([
    [
      'Koordinator Banten',
      { grants: [{ role: 'OPERATOR', regionId: regionId('32.75') }] },
      'input.grants.0.regionId OUTSIDE_REGION',
    ],
    ['Koordinator Banten', { grants: [{ role: 'ADMIN' }] }, 'input.grants.0.role GRANT_ADMIN_FORBIDDEN'],
    ['Koordinator Banten', { grants: [{ role: 'AUDITOR' }] }, 'input.grants.0.regionId OUTSIDE_REGION'],
    ['Koordinator Banten', { grants: [] }, 'input.grants GRANTS_MISSING'],
    [
      'Admin',
      { grants: [{ role: 'OPERATOR', regionId: regionId('36.72.01') }] },
      'input.grants.0.regionId GRANT_REGION_LEVEL',
    ],
    [
      'Admin',
      { grants: [{ role: 'OPERATOR', regionId: 'mou_0190a0a0a0a07000800000000000000f' }] },
      'input.grants.0.regionId REFERENCE_NOT_FOUND',
    ],
    [
      'Admin',
      { grants: [{ role: 'OPERATOR', regionId: 'region_0190a0a0a0a07000800000000000000f' }] },
      'input.grants.0.regionId REFERENCE_NOT_FOUND',
    ],
    ['Admin', { email: 'bukan surel' }, 'input.email STAFF_EMAIL_INVALID'],
    ['Admin', { email: 'ADMIN@contoh.go.id' }, 'input.email STAFF_EMAIL_TAKEN'],
    ['Admin', { name: '  ' }, 'input.name VALUE_MISSING'],
    ['Admin', { name: 'x'.repeat(201) }, 'input.name VALUE_TOO_LONG'],
  ])('%s is refused %j: %s', async (name, change, expected) => {
    const before = await world.sql('select count(*) from staff');

    const { data } = await as(name, create, { input: { ...dewi, email: 'baru@contoh.go.id', ...change } });

    expect(data.staffCreate).toMatchObject({ password: null, staffMember: null });
    const [{ path, code }] = data.staffCreate.userErrors;
    expect(`${path.join('.')} ${code}`).toBe(expected);
    expect(await world.sql('select count(*) from staff')).toEqual(before);
  });

  test.each([
    [null, 'UNAUTHENTICATED'],
    ['Operator Cilegon', 'FORBIDDEN'],
    ['Auditor Banten', 'FORBIDDEN'],
  ])('%s may not: %s', async (name, code) => {
    expect((await as(name, create, { input: dewi })).errors?.[0]?.extensions.code).toBe(code);
  });
});

describe('staffGrantRoles', () => {
  test('gives exactly the roles named and counts a version', async () => {
    const { id } = await world.person('Rina Peran', ['OPERATOR 36.72', 'APPROVER 36.72']);
    const grants = [
      { role: 'OPERATOR', regionId: regionId('36.72') },
      { role: 'ANALYST', regionId: regionId('36') },
    ];

    const { data } = await as('Koordinator Banten', grantRoles, { id, version: 1, grants });
    const stale = await as('Koordinator Banten', grantRoles, { id, version: 1, grants });

    expect(data.staffGrantRoles).toEqual({
      staffMember: {
        version: 2,
        grants: [
          { role: 'ANALYST', region: { code: '36' } },
          { role: 'OPERATOR', region: { code: '36.72' } },
        ],
      },
      userErrors: [],
    });
    expect(stale.data.staffGrantRoles.userErrors).toEqual([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
  });

  test.each([
    ['Koordinator Banten', 'Operator Bekasi', [{ role: 'OPERATOR', code: '36.72' }], 'id NOT_FOUND'],
    ['Koordinator Banten', 'Admin', [{ role: 'OPERATOR', code: '36.72' }], 'id NOT_FOUND'],
    [
      'Koordinator Banten',
      'Koordinator Banten',
      [{ role: 'OPERATOR', code: '36.72' }],
      'id STAFF_OWN_ACCOUNT',
    ],
    [
      'Koordinator Banten',
      'Operator Cilegon',
      [{ role: 'ADMIN', code: null }],
      'grants.0.role GRANT_ADMIN_FORBIDDEN',
    ],
    [
      'Koordinator Banten',
      'Operator Cilegon',
      [{ role: 'OPERATOR', code: '32.75' }],
      'grants.0.regionId OUTSIDE_REGION',
    ],
    ['Koordinator Banten', 'Operator Cilegon', [], 'grants GRANTS_MISSING'],
    ['Admin', 'Admin', [{ role: 'OPERATOR', code: '36.72' }], 'id STAFF_LAST_ADMIN'],
  ])('%s for %s %j: %s', async (by, of, grants, expected) => {
    const id = ids[of] ?? '';
    const version = await versionOf(id);
    const inputs = grants.map(({ role, code }) => ({ role, regionId: code && regionId(code) }));

    const { data } = await as(by, grantRoles, { id, version, grants: inputs });

    const [{ path, code }] = data.staffGrantRoles.userErrors;
    expect(`${path.join('.')} ${code}`).toBe(expected);
    expect(await versionOf(id)).toBe(version);
  });

  test('a coordinator cannot touch an account that also has a role elsewhere', async () => {
    const { id } = await world.person('Dua Provinsi', ['OPERATOR 36.72', 'OPERATOR 32.75']);

    const { data } = await as('Koordinator Banten', grantRoles, {
      id,
      version: 1,
      grants: [{ role: 'OPERATOR', regionId: regionId('36.72') }],
    });

    expect(data.staffGrantRoles.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });
});

describe('staffRevise', () => {
  test('changes what is named and keeps the rest', async () => {
    const { id } = await world.person('Rina Lama', ['OPERATOR 36.72']);

    const { data } = await as('Koordinator Banten', revise, {
      id,
      version: 1,
      input: { name: 'Rina Baru', locale: 'EN' },
    });

    expect(data.staffRevise).toEqual({
      staffMember: { name: 'Rina Baru', locale: 'EN', isActive: true },
      userErrors: [],
    });
  });

  test('a block ends sessions and tokens at once', async () => {
    const { id, email } = await world.person('Rina Blokir', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);

    const { data } = await as('Koordinator Banten', revise, { id, version: 1, input: { isActive: false } });
    const after = await world.ask('{ viewer { name } }', { token });

    expect(data.staffRevise.staffMember.isActive).toBe(false);
    expect(after.data.viewer).toBeNull();
    const rows = await world.sql('select count(*)::int as count from staff_session where staff_id = $1', [
      parsePublicId(id)?.id,
    ]);
    expect(rows).toEqual([{ count: 0 }]);
  });

  test.each([
    ['Admin', 'Admin', { isActive: false }, 'id STAFF_LAST_ADMIN'],
    ['Koordinator Banten', 'Koordinator Banten', { name: 'Saya' }, 'id STAFF_OWN_ACCOUNT'],
    ['Koordinator Banten', 'Operator Bekasi', { isActive: false }, 'id NOT_FOUND'],
    ['Admin', 'Operator Cilegon', { name: null }, 'input.name VALUE_MISSING'],
    ['Admin', 'Operator Cilegon', { isActive: null }, 'input.isActive VALUE_MISSING'],
  ])('%s of %s %j: %s', async (by, of, input, expected) => {
    const id = ids[of] ?? '';

    const { data } = await as(by, revise, { id, version: await versionOf(id), input });

    const [{ path, code }] = data.staffRevise.userErrors;
    expect(`${path.join('.')} ${code}`).toBe(expected);
  });

  test('says it in the language of the person', async () => {
    const { email } = await world.person('English Admin', ['ADMIN']);
    await world.sql(`update staff set locale = 'en' where email = $1`, [email]);
    const token = await world.tokenOf(email);

    const { data } = await world.ask(revise, {
      token,
      variables: { id: ids['Operator Cilegon'], version: 1, input: { name: '' } },
    });

    expect(data.staffRevise.userErrors[0].message).toBe('This field is required.');
    await world.sql(`delete from staff_grant where staff_id = (select id from staff where email = $1)`, [
      email,
    ]);
  });
});

describe('staffResetPassword', () => {
  const reset = `mutation ($id: ID!, $version: Int!) {
    staffResetPassword(id: $id, expectedVersion: $version) { password staffMember { version } userErrors { path code } }
  }`;

  test('hands out a new password once and ends the sessions', async () => {
    const { id, email } = await world.person('Rina Lupa', ['OPERATOR 36.72']);
    const token = await world.tokenOf(email);

    const { data } = await as('Koordinator Banten', reset, { id, version: 1 });

    const { password, userErrors } = data.staffResetPassword;
    expect(userErrors).toEqual([]);
    expect((await world.ask('{ viewer { name } }', { token })).data.viewer).toBeNull();
    const { data: opened } = await as(
      null,
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { viewer { name } } }',
      {
        input: { email, password },
      },
    );
    expect(opened.sessionCreate.viewer).toEqual({ name: 'Rina Lupa' });
  });

  test('is refused for accounts of others', async () => {
    const { data } = await as('Koordinator Banten', reset, { id: ids['Operator Bekasi'], version: 1 });

    expect(data.staffResetPassword).toEqual({
      password: null,
      staffMember: null,
      userErrors: [{ path: ['id'], code: 'NOT_FOUND' }],
    });
  });
});
