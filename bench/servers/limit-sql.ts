/** The flattest statements that give the answers of the workloads. */

export const mouSql = `
  select m.id, m.title_as_written, m.kind, m.state, m.signed_on, m.signed_place, r.id, r.code, r.display_name,
    x.what, x.position, x.kind, x.number, o.id, o.display_name, o.level, x.id, x.name
  from mou m
  join region r on r.id = m.region_id
  left join lateral (
    select 0 as what, p.position, p.kind, p.number, p.office_id, null::uuid as id, null as name from mou_party p where p.mou_id = m.id
    union all
    (select 1, row_number() over (order by g.month_from desc, g.id desc)::integer, null, null, null, g.id, g.name
     from program_mou l join program g on g.id = l.program_id where l.mou_id = m.id
     order by g.month_from desc, g.id desc limit 10)) x on true
  left join office o on o.id = x.office_id
  where m.id = $1::uuid
  order by x.what, x.position`;

// programs are made by provinces, regencies and cities only: one step down is enough
export const programsSql = `
  with page as materialized (
    select p.id, p.name, p.month_from, p.region_id from program p
    where p.region_id = any (array(select r.id from region r where r.id = any ($1::uuid[]) or r.parent_id = any ($1::uuid[])))
      and exists (select from budget_line l where l.program_id = p.id and l.fiscal_year = $2::integer)
    order by p.month_from desc, p.id desc limit 51),
  counted as materialized (
    select page.*, (select count(*) from enrollment e where e.program_id = page.id) as heads from page)
  select g.id, g.name, g.month_from, g.heads, r.id, r.display_name, x.what, x.id, x.title
  from counted g
  join region r on r.id = g.region_id
  left join lateral (
    select 0 as what, m.id, m.title_as_written as title, coalesce(m.signed_on, '9999-12-31') - date '2000-01-01' as place
    from program_mou l join mou m on m.id = l.mou_id where l.program_id = g.id
    union all
    select 1, b.id, b.display_title, b.year from program_legal_basis l join regulation b on b.id = l.regulation_id
    where l.program_id = g.id) x on true
  order by g.month_from desc, g.id desc, x.what, x.place, x.id`;

export const peopleSql = `
  select b.id, b.name, r.id, r.display_name, e.id, e.state, e.entered_on, p.id, p.name
  from (
    select x.id, x.name, x.region_id from beneficiary x
    where (x.name, x.id) > ($1::text, $2::uuid)
    order by x.name, x.id limit 101) b
  join region r on r.id = b.region_id
  left join lateral (
    select y.id, y.state, y.entered_on, y.program_id from enrollment y where y.beneficiary_id = b.id
    order by y.entered_on desc, y.id desc limit 3) e on true
  left join program p on p.id = e.program_id
  order by b.name, b.id, e.entered_on desc, e.id desc`;

export const coverageSql = `
  select s.region_id, s.category_id, sum(s.person_months), sum(s.contribution)
  from coverage_month s where s.province_id = $1::uuid and s.year = $2::integer group by 1, 2`;

export const createSql = `
  with created as (
    insert into program (id, region_id, name, month_from, month_until, segment, quota)
    values ($1::uuid, $2::uuid, $3, $4::date, $5::date, $6, $7::integer) returning version, region_id)
  select c.version, r.display_name from created c join region r on r.id = c.region_id`;

export const createBasesSql = `
  insert into program_legal_basis (id, program_id, regulation_id) select gen_random_uuid(), $1::uuid, unnest($2::uuid[])`;

export const createMousSql = `
  insert into program_mou (id, program_id, mou_id) select gen_random_uuid(), $1::uuid, unnest($2::uuid[])`;

export const createLinesSql = `
  insert into budget_line (id, program_id, fiscal_year, funding_source, original_rupiah)
  select gen_random_uuid(), $1::uuid, l.* from unnest($2::integer[], $3::text[], $4::numeric[]) l`;
