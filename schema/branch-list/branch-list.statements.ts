/**
 * People of program $1 who are approved or in it in month $2 and on no other list of the month: the first $3 by name,
 * put on list $4, each with the contribution of that month.
 */
export const listPeople = `
  with rates as (
    select t.is_transport, m.jkk_rupiah + m.jkm_rupiah + m.jht_rupiah as rupiah
    from program p
    cross join unnest(array[true, false]) as t(is_transport)
    left join lateral (
      select l.funding_source from budget_line l
      where l.program_id = p.id and l.fiscal_year = extract(year from $2::date) order by l.original_rupiah desc, l.id limit 1) l on true
    cross join lateral app.monthly_contributions(p.segment, p.has_jht, t.is_transport, coalesce(l.funding_source, 'APBD_REGENCY'),
      p.wage_base_rupiah, coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true), $2::date, $2::date) m
    where p.id = $1),
  people as (
    select e.id, c.is_transport, b.name
    from enrollment e join beneficiary b on b.id = e.beneficiary_id join category c on c.id = e.category_id
    where e.program_id = $1 and e.state in ('APPROVED', 'SUBMITTED', 'ACTIVE') and e.entered_on < $2::date + interval '1 month'
      and not exists (select from branch_list_row r where r.enrollment_id = e.id and r.month = $2 and r.is_held)
    order by lower(b.name), e.id limit $3)
  insert into branch_list_row (list_id, region_id, enrollment_id, month, row_number, ours_rupiah, is_held)
  select $4, p.region_id, x.id, $2, row_number() over (order by lower(x.name), x.id), r.rupiah, true
  from people x join program p on p.id = $1 left join rates r on r.is_transport = x.is_transport`;

/** People of list $1 with everything that a column can say, in their order. */
export const peopleOfList = `
  select r.row_number::text as "NUMBER", e.beneficiary_id as "NIK", e.kpj as "KPJ", b.name as "NAME", b.birth_place as "BIRTH_PLACE",
    b.birth_date::text as "BIRTH_DATE", b.sex as "SEX", b.address as "ADDRESS",
    case when g.level in ('WARD', 'VILLAGE') then g.name end as "VILLAGE",
    case when g.level = 'DISTRICT' then g.name when g.level in ('WARD', 'VILLAGE') then d.name end as "DISTRICT",
    b.phone as "PHONE", c.name as "CATEGORY", e.post as "POST", e.entered_on::text as "ENTERED_ON", r.month::text as "MONTH",
    r.ours_rupiah::text as "AMOUNT"
  from branch_list_row r join enrollment e on e.id = r.enrollment_id join beneficiary b on b.id = e.beneficiary_id
    join category c on c.id = e.category_id left join region g on g.id = b.address_region_id left join region d on d.id = g.parent_id
  where r.list_id = $1 order by r.row_number`;

/** Rows of list $1 whose answer can be applied, each with what stands against it; locked beforehand. */
const judged = `
  select r.id, r.enrollment_id, r.verdict, r.kpj, e.state,
    case
      when r.verdict = 'REJECTED' then case when e.state not in ('APPROVED', 'SUBMITTED') then 'BRANCH_ENROLLMENT_OTHER' end
      when e.state not in ('APPROVED', 'SUBMITTED', 'ACTIVE') then 'BRANCH_ENROLLMENT_OTHER'
      when e.kpj <> r.kpj then 'BRANCH_KPJ_DIFFERS'
      when exists (select from enrollment o where o.program_id = e.program_id and o.kpj = r.kpj and o.id <> e.id)
        or (r.kpj is not null and count(*) filter (where r.verdict <> 'REJECTED') over (partition by r.kpj) > 1) then 'ENROLLMENT_KPJ_TAKEN'
    end as code
  from branch_list_row r join enrollment e on e.id = r.enrollment_id
  where r.list_id = $1 and r.applied_at is null and r.verdict in ('ACCEPTED', 'AMOUNT_DIFFERS', 'REJECTED')`;

/** Applies the answer to list $1 on day $2: accepted people are active, rejected ones out; the others keep a code. */
export const applyAnswer = `
  with judged as materialized (${judged}),
  admitted as (
    update enrollment e set state = 'ACTIVE', kpj = coalesce(j.kpj, e.kpj)
    from judged j where j.enrollment_id = e.id and j.code is null and j.verdict <> 'REJECTED'
      and (j.state <> 'ACTIVE' or (e.kpj is null and j.kpj is not null))),
  turned_down as (
    update enrollment e set state = 'REJECTED', ended_on = $2::date, end_reason = 'REJECTED_BY_BRANCH'
    from judged j where j.enrollment_id = e.id and j.code is null and j.verdict = 'REJECTED')
  update branch_list_row r set problem_code = j.code, applied_at = case when j.code is null then now() end
  from judged j where j.id = r.id`;

/** Whoever was not taken may go on another list of the month. */
export const releaseOthers =
  'update branch_list_row r set is_held = false where r.list_id = $1 and r.applied_at is null and r.is_held';

/** Persons behind hashes of NIKs, by the place of the NIK; $1 places, $2 hashes. */
export const personsByPlace = `
  select h.place, p as "personId" from unnest($1::integer[], $2::bytea[]) h(place, index)
  cross join lateral app.persons_behind(array[h.index]) p`;
