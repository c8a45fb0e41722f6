import pg from 'pg';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type Asking, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { staffKey } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

/** A program of Cilegon at Rp16,800 with an office that serves it, and the ledger as the app's own login writes it. */
export interface BillWorld extends ReportingWorld {
  readonly program: string;
  readonly office: string;
  /** Office that serves Kabupaten Serang only. */
  readonly otherOffice: string;
  /** Active enrollments of invented persons; gives their database keys. */
  enroll(count: number, program?: string, region?: string): Promise<string[]>;
  /** Covers months "2026-01" of enrollments, as an actor. */
  cover(enrollments: readonly string[], from: string, until: string, program?: string): Promise<void>;
  /** Runs SQL on the login of the app as this person, and keeps it. */
  runAs(name: Asking, text: string, values?: readonly unknown[]): Promise<object[]>;
  billId(key: string): string;
}

export async function billWorld(): Promise<BillWorld> {
  const world = await reportingWorld();
  const { app } = world;
  await buildTariffs(app);
  const category = newId();
  await app.sql(
    `insert into category (id, code, name, name_en, family, is_transport, is_post_holder)
     values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE', false, false)`,
    [category],
  );
  const program = await aProgram(app, {
    state: 'APPROVED',
    quota: 3500,
    from: '2025-01',
    budget: [
      { year: 2025, original: '2200000000' },
      { year: 2026, original: '2200000000' },
    ],
  });
  const runAs: BillWorld['runAs'] = (name, text, values = []) =>
    committed(app.database.appUrl, { name, text, values });
  return {
    ...world,
    program,
    office: await anOffice(world, 'Cilegon', '36.72'),
    otherOffice: await anOffice(world, 'Serang', '36.04'),
    enroll: (count, of = program, region = '36.72') =>
      enroll(world, { count, program: of, region, category }),
    cover: async (enrollments, from, until, of = program) => {
      await runAs('admin', 'select * from app.cover($1, $2, $3, $4, null, false)', [
        of,
        enrollments,
        `${from}-01`,
        `${until}-01`,
      ]);
    },
    runAs,
    billId: (key) => publicId('bill', key),
  };
}

/** An office that serves a region from 2024 on. */
async function anOffice({ app }: ReportingWorld, name: string, region: string): Promise<string> {
  const id = newId();
  await app.sql(`insert into office (id, level, name, region_id) values ($1, 'KC', $2, $3)`, [
    id,
    name,
    regionKey(region),
  ]);
  await app.sql(
    `insert into office_service_area (id, office_id, region_id, valid_from) values ($1, $2, $3, '2024-01-01')`,
    [newId(), id, regionKey(region)],
  );
  return id;
}

async function enroll(
  { app }: ReportingWorld,
  of: {
    readonly count: number;
    readonly program: string;
    readonly region: string;
    readonly category: string;
  },
): Promise<string[]> {
  const made = await app.sql(
    `with persons as (
       insert into person (nik_index) select decode(md5(gen_random_uuid()::text), 'hex') from generate_series(1, $1::integer) returning id),
     registered as (
       insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
       select gen_random_uuid(), $2, p.id, 'x', 1, '99••••••••••0001', 'Peserta Uji' from persons p returning id)
     select id from registered`,
    [of.count, regionKey(of.region)],
  );
  const rows = await app.sql(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
     select gen_random_uuid(), $1, b, b, b, $2, 'ACTIVE', '2025-01-01' from unnest($3::uuid[]) b returning id`,
    [of.program, of.category, made.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

async function committed(
  url: string,
  {
    name,
    text,
    values,
  }: { readonly name: Asking; readonly text: string; readonly values: readonly unknown[] },
): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.actor_id', $1, true), set_config('app.today', '2026-02-11', true)`,
      [name === 'anonymous' ? '' : staffKey(name)],
    );
    const { rows } = await client.query<object>(text, [...values]);
    await client.query('commit');
    return rows;
  } finally {
    await client.end();
  }
}
