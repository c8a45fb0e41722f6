import type pg from 'pg';
import { firstDay } from '../../../schema/kernel/calendar.js';
import { referenceId } from '../../../schema/kernel/identifier.js';
import { type PlannedMonths, programKey, type RosterPlan } from './plan.js';
import { doubleFunding, rosterPlans } from './plans.js';

/** Covers the months of a roster at the rates of the tariff, bills them, and keeps what another payer holds as cases. */
export async function insertMonths(client: pg.Client, plan: RosterPlan): Promise<void> {
  for (const months of plan.months) {
    const bill = months.bill && referenceId('bill', `${plan.key}:${months.from}`);
    await client.query(covering, [...spanOf(plan, months), ...(bill ? billOf(plan, months, bill) : noBill)]);
    await client.query(refusing, spanOf(plan, months));
  }
}

function spanOf(plan: RosterPlan, { from, until }: PlannedMonths): [string, string, string] {
  return [programKey(plan), firstDay(from), firstDay(until)];
}

function billOf(plan: RosterPlan, { from, bill }: PlannedMonths, id: string): unknown[] {
  const code = `DEMO-${plan.regionCode.replace('.', '')}-${from.replace('-', '')}`;
  const number = bill?.paidOn ? `DEMO/SP2D/${plan.key}/${from}` : null;
  return [
    id,
    referenceId('office', bill?.officeKey ?? ''),
    code,
    bill?.issuedOn,
    bill?.dueOn,
    bill?.paidOn,
    number,
  ];
}

const noBill = [null, null, null, null, null, null, null];

/** As app.cover and app.issue_bill do it for a person who decides; here both at once, months billed as they are written. */
const covering = `
  with p as (select x.* from program x where x.id = $1),
  pieces as materialized (
    select e.id as enrollment_id, e.person_id, r.budget_line_id, piece as months, r.jkk, r.jkm, r.jht
    from enrollment e
    join category c on c.id = e.category_id
    cross join lateral (select daterange($2::date, ($3::date + interval '1 month')::date) * daterange(
      date_trunc('month', e.entered_on)::date, (date_trunc('month', e.ended_on) + interval '1 month')::date) as months) s
    join (select r.* from p cross join lateral app.program_rates(p, $2::date, $3::date, null) r) r on r.is_transport = c.is_transport
    cross join lateral unnest(datemultirange(r.months * s.months) - coalesce(
      (select range_agg(h.months) from coverage h where h.person_id = e.person_id and h.credit_note_id is null), '{}')) as piece
    where e.program_id = $1 and e.state in ('ACTIVE', 'ENDED') and not isempty(s.months)),
  made as (
    insert into bill (id, program_id, region_id, office_id, months, bill_code, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah,
      issued_on, due_on, state, paid_on, disbursement_number)
    select $4, p.id, p.region_id, $5::uuid, daterange($2::date, ($3::date + interval '1 month')::date), $6, t.heads, t.months, t.jkk, t.jkm, t.jht,
      $7::date, $8::date, case when $9::date is null then 'ISSUED' else 'PAID' end, $9::date, $10
    from p cross join (
      select count(distinct x.person_id) as heads, sum(app.month_count(x.months)) as months, sum(app.month_count(x.months) * x.jkk) as jkk,
        sum(app.month_count(x.months) * x.jkm) as jkm, sum(app.month_count(x.months) * x.jht) as jht from pieces x) t
    where $4::uuid is not null)
  insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah, bill_id)
  select x.person_id, x.enrollment_id, p.id, p.region_id, x.budget_line_id, x.months, x.jkk, x.jkm, x.jht, $4
  from pieces x cross join p order by x.enrollment_id`;

const refusing = `
  insert into coverage_case (person_id, enrollment_id, program_id, region_id, holder_program_id, holder_region_id, months, saved_rupiah)
  select e.person_id, e.id, e.program_id, e.region_id, h.program_id, h.region_id, piece,
    (select sum(app.month_count(r.months * piece) * (r.jkk + r.jkm + r.jht)) from app.program_rates(p, $2::date, $3::date, null) r
      where r.is_transport = c.is_transport and r.months && piece)
  from enrollment e
  join program p on p.id = e.program_id
  join category c on c.id = e.category_id
  cross join lateral (
    select x.program_id, x.region_id, range_agg(x.months) as months from coverage x
    where x.person_id = e.person_id and x.program_id <> e.program_id and x.credit_note_id is null
    group by x.program_id, x.region_id) h
  cross join lateral unnest(h.months * datemultirange(daterange($2::date, ($3::date + interval '1 month')::date) * daterange(
    date_trunc('month', e.entered_on)::date, (date_trunc('month', e.ended_on) + interval '1 month')::date))) as piece
  where e.program_id = $1 and e.state in ('ACTIVE', 'ENDED')
  order by e.id`;

/** Six of ten were held against Dukcapil before they entered; some were not found, some need a look. */
export async function insertVerifications(client: pg.Client, plan: RosterPlan): Promise<void> {
  await client.query(
    `insert into verification (id, beneficiary_id, check_kind, result, checked_on, checked_by, batch)
     select gen_random_uuid(), n.beneficiary_id, 'DUKCAPIL',
       case n.place % 50 when 7 then 'NEEDS_REVIEW' when 11 then 'FAILED' else 'PASSED' end, n.entered_on - 14, 'DEMO Disdukcapil', $2
     from (select e.*, row_number() over (order by e.id) as place from enrollment e where e.program_id = $1) n
     where n.place % 5 < 3`,
    [programKey(plan), `DEMO ${plan.key}`],
  );
}

/** Death benefits a month after the deaths that were noticed, and a few accidents. */
export async function insertClaims(client: pg.Client, plan: RosterPlan): Promise<void> {
  await client.query(
    `insert into claim (id, region_id, program_id, kind, month, cases, paid_rupiah, note)
     select gen_random_uuid(), e.region_id, e.program_id, 'JKM', (date_trunc('month', e.ended_on) + interval '1 month')::date, count(*),
       count(*) * 42000000, 'DEMO'
     from enrollment e where e.program_id = $1 and e.end_reason = 'DECEASED' group by 2, 3, 5
     union all
     select gen_random_uuid(), p.region_id, p.id, 'JKK', (p.month_from + interval '4 months')::date, 3, 27450000, 'DEMO' from program p where p.id = $1`,
    [programKey(plan)],
  );
}

/** What came of some of the cases: confirmed, or paid twice and partly recovered. */
export async function insertDoublePayments(client: pg.Client): Promise<void> {
  const also = rosterPlans.find(({ key }) => key === doubleFunding.also);
  if (!also) return;
  const { rows } = await client.query('select from double_payment d where d.program_id = $1 limit 1', [
    programKey(also),
  ]);
  if (rows.length > 0) return;
  await client.query(paidTwice, [programKey(also), doubleFunding.paidTwice]);
  await client.query(confirmed, [programKey(also)]);
}

const paidTwice = `
  with chosen as (
    select k.*, row_number() over (order by k.case_number) as place
    from coverage_case k where k.program_id = $1 and lower(k.months) = '2026-01-01' order by k.case_number limit $2),
  told as (
    update coverage_case k set state = 'PAID_TWICE' from chosen x where x.id = k.id)
  insert into double_payment (id, coverage_id, case_id, person_id, enrollment_id, program_id, region_id, holder_region_id, months, paid_rupiah,
    recovered_rupiah, state, ending)
  select gen_random_uuid(), (select h.id from coverage h where h.person_id = x.person_id and h.program_id = x.holder_program_id and h.months && x.months
      and h.credit_note_id is null order by h.months limit 1),
    x.id, x.person_id, x.enrollment_id, x.program_id, x.region_id, x.holder_region_id, x.months, x.saved_rupiah,
    case when x.place <= 4 then x.saved_rupiah else 0 end,
    case when x.place <= 4 then 'RECOVERED' when x.place = 5 then 'WRITTEN_OFF' else 'TO_RECOVER' end,
    case when x.place <= 4 then 'DEMO: diperhitungkan dengan tagihan berikutnya' when x.place = 5 then 'DEMO: peserta meninggal, tidak ditagih kembali' end
  from chosen x`;

const confirmed = `
  update coverage_case k set state = 'CONFIRMED', resolution = 'DEMO: Kabupaten Serang membayar lebih dulu'
  from (select c.id from coverage_case c where c.program_id = $1 and c.state = 'OPEN' order by c.case_number limit 40) x where x.id = k.id`;
