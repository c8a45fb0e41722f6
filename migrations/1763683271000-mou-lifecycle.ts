import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts that a province requires before a step, by role; and what a draft changes of the text that it follows. */
export class MouLifecycle1763683271000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(requirements);
    await runner.query(comparison);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.mou_comparison(mou);
      drop function app.mou_parties_text(uuid);
      drop function app.mou_legal_bases_text(uuid);
      drop function app.mou_amended(uuid, uuid);
      drop trigger mou_facts on mou;
      drop function app.guard_mou_facts();
      drop function app.mou_lacking(mou, text);
      alter table province_setting drop column mou_requirements;
    `);
  }
}

const facts = 'PARTY|NUMBER|SIGNATORY|SIGNED_ON|EFFECTIVE_FROM|EFFECTIVE_UNTIL|LEGAL_BASIS|PARENT|DOCUMENT';

const requirements = `
  alter table province_setting add column mou_requirements text[] not null default '{}'
    constraint province_setting_mou_requirements_form check (array_to_string(mou_requirements, ',') || ',' ~
      '^((LEGAL_REVIEW:(OPERATOR|COORDINATOR)|SIGNED:(APPROVER|COORDINATOR)):(${facts}),)*,?$');
  comment on column province_setting.mou_requirements is
    'What has to be known before an agreement goes on, as next state, role that decides and fact: "LEGAL_REVIEW:OPERATOR:NUMBER".';

  create function app.mou_lacking(m mou, next_state text) returns text[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(distinct f.fact), '{}')
    from (
      select unnest(array_remove(app.mou_missing(m), 'DOCUMENT')) as fact
      union all
      select 'DOCUMENT' where not exists (
        select from public.document d where d.concept = 'mou' and d.record_id = m.id
          and (next_state <> 'SIGNED' or d.kind = 'SIGNED_TEXT'))) f
    join public.province_setting s on s.region_id in (select app.region_ancestors(m.region_id))
    cross join lateral unnest(s.mou_requirements) r(rule)
    where split_part(r.rule, ':', 1) = next_state and split_part(r.rule, ':', 3) = f.fact
      and m.region_id in (select app.regions_of(split_part(r.rule, ':', 2)))
  $$;
  comment on function app.mou_lacking(mou, text) is
    'Facts that the province requires of the actor before the agreement gets into that state, and that nobody has recorded; for a signature, the signed text itself.';

  create function app.guard_mou_facts() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if app.mou_lacking(new, new.state) <> '{}' then
      raise exception 'mou: required facts are missing' using errcode = 'check_violation', constraint = 'mou_facts_required';
    end if;
    return new;
  end $$;
  create trigger mou_facts before update on mou for each row
    when (old.state <> new.state and new.state in ('LEGAL_REVIEW', 'SIGNED')) execute function app.guard_mou_facts();
  revoke execute on function app.mou_lacking(mou, text), app.guard_mou_facts() from public;
  grant execute on function app.mou_lacking(mou, text) to payung_app;
`;

const comparison = `
  create function app.mou_amended(base uuid, except_addendum uuid) returns jsonb language sql stable set search_path = '' as $$
    select to_jsonb(p) || coalesce((
      select jsonb_object_agg(l.key, l.value) from (
        select distinct on (e.key) e.key, e.value
        from public.mou a cross join lateral jsonb_each(to_jsonb(a)) e
        where a.parent_id = p.id and a.kind = 'ADDENDUM' and a.state = 'SIGNED' and a.id <> except_addendum
          and e.key in ('subject', 'effective_until', 'term_text', 'is_auto_renewed', 'notice_days', 'segments', 'scope', 'planned_beneficiaries')
          and e.value not in ('null', '[]')
        order by e.key, a.signed_on desc nulls last, a.id desc) l), '{}')
    from public.mou p where p.id = base
  $$;
  comment on function app.mou_amended(uuid, uuid) is 'Facts of an agreement as its signed addenda have it, leaving one of them out.';

  create function app.mou_parties_text(agreement uuid) returns text language sql stable set search_path = '' as $$
    select string_agg(case p.kind
        when 'REGION_GOVERNMENT' then 'Pemerintah ' || r.display_name
        when 'AGENCY' then p.agency || ' ' || r.display_name
        when 'OFFICE' then o.display_name else p.other_name end
      || coalesce(' (' || s.name || ')', ''), '; ' order by p.position)
    from public.mou_party p
    left join public.region r on r.id = p.region_id
    left join public.office o on o.id = p.office_id
    left join public.official s on s.id = p.signatory_id
    where p.mou_id = agreement
  $$;

  create function app.mou_legal_bases_text(agreement uuid) returns text language sql stable set search_path = '' as $$
    select string_agg(r.display_title, '; ' order by r.year, r.id)
    from public.mou_legal_basis b join public.regulation r on r.id = b.regulation_id where b.mou_id = agreement
  $$;

  create function app.mou_comparison(m mou) returns json language sql stable set search_path = '' as $$
    with base as (
      select b.id, app.mou_amended(b.id, m.id) as facts from public.mou b
      where b.id = case when m.kind = 'ADDENDUM' then m.parent_id else m.predecessor_id end),
    side as (
      select k.place, k.name,
        case jsonb_typeof(b.facts -> k.key) when 'array' then (select string_agg(v, '; ') from jsonb_array_elements_text(b.facts -> k.key) v)
          else b.facts ->> k.key end as signed,
        case jsonb_typeof(d.facts -> k.key) when 'array' then (select string_agg(v, '; ') from jsonb_array_elements_text(d.facts -> k.key) v)
          else d.facts ->> k.key end as draft
      from base b cross join (select to_jsonb(m) as facts) d cross join (values
        (1, 'titleAsWritten', 'title_as_written'), (2, 'subject', 'subject'), (4, 'effectiveFrom', 'effective_from'),
        (5, 'effectiveUntil', 'effective_until'), (6, 'termText', 'term_text'), (7, 'isAutoRenewed', 'is_auto_renewed'),
        (8, 'noticeDays', 'notice_days'), (9, 'segments', 'segments'), (10, 'scope', 'scope'),
        (11, 'plannedBeneficiaries', 'planned_beneficiaries')) k(place, name, key)
      where m.kind <> 'ADDENDUM' or k.name <> 'titleAsWritten'
      union all select 3, 'parties', app.mou_parties_text(b.id), app.mou_parties_text(m.id) from base b
      union all select 12, 'legalBasisIds', app.mou_legal_bases_text(b.id), app.mou_legal_bases_text(m.id) from base b)
    select coalesce(json_agg(json_build_object('field', s.name, 'signed', s.signed, 'draft', s.draft, 'change', case
        when s.signed = s.draft then 'SAME'
        when s.draft is null and m.kind = 'ADDENDUM' then 'KEPT'
        when s.draft is null then 'DROPPED'
        when s.signed is null then 'ADDED' else 'CHANGED' end) order by s.place), '[]')
    from side s where s.signed is not null or s.draft is not null
  $$;
  comment on function app.mou_comparison(mou) is
    'An addendum against the text that it changes, earlier addenda counted in, or a renewal against what it renews; field by field.';
  revoke execute on function app.mou_amended(uuid, uuid), app.mou_parties_text(uuid), app.mou_legal_bases_text(uuid), app.mou_comparison(mou)
    from public;
  grant execute on function app.mou_amended(uuid, uuid), app.mou_parties_text(uuid), app.mou_legal_bases_text(uuid), app.mou_comparison(mou)
    to payung_app;
`;
