import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules: what is due up to a day, as one set; and the statement that brings the ledger up to it. */
export class AlertRules1763683251500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [agreements, programs, money, people, due, refresh, outlook, rights])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.alert_outlook(integer);
      drop function app.refresh_alerts();
      drop function app.due_alerts(date);
      drop function app.due_people_alerts(date);
      drop function app.due_money_alerts(date);
      drop function app.due_program_alerts(date);
      drop function app.due_mou_alerts(date);
    `);
  }
}

const columns =
  'table (rule text, concept text, subject_id uuid, region_id uuid, lead_days integer, due_on date, fires_on date, facts jsonb)';

/** Each gives what holds today and fires up to the day `until`. Security definer: the rules look at every region. */
const rule = (name: string, body: string): string => `
  create function app.${name}(until date) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    ${body}
  $$;
`;

const agreements = rule(
  'due_mou_alerts',
  `with signed as materialized (
      select m.id, m.kind, m.region_id, m.notice_days, app.mou_ends_on(m) as ends_on, app.mou_phase(m) as phase,
        coalesce(m.effective_from, m.signed_on, m.created_at::date) as began_on, app.mou_concerns(m) as concerns
      from public.mou m where m.state = 'SIGNED' and m.kind <> 'ADDENDUM'),
    ending as (
      select s.* from signed s
      where s.ends_on is not null
        and not exists (select from public.mou n where n.predecessor_id = s.id and n.state = 'SIGNED')),
    running as (select s.* from signed s where s.phase in ('ACTIVE', 'EXPIRING', 'UNDATED'))
    select 'MOU_ENDING', 'mou', e.id, e.region_id, l.days, e.ends_on, e.ends_on - l.days, '{}'::jsonb
    from ending e cross join (values (180), (90), (60), (30), (0)) l(days)
    where e.ends_on - l.days <= until
    union all
    select 'MOU_NOTICE', 'mou', e.id, e.region_id, l.days, e.ends_on - e.notice_days, e.ends_on - e.notice_days - l.days,
      jsonb_build_object('endsOn', e.ends_on, 'noticeDays', e.notice_days)
    from ending e cross join (values (30), (0)) l(days)
    where e.notice_days is not null and e.ends_on >= app.today() and e.ends_on - e.notice_days - l.days <= until
    union all
    select 'MOU_OFFICE_NOT_SERVING', 'mou', r.id, r.region_id, 0, null, app.today(), '{}'
    from running r where 'OFFICE_NO_LONGER_SERVES' = any (r.concerns)
    union all
    select 'UMBRELLA_WITHOUT_PKS', 'mou', r.id, r.region_id, 0, r.began_on + 30, r.began_on + 30, '{}'
    from running r
    where r.kind = 'UMBRELLA' and r.began_on + 30 <= until
      and not exists (select from public.mou c where c.parent_id = r.id and c.kind = 'PKS' and c.state = 'SIGNED')
    union all
    select 'PKS_WITHOUT_PROGRAM', 'mou', r.id, r.region_id, 0, r.began_on + 30, r.began_on + 30, '{}'
    from running r
    where r.kind = 'PKS' and r.began_on + 30 <= until
      and not exists (
        select from public.program_mou l join public.program p on p.id = l.program_id and p.state <> 'DRAFT' where l.mou_id = r.id)
    union all
    select 'MOU_DRAFT_IDLE', 'mou', m.id, m.region_id, 0, i.since + 60, i.since + 60, jsonb_build_object('since', i.since)
    from public.mou m cross join lateral (select (m.updated_at at time zone 'Asia/Jakarta')::date as since) i
    where m.state in ('DRAFT', 'LEGAL_REVIEW') and i.since + 60 <= until`,
);

const programs = rule(
  'due_program_alerts',
  `select case u.reason when 'MOU' then 'PROGRAM_WITHOUT_MOU' else 'PROGRAM_WITHOUT_LEGAL_BASIS' end, 'program', p.id, p.region_id, 60,
      u.month_from, u.month_from - 60, jsonb_build_object('from', u.month_from, 'until', u.month_until)
    from public.program p cross join lateral app.program_unfounded(p) u
    where p.state = 'APPROVED' and u.month_from - 60 <= until
    union all
    select 'REGION_WITHOUT_RECAP', 'region', r.region_id, r.region_id, 5, r.last_day, r.last_day - 5,
      jsonb_build_object('month', r.month, 'programs', count(*))
    from (
      select p.region_id, m.month::date as month, (m.month + interval '1 month')::date - 1 as last_day
      from public.program p
      -- a month is looked after until the next one has its own recap
      cross join generate_series(date_trunc('month', app.today()) - interval '1 month', date_trunc('month', until), interval '1 month') m(month)
      where p.state = 'APPROVED' and m.month between p.month_from and p.month_until) r
    where r.last_day - 5 <= until and not exists (
      select from public.coverage c
      where c.region_id = r.region_id and c.credit_note_id is null and c.months @> r.month)
    group by r.region_id, r.month, r.last_day`,
);

const money = rule(
  'due_money_alerts',
  `select 'BUDGET_SHORT', 'program', b.id, b.region_id, 0, b.since, b.since,
      jsonb_build_object('year', extract(year from app.today())::integer, 'requiredRupiah', b.figures ->> 'requiredRupiah',
        'budgetRupiah', b.figures ->> 'budgetRupiah', 'runsOutOn', b.figures ->> 'runsOutOn')
    from (
      select p.id, p.region_id, greatest(p.month_from, date_trunc('year', app.today())::date) as since,
        app.program_figures(p, extract(year from app.today())::integer, true)::jsonb as figures
      from public.program p
      where p.state = 'APPROVED' and p.month_from <= app.today() and p.month_until >= date_trunc('month', app.today())) b
    where b.since <= until and ((b.figures ->> 'requiredRupiah')::numeric > coalesce((b.figures ->> 'budgetRupiah')::numeric, 0)
      or b.figures ->> 'runsOutOn' is not null)
    union all
    select 'BILL_DUE', 'bill', b.id, b.region_id, l.days, b.due_on, b.due_on - l.days,
      jsonb_build_object('totalRupiah', b.total_rupiah::text, 'heads', b.heads)
    from public.bill b cross join (values (7), (0), (-30), (-60), (-90)) l(days)
    where b.state = 'ISSUED' and b.due_on - l.days <= until
    union all
    select 'MONTHS_NOT_BILLED', 'program', c.program_id, c.region_id, -30, o.last_day, o.last_day + 30,
      jsonb_build_object('from', min(lower(c.months)), 'enrollments', count(*))
    from public.coverage c
    cross join lateral (select (date_trunc('month', lower(c.months)) + interval '1 month')::date - 1 as last_day) o
    where c.bill_id is null and c.credit_note_id is null and o.last_day + 30 <= until
    group by c.program_id, c.region_id, o.last_day`,
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
      and b.birth_date between (app.today() - interval '66 years')::date and (until + 60 - interval '65 years' + interval '1 month')::date
      and t.month - 60 <= until
    group by e.program_id, e.region_id, t.month`,
);

const due = `
  create function app.due_alerts(until date) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    select * from app.due_mou_alerts(until) union all select * from app.due_program_alerts(until)
    union all select * from app.due_money_alerts(until) union all select * from app.due_people_alerts(until)
  $$;
  comment on function app.due_alerts(date) is
    'Everything that holds on app.today() and fires up to a day, each lead time by itself. The texts of the rules are in schema/alert.';
`;

const refresh = `
  create function app.refresh_alerts() returns table (raised integer, resolved integer, reopened integer)
    language plpgsql volatile security definer set search_path = '' as $$
  begin
    -- one at a time, whichever server asks
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_alerts', 0));
    return query
    with found as materialized (
      select d.*, d.lead_days = min(d.lead_days) over (partition by d.rule, d.subject_id, d.due_on) as is_nearest
      from app.due_alerts(app.today()) d),
    added as (
      insert into public.alert (rule, concept, subject_id, region_id, lead_days, due_on, fires_on, facts, state)
      select f.rule, f.concept, f.subject_id, f.region_id, f.lead_days, f.due_on, f.fires_on, f.facts,
        case when f.is_nearest then 'OPEN' else 'SUPERSEDED' end
      from found f
      on conflict on constraint alert_once_unique do nothing
      returning state),
    judged as (
      select a.id, a.state as before, a.facts as facts_before,
        case when f.rule is null then 'RESOLVED' when not f.is_nearest then 'SUPERSEDED'
          when a.state in ('RESOLVED', 'SUPERSEDED') then 'OPEN' else a.state end as after,
        coalesce(f.facts, a.facts) as facts
      from public.alert a
      left join found f on f.rule = a.rule and f.subject_id = a.subject_id and f.lead_days = a.lead_days
        and f.due_on is not distinct from a.due_on
      where a.state <> 'RESOLVED' or f.rule is not null),
    changed as (
      update public.alert a set state = j.after, facts = j.facts,
        resolved_at = case when j.after = 'RESOLVED' then now() end,
        -- what was known and comes back is news
        acknowledged_by = case when j.after in ('OPEN', 'SUPERSEDED') and j.before <> j.after then null else a.acknowledged_by end,
        acknowledged_at = case when j.after in ('OPEN', 'SUPERSEDED') and j.before <> j.after then null else a.acknowledged_at end
      from judged j
      where j.id = a.id and (j.after <> j.before or (j.facts <> j.facts_before and j.after in ('OPEN', 'ACKNOWLEDGED')))
      returning j.before, j.after)
    select (select count(*) filter (where x.state = 'OPEN') from added x)::integer,
      count(*) filter (where c.before <> 'RESOLVED' and c.after = 'RESOLVED')::integer,
      count(*) filter (where c.before = 'RESOLVED' and c.after = 'OPEN')::integer
    from changed c;

    -- two weeks without an answer: the province should look
    update public.alert a set escalated_on = app.today()
    where a.state = 'OPEN' and a.escalated_on is null and greatest(a.fires_on, a.created_at::date) + 14 <= app.today()
      and coalesce(a.snoozed_until < app.today(), true);
  end $$;
  comment on function app.refresh_alerts() is
    'Brings the ledger to app.today(): raises what fires, also for days on which nobody asked, settles what no longer holds, opens anew what holds again. Running it twice changes nothing.';
`;

const outlook = `
  create function app.alert_outlook(days integer) returns ${columns}
    language sql stable security definer set search_path = '' as $$
    select d.* from app.due_alerts(app.today() + least(days, 366)) d
    where d.fires_on > app.today() and d.region_id in (select app.alert_regions())
    order by d.fires_on, d.rule, d.subject_id
  $$;
  comment on function app.alert_outlook(integer) is 'What will fire within so many days (at most 366) when nothing changes, in the actor''s regions.';
`;

const rights = `
  revoke execute on function app.due_mou_alerts(date), app.due_program_alerts(date), app.due_money_alerts(date), app.due_people_alerts(date),
    app.due_alerts(date), app.refresh_alerts(), app.alert_outlook(integer) from public;
  grant execute on function app.refresh_alerts(), app.alert_outlook(integer) to payung_app;
`;
