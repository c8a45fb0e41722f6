import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Writing a roster, and taking it back, in steps. Each step is one transaction that locks the batch, does its rows and
 * notes how far it came: killed at any moment, the next one goes on from there, and no row is written twice.
 */
export class ImportCommit1763683290400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(commit);
    await runner.query(consequences);
    await runner.query(undo);
    await runner.query(discard);
    await runner.query(waiting);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.forgettable_imports(date);
      drop function app.waiting_imports();
      drop function app.stop_import(uuid, text, jsonb);
      drop function app.forget_import(uuid);
      drop function app.undo_import(uuid, integer);
      drop function app.import_undo(uuid);
      drop function app.import_money(uuid);
      drop function app.undoable_rows(uuid);
      drop function app.commit_import(uuid, integer, integer[]);
    `);
  }
}

const emptied = `nik_mask = null, nik_ciphertext = null, nik_findings = '{}', name = null, birth_date = null, birth_place = null, sex = null,
      address = null, address_region_id = null, phone = null, category_id = null, decile = null, decile_source = null, decile_on = null,
      note = null, post = null, decree = null, cohort = null, kpj = null, entered_on = null`;

const commit = `
  -- a step looks its people up one by one: joined as a whole, each step would read everybody who is there already
  create function app.commit_import(committed uuid, size integer, keys integer[]) returns text
    language plpgsql volatile security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
  declare
    batch public.import_batch;
    until_row integer;
    written integer;
    mended integer;
  begin
    select * into batch from public.import_batch b where b.id = committed for update skip locked;
    if batch.id is null or batch.state <> 'COMMITTING' then
      return 'NOT_MINE';
    end if;
    if batch.acting_id is distinct from app.actor_id() or batch.region_id not in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) then
      raise insufficient_privilege using message = 'not allowed to commit this roster';
    end if;
    -- the program first, as everyone does who changes the ledger: two never wait for each other
    perform from public.program p where p.id = batch.program_id for share;
    -- sealed under a key that is going out of use: the file is read again
    if app.nik_key_in_use(keys) is distinct from batch.nik_key_id then
      update public.import_batch b set state = 'CHECKING', resumes_commit = true where b.id = committed;
      return 'READ_AGAIN';
    end if;
    until_row := (select max(n.row_number) from (
      select r.row_number from public.import_row r
      where r.batch_id = committed and r.row_number > batch.through_row and r.verdict in ('NEW', 'CHANGED') and not r.is_committed
      order by r.row_number limit size) n);
    if until_row is null then
      update public.import_batch b set state = 'COMMITTED', committed_at = now(), through_row = 0 where b.id = committed;
      perform app.count_import(committed);
      return 'DONE';
    end if;

    -- the registry may have changed since the preview
    update public.import_row r set verdict = v.verdict, problems = v.problems, beneficiary_id = v.beneficiary_id, changes = v.changes
      from app.import_verdicts(batch, batch.through_row, until_row) v
      where v.row_id = r.id
        and (r.verdict, r.problems, r.beneficiary_id, r.changes) is distinct from (v.verdict, v.problems, v.beneficiary_id, v.changes);

    insert into public.beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, nik_findings, name, birth_date, birth_place, sex,
        address, address_region_id, phone, category_id, decile, decile_source, decile_on, note)
      select r.id, batch.region_id, r.person_id, r.nik_ciphertext, batch.nik_key_id, r.nik_mask, r.nik_findings, r.name, r.birth_date, r.birth_place,
        r.sex, r.address, r.address_region_id, r.phone, r.category_id, r.decile, r.decile_source, r.decile_on, r.note
      from public.import_row r
      where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row
        and r.verdict = 'NEW' and r.beneficiary_id is null and not r.is_committed
      order by r.row_number;
    insert into public.verification (id, beneficiary_id, check_kind, result, checked_on, checked_by, batch)
      select gen_random_uuid(), r.id, 'FORMAT', case when cardinality(r.nik_findings) > 0 then 'NEEDS_REVIEW' else 'PASSED' end, app.today(),
        'Payung', left(batch.file_name, 100)
      from public.import_row r
      where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row
        and r.verdict = 'NEW' and r.beneficiary_id is null and not r.is_committed
      order by r.row_number;
    update public.beneficiary b set
        name = case when r.changes ? 'name' then r.name else b.name end, birth_date = coalesce(r.birth_date, b.birth_date),
        birth_place = coalesce(r.birth_place, b.birth_place), sex = coalesce(r.sex, b.sex), address = coalesce(r.address, b.address),
        address_region_id = coalesce(r.address_region_id, b.address_region_id), phone = coalesce(r.phone, b.phone),
        category_id = coalesce(r.category_id, b.category_id), note = coalesce(r.note, b.note),
        decile = case when r.changes ? 'decile' then r.decile else b.decile end,
        decile_source = case when r.changes ? 'decile' then r.decile_source else b.decile_source end,
        decile_on = case when r.changes ? 'decile' then r.decile_on else b.decile_on end,
        nik_findings = case when r.changes ?| array['birth_date', 'sex'] then r.nik_findings else b.nik_findings end
      from public.import_row r
      where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row
        and r.verdict in ('NEW', 'CHANGED') and r.beneficiary_id = b.id and r.changes <> '{}' and not r.is_committed;
    insert into public.enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, post, decree, cohort, kpj, entered_on)
      select r.id, batch.program_id, coalesce(r.beneficiary_id, r.id), r.person_id, batch.region_id, r.category_id, r.post, r.decree, r.cohort, r.kpj,
        r.entered_on
      from public.import_row r
      where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row and r.verdict = 'NEW' and not r.is_committed
      order by r.row_number;

    if batch.continues_id is not null then
      update public.import_row o set mended_by = committed
        from public.import_row r
        where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row and r.verdict in ('NEW', 'CHANGED')
          and o.batch_id = batch.continues_id and o.row_number = r.mends_row and o.mended_by is null and o.verdict in ('ERROR', 'DUPLICATE');
      get diagnostics mended = row_count;
      if mended > 0 then
        update public.import_batch b set mended_count = b.mended_count + mended where b.id = batch.continues_id;
      end if;
    end if;
    update public.import_row r set is_committed = true, ${emptied}
      where r.batch_id = committed and r.row_number > batch.through_row and r.row_number <= until_row
        and r.verdict in ('NEW', 'CHANGED') and not r.is_committed;
    get diagnostics written = row_count;
    update public.import_batch b set through_row = until_row, done_count = b.done_count + written, committed_count = b.committed_count + written
      where b.id = committed;
    return 'GO_ON';
  end $$;
  comment on function app.commit_import(uuid, integer, integer[]) is
    'Writes the next rows of a roster whose commit somebody decided, at most size of them. GO_ON, DONE, READ_AGAIN (its NIKs are sealed under another key) or NOT_MINE (another server is at it, or it is over).';
`;

const consequences = `
  create function app.undoable_rows(undone uuid) returns table (row_id uuid, row_number integer, is_new boolean, obstacle text, keeps_registration boolean)
    language sql stable security definer set search_path = '' as $$
    select r.id, r.row_number, r.verdict = 'NEW',
      case when r.verdict <> 'NEW' or e.id is null then null
        when exists (select from public.coverage c where c.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.coverage_case c where c.enrollment_id = e.id) then 'CASE'
        when exists (select from public.double_payment d where d.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.enrollment o where o.replaces_id = e.id) then 'REPLACED'
        when e.state not in ('PROPOSED', 'VERIFIED', 'APPROVED') then 'BRANCH_KNOWS' end,
      r.beneficiary_id is not null
        or exists (select from public.enrollment o where o.beneficiary_id = r.id and o.id <> r.id)
        or exists (select from public.nik_reveal n where n.beneficiary_id = r.id)
        or exists (select from public.nik_correction n where n.beneficiary_id = r.id)
    from public.import_row r left join public.enrollment e on e.id = r.id
    where r.batch_id = undone and r.is_committed
  $$;
  comment on function app.undoable_rows(uuid) is 'What taking back each committed row of a batch means, and what stands against it; for functions only.';

  create function app.import_undo(undone uuid) returns json
    language sql stable security definer set search_path = '' as $$
    select json_build_object(
      'enrollmentCount', count(*) filter (where u.is_new),
      'registrationCount', count(*) filter (where u.is_new and not u.keeps_registration),
      'restoredCount', (select count(*) from public.import_row r where r.batch_id = undone and r.is_committed and r.changes <> '{}'),
      'obstacles', (
        select coalesce(json_agg(json_build_object('kind', o.obstacle, 'count', o.n) order by o.n desc, o.obstacle), '[]')
        from (select x.obstacle, count(*) as n from app.undoable_rows(undone) x where x.obstacle is not null group by x.obstacle) o))
    from app.undoable_rows(undone) u
    where exists (select from public.import_batch b where b.id = undone and b.region_id in (select app.person_regions()))
  $$;
  create function app.import_money(batch uuid) returns json
    language sql stable set search_path = '' as $$
    select json_build_object('fiscalYear', y.year, 'months', y.months, 'neededRupiah', (b.monthly_rupiah * y.months)::text,
      'leftRupiah', m.left_rupiah::text, 'holds', b.monthly_rupiah * y.months <= m.left_rupiah)
    from public.import_batch b
    join public.program p on p.id = b.program_id
    cross join lateral (select greatest(date_trunc('month', coalesce(b.entered_on, app.today())), p.month_from)::date as month) f
    cross join lateral (select extract(year from f.month)::integer as year,
      greatest(extract(month from least(p.month_until, make_date(extract(year from f.month)::integer, 12, 1)))::integer
        - extract(month from f.month)::integer + 1, 0) as months) y
    cross join lateral (select (x.money ->> 'budgetRupiah')::numeric - coalesce((x.money ->> 'billedRupiah')::numeric, 0) as left_rupiah
      from (select app.program_money(p.id, y.year) as money) x) m
    where b.id = batch and b.monthly_rupiah is not null
  $$;
  comment on function app.import_money(uuid) is 'What the new people of a roster cost in the year of entry, against what is left of its budget.';
  comment on function app.import_undo(uuid) is 'What would go when a batch is taken back, and what stands against it.';
`;

const restored = (field: string): string =>
  `${field} = case when r.changes ? '${field}' and to_jsonb(b.${field}) is not distinct from r.changes -> '${field}' -> 1
          then (jsonb_populate_record(null::public.beneficiary, jsonb_build_object('${field}', r.changes -> '${field}' -> 0))).${field} else b.${field} end`;

const undo = `
  create function app.undo_import(undone uuid, size integer) returns text
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    batch public.import_batch;
    until_row integer;
    enrolled uuid[];
    registered uuid[];
    taken integer;
    mended integer;
  begin
    select * into batch from public.import_batch b where b.id = undone for update skip locked;
    if batch.id is null or batch.state <> 'UNDOING' then
      return 'NOT_MINE';
    end if;
    if batch.acting_id is distinct from app.actor_id() or batch.region_id not in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) then
      raise insufficient_privilege using message = 'not allowed to take this roster back';
    end if;
    perform from public.program p where p.id = batch.program_id for share;
    until_row := (select max(n.row_number) from (
      select r.row_number from public.import_row r
      where r.batch_id = undone and r.row_number > batch.through_row and r.is_committed order by r.row_number limit size) n);
    if until_row is null then
      update public.import_batch b set state = 'UNDONE', undone_at = now(), through_row = 0 where b.id = undone;
      update public.import_row o set mended_by = null where o.mended_by = undone;
      get diagnostics mended = row_count;
      if mended > 0 then
        update public.import_batch b set mended_count = greatest(b.mended_count - mended, 0) where b.id = batch.continues_id;
      end if;
      return 'DONE';
    end if;
    -- locked before the look, so that nobody covers months of those who go
    perform from public.enrollment e join public.import_row r on r.id = e.id
      where r.batch_id = undone and r.row_number > batch.through_row and r.row_number <= until_row order by e.id for update of e;
    if exists (select from app.undoable_rows(undone) u
      where u.row_number > batch.through_row and u.row_number <= until_row and u.obstacle is not null) then
      raise exception 'import: something hangs on rows of it' using errcode = 'check_violation', constraint = 'import_batch_undo_blocked';
    end if;
    select array_agg(u.row_id) filter (where u.is_new), array_agg(u.row_id) filter (where u.is_new and not u.keeps_registration)
      into enrolled, registered
      from app.undoable_rows(undone) u where u.row_number > batch.through_row and u.row_number <= until_row;
    delete from public.enrollment e where e.id = any (enrolled);
    delete from public.verification v where v.beneficiary_id = any (registered);
    -- the row keeps saying what it made; the registration is gone
    delete from public.beneficiary b where b.id = any (registered);
    update public.beneficiary b set
        ${['name', 'birth_date', 'birth_place', 'sex', 'address', 'address_region_id', 'phone', 'category_id', 'note'].map(restored).join(',\n        ')}
      from public.import_row r
      where r.batch_id = undone and r.row_number > batch.through_row and r.row_number <= until_row
        and r.is_committed and r.beneficiary_id = b.id and r.changes <> '{}';
    update public.import_row r set is_committed = false, is_undone = true
      where r.batch_id = undone and r.row_number > batch.through_row and r.row_number <= until_row and r.is_committed;
    get diagnostics taken = row_count;
    update public.import_batch b set through_row = until_row, done_count = b.done_count + taken, undone_count = b.undone_count + taken
      where b.id = undone;
    return 'GO_ON';
  end $$;
  comment on function app.undo_import(uuid, integer) is
    'Takes back the next rows of a batch, at most size of them: enrollments, registrations that nothing else uses, and changes that nobody changed since. GO_ON, DONE or NOT_MINE.';
`;

const discard = `
  create function app.forget_import(forgotten uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not exists (select from public.import_batch b where b.id = forgotten and b.state in ('DISCARDED', 'UNDONE', 'COMMITTED', 'FAILED')) then
      raise insufficient_privilege using message = 'the batch is still being worked on';
    end if;
    update public.import_row r set ${emptied}, changes = '{}' where r.batch_id = forgotten and not r.is_committed and r.name is not null;
    update public.import_batch b set keeps_file = false where b.id = forgotten and b.keeps_file;
  end $$;
  comment on function app.forget_import(uuid) is 'Clears what rows say of persons, once it is not needed any more.';
`;

const waiting = `
  create function app.stop_import(stopped uuid, code text, params jsonb) returns void
    language sql volatile security definer set search_path = '' as $$
    update public.import_batch b set failure_code = code, failure_params = params, through_row = 0,
      state = case b.state when 'CHECKING' then 'FAILED' when 'UNDOING' then 'COMMITTED' else 'READY' end
      where b.id = stopped and b.state in ('CHECKING', 'COMMITTING', 'UNDOING') and b.acting_id = app.actor_id()
  $$;
  comment on function app.stop_import(uuid, text, jsonb) is
    'Hands work that cannot go on back to people, with the reason: even when who decided it may do nothing there any more.';

  create function app.waiting_imports() returns table (id uuid, state text, acting_id uuid)
    language sql stable security definer set search_path = '' as $$
    select b.id, b.state, b.acting_id from public.import_batch b
    where b.state in ('CHECKING', 'COMMITTING', 'UNDOING') and b.acting_id is not null order by b.updated_at
  $$;
  comment on function app.waiting_imports() is 'Rosters that some server has to work on, with who decided so. No more of them.';

  create function app.forgettable_imports(day date) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select b.id from public.import_batch b
    where b.keeps_file and (b.state in ('UNDONE', 'DISCARDED', 'FAILED') or (b.state = 'COMMITTED' and (b.committed_at < day - 30
      or b.error_count + b.duplicate_count <= b.mended_count)))
  $$;
  comment on function app.forgettable_imports(date) is 'Rosters whose file nobody needs any more: nothing is left to mend, or thirty days have passed.';
`;

const rights = `
  revoke execute on function app.commit_import(uuid, integer, integer[]), app.undoable_rows(uuid), app.import_undo(uuid), app.import_money(uuid),
    app.undo_import(uuid, integer), app.forget_import(uuid), app.waiting_imports(), app.stop_import(uuid, text, jsonb),
    app.forgettable_imports(date) from public;
  grant execute on function app.commit_import(uuid, integer, integer[]), app.import_undo(uuid), app.import_money(uuid), app.undo_import(uuid, integer),
    app.forget_import(uuid), app.waiting_imports(), app.stop_import(uuid, text, jsonb), app.forgettable_imports(date) to payung_app;
`;
