import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Exact figures of a program, told month after month, would tell analysts by subtraction who came and who left: a bill
 * of 88 after one of 85, a credit note for one. So bills are told to them in whole fives of persons, credit notes not at
 * all, and months and money of a program as the sums over groups that statistics give.
 */
export class BillsInFives1763683312200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(shares);
    await runner.query(replacing(plain, reckoning) + oneReckoner(told, plain, aboutToldReckoner));
    await runner.query(replacing(program, figures));
    await runner.query(billsView((column) => toldColumns[column] ?? column, aboutTold));
    await runner.query(creditNotes(seen));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      creditNotes(`${seen} or (region_id = any (array(select app.readable_regions()))
      and bill_id <> all (array(select app.untold_bills())))`),
    );
    await runner.query(billsView((column) => `b.${column}`, about));
    await runner.query(replacing(program, turned(figures)));
    await runner.query(replacing(told, turned(reckoning)) + oneReckoner(plain, told, aboutReckoner));
    await runner.query(`
      drop function app.program_entries(uuid[], boolean);
      drop function app.told_share(numeric, integer, daterange);
      drop function app.told_heads(integer);
    `);
  }
}

const seen = 'region_id = any (array(select app.person_regions()))';

const shares = `
  create function app.told_heads(heads integer) returns integer language sql immutable parallel safe set search_path = '' as $$
    select heads / 5 * 5
  $$;
  comment on function app.told_heads(integer) is 'Persons of a bill as they are told to those who may not see them: in whole fives.';

  create function app.told_share(amount numeric, heads integer, months daterange) returns numeric
    language sql stable parallel safe set search_path = '' as $$
    select round(amount / (greatest(heads, 1) * n.months), -2) * n.months * (heads / 5 * 5)
    from (
      select (extract(year from age(upper(months), lower(months))) * 12 + extract(month from age(upper(months), lower(months))))::integer as months) n
  $$;
  comment on function app.told_share(numeric, integer, daterange) is
    'What as many persons as are told would be billed: the mean of a person and month, to a hundred rupiah, so that it does not tell how many there are.';

  create function app.program_entries(programs uuid[], shows_people boolean)
    returns table (program_id uuid, persons integer, is_billed boolean, is_paid boolean, monthly_rupiah numeric, first_month integer, end_month integer)
    language sql stable security definer set search_path = '' rows 100 as $$
    select e.program_id, e.persons, e.is_billed, e.is_paid, e.monthly_rupiah, e.first_month, e.end_month
    from app.kept_entries(programs) e where shows_people
    union all
    select r.program_id, g.persons, r.office_id is not null, r.is_paid, r.monthly_rupiah, r.first_month, r.end_month
    from public.statistics_group_run r join public.statistics_group g on g.id = r.group_id
    where not shows_people and r.level = 5 and r.program_id = any (programs)
  $$;
  comment on function app.program_entries(uuid[], boolean) is
    'Months of programs that count: of everybody, or of groups that tell of them. Each row stands for so many persons.';
  revoke execute on function app.told_heads(integer), app.told_share(numeric, integer, daterange), app.program_entries(uuid[], boolean) from public;
  grant execute on function app.told_heads(integer), app.told_share(numeric, integer, daterange) to payung_app, payung_analyst;
`;

const creditNotes = (condition: string): string => `
  drop policy credit_note_read on credit_note;
  create policy credit_note_read on credit_note for select to payung_app using (${condition});
`;

const fewHidden = `hides_heads := enrolled between 1 and 4;
      hides_ledger := coalesce((
        select bool_or(n.people between 1 and 4)
        from (select distinct l.fiscal_year from public.budget_line l where l.program_id = p.id and (fiscal is null or l.fiscal_year = fiscal)) y
        cross join lateral (
          select count(distinct f.person_id) as people from (
            select c.person_id from public.coverage c join public.budget_line l on l.id = c.budget_line_id
            where l.program_id = p.id and l.fiscal_year = y.fiscal_year and c.program_id = p.id and c.credit_note_id is null limit 481) f) n), false);`;
const groupsHidden = `hides_ledger := r.person_months = 0 and exists (
        select from public.coverage c where c.program_id = p.id and c.credit_note_id is null and c.months && r.span);
      hides_heads := enrolled > 0;
      enrolled := coalesce((
        select sum(g.persons) from public.statistics_group g
        where g.id in (select t.group_id from public.statistics_group_trait t where t.program_id = p.id and t.status = 'ACTIVE')), 0);
      hides_heads := hides_heads and enrolled = 0;`;

type Parts = readonly (readonly [before: string, after: string])[];

/** Parts of the functions, as 1763683310100 left them, and what comes in their place. */
const reckoning: Parts = [
  [
    'programs_reckoned(programs uuid[], fiscal integer)',
    'programs_reckoned(programs uuid[], fiscal integer, shows_people boolean DEFAULT true)',
  ],
  ['app.kept_entries(programs) e', 'app.program_entries(programs, shows_people) e'],
];
const figures: Parts = [
  ['app.programs_reckoned(array[p.id], fiscal)', 'app.programs_reckoned(array[p.id], fiscal, shows_people)'],
  [fewHidden, groupsHidden],
];

const turned = (parts: Parts): Parts => parts.map(([before, after]) => [after, before]);

const replacing = (signature: string, parts: Parts): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('${signature}'::regprocedure);
  begin
    ${parts
      .map(
        ([before, after]) => `
    if position($before$${before}$before$ in definition) = 0 then
      raise exception '${signature} is not as expected';
    end if;
    definition := replace(definition, $before$${before}$before$, $after$${after}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;

const oneReckoner = (signature: string, other: string, about: string): string => `
  drop function ${other};
  comment on function ${signature} is '${about}';
  revoke execute on function ${signature} from public;
`;
const [plain, told] = [
  'app.programs_reckoned(uuid[], integer)',
  'app.programs_reckoned(uuid[], integer, boolean)',
];
const aboutReckoner =
  'Money of programs in a fiscal year (null: all), from budget lines, rates and the ledger, whoever asks; for functions only.';
const aboutToldReckoner = `${aboutReckoner} Without people: from the groups that are told of them.`;
const program = 'app.program_figures(program, integer, boolean)';

const share = (column: string): string => `app.told_share(b.${column}, b.heads, b.months)`;
const toldColumns: Readonly<Record<string, string>> = {
  heads: 'app.told_heads(b.heads)',
  person_months: `(round(b.person_months * 2.0 / b.heads) / 2 * app.told_heads(b.heads))::integer`,
  jkk_rupiah: share('jkk_rupiah'),
  jkm_rupiah: share('jkm_rupiah'),
  jht_rupiah: share('jht_rupiah'),
  total_rupiah: `${share('jkk_rupiah')} + ${share('jkm_rupiah')} + ${share('jht_rupiah')}`,
};

const about: Readonly<Record<string, string>> = {
  heads: 'Orang; kosong: terlalu sedikit. | Persons; null: too few.',
  person_months: 'Bulan-orang; kosong: terlalu sedikit. | Person-months; null: too few.',
  jkk_rupiah: 'JKK, rupiah; kosong: terlalu sedikit orang. | JKK, rupiah; null: too few persons.',
  jkm_rupiah: 'JKM, rupiah; kosong: terlalu sedikit orang. | JKM, rupiah; null: too few persons.',
  jht_rupiah: 'JHT, rupiah; kosong: terlalu sedikit orang. | JHT, rupiah; null: too few persons.',
  total_rupiah: 'Jumlah, rupiah; kosong: terlalu sedikit orang. | Total, rupiah; null: too few persons.',
};
const aboutTold: Readonly<Record<string, string>> = {
  heads:
    'Orang, dibulatkan ke bawah ke kelipatan lima; kosong: terlalu sedikit. | Persons, rounded down to a multiple of five; null: too few.',
  person_months:
    'Bulan-orang dari orang sebanyak itu; kosong: terlalu sedikit. | Person-months of so many persons; null: too few.',
  jkk_rupiah:
    'JKK dari orang sebanyak itu, rupiah; kosong: terlalu sedikit orang. | JKK of so many persons, rupiah; null: too few persons.',
  jkm_rupiah:
    'JKM dari orang sebanyak itu, rupiah; kosong: terlalu sedikit orang. | JKM of so many persons, rupiah; null: too few persons.',
  jht_rupiah:
    'JHT dari orang sebanyak itu, rupiah; kosong: terlalu sedikit orang. | JHT of so many persons, rupiah; null: too few persons.',
  total_rupiah:
    'Jumlahnya, rupiah; kosong: terlalu sedikit orang. | Their sum, rupiah; null: too few persons.',
};

const billsView = (of: (column: string) => string, texts: Readonly<Record<string, string>>): string => `
  create or replace view analytics.bills with (security_barrier) as
    select b.id as bill_id, p.id as program_id, p.name as program_name, r.code as region_code, r.display_name as region_name, b.office_id,
      lower(b.months) as month_from, (upper(b.months) - interval '1 month')::date as month_until, b.state,
      ${Object.keys(texts)
        .map((column) => `case when shown.yes then ${of(column)} end as ${column}`)
        .join(',\n      ')},
      b.issued_on, b.due_on, b.paid_on, not shown.yes as is_suppressed
    from public.bill b join public.program p on p.id = b.program_id join public.region r on r.id = p.region_id
    cross join lateral (select b.heads >= 5
      and not exists (select from public.bill o where o.program_id = b.program_id and o.months && b.months and o.heads < 5)
      and (select count(distinct c.person_id) from public.coverage c where c.bill_id = b.id and c.credit_note_id is not null) not between 1 and 4 as yes) shown
    where b.region_id = any (array(select app.analytics_regions()));
  ${Object.entries(texts)
    .map(([column, text]) => `comment on column analytics.bills.${column} is '${text}';`)
    .join('\n  ')}
`;
