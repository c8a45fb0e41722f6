import pg from 'pg';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { refreshStatistics, releaseStatistics } from '../../server/statistics-clock.js';
import { bill, closeWorld, cover, type LedgerWorld, ledgerWorld, pay } from '../coverage/ledger-world.js';
import { type ActorName, staffKey } from '../support/actors.js';

export { closeWorld };

/** Values that stand in every place of a person, and that no answer to an analyst may hold. */
export const canaries = [
  'Kenari Wirasasmita',
  '36••••••••••7777',
  'Jalan Kenari',
  '+6281299887766',
  'catatan-kenari',
];

export interface Group {
  readonly program: string;
  readonly people: number;
  readonly category?: string;
  readonly state?: string;
  readonly sex?: string | null;
  readonly birthDate?: string | null;
  readonly decile?: number | null;
}

/** Payers, people enough that cells exist, months covered, billed and paid, and the figures made from them. */
export async function sqlWorld(): Promise<LedgerWorld> {
  const world = await ledgerWorld();
  const { cilegon, serang, ojol } = world;
  const first = await plant(world, {
    program: cilegon,
    people: 30,
    sex: 'FEMALE',
    birthDate: '1985-03-12',
    decile: 1,
  });
  await plant(world, {
    program: cilegon,
    people: 12,
    category: ojol,
    sex: 'MALE',
    birthDate: '1975-03-12',
    decile: 3,
  });
  await plant(world, {
    program: cilegon,
    people: 3,
    category: ojol,
    sex: 'FEMALE',
    birthDate: '1965-03-12',
    decile: 9,
  });
  await plant(world, { program: serang, people: 25, sex: 'MALE', birthDate: '1990-03-12', decile: 2 });
  await cover(world, cilegon, first, { from: '2026-01', until: '2026-02' });
  await pay(world, await bill(world, cilegon, ['2026-01-01', '2026-02-01']));
  await world.app.sql(
    `insert into mou (id, kind, title_as_written, region_id, note, signed_on, state) values ($1, 'UMBRELLA', 'Nota Kesepakatan', (select region_id from program where id = $2), 'catatan-kenari', '2025-03-01', 'SIGNED')`,
    [newId(), cilegon],
  );
  await refresh(world);
  return world;
}

/** Enrolls so many people who are alike; gives the keys of their enrollments. */
export async function plant({ app, fisher }: LedgerWorld, group: Group): Promise<string[]> {
  const { category = fisher, state = 'ACTIVE', sex = null, birthDate = null, decile = null } = group;
  const hasEnded = state === 'ENDED' || state === 'REJECTED';
  const rows = await app.sql(
    `with made as (select gen_random_uuid() as person, gen_random_uuid() as registration from generate_series(1, $2)),
     p as (insert into person (id, nik_index) select m.person, m.person::text::bytea from made m),
     b as (insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name, birth_date, sex, decile, decile_source, decile_on, address, phone, note)
       select m.registration, (select region_id from program where id = $1), m.person, '\\x00', 1, '36••••••••••7777', 'Kenari Wirasasmita', $3, $4,
         $5::integer, case when $5::integer is not null then 'DTSEN' end, case when $5::integer is not null then date '2026-01-01' end,
         'Jalan Kenari', '+6281299887766', 'catatan-kenari' from made m)
     select m.registration from made m`,
    [group.program, group.people, birthDate, sex, decile],
  );
  const enrolled = await app.sql(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on, ended_on, end_reason)
     select gen_random_uuid(), $1, b.id, b.person_id, b.region_id, $2, $3, '2026-01-01', $4, $5 from beneficiary b where b.id = any($6::uuid[]) returning id`,
    [
      group.program,
      category,
      state,
      hasEnded ? '2026-02-01' : null,
      hasEnded ? 'MOVED_OUT' : null,
      rows.map(({ registration }) => registration),
    ],
  );
  return enrolled.map(({ id }) => id);
}

/** The cohorts and the groups as a night later, when everybody is looked at and nobody waits who need not. */
export async function refresh({ app, login }: LedgerWorld): Promise<void> {
  await app.sql('delete from analytics_refresh');
  await app.sql('update statistics_release set swept_on = swept_on - 1');
  await refreshStatistics({ pool: login, clock: app.unitOfWork.clock });
  await releaseStatistics({ pool: login, clock: app.unitOfWork.clock });
}

/** A login of the database for `who`, as made from the panel, connected. `settings` as in the connection's options. */
export async function directLogin(world: LedgerWorld, who: ActorName, settings = ''): Promise<pg.Client> {
  const { app, tokens } = world;
  const answer = await app.graphql(
    tokens.admin,
    `mutation ($staffId: ID!) { sqlLoginCreate(staffId: $staffId) { password sqlLogin { id version roleName } userErrors { code message } } }`,
    { staffId: publicId('staff', staffKey(who)) },
  );
  const { password, sqlLogin, userErrors } = answer.data.sqlLoginCreate;
  if (password === null) throw new Error(JSON.stringify(userErrors));
  return connected(world, { user: sqlLogin.roleName, password, settings });
}

export async function connected(
  { app }: LedgerWorld,
  {
    user,
    password,
    settings = '',
  }: { readonly user: string; readonly password: string; readonly settings?: string },
): Promise<pg.Client> {
  const address = new URL(app.database.superUserUrl);
  const client = new pg.Client({
    host: address.hostname,
    port: Number(address.port),
    database: address.pathname.slice(1),
    user,
    password,
    options: `-c app.today=2026-02-11 ${settings}`,
  });
  client.on('error', () => undefined); // sessions are ended from outside
  await client.connect();
  return client;
}

/** POST /sql as `who`. */
export async function askSql(
  { app, tokens }: Pick<LedgerWorld, 'app' | 'tokens'>,
  who: ActorName | null,
  body: object,
  url = '/sql',
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for
): Promise<{ readonly status: number; readonly body: any; readonly text: string }> {
  const answer = await app.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...(who && { authorization: `Bearer ${tokens[who]}` }) },
    payload: JSON.stringify(body),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, body: isJson ? answer.json() : null, text: answer.body };
}
