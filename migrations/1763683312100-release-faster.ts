import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The daily look at everybody, for a million people: continuity is reckoned once for a cohort instead of for each of its
 * persons, labels are compared without a function call for each person, and sorting stays in memory. What is told is the
 * same.
 */
export class ReleaseFaster1763683312100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [signature, parts] of changed)
      await runner.query(replacing(signature, parts) + inMemory(signature));
    await runner.query('drop function app.told_labels(text[], text[])');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(toldLabels);
    for (const [signature, parts] of changed) {
      const back = parts.map(([before, after]) => [after, before] as const);
      await runner.query(`${replacing(signature, back)} alter function ${signature} reset work_mem;`);
    }
  }
}

const looking = 'app.look_at_people(boolean)';
const releasing = 'app.release_statistics(boolean)';

type Parts = readonly (readonly [before: string, after: string])[];

const perPerson = `left join (
      select c.person_id, case when c.current_run = 0 then '0' when c.current_run < 3 then '1-2' when c.current_run < 12 then '3-11' else '12+' end as paid_run,
        case when c.longest_run = 0 then 'NEVER_PAID' when c.unpaid_months > 3 then 'LAPSED' else 'RUNNING' end as membership
      from app.paid_continuity(array(select distinct a.person_id from asked a), date_trunc('month', today)::date) c) p on p.person_id = x.person_id;`;

const perCohort = 'left join continuity p on p.cohort_id = x.cohort_id;';

// three unpaid months are grace; with the fourth the membership has ended
const continuity = `create temporary table continuity on commit drop as
    select f.cohort_id, case when f.unpaid > 3 then '0' when f.run < 3 then '1-2' when f.run < 12 then '3-11' else '12+' end as paid_run,
      case when f.unpaid > 3 then 'LAPSED' else 'RUNNING' end as membership
    from (
      select l.cohort_id, l.present + 1 - upper(l.paid) as unpaid, upper(l.paid) - (select max(lower(r)) from unnest(l.paid) r) as run
      from (
        select r.cohort_id, n.present, range_agg(int4range(r.first_month, least(r.end_month, n.present + 1))) as paid
        from public.statistics_run r
        cross join (select (extract(year from today) * 12 + extract(month from today) - 1)::integer as present) n
        where r.is_paid and r.first_month <= n.present and r.cohort_id in (select a.cohort_id from asked a)
        group by 1, 2) l) f;
  analyze continuity;
  `;

const labels = 11;
/** Months (6) are compared even where a group does not tell that they are alike: it shows those of most of its persons. */
const toldOf = (labelsOf: string, told: string): string => {
  const each = Array.from({ length: labels }, (_, index) => index + 1).map((place) =>
    place === 6
      ? `${labelsOf}[6]`
      : `case when ${told}[${place}] is not null then ${labelsOf}[${place}] else '' end`,
  );
  return `array[${each.join(', ')}]`;
};

const changed: readonly (readonly [signature: string, parts: Parts])[] = [
  [
    looking,
    [
      [perPerson, perCohort],
      [
        'p.membership, p.paid_run\n',
        "coalesce(p.membership, 'NEVER_PAID') as membership, coalesce(p.paid_run, '0') as paid_run\n",
      ],
      ['create temporary table trait on', `${continuity}create temporary table trait on`],
      [
        'select distinct on (e.region_id, e.program_id, e.person_id) e.region_id,',
        'select distinct on (e.region_id, e.program_id, e.person_id) a.cohort_id, e.region_id,',
      ],
      ['app.told_labels(x.labels, o.labels)', toldOf('x.labels', 'o.labels')],
    ],
  ],
  [
    releasing,
    [
      ['app.told_labels(l.labels, o.labels)', toldOf('l.labels', 'o.labels')],
      ['drop table pg_temp.present,', 'drop table pg_temp.continuity, pg_temp.present,'],
    ],
  ],
];

const inMemory = (signature: string): string => `alter function ${signature} set work_mem = '64MB';`;

/** Parts of the function's body for others; the rest of it is as 1763683301100 and 1763683301200 made it. */
const replacing = (signature: string, parts: Parts): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('${signature}'::regprocedure);
  begin
    ${parts
      .map(
        ([before, after]) => `
    if position($before$${before}$before$ in definition) = 0 then
      raise exception '${signature} is not as expected';
    end if;
    definition := replace(definition, $before$${before}$before$, $after$${after}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;

const toldLabels = `
  create function app.told_labels(labels text[], told text[]) returns text[] language sql immutable parallel safe set search_path = '' as $$
    select array(select case when i = 6 or told[i] is not null then labels[i] else '' end from generate_subscripts(labels, 1) i order by i)
  $$;
  comment on function app.told_labels(text[], text[]) is 'Labels of a person as far as the group tells of them.';
  revoke execute on function app.told_labels(text[], text[]) from public;
`;
