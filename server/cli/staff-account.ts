import pg from 'pg';
import { type Role, roles } from '../../schema/kernel/actor.js';
import { newId } from '../../schema/kernel/identifier.js';
import type { Problem } from '../../schema/kernel/problem.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { checkEmail, checkPassword, hashPassword, newPassword } from '../../schema/staff/index.js';
import { OWNER_ROLE } from '../roles.js';
import { bilingual, StartupError } from '../startup-error.js';

/** Account to make, as typed; region "all" is all of Indonesia. */
export interface AccountRequest {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly region: string | null;
  /** Null: one is made. */
  readonly password: string | null;
}

const UNIQUE_VIOLATION = '23505';
const NOT_THERE_YET = new Set(['42P01', '3D000', '3F000', '42704']);

/**
 * Makes the account as the owner of the database and answers with its password.
 * @throws StartupError saying what is wrong with the request or with the database.
 */
export async function createAccount(ownerUrl: string, request: AccountRequest): Promise<string> {
  const granted = checkedRoles(request);
  const password = request.password ?? newPassword();
  refuse([...checkEmail(request.email), ...checkPassword(password, request)]);
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('begin');
    await client.query(`set local role ${OWNER_ROLE}`);
    await client.query(
      "select set_config('app.verb', 'staff.create', true), set_config('app.request_id', 'cli', true)",
    );
    await insertAccount(client, { request, granted, hash: await hashPassword(password) });
    await client.query('commit');
    return password;
  } catch (error) {
    throw explained(error, request);
  } finally {
    await client.end();
  }
}

function checkedRoles({ roles: typed, region }: AccountRequest): Role[] {
  if (typed.length === 0) throw sentence('Pilih peran dengan --role', 'Choose a role with --role');
  const known = roles.filter((role) => typed.includes(role));
  const unknown = typed.find((text) => !roles.some((role) => role === text));
  if (unknown !== undefined) {
    const choices = roles.join(', ');
    throw sentence(
      `Peran "${unknown}" tidak ada; pilih dari ${choices}`,
      `There is no role "${unknown}"; choose from ${choices}`,
    );
  }
  if (known.includes('ADMIN') && region !== null && region !== 'all') {
    throw sentence(
      'Peran ADMIN berlaku untuk seluruh Indonesia; hapus --region',
      'The role ADMIN holds for all of Indonesia; leave --region out',
    );
  }
  if (region === null && known.some((role) => role !== 'ADMIN')) {
    throw sentence(
      'Sebutkan wilayah dengan --region, misalnya 36 atau 36.72, atau "all" untuk seluruh Indonesia',
      'Name the region with --region, such as 36 or 36.72, or "all" for all of Indonesia',
    );
  }
  return known;
}

interface Account {
  readonly request: AccountRequest;
  readonly granted: readonly Role[];
  readonly hash: string;
}

async function insertAccount(client: pg.Client, { request, granted, hash }: Account): Promise<void> {
  const { email, name, region } = request;
  const regionId = region === null || region === 'all' ? null : await regionWithCode(client, region);
  const id = newId();
  await client.query('insert into staff (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    id,
    email,
    name,
    hash,
  ]);
  for (const role of granted) {
    await client.query('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      id,
      role,
      regionId,
    ]);
  }
}

async function regionWithCode(client: pg.Client, code: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select r.id from region r where r.code = $1 and r.level in ('PROVINCE', 'REGENCY', 'CITY')",
    [code],
  );
  if (rows[0]) return rows[0].id;
  throw sentence(
    `Tidak ada provinsi, kabupaten, atau kota dengan kode "${code}"; kode Banten 36, Kota Cilegon 36.72`,
    `There is no province, regency or city with the code "${code}"; Banten is 36, Kota Cilegon 36.72`,
  );
}

function refuse([first]: readonly Problem[]): void {
  if (first)
    throw sentence(messageOf(first.code, first.params, 'id'), messageOf(first.code, first.params, 'en'));
}

function explained(error: unknown, { email }: AccountRequest): unknown {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (code === UNIQUE_VIOLATION) {
    return sentence(`Akun ${email} sudah ada`, `The account ${email} exists already`);
  }
  if (NOT_THERE_YET.has(code)) {
    return sentence(
      'Basis data belum disiapkan; jalankan "npm start" (atau "npm run migrate") sekali terlebih dahulu',
      'The database is not prepared; run "npm start" (or "npm run migrate") once first',
    );
  }
  return error;
}

function sentence(id: string, en: string): StartupError {
  return new StartupError(bilingual({ id, en }));
}
