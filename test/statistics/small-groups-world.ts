import { createHash } from 'node:crypto';
import { newId } from '../../schema/kernel/identifier.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';
import { bill, cover, type LedgerWorld, ledgerWorld, pay, plant } from './statistics-world.js';

export interface Planted {
  readonly program: string;
  readonly people: number;
  readonly category: string;
  readonly sex: string;
  readonly decile: number;
  readonly from: string;
  readonly birthDate?: string;
}

export interface SmallGroupsWorld extends LedgerWorld {
  readonly programs: readonly string[];
  readonly categories: readonly string[];
}

/** Three programs of two payers, two common and two rare categories, and what was reported of the money. */
export async function smallGroupsWorld(): Promise<SmallGroupsWorld> {
  // an attacker with all the time in the world
  const world = await ledgerWorld({ options: { budget: { staff: 1e9, visitors: 1e9 } } });
  const { app, cilegon, serang, fisher, ojol } = world;
  const budget = [{ year: 2026, original: '900000000' }];
  const third = await aProgram(app, { state: 'APPROVED', name: 'Kedua', budget });
  const categories = [fisher, ojol];
  for (const code of ['RARE_A', 'RARE_B']) {
    const id = newId();
    await app.sql(
      "insert into category (id, code, name, name_en, family) values ($1, $2, $2, $2, 'VULNERABLE')",
      [id, code],
    );
    categories.push(id);
  }
  await app.sql(
    "insert into indicator (id, code, name, name_en, unit, description) values (gen_random_uuid(), 'CONTRIBUTIONS_PAID', 'Iuran', 'Paid', 'RUPIAH', 'Iuran')",
  );
  for (const region of ['36.72', '36.04'])
    await app.sql(
      `with s as (insert into source (id, publisher) values (gen_random_uuid(), 'Koran ${region}') returning id),
       o as (insert into observation (id, indicator_id, region_id, value, as_of, label)
         select gen_random_uuid(), i.id, $1, 1000000, '2026-02-01', 'Iuran dibayar' from indicator i returning id)
       insert into citation (id, source_id, concept, record_id) select gen_random_uuid(), s.id, 'observation', o.id from s, o`,
      [regionKey(region)],
    );
  return { ...world, programs: [cilegon, third, serang], categories };
}

/** A token of an analyst of Kota Cilegon alone, who can tell the one of the province what he sees. */
export async function analystOfCilegon({ app }: LedgerWorld): Promise<string> {
  const [id, token] = [newId(), 'test-session-analystCilegon'];
  await app.sql("insert into staff (id, email, name) values ($1, 'analis@cilegon.test', 'Analis')", [id]);
  await app.sql(
    "insert into staff_grant (id, staff_id, role, region_id) values (gen_random_uuid(), $1, 'ANALYST', $2)",
    [id, regionKey('36.72')],
  );
  await app.sql(
    "insert into staff_session (id, staff_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '12 hours')",
    [id, createHash('sha256').update(token).digest()],
  );
  return token;
}

/** Enrolls and covers people who are alike until the end of the year; gives their persons. */
export async function planted(
  world: SmallGroupsWorld,
  group: Planted,
  marked: Partial<Record<Mark, number>> = {},
): Promise<string[]> {
  const enrollments = await plant(world, group);
  await cover(world, group.program, enrollments, { from: group.from });
  for (const [mark, count = 0] of Object.entries(marked))
    await world.app.sql(marks[mark as Mark], [
      enrollments.slice(0, count),
      ...(mark === 'refused' ? [world.serang] : []),
      ...(mark === 'elsewhere' ? [world.programs.slice(0, 2)] : []),
    ]);
  const rows = await world.app.sql('select person_id from enrollment where id = any($1)', [enrollments]);
  return rows.map(({ person_id: person }) => person);
}

/** What is told of people beside where and who they are, and how it comes about. */
const marks = {
  kpj: `update enrollment set kpj = lpad((('x' || substr(md5(id::text), 1, 8))::bit(32)::bigint)::text, 11, '1') where id = any ($1::uuid[])`,
  decree: `update enrollment set decree = 'SK 7' where id = any ($1::uuid[])`,
  failed: `insert into verification (id, beneficiary_id, check_kind, result, checked_on)
    select gen_random_uuid(), beneficiary_id, 'DUKCAPIL', 'FAILED', '2026-01-05' from enrollment where id = any ($1::uuid[])`,
  died: `update beneficiary set died_on = '2026-01-20' where id in (select beneficiary_id from enrollment where id = any ($1::uuid[]))`,
  refused: `insert into coverage_case (person_id, enrollment_id, program_id, region_id, holder_program_id, holder_region_id, months, saved_rupiah)
    select e.person_id, e.id, e.program_id, e.region_id, p.id, p.region_id, '[2025-10-01,2025-12-01)', 33600
    from enrollment e join program p on p.id = $2 where e.id = any ($1::uuid[])`,
  elsewhere: `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
    select gen_random_uuid(), o.id, e.beneficiary_id, e.person_id, e.region_id, e.category_id, 'PROPOSED', '2026-01-01'
    from enrollment e join program o on o.region_id = e.region_id and o.id <> e.program_id and o.id = any ($2::uuid[]) where e.id = any ($1::uuid[])`,
} as const;
type Mark = keyof typeof marks;

/** What all of a small group have in common: each mark with every so many of them. */
export function marksOf(index: number, people: number): Partial<Record<Mark, number>> {
  const names = Object.keys(marks) as Mark[];
  return Object.fromEntries(
    names.filter((_, place) => index % (place + 3) === 0).map((name) => [name, people]),
  );
}

/** The same numbers at every run, well mixed. */
const mixed = (index: number, step: number): number =>
  Math.floor(((index * 7919 + step * 104_729) % 9973) / 7);

export function smallGroup({ programs, categories }: SmallGroupsWorld, index: number): Planted {
  return {
    program: programs[mixed(index, 1) % programs.length] ?? '',
    people: 1 + (mixed(index, 2) % 4),
    category: categories[mixed(index, 3) % categories.length] ?? '',
    sex: mixed(index, 4) % 2 ? 'FEMALE' : 'MALE',
    decile: 1 + (mixed(index, 5) % 10),
    from: `2026-0${1 + (mixed(index, 6) % 4)}`,
    birthDate: `19${50 + (mixed(index, 7) % 50)}-03-12`,
  };
}

/** A bill of a month for each program, and its payment. */
export async function billed(world: SmallGroupsWorld, month: string): Promise<void> {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const after = `${year}-${String(number + 1).padStart(2, '0')}-01`;
  for (const program of world.programs) await pay(world, await bill(world, program, [`${month}-01`, after]));
}

/** Little that happens to people between two days. */
export async function fewChange({ app }: LedgerWorld): Promise<void> {
  await app.sql(
    `update beneficiary set sex = case sex when 'MALE' then 'FEMALE' else 'MALE' end where id in (select id from beneficiary order by id limit 3)`,
  );
  await app.sql(
    'delete from coverage where id in (select id from coverage where bill_id is null order by id limit 4)',
  );
}

/** What happens to people between two days: to one, to a few, to enough. */
export async function livesOn({ app }: LedgerWorld, day: number): Promise<void> {
  const some = (count: number): string =>
    `in (select e.id from enrollment e where e.state = 'ACTIVE' order by md5(e.id::text || '${day}') limit ${count})`;
  await app.sql(
    `update beneficiary set died_on = '2026-02-01' where id in (select beneficiary_id from enrollment where id ${some(2 + day)})`,
  );
  for (const [count, reason] of [
    [3, 'MOVED_OUT'],
    [40 + day, 'DECEASED'],
  ])
    await app.sql(
      `update enrollment set state = 'ENDED', ended_on = '2026-02-02', end_reason = '${reason}' where id ${some(Number(count))}`,
    );
  await app.sql(`update enrollment set decree = 'SK ${day}' where id ${some(60 + day)}`);
  await app.sql(
    `delete from coverage where id in (select id from coverage where bill_id is null order by md5(id::text || '${day}') limit 4)`,
  );
}
