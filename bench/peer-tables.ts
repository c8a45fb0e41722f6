import pg from 'pg';
import { systemClock } from '../schema/kernel/clock.js';
import { refreshStatistics } from '../server/statistics-clock.js';
import { type BenchDatabase, withClient } from './database.js';
import { writeLedger } from './statistics-ledger.js';

/** Covers everybody who is enrolled, brings the program's own sums to it, and makes what the other systems keep. */
export async function writeCoverage({ superUserUrl, appUrl }: BenchDatabase): Promise<void> {
  await withClient(superUserUrl, writeLedger);
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  try {
    await refreshStatistics({ pool, clock: systemClock });
  } finally {
    await pool.end();
  }
  await withClient(superUserUrl, writePeerTables);
}

/**
 * What the other systems would keep for themselves: monthly sums of coverage with row security as the ledger has it,
 * and, for what PostGraphile does not make by itself, functions: one
 * filter, and one decision with its parts. Payung uses none of them.
 */
async function writePeerTables(client: pg.Client): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const statements = [
  `create table coverage_month as
   select coalesce(r.parent_id, r.id) as province_id, c.region_id, e.category_id, extract(year from m)::integer as year, m::date as month,
     count(*)::integer as person_months, sum(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah) as contribution
   from coverage c join enrollment e on e.id = c.enrollment_id join region r on r.id = c.region_id
   cross join lateral generate_series(lower(c.months), upper(c.months) - 1, interval '1 month') m
   where c.credit_note_id is null group by 1, 2, 3, 4, 5`,
  'alter table coverage_month add primary key (province_id, year, region_id, category_id, month)',
  'alter table coverage_month enable row level security',
  `create policy coverage_month_read on coverage_month for select to payung_app
   using (region_id = any (array(select app.person_regions())))`,
  'grant select on coverage_month to payung_app',
  `create function programs_in(regions uuid[], year integer) returns setof program language sql stable as $$
     select p.* from program p
     where p.region_id = any (array(select r.id from region r where r.id = any (regions) or r.parent_id = any (regions)))
       and exists (select from budget_line l where l.program_id = p.id and l.fiscal_year = year)
     order by p.month_from desc, p.id desc
   $$`,
  `create function make_program(region uuid, name text, month_from date, month_until date, segment text, quota integer,
     bases uuid[], mous uuid[], years integer[], sources text[], ceilings numeric[]) returns program language plpgsql as $$
   declare made program;
   begin
     insert into program (id, region_id, name, month_from, month_until, segment, quota)
     values (gen_random_uuid(), region, name, month_from, month_until, segment, quota) returning * into made;
     insert into program_legal_basis (id, program_id, regulation_id) select gen_random_uuid(), made.id, unnest(bases);
     insert into program_mou (id, program_id, mou_id) select gen_random_uuid(), made.id, unnest(mous);
     insert into budget_line (id, program_id, fiscal_year, funding_source, original_rupiah)
     select gen_random_uuid(), made.id, l.* from unnest(years, sources, ceilings) l;
     return made;
   end $$`,
  'vacuum (analyze)',
];
