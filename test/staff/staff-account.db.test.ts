import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountRequest, createAccount } from '../../server/cli/staff-account.js';
import { type StaffWorld, staffWorld } from './staff-world.js';

let world: StaffWorld;

beforeAll(async () => {
  world = await staffWorld();
});

afterAll(() => world.close());

const siti: AccountRequest = {
  email: 'siti@contoh.go.id',
  name: 'Siti Aminah',
  roles: ['COORDINATOR'],
  region: '36',
  password: null,
};

function create(change: Partial<AccountRequest>): Promise<string> {
  return createAccount(world.database.ownerUrl, { ...siti, ...change });
}

async function grantsOf(email: string): Promise<unknown[]> {
  const rows = await world.sql(
    `select g.role, r.code from staff s join staff_grant g on g.staff_id = s.id left join region r on r.id = g.region_id
     where s.email = $1 order by g.role`,
    [email],
  );
  return rows;
}

describe('staff:create', () => {
  test('makes an account whose password opens a session', async () => {
    const password = await create({});

    const { data } = await world.ask(
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { viewer { name grants { role region { code } } } } }',
      { variables: { input: { email: siti.email, password } } },
    );

    expect(data.sessionCreate.viewer).toEqual({
      name: 'Siti Aminah',
      grants: [{ role: 'COORDINATOR', region: { code: '36' } }],
    });
    const rows = await world.sql(
      `select distinct a.verb, a.request_id, a.changes -> 'password_hash' as hash from audit_event a where a.part = 'staff' and a.operation = 'INSERT'`,
    );
    expect(rows).toEqual([{ verb: 'staff.create', request_id: 'cli', hash: ['***', '***'] }]);
  });

  test('takes the password that was given, several roles, and all of Indonesia', async () => {
    const given = 'badak jawa di Ujung Kulon';

    const password = await create({
      email: 'a@contoh.go.id',
      roles: ['ADMIN', 'AUDITOR'],
      region: 'all',
      password: given,
    });

    expect(password).toBe(given);
    expect(await grantsOf('a@contoh.go.id')).toEqual([
      { role: 'ADMIN', code: null },
      { role: 'AUDITOR', code: null },
    ]);
  });

  test.each([
    [{ email: 'SITI@contoh.go.id' }, /sudah ada \/ .* exists already/],
    [{ email: 'siti' }, /Alamat surel "siti" tidak berlaku/],
    [{ email: 'b@c', roles: [] }, /Pilih peran dengan --role/],
    [{ email: 'b@c', roles: ['BOS'] }, /Peran "BOS" tidak ada; pilih dari ADMIN, COORDINATOR/],
    [{ email: 'b@c', roles: ['ADMIN'] }, /Peran ADMIN berlaku untuk seluruh Indonesia/],
    [{ email: 'b@c', region: null }, /Sebutkan wilayah dengan --region/],
    [{ email: 'b@c', region: '99' }, /Tidak ada provinsi, kabupaten, atau kota dengan kode "99"/],
    [{ email: 'b@c', region: '36.72.01' }, /Tidak ada provinsi, kabupaten, atau kota dengan kode "36.72.01"/],
    [{ email: 'b@c', password: 'pendek' }, /paling sedikit 12/],
    [{ email: 'b@c', password: 'Siti Aminah ' }, /paling sedikit 12|sama dengan surel atau nama/],
  ])('refuses %j in one sentence', async (change, sentence) => {
    const before = await world.sql('select count(*) from staff');

    await expect(create(change)).rejects.toThrow(sentence);

    expect(await world.sql('select count(*) from staff')).toEqual(before);
  });

  test('says so when the database was never prepared', async () => {
    const elsewhere = new URL(world.database.superUserUrl);
    elsewhere.pathname = '/postgres';

    await expect(createAccount(elsewhere.toString(), siti)).rejects.toThrow(/Basis data belum disiapkan/);
  });
});
