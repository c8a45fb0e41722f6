/** The flattest statements that give the answers of the workloads. */

export const mouSql = `
  select m.id, m.title_as_written, m.kind, m.state, m.signed_on, m.signed_place, r.id, r.code, r.display_name,
    p.position, p.kind, p.number, o.id, o.display_name, o.level
  from mou m
  join region r on r.id = m.region_id
  left join mou_party p on p.mou_id = m.id
  left join office o on o.id = p.office_id
  where m.id = $1::uuid
  order by p.position`;

// agreements are made by provinces, regencies and cities only: one step down is enough
export const mousSql = `
  with page as materialized (
    select m.id, m.title_as_written, m.kind, app.mou_phase(m) as phase, m.signed_on, m.signed_place, m.region_id,
      coalesce(m.signed_on, '0001-01-01'::date) as key
    from mou m
    where m.region_id = any (array(select r.id from region r where r.id = $1::uuid or r.parent_id = $1::uuid))
    order by coalesce(m.signed_on, '0001-01-01'::date) desc, m.id desc limit 51)
  select g.id, g.title_as_written, g.kind, g.phase, g.signed_on, g.signed_place, r.id, r.display_name, g.key,
    x.what, x.position, x.a, x.b
  from page g
  join region r on r.id = g.region_id
  left join lateral (
    select 0 as what, p.position, p.kind as a, p.number as b, null::uuid as c from mou_party p where p.mou_id = g.id
    union all
    select 1, l.year, l.id::text, l.display_title, l.id from mou_legal_basis b join regulation l on l.id = b.regulation_id
    where b.mou_id = g.id) x on true
  order by g.key desc, g.id desc, x.what, x.position, x.c`;

export const villagesSql = `
  select v.id, v.code, v.display_name, v.level, d.id, d.display_name, k.id, k.display_name, p.id, p.display_name
  from (
    select r.id, r.code, r.display_name, r.level, r.parent_id from region r
    where r.level in ('WARD', 'VILLAGE') and (r.code, r.id) > ($1::text, $2::uuid)
    order by r.code, r.id limit 101) v
  join region d on d.id = v.parent_id
  join region k on k.id = d.parent_id
  join region p on p.id = k.parent_id
  order by v.code, v.id`;

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

export const createSql = `
  with created as (
    insert into mou (id, kind, title_as_written, subject, region_id, signed_on)
    values ($1::uuid, $2, $3, $4, $5::uuid, $6::date) returning version, region_id)
  select c.version, r.display_name from created c join region r on r.id = c.region_id`;

export const createPartiesSql = `
  insert into mou_party (id, mou_id, position, kind, region_id, office_id, number)
  select p.id, $1::uuid, p.position, p.kind, p.region_id, p.office_id, p.number
  from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[])
    with ordinality as p (id, kind, region_id, office_id, number, position)`;
