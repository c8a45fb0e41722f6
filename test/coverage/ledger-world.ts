import pg from 'pg';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ProgramWorld, programWorld } from '../program/program-world.js';
import { type ActorName, staffKey } from '../support/actors.js';
import type { GraphqlAnswer } from '../support/app.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

/** Two payers, Kota Cilegon and Kabupaten Serang, each with an approved program for 2026 and its budget. */
export interface LedgerWorld extends ProgramWorld {
  readonly cilegon: string;
  readonly serang: string;
  readonly login: pg.Pool;
}

export interface EnrollmentBuild {
  readonly person?: string;
  readonly category?: string;
  readonly state?: string;
  readonly enteredOn?: string;
  readonly endedOn?: string;
}

export async function ledgerWorld(options: Parameters<typeof programWorld>[0] = {}): Promise<LedgerWorld> {
  const world = await programWorld(options);
  const budget = [{ year: 2026, original: '900000000' }];
  const cilegon = await aProgram(world.app, { state: 'APPROVED', budget });
  const serang = await aProgram(world.app, { state: 'APPROVED', region: '36.04', name: 'Serang', budget });
  const login = new pg.Pool({ connectionString: world.app.database.appUrl, max: 10 });
  login.on('error', () => undefined); // dropping the database ends its connections
  return { ...world, cilegon, serang, login };
}

export async function closeWorld({ app, login }: LedgerWorld): Promise<void> {
  await login.end();
  await app.close();
}

/** A person of nobody yet; gives the database key. */
export async function aPerson({ app }: ProgramWorld): Promise<string> {
  const id = newId();
  await app.sql('insert into person (id, nik_index) values ($1, $2)', [id, Buffer.from(id)]);
  return id;
}

/** An active enrollment of a new or a known person; gives the database key. */
export async function anEnrollment(
  world: ProgramWorld,
  program: string,
  build: EnrollmentBuild = {},
): Promise<string> {
  const { app, fisher } = world;
  const person = build.person ?? (await aPerson(world));
  const [{ region_id: region }] = await app.sql('select region_id from program where id = $1', [program]);
  const registration = newId();
  const [{ id: beneficiary }] = await app.sql(
    `with made as (
       insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
       values ($1, $2, $3, '\\x00', 1, '99••••••••••0001', 'Warga Uji') on conflict do nothing returning id)
     select id from made union select b.id from beneficiary b where b.region_id = $2 and b.person_id = $3`,
    [registration, region, person],
  );
  const id = newId();
  const { category = fisher, state = 'ACTIVE', enteredOn = '2026-01-01', endedOn = null } = build;
  await app.sql(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on, ended_on, end_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, program, beneficiary, person, region, category, state, enteredOn, endedOn, endedOn && 'MOVED_OUT'],
  );
  return id;
}

/** Rows of one statement on behalf of `who` with the program's own login, committed. */
export async function asApp(
  { login }: LedgerWorld,
  who: ActorName | null,
  text: string,
  values: readonly unknown[] = [],
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the columns that it asked for
): Promise<any[]> {
  const client = await login.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('app.actor_id', $1, true), set_config('app.today', '2026-02-11', true)",
      [who === null ? '' : staffKey(who)],
    );
    const { rows } = await client.query(text, [...values]);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export interface Span {
  readonly from?: string;
  readonly until?: string;
  readonly partial?: boolean;
  readonly who?: ActorName;
}

/** `app.cover` for whole 2026 unless told otherwise. */
export function cover(
  world: LedgerWorld,
  program: string,
  enrollments: readonly string[],
  { from = '2026-01', until = '2026-12', partial = false, who = 'admin' }: Span = {},
) {
  return asApp(world, who, 'select * from app.cover($1, $2::uuid[], $3, $4, null, $5)', [
    program,
    enrollments,
    `${from}-01`,
    `${until}-01`,
    partial,
  ]);
}

export function uncover(
  world: LedgerWorld,
  enrollments: readonly string[],
  { from = '2026-01', until = '2026-12', who = 'admin' }: Span = {},
) {
  return asApp(world, who, 'select * from app.uncover($1::uuid[], $2, $3)', [
    enrollments,
    `${from}-01`,
    `${until}-01`,
  ]);
}

/** Bills these months of a program; gives the database key of the bill. */
export async function bill(
  world: LedgerWorld,
  program: string,
  [from, before]: readonly [string, string],
): Promise<string> {
  const [id, office] = [newId(), newId()];
  await world.app.sql(
    "insert into office (id, level, name, region_id) select $1, 'KC', 'Kantor Cabang Cilegon', $2 where not exists (select from office)",
    [office, regionKey('36.72')],
  );
  await asApp(
    world,
    'admin',
    `select app.issue_bill($1, $2, (select o.id from office o limit 1), daterange($3, $4), null, '2026-02-01', '2026-02-28')`,
    [id, program, from, before],
  );
  return id;
}

/** Pays a bill, on the first of February. */
export async function pay(world: LedgerWorld, id: string): Promise<void> {
  await world.app.sql(
    "update bill set state = 'PAID', paid_on = '2026-02-01', disbursement_number = $2 where id = $1",
    [id, id],
  );
}

/** Runs of the ledger as text, `[2026-01-01,2026-04-01)`, oldest first; credited ones with `C`. */
export async function runsOf({ app }: ProgramWorld, enrollment: string): Promise<string[]> {
  const rows = await app.sql(
    `select c.months::text || case when c.credit_note_id is not null then ' C' when c.bill_id is not null then ' B' else '' end as run
     from coverage c where c.enrollment_id = $1 order by c.months, c.created_at`,
    [enrollment],
  );
  return rows.map(({ run }) => run);
}

/** Posts an operation as `who`. */
export function ask(
  { app, tokens }: ProgramWorld,
  who: ActorName,
  query: string,
  variables: object = {},
): Promise<GraphqlAnswer> {
  return app.graphql(tokens[who], query, variables);
}

export const enrollmentId = (key: string): string => publicId('enrollment', key);
