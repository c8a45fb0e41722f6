import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contribution rates as data, and the one function that turns them into rupiah for a month. */
export class TariffTable1763683220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(guard);
    await runner.query(contribution);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from citation where concept = 'tariff';
      alter table citation drop constraint citation_concept_check;
      alter table citation add constraint citation_concept_check
        check (concept in ('region', 'office', 'official', 'regulation', 'mou', 'category', 'observation', 'award', 'document'));
      drop function app.monthly_contributions(text, boolean, boolean, text, numeric, boolean, date, date);
      drop table tariff;
      drop function app.guard_tariff();
    `);
  }
}

const table = `
  create table tariff (
    id uuid constraint tariff_id_key primary key,
    segment text not null constraint tariff_segment_check check (segment in ('PU', 'BPU')),
    scheme text not null constraint tariff_scheme_check check (scheme in ('JKK', 'JKM', 'JHT')),
    kind text not null constraint tariff_kind_check check (kind in ('FLAT', 'PERCENT_OF_WAGE', 'RELIEF')),
    amount_rupiah numeric(18,0) constraint tariff_amount_range check (amount_rupiah >= 0),
    percent numeric(7,4) constraint tariff_percent_range check (percent > 0 and percent <= 100),
    wage_from_rupiah numeric(18,0) not null default 0 constraint tariff_wage_from_range check (wage_from_rupiah >= 0),
    wage_below_rupiah numeric(18,0),
    sector text constraint tariff_sector_check check (sector in ('TRANSPORT', 'OTHER')),
    excluded_funding text[] not null default '{}',
    valid_from date not null,
    valid_until date,
    regulation_id uuid constraint tariff_regulation_fk references regulation on delete restrict,
    note text constraint tariff_note_length check (char_length(note) <= 1000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint tariff_form_check check (case kind when 'FLAT' then amount_rupiah is not null and percent is null
      else amount_rupiah is null and percent is not null end),
    constraint tariff_wage_order check (wage_below_rupiah > wage_from_rupiah),
    constraint tariff_month_form check (extract(day from valid_from) = 1
      and (valid_until is null or extract(day from valid_until + 1) = 1)),
    constraint tariff_period_order check (valid_until >= valid_from),
    -- at most one standard rate, and at most one relief, for a wage in a month
    constraint tariff_overlap_excluded exclude using gist (
      segment with =, scheme with =, (kind = 'RELIEF') with =, coalesce(sector, '') with =,
      numrange(wage_from_rupiah, wage_below_rupiah) with &&, daterange(valid_from, valid_until, '[]') with &&)
  );
  comment on table tariff is 'Rates of contributions. FLAT: rupiah a month; PERCENT_OF_WAGE: of the reported wage; RELIEF: percent taken off the standard rate.';
  comment on column tariff.valid_until is 'Last day of the last month, included; null: still valid.';
  comment on column tariff.sector is 'Sector that the rate is for; null: all.';
  create index tariff_regulation_index on tariff (regulation_id);
  create index tariff_valid_from_index on tariff (valid_from, id);
  create index tariff_segment_index on tariff (segment, scheme, valid_from);

  alter table citation drop constraint citation_concept_check;
  alter table citation add constraint citation_concept_check
    check (concept in ('region', 'office', 'official', 'regulation', 'mou', 'category', 'observation', 'award', 'document', 'tariff'));
`;

const guard = `
  create function app.guard_tariff() returns trigger language plpgsql set search_path = '' as $$
  declare
    last_month_end date := date_trunc('month', app.today())::date - 1;
  begin
    if old.valid_from > app.today() then
      return new;
    end if;
    if (new.segment, new.scheme, new.kind, new.amount_rupiah, new.percent, new.wage_from_rupiah, new.wage_below_rupiah, new.sector, new.excluded_funding, new.valid_from)
      is distinct from (old.segment, old.scheme, old.kind, old.amount_rupiah, old.percent, old.wage_from_rupiah, old.wage_below_rupiah, old.sector, old.excluded_funding, old.valid_from) then
      raise exception 'tariff: months were paid at this rate' using errcode = 'check_violation', constraint = 'tariff_frozen';
    end if;
    if new.valid_until is distinct from old.valid_until
      and least(coalesce(old.valid_until, 'infinity'), coalesce(new.valid_until, 'infinity')) < last_month_end then
      raise exception 'tariff: past months keep their rate' using errcode = 'check_violation', constraint = 'tariff_past_frozen';
    end if;
    return new;
  end $$;
  create trigger tariff_guard before update on tariff for each row execute function app.guard_tariff();
`;

const contribution = `
  create function app.monthly_contributions(
    segment text, with_jht boolean, is_transport boolean, funding text, wage numeric,
    apbdes_counts_as_apbd boolean, month_from date, month_until date)
  returns table (month date, jkk_rupiah numeric, jkm_rupiah numeric, jht_rupiah numeric, tariff_ids uuid[])
  language sql stable set search_path = '' as $$
    select m.month::date,
      sum(r.rupiah) filter (where s.scheme = 'JKK'),
      sum(r.rupiah) filter (where s.scheme = 'JKM'),
      coalesce(sum(r.rupiah) filter (where s.scheme = 'JHT'), 0),
      array_agg(r.standard_id order by s.scheme) || array_remove(array_agg(r.relief_id order by s.scheme), null)
    from generate_series(date_trunc('month', month_from), month_until, interval '1 month') as m(month)
    cross join unnest(case when with_jht then array['JKK', 'JKM', 'JHT'] else array['JKK', 'JKM'] end) as s(scheme)
    cross join lateral (
      select t.id as standard_id, relief.id as relief_id,
        round(case t.kind when 'FLAT' then t.amount_rupiah else wage * t.percent / 100 end * (1 - coalesce(relief.percent, 0) / 100)) as rupiah
      from public.tariff t
      left join lateral (
        select x.id, x.percent from public.tariff x
        where x.kind = 'RELIEF' and x.segment = t.segment and x.scheme = t.scheme
          and (x.sector is null or x.sector = case when is_transport then 'TRANSPORT' else 'OTHER' end)
          and not (case when funding = 'APBDES' and apbdes_counts_as_apbd then 'APBD_REGENCY' else funding end = any (x.excluded_funding))
          and coalesce(wage, 0) >= x.wage_from_rupiah and (x.wage_below_rupiah is null or coalesce(wage, 0) < x.wage_below_rupiah)
          and m.month::date between x.valid_from and coalesce(x.valid_until, 'infinity')
        order by x.percent desc, x.id limit 1) relief on true
      where t.kind <> 'RELIEF' and t.segment = monthly_contributions.segment and t.scheme = s.scheme
        and (t.sector is null or t.sector = case when is_transport then 'TRANSPORT' else 'OTHER' end)
        and coalesce(wage, 0) >= t.wage_from_rupiah and (t.wage_below_rupiah is null or coalesce(wage, 0) < t.wage_below_rupiah)
        and m.month::date between t.valid_from and coalesce(t.valid_until, 'infinity')
      -- a rate of its own sector goes before one for all
      order by t.sector nulls last, t.id limit 1) r
    group by m.month
    having count(*) = case when with_jht then 3 else 2 end and bool_and(r.rupiah is not null)
    order by m.month
  $$;
  comment on function app.monthly_contributions(text, boolean, boolean, text, numeric, boolean, date, date) is
    'Contribution of one person for each month, split by scheme, with the rates that applied; a month without a rate is left out.';
  revoke execute on function app.monthly_contributions(text, boolean, boolean, text, numeric, boolean, date, date) from public;
  grant execute on function app.monthly_contributions(text, boolean, boolean, text, numeric, boolean, date, date) to payung_app;
`;

const rights = `
  select app.keep('tariff', 'tariff');
  create trigger tariff_announce after insert or update on tariff for each row execute function app.announce('tariff');
  grant select, insert, update on tariff to payung_app;
  create policy tariff_read on tariff for select to payung_app using (true);
  create policy tariff_insert on tariff for insert to payung_app with check ((select app.has_role('ADMIN')));
  create policy tariff_update on tariff for update to payung_app using ((select app.has_role('ADMIN')));
`;
