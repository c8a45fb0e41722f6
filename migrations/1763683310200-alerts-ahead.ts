import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Alerts as sets, and after a day: whoever asks what is ahead no longer has everything judged that was told long ago.
 * A million people, ninety days ahead: 6.3 s before, which is more than a statement may take.
 */
export class AlertsAhead1763683310200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(index);
    for (const statement of [agreements, programs, money, people, due, outlook, rights])
      await runner.query(statement);
    await askAlso(runner, 'app.due_alerts(app.today())', `app.due_alerts('-infinity', app.today())`);
    for (const name of names) await runner.query(`drop function app.${name}(date)`);
  }

  /** What answers the same, only slower, is not brought back: the former functions ask the new ones. */
  async down(runner: QueryRunner): Promise<void> {
    for (const name of names)
      await runner.query(`create function app.${name}(until date) returns ${columns}
        language sql stable security definer set search_path = '' as $$ select * from app.${name}('-infinity', until) $$;
        revoke execute on function app.${name}(date) from public`);
    await askAlso(runner, `app.due_alerts('-infinity', app.today())`, 'app.due_alerts(app.today())');
    await runner.query('drop index coverage_unbilled_index');
  }
}

/** app.refresh_alerts as it stands, with another question for what is due. */
async function askAlso(runner: QueryRunner, asked: string, other: string): Promise<void> {
  const [row] = await runner.query(`select pg_get_functiondef('app.refresh_alerts()'::regprocedure) as text`);
  if (!row.text.includes(asked)) throw new Error('app.refresh_alerts is not as expected');
  await runner.query(row.text.replace(asked, () => other));
}

const names = ['due_alerts', 'due_mou_alerts', 'due_program_alerts', 'due_money_alerts', 'due_people_alerts'];
const columns =
  'table (rule text, concept text, subject_id uuid, region_id uuid, lead_days integer, due_on date, fires_on date, facts jsonb)';

// its rows tell the programs by themselves: months that nobody has billed are few in a ledger that is kept
const index = `
  create index coverage_unbilled_index on coverage (program_id, region_id, months) where bill_id is null and credit_note_id is null
`;

/** Each gives what holds today and fires after one day and up to another. Security definer: the rules look at every region. */
const rule = (name: string, body: string): string => `
  create or replace function app.${name}(after date, until date) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    ${body}
  $$;
`;

// phase and concerns are asked of those only whose day it is
const agreements = rule(
  'due_mou_alerts',
  `with signed as materialized (
      select m, m.id, m.kind, m.region_id, m.notice_days, app.mou_ends_on(m) as ends_on,
        coalesce(m.effective_from, m.signed_on, m.created_at::date) + 30 as settled_on
      from public.mou m where m.state = 'SIGNED' and m.kind <> 'ADDENDUM'),
    ending as (
      select s.* from signed s
      where s.ends_on is not null
        and not exists (select from public.mou n where n.predecessor_id = s.id and n.state = 'SIGNED'))
    select 'MOU_ENDING', 'mou', e.id, e.region_id, l.days, e.ends_on, e.ends_on - l.days, '{}'::jsonb
    from ending e cross join (values (180), (90), (60), (30), (0)) l(days)
    where e.ends_on - l.days > after and e.ends_on - l.days <= until
    union all
    select 'MOU_NOTICE', 'mou', e.id, e.region_id, l.days, e.ends_on - e.notice_days, e.ends_on - e.notice_days - l.days,
      jsonb_build_object('endsOn', e.ends_on, 'noticeDays', e.notice_days)
    from ending e cross join (values (30), (0)) l(days)
    where e.notice_days is not null and e.ends_on >= app.today()
      and e.ends_on - e.notice_days - l.days > after and e.ends_on - e.notice_days - l.days <= until
    union all
    select 'MOU_OFFICE_NOT_SERVING', 'mou', s.id, s.region_id, 0, null, app.today(), '{}'
    from signed s
    where app.today() > after and app.mou_phase(s.m) in ('ACTIVE', 'EXPIRING', 'UNDATED') and 'OFFICE_NO_LONGER_SERVES' = any (app.mou_concerns(s.m))
    union all
    select 'UMBRELLA_WITHOUT_PKS', 'mou', s.id, s.region_id, 0, s.settled_on, s.settled_on, '{}'
    from signed s
    where s.kind = 'UMBRELLA' and s.settled_on > after and s.settled_on <= until and app.mou_phase(s.m) in ('ACTIVE', 'EXPIRING', 'UNDATED')
      and not exists (select from public.mou c where c.parent_id = s.id and c.kind = 'PKS' and c.state = 'SIGNED')
    union all
    select 'PKS_WITHOUT_PROGRAM', 'mou', s.id, s.region_id, 0, s.settled_on, s.settled_on, '{}'
    from signed s
    where s.kind = 'PKS' and s.settled_on > after and s.settled_on <= until and app.mou_phase(s.m) in ('ACTIVE', 'EXPIRING', 'UNDATED')
      and not exists (
        select from public.program_mou l join public.program p on p.id = l.program_id and p.state <> 'DRAFT' where l.mou_id = s.id)
    union all
    select 'MOU_DRAFT_IDLE', 'mou', m.id, m.region_id, 0, i.since + 60, i.since + 60, jsonb_build_object('since', i.since)
    from public.mou m cross join lateral (select (m.updated_at at time zone 'Asia/Jakarta')::date as since) i
    where m.state in ('DRAFT', 'LEGAL_REVIEW') and i.since + 60 > after and i.since + 60 <= until`,
);

const programs = rule(
  'due_program_alerts',
  `select case u.reason when 'MOU' then 'PROGRAM_WITHOUT_MOU' else 'PROGRAM_WITHOUT_LEGAL_BASIS' end, 'program', p.id, p.region_id, 60,
      u.month_from, u.month_from - 60, jsonb_build_object('from', u.month_from, 'until', u.month_until)
    from app.programs_unfounded(array(select q.id from public.program q where q.state = 'APPROVED' and q.month_until - 60 > after)) u
    join public.program p on p.id = u.program_id
    where u.month_from - 60 > after and u.month_from - 60 <= until
    union all
    select 'REGION_WITHOUT_RECAP', 'region', r.region_id, r.region_id, 5, r.last_day, r.last_day - 5,
      jsonb_build_object('month', r.month, 'programs', count(*))
    from (
      select p.region_id, m.month::date as month, (m.month + interval '1 month')::date - 1 as last_day
      from public.program p
      -- a month is looked after until the next one has its own recap
      cross join generate_series(date_trunc('month', app.today()) - interval '1 month', date_trunc('month', until), interval '1 month') m(month)
      where p.state = 'APPROVED' and m.month between p.month_from and p.month_until) r
    left join (
      select e.region_id, range_agg(int4range(e.first_month, e.end_month)) as months
      from app.kept_entries(array(
        select q.id from public.program q where q.month_until >= date_trunc('month', app.today()) - interval '1 month')) e
      group by e.region_id) k on k.region_id = r.region_id
    where r.last_day - 5 > after and r.last_day - 5 <= until
      and not coalesce(k.months @> (extract(year from r.month) * 12 + extract(month from r.month) - 1)::integer, false)
    group by r.region_id, r.month, r.last_day`,
);

// a budget is short today or not at all
const money = rule(
  'due_money_alerts',
  `with unbilled as materialized (
      select c.program_id, c.region_id, c.months, count(*) as enrollments
      from public.coverage c where c.bill_id is null and c.credit_note_id is null
      group by c.program_id, c.region_id, c.months)
    select 'BUDGET_SHORT', 'program', b.id, b.region_id, 0, b.since, b.since,
      jsonb_build_object('year', b.year, 'requiredRupiah', b.required::text, 'budgetRupiah', b.budget::text,
        'runsOutOn', case when b.runs_out < upper(b.span) then b.runs_out end)
    from (
      select p.id, p.region_id, y.year, greatest(p.month_from, make_date(y.year, 1, 1)) as since, r.required, r.budget, r.runs_out, r.span
      from (select extract(year from app.today())::integer as year) y
      cross join lateral app.programs_reckoned(array(
        select p.id from public.program p
        where app.today() > after and p.state = 'APPROVED' and p.month_from <= app.today() and p.month_until >= date_trunc('month', app.today())), y.year) r
      join public.program p on p.id = r.program_id) b
    where b.since > after and b.since <= until and (b.required > coalesce(b.budget, 0) or b.runs_out < upper(b.span))
    union all
    select 'BILL_DUE', 'bill', b.id, b.region_id, l.days, b.due_on, b.due_on - l.days,
      jsonb_build_object('totalRupiah', b.total_rupiah::text, 'heads', b.heads)
    from public.bill b cross join (values (7), (0), (-30), (-60), (-90)) l(days)
    where b.state = 'ISSUED' and b.due_on - l.days > after and b.due_on - l.days <= until
    union all
    select 'MONTHS_NOT_BILLED', 'program', c.program_id, c.region_id, -30, o.last_day, o.last_day + 30,
      jsonb_build_object('from', c.month, 'enrollments', c.enrollments)
    from (
      select u.program_id, u.region_id, lower(u.months) as month, sum(u.enrollments)::bigint as enrollments
      from unbilled u group by u.program_id, u.region_id, lower(u.months)) c
    cross join lateral (select (c.month + interval '1 month')::date - 1 as last_day) o
    where o.last_day + 30 > after and o.last_day + 30 <= until`,
);

// The age is told by month and program, as a count: no alert is about a person.
const people = rule(
  'due_people_alerts',
  `select 'PEOPLE_TURNING_65', 'program', e.program_id, e.region_id, 60, t.month, t.month - 60,
      jsonb_build_object('month', t.month, 'persons', count(*))
    from public.beneficiary b
    join public.enrollment e on e.beneficiary_id = b.id and e.state = 'ACTIVE'
    cross join lateral (select date_trunc('month', b.birth_date + interval '65 years')::date as month) t
    where b.died_on is null
      and b.birth_date between greatest((app.today() - interval '66 years')::date, (after + 60 - interval '65 years' - interval '1 day')::date)
        and (until + 60 - interval '65 years' + interval '1 month')::date
      and t.month - 60 > after and t.month - 60 <= until
    group by e.program_id, e.region_id, t.month`,
);

const due = `
  create or replace function app.due_alerts(after date, until date) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    select * from app.due_mou_alerts(after, until) union all select * from app.due_program_alerts(after, until)
    union all select * from app.due_money_alerts(after, until) union all select * from app.due_people_alerts(after, until)
  $$;
  comment on function app.due_alerts(date, date) is
    'Everything that holds on app.today() and fires after a day and up to another, each lead time by itself. The texts of the rules are in schema/alert.';
`;

const outlook = `
  create or replace function app.alert_outlook(days integer) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    select d.* from app.due_alerts(app.today(), app.today() + least(days, 366)) d
    where d.region_id in (select app.alert_regions())
    order by d.fires_on, d.rule, d.subject_id
  $$;
`;

const rights = `
  revoke execute on function app.due_mou_alerts(date, date), app.due_program_alerts(date, date), app.due_money_alerts(date, date),
    app.due_people_alerts(date, date), app.due_alerts(date, date) from public;
`;
