import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months are covered ahead, often to the end of the year: who is covered until then had "left" in January, and people who
 * are to come later had "entered". A move is told once its month has begun.
 */
export class MovesUntilToday1763683344100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      moves({
        begun: `where m.month_number <= ${thisMonth}`,
        id: ', sampai bulan ini',
        en: ', up to this month',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(moves({ begun: '', id: '', en: '' }));
  }
}

const thisMonth =
  '(select (extract(year from d) * 12 + extract(month from d) - 1)::integer from app.today() d)';

interface Told {
  readonly begun: string;
  /** Words that say so. */
  readonly id: string;
  readonly en: string;
}

const moves = ({ begun, id, en }: Told): string => `
  create or replace view analytics.program_moves with (security_barrier) as
    select r.code as region_code, r.display_name as region_name, p.id as program_id, p.name as program_name, c.family as category_family,
      c.code as category_code, make_date(m.month_number / 12, m.month_number % 12 + 1, 1) as month, m.move,
      case when m.move = 'LEFT' then t.end_reason end as end_reason, sum(t.persons)::bigint as persons
    from (
      select t.region_id, t.program_id, t.category_id, x.end_reason, g.persons, range_agg(int4range(t.first_month, t.end_month)) as months
      from public.statistics_group_run t join public.statistics_group g on g.id = t.group_id
      left join public.statistics_group_trait x on x.group_id = t.group_id and x.program_id is not distinct from t.program_id
      where t.level = 5 and t.region_id = any (array(select app.analytics_regions())) group by t.region_id, t.program_id, t.category_id, x.end_reason, g.id) t
    -- an array is planned as ten spans, a multirange as a hundred; a group has one or two
    cross join lateral unnest(array(select unnest(t.months))) s
    cross join lateral (values
      (lower(s), case when lower(s) = lower(t.months) then 'ENTERED' else 'RETURNED' end), (upper(s), 'LEFT')) m(month_number, move)
    join public.region r on r.id = t.region_id
    left join public.program p on p.id = t.program_id left join public.category c on c.id = t.category_id
    ${begun} group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  comment on view analytics.program_moves is
    'Orang yang masuk, kembali, dan keluar dari perlindungan program, menurut bulan${id}. | People who come under the cover of programs, come back, and leave, by month${en}.';
`;
