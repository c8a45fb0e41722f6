import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { NikVault } from '../schema/kernel/nik-vault.js';
import { unknownKey } from './nik-keys.js';
import { keyNumber } from './nik-vault.js';
import { OWNER_ROLE } from './roles.js';

/** What a rotation needs: the database as its owner, and a vault whose first key is the new one. */
export interface KeyRotation {
  readonly ownerUrl: string;
  readonly vault: NikVault;
  readonly log: (line: string) => void;
  /** Registrations in one transaction; short ones, because the app waits for the rows of one. */
  readonly batchSize?: number;
}

interface SealedRow {
  readonly id: string;
  readonly person_id: string;
  readonly nik_index: Buffer;
  readonly nik_key_id: number;
  readonly nik_ciphertext: Buffer;
}

/** Lock not got within lock_timeout, deadlock: others were quicker, the batch is tried again. */
const PASSING_STATES = new Set(['55P03', '40P01', '40001']);
const ATTEMPTS = 60;
const firstOfAll = '00000000-0000-0000-0000-000000000000';

/**
 * Puts every NIK under the first key of the vault and answers how many registrations were changed. The app may run,
 * as long as all its servers know both keys: what is new stands under the new key from the first moment on, and
 * persons are looked for under both. Stopped in the middle, the next run goes on where this one ended.
 * @throws StartupError when a key in use is not in the vault. Error when a NIK and its person do not belong together.
 */
export async function rotateKeys({ ownerUrl, vault, log, batchSize = 500 }: KeyRotation): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(`set role ${OWNER_ROLE}; set lock_timeout = '2s'`);
    const newKey = await newKeyOf(client, vault);
    await inTransaction(client, () => client.query('select app.use_nik_key($1)', [newKey]));
    const total = await remaining(client, newKey);
    let done = 0;
    for (let after = firstOfAll; ; ) {
      const batch = { vault, newKey, batchSize, after };
      const rows = await inTransaction(client, () => rotateBatch(client, batch));
      after = rows.at(-1)?.id ?? '';
      if (after === '') break;
      done += rows.length;
      log(`NIK ${done}/${total}`);
    }
    await inTransaction(client, () => retireKeys(client, newKey));
    return done;
  } finally {
    await client.end();
  }
}

async function newKeyOf(client: pg.Client, { keyIds }: NikVault): Promise<number> {
  const { rows } = await client.query<{ key_id: number }>(
    'select k.key_id from nik_key k union select distinct b.nik_key_id from beneficiary b',
  );
  const [newKey] = keyIds;
  if (newKey === undefined || rows.some(({ key_id: keyId }) => !keyIds.includes(keyId))) throw unknownKey();
  return newKey;
}

async function remaining(client: pg.Client, newKey: number): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from beneficiary b where b.nik_key_id <> $1',
    [newKey],
  );
  return rows[0]?.count ?? 0;
}

/** Runs as one transaction that names itself in the audit trail; tried again while others hold the rows. */
async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      await client.query(
        "select set_config('app.verb', 'keys.rotate', true), set_config('app.request_id', 'cli', true)",
      );
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      const isPassing = error instanceof pg.DatabaseError && PASSING_STATES.has(error.code ?? '');
      if (!isPassing || attempt === ATTEMPTS) throw error;
      await delay(200);
    }
  }
}

interface Batch {
  readonly vault: NikVault;
  readonly newKey: number;
  readonly batchSize: number;
  /** Where the batch before ended; nothing that is made meanwhile stands under a former key. */
  readonly after: string;
}

async function rotateBatch(
  client: pg.Client,
  { vault, newKey, batchSize, after }: Batch,
): Promise<readonly SealedRow[]> {
  const { rows } = await client.query<SealedRow>(
    `select b.id, b.person_id, p.nik_index, b.nik_key_id, b.nik_ciphertext
     from beneficiary b join person p on p.id = b.person_id
     where b.nik_key_id <> $1 and b.id > $2 order by b.id limit $3 for update of b`,
    [newKey, after, batchSize],
  );
  const changed = rows.map((row) => underNewKey(row, vault, newKey));
  await client.query(
    `update beneficiary b set nik_ciphertext = n.ciphertext, nik_key_id = $1
     from unnest($2::uuid[], $3::bytea[]) n(id, ciphertext) where b.id = n.id`,
    [newKey, changed.map(({ id }) => id), changed.map(({ ciphertext }) => ciphertext)],
  );
  // in the order of their ids, so that two rotations do not wait for each other in a ring
  await client.query(
    `update person p set nik_index = n.nik_index
     from (select distinct x.person_id, x.nik_index from unnest($1::uuid[], $2::bytea[]) x(person_id, nik_index) order by 1) n
     where p.id = n.person_id and p.nik_index <> n.nik_index`,
    [changed.map(({ personId }) => personId), changed.map(({ index }) => index)],
  );
  return rows;
}

function underNewKey(row: SealedRow, vault: NikVault, newKey: number) {
  const nik = vault.open(row.nik_ciphertext, { keyId: row.nik_key_id, boundTo: row.id });
  const indexes = vault.indexes(nik);
  const [index] = indexes;
  if (index === undefined || !indexes.some((known) => known.equals(row.nik_index))) {
    // going on would merge or split persons
    throw new Error(`beneficiary ${row.id}: its NIK does not belong to its person`);
  }
  return {
    id: row.id,
    personId: row.person_id,
    index,
    ciphertext: vault.seal(nik, { keyId: newKey, boundTo: row.id }),
  };
}

/**
 * Forgets the former keys. Persons still under them have no registration (theirs was corrected to another NIK): nothing
 * refers to them, and nobody can say any more who they are.
 */
async function retireKeys(client: pg.Client, newKey: number): Promise<void> {
  await client.query('select app.use_nik_key($1)', [newKey]); // waits for whoever is registering
  await client.query(
    `delete from person p where substring(p.nik_index from 1 for 4) <> $1
       and not exists (select from beneficiary b where b.person_id = p.id)
       and not exists (select from enrollment e where e.person_id = p.id)`,
    [keyNumber(newKey)],
  );
  await client.query(
    `delete from nik_key k where not k.is_current and not exists (
       select from beneficiary b where b.nik_key_id = k.key_id)`,
  );
}
