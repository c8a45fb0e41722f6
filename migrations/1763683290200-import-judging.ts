import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of the rows of a roster: judged against the registry, set-based, by the rules of the forms. */
export class ImportJudging1763683290200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(verdicts);
    await runner.query(staging);
    await runner.query(totals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.count_import(uuid);
      drop function app.stage_import(uuid, integer[]);
      drop function app.current_nik_key(integer[]);
      drop function app.import_verdicts(import_batch, integer, integer);
    `);
  }
}

/** A field of the roster that stands in a registration already: changed when the row knows it and says something else. */
const difference = (field: string): string =>
  `'${field}', case when r.${field} is not null and r.${field} is distinct from b.${field} then jsonb_build_array(b.${field}, r.${field}) end`;

const verdicts = `
  create function app.import_verdicts(batch import_batch, after_row integer, until_row integer)
    returns table (row_id uuid, verdict text, problems jsonb, beneficiary_id uuid, changes jsonb)
    language sql stable security definer set search_path = '' as $$
    with r as materialized (
      select x.* from public.import_row x
      where x.batch_id = (batch).id and x.row_number > after_row and x.row_number <= until_row
        and x.verdict in ('NEW', 'CHANGED') and not x.is_committed),
    resident as materialized (
      select a.address_region_id, (batch).region_id = any (array(select app.region_ancestors(a.address_region_id))) as is_inside
      from (select distinct r.address_region_id from r where r.address_region_id is not null) a),
    admitted as materialized (
      select c.id, not exists (select from public.program_category l where l.program_id = (batch).program_id)
        or exists (select from public.program_category l where l.program_id = (batch).program_id and l.category_id in (c.id, c.parent_id)) as is_admitted
      from public.category c),
    known as (
      select r.id, r.row_number, r.person_id, b.id as beneficiary_id, place.id is not null as is_enrolled,
        case when b.id is null then '{}' else jsonb_strip_nulls(jsonb_build_object(
          'name', case when lower(r.name) is distinct from lower(b.name) then jsonb_build_array(b.name, r.name) end,
          ${['birth_date', 'birth_place', 'sex', 'address', 'address_region_id', 'phone', 'category_id', 'decile', 'note'].map(difference).join(',\n          ')})) end as changes,
        app.entry_codes(p, c, r.post, r.entered_on, coalesce(r.birth_date, b.birth_date), b.died_on, b.moved_out_on,
          coalesce(r.decile, b.decile), coalesce(a.is_admitted, true), coalesce(h.is_inside, true), false)
          || case when r.kpj is not null and (count(*) over (partition by r.kpj) > 1 or exists (
            select from public.enrollment o where o.program_id = p.id and o.kpj = r.kpj and o.person_id <> r.person_id))
            then array['ENROLLMENT_KPJ_TAKEN'] else '{}' end as codes
      from r
      join public.program p on p.id = (batch).program_id
      left join public.category c on c.id = r.category_id
      left join admitted a on a.id = r.category_id
      left join resident h on h.address_region_id = r.address_region_id
      left join public.beneficiary b on b.region_id = (batch).region_id and b.person_id = r.person_id
      left join public.enrollment place on place.program_id = p.id and place.person_id = r.person_id and place.state not in ('ENDED', 'REJECTED')),
    -- cover by somebody else in the months that this program pays; of other regions it is said that it is so, not whose
    elsewhere as (
      select distinct on (o.person_id) o.person_id, o.region_id = (batch).region_id as is_own, op.name
      from known k
      join public.enrollment o on o.person_id = k.person_id and o.program_id <> (batch).program_id and o.state in ('APPROVED', 'SUBMITTED', 'ACTIVE')
      join public.program op on op.id = o.program_id and op.state <> 'CLOSED'
      join public.program p on p.id = (batch).program_id
        and op.month_until >= greatest(p.month_from, date_trunc('month', app.today())) and op.month_from <= p.month_until
      where not k.is_enrolled
      order by o.person_id, o.region_id = (batch).region_id desc, o.id)
    select k.id,
      case when k.is_enrolled then case when k.changes = '{}' then 'UNCHANGED' else 'CHANGED' end
        when cardinality(k.codes) > 0 then 'ERROR' when e.person_id is not null then 'DUPLICATE' else 'NEW' end,
      case when k.is_enrolled then '[]'
        when cardinality(k.codes) > 0 then (select jsonb_agg(jsonb_build_object('field', case code
            when 'ENROLLMENT_CATEGORY_OUTSIDE' then 'CATEGORY' when 'ENROLLMENT_POST_MISSING' then 'POST'
            when 'ENROLLMENT_ENTRY_OUTSIDE_PROGRAM' then 'ENTERED_ON' when 'ENROLLMENT_OVER_AGE' then 'BIRTH_DATE'
            when 'ENROLLMENT_DECILE_OUTSIDE' then 'DECILE' when 'ENROLLMENT_NOT_RESIDENT' then 'ADDRESS' when 'ENROLLMENT_KPJ_TAKEN' then 'KPJ' else 'NIK' end,
            'code', code, 'params', '{}'::jsonb)) from unnest(k.codes) code)
        when e.is_own then jsonb_build_array(jsonb_build_object('field', 'NIK', 'code', 'IMPORT_IN_OTHER_PROGRAM', 'params', jsonb_build_object('program', e.name)))
        when e.person_id is not null then jsonb_build_array(jsonb_build_object('field', 'NIK', 'code', 'IMPORT_COVERED_ELSEWHERE', 'params', '{}'::jsonb))
        else '[]' end,
      k.beneficiary_id, k.changes
    from known k left join elsewhere e on e.person_id = k.person_id
  $$;
  comment on function app.import_verdicts(import_batch, integer, integer) is
    'What becomes of the rows that would be written, judged at this moment; for functions only.';
  revoke execute on function app.import_verdicts(import_batch, integer, integer) from public;
`;

const columns = `nik_mask, nik_ciphertext, nik_findings, name, birth_date, birth_place, sex, address, address_region_id, phone, category_id,
          decile, decile_source, decile_on, note, post, decree, cohort, kpj, entered_on`;

const staging = `
  create function app.current_nik_key(known integer[]) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR') then
      raise insufficient_privilege using message = 'not allowed to register persons';
    end if;
    return app.nik_key_in_use(known);
  end $$;
  comment on function app.current_nik_key(integer[]) is 'Key under which NIKs are sealed until this transaction ends.';

  create function app.stage_import(staged uuid, keys integer[]) returns void
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    batch public.import_batch;
    at_row integer := 0;
    until_row integer;
  begin
    select * into batch from public.import_batch b where b.id = staged for update;
    if batch.id is null or batch.state <> 'CHECKING' or batch.region_id not in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) then
      raise insufficient_privilege using message = 'not allowed to stage this roster';
    end if;
    -- read again under another key or mapping: what is committed stays as it is
    delete from public.import_row r where r.batch_id = staged and not r.is_committed;
    loop
      until_row := (select max(n.row_number) from (
        select s.row_number from public.import_staging s where s.batch_id = staged and s.row_number > at_row order by s.row_number limit 20000) n);
      exit when until_row is null;
      with s as materialized (
        select x.*, case when x.nik_indexes is not null then sum((x.nik_indexes is not null)::integer) over (order by x.row_number) end as place
        from public.import_staging x where x.batch_id = staged and x.row_number > at_row and x.row_number <= until_row),
      indexes as (
        select array_agg(i.index order by s.place, i.n) as of_all from s cross join unnest(s.nik_indexes) with ordinality i(index, n))
      insert into public.import_row (id, batch_id, region_id, row_number, verdict, problems, mends_row, person_id, ${columns})
        select s.id, staged, batch.region_id, s.row_number, case when s.problems = '[]' then 'NEW' else 'ERROR' end, s.problems, s.mends_row,
          p.person_id, s.${columns.replace(/, +|,\n +/g, ', s.')}
        from s left join app.person_ids(keys, (select coalesce(i.of_all, '{}') from indexes i)) p on p.place = s.place
        on conflict on constraint import_row_number_unique do nothing;
      at_row := until_row;
    end loop;
    delete from public.import_staging s where s.batch_id = staged;

    -- the first good row of a person counts
    update public.import_row r set verdict = 'DUPLICATE', problems = jsonb_build_array(jsonb_build_object(
        'field', 'NIK', 'code', 'IMPORT_DUPLICATE_IN_FILE', 'params', jsonb_build_object('row', d.first_row)))
      from (select x.id, x.row_number, min(x.row_number) over (partition by x.person_id) as first_row
        from public.import_row x where x.batch_id = staged and (x.verdict = 'NEW' or x.is_committed) and x.person_id is not null) d
      where d.id = r.id and d.row_number > d.first_row and not r.is_committed;
    update public.import_row r set verdict = v.verdict, problems = v.problems, beneficiary_id = v.beneficiary_id, changes = v.changes
      from app.import_verdicts(batch, 0, 2147483647) v
      where v.row_id = r.id
        and (r.verdict, r.problems, r.beneficiary_id, r.changes) is distinct from (v.verdict, v.problems, v.beneficiary_id, v.changes);
    update public.import_batch b set nik_key_id = app.nik_key_in_use(keys), done_count = 0, through_row = 0, phase_began_at = null, failure_code = null,
      failure_params = '{}', state = case when b.resumes_commit then 'COMMITTING' else 'READY' end, resumes_commit = false, row_count = (select count(*) from public.import_row r where r.batch_id = staged)
      where b.id = staged;
    perform app.count_import(staged);
  end $$;
  comment on function app.stage_import(uuid, integer[]) is
    'Takes the rows that COPY brought into the batch and judges all of them; rows of an earlier reading that are not committed make way.';
`;

const totals = `
  create function app.count_import(counted uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    batch public.import_batch;
    counts jsonb;
  begin
    select * into batch from public.import_batch b where b.id = counted;
    select coalesce(jsonb_object_agg(c.verdict, c.n), '{}') into counts
      from (select r.verdict, count(*) as n from public.import_row r where r.batch_id = counted group by r.verdict) c;
    update public.import_batch b set
      new_count = coalesce((counts ->> 'NEW')::integer, 0), changed_count = coalesce((counts ->> 'CHANGED')::integer, 0),
      unchanged_count = coalesce((counts ->> 'UNCHANGED')::integer, 0), duplicate_count = coalesce((counts ->> 'DUPLICATE')::integer, 0),
      error_count = coalesce((counts ->> 'ERROR')::integer, 0),
      -- what a committed row said of its person is gone
      monthly_rupiah = case when exists (select from public.import_row r where r.batch_id = counted and r.is_committed) then b.monthly_rupiah else (
        select case when bool_and(m.rupiah is not null) then sum(n.people * m.rupiah) end
        from (
          select c.is_transport, greatest(date_trunc('month', r.entered_on), p.month_from)::date as month, count(*) as people
          from public.import_row r join public.category c on c.id = r.category_id join public.program p on p.id = batch.program_id
          where r.batch_id = counted and r.verdict = 'NEW' and not r.is_committed group by 1, 2) n
        cross join public.program p
        left join lateral (
          select l.funding_source from public.budget_line l
          where l.program_id = p.id and l.fiscal_year = extract(year from n.month) order by l.original_rupiah desc, l.id limit 1) l on true
        left join lateral (
          select x.jkk_rupiah + x.jkm_rupiah + x.jht_rupiah as rupiah
          from app.monthly_contributions(p.segment, p.has_jht, n.is_transport, coalesce(l.funding_source, 'APBD_REGENCY'), p.wage_base_rupiah,
            coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true), n.month, n.month) x) m on true
        where p.id = batch.program_id) end
      where b.id = counted;
  end $$;
  comment on function app.count_import(uuid) is 'Counts the verdicts of a batch and reckons what its new rows cost in a month.';
  revoke execute on function app.current_nik_key(integer[]), app.stage_import(uuid, integer[]), app.count_import(uuid) from public;
  grant execute on function app.current_nik_key(integer[]), app.stage_import(uuid, integer[]) to payung_app;
`;
