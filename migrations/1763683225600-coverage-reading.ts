import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be known of a person's months across payers: that they are covered, never by whom in another region. */
export class CoverageReading1763683225600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(months);
    await runner.query(continuity);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions.map((name) => `drop function ${name};`).join('\n'));
  }
}

const functions = [
  'app.continuity_facts(uuid[], uuid[], date)',
  'app.continuity_of(uuid, date)',
  'app.coverage_months(uuid, date, date)',
  'app.is_covered_elsewhere(uuid, uuid, date)',
  'app.paid_continuity(uuid[], date)',
];

const months = `
  create function app.coverage_months(person uuid, month_from date, month_until date)
    returns table (month date, state text, is_elsewhere boolean, enrollment_id uuid, program_id uuid,
      jkk_rupiah numeric, jkm_rupiah numeric, jht_rupiah numeric)
    language sql stable security definer set search_path = '' rows 12 as $$
    with seen as materialized (select r as id from app.person_regions() r)
    select m.month::date,
      case when c.id is null then 'GAP' when not c.is_own then 'COVERED' when c.credit_note_id is not null then 'CREDITED'
        when b.state = 'PAID' then 'PAID' when b.id is not null then 'BILLED' else 'COVERED' end,
      coalesce(not c.is_own, false),
      case when c.is_own then c.enrollment_id end, case when c.is_own then c.program_id end,
      case when c.is_own then c.jkk_rupiah end, case when c.is_own then c.jkm_rupiah end, case when c.is_own then c.jht_rupiah end
    from generate_series(date_trunc('month', month_from), month_until, interval '1 month') as m(month)
    left join lateral (
      select x.*, x.region_id in (select s.id from seen s) as is_own
      from public.coverage x
      where x.person_id = person and x.months @> m.month::date
        and (x.credit_note_id is null or x.region_id in (select s.id from seen s))
      -- the row that counts; else the last one that was credited
      order by (x.credit_note_id is null) desc, x.created_at desc limit 1) c on true
    left join public.bill b on b.id = c.bill_id
    where exists (select from public.beneficiary r where r.person_id = person and r.region_id in (select s.id from seen s))
    order by m.month
  $$;
  comment on function app.coverage_months(uuid, date, date) is
    'Each month of a person whom the actor may see: covered, billed, paid, credited or nothing; of another region only that it is covered.';

  create function app.is_covered_elsewhere(person uuid, program uuid, since date) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select from public.coverage c
      where c.person_id = person and c.program_id <> program and c.credit_note_id is null and c.months && daterange(since, null))
      and exists (select from public.beneficiary r where r.person_id = person and r.region_id in (select app.person_regions()))
  $$;
  comment on function app.is_covered_elsewhere(uuid, uuid, date) is 'Whether another program, of whatever region, covers a person from that day on.';
`;

const continuity = `
  create function app.paid_continuity(people uuid[], as_of date)
    returns table (person_id uuid, paid datemultirange, current_run integer, longest_run integer, unpaid_months integer)
    language sql stable security definer set search_path = '' as $$
    with paid as (
      select c.person_id, range_agg(c.months) * datemultirange(daterange(null, (as_of + interval '1 month')::date)) as months
      from public.coverage c join public.bill b on b.id = c.bill_id and b.state = 'PAID'
      where c.person_id = any (people) and c.credit_note_id is null
      group by c.person_id),
    runs as (
      select p.person_id, max(app.month_count(r)) as longest, (array_agg(r order by r desc))[1] as last
      from paid p cross join lateral unnest(p.months) r group by p.person_id)
    select q.id, coalesce(p.months, '{}'),
      -- three unpaid months are grace; with the fourth the membership has ended
      case when app.month_count(daterange(upper(r.last), (as_of + interval '1 month')::date)) <= 3 then app.month_count(r.last) else 0 end,
      coalesce(r.longest, 0),
      app.month_count(daterange(upper(r.last), (as_of + interval '1 month')::date))
    from unnest(people) q(id) left join paid p on p.person_id = q.id left join runs r on r.person_id = q.id
  $$;

  create function app.continuity_of(person uuid, as_of date) returns json language sql stable security definer set search_path = '' as $$
    select json_build_object('asOf', as_of, 'currentPaidRun', p.current_run, 'longestPaidRun', p.longest_run,
      'isBelowThree', p.current_run < 3, 'unpaidMonths', p.unpaid_months, 'isLapsed', coalesce(p.unpaid_months > 3, false),
      'gaps', (select coalesce(json_agg(json_build_object('from', lower(g), 'until', (upper(g) - interval '1 month')::date, 'months', app.month_count(g)) order by g), '[]')
        from unnest(datemultirange(range_merge(p.paid)) - p.paid) g where not isempty(p.paid)))
    from app.paid_continuity(array[person], as_of) p
    where exists (select from public.beneficiary r where r.person_id = person and r.region_id in (select app.person_regions()))
  $$;
  comment on function app.continuity_of(uuid, date) is
    'Runs of consecutive paid months of a person up to a month, whoever paid; null when the actor may not see the person.';

  create function app.continuity_facts(regions uuid[], programs uuid[], as_of date)
    returns table (person_id uuid, is_active boolean, current_run integer, is_lapsed boolean, is_december_only boolean)
    language sql stable security definer set search_path = '' as $$
    with entered as materialized (
      select e.person_id, bool_or(e.state = 'ACTIVE') as is_active
      from public.enrollment e
      where e.region_id in (select app.person_regions()) and e.state in ('ACTIVE', 'ENDED')
        and (regions is null or e.region_id in (select app.region_subtree(regions)))
        and (programs is null or e.program_id = any (programs))
      group by e.person_id),
    facts as (select f.* from app.paid_continuity(array(select e.person_id from entered e), as_of) f),
    turn as (
      select c.person_id, bool_or(c.months @> make_date(extract(year from as_of)::integer - 1, 12, 1)) as december,
        bool_or(c.months && daterange(make_date(extract(year from as_of)::integer, 1, 1), make_date(extract(year from as_of)::integer, 4, 1))) as quarter
      from public.coverage c
      where c.credit_note_id is null and c.person_id in (select e.person_id from entered e)
        and c.months && daterange(make_date(extract(year from as_of)::integer - 1, 12, 1), make_date(extract(year from as_of)::integer, 4, 1))
      group by c.person_id)
    select e.person_id, e.is_active, f.current_run, coalesce(f.unpaid_months > 3, false), coalesce(t.december and not t.quarter, false)
    from entered e join facts f on f.person_id = e.person_id left join turn t on t.person_id = e.person_id
  $$;
  comment on function app.continuity_facts(uuid[], uuid[], date) is
    'Of everyone who is or was active in programs of the actor''s regions: paid run, lapse after three unpaid months, covered in December and not from January to March.';
`;

const rights = functions
  .map((name) => `revoke execute on function ${name} from public;\n`)
  .concat(functions.slice(0, 4).map((name) => `grant execute on function ${name} to payung_app;\n`))
  .join('');
