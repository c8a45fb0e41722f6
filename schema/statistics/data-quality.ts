import { VerificationCheck } from '../beneficiary/index.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { scopeSql } from './coverage-entries.js';
import { recordSql } from './coverage-keys.js';
import { type DataQualityFilter, DataQualityIssue } from './data-quality.types.js';

type Counts = Readonly<Record<string, number | null>>;

interface QualityRow {
  readonly region: object;
  readonly registrations: number | null;
  readonly activeEnrollments: number | null;
  readonly isGrouped: boolean;
  readonly issues: Counts;
  readonly checks: Counts;
}

/** Issues counted on registrations, as the database finds them. */
const ofRegistrations: Readonly<Record<string, string>> = {
  NIK_PREFIX_ELSEWHERE: "'PREFIX_ELSEWHERE' = any (b.nik_findings)",
  NIK_BIRTH_DATE_DIFFERS: "'BIRTH_DATE_DIFFERS' = any (b.nik_findings)",
  NIK_SEX_DIFFERS: "'SEX_DIFFERS' = any (b.nik_findings)",
  NIK_DATE_IMPOSSIBLE: "'DATE_IMPOSSIBLE' = any (b.nik_findings)",
  AGE_OVER_100: "'AGE_OVER_100' = any (b.nik_findings)",
  BIRTH_DATE_MISSING: 'b.birth_date is null',
  SEX_MISSING: 'b.sex is null',
  DECILE_MISSING: 'b.decile is null',
  ADDRESS_REGION_MISSING: 'b.address_region_id is null',
};
const ofActive: Readonly<Record<string, string>> = {
  ACTIVE_AT_65: "b.birth_date + interval '65 years' <= app.today()",
  ACTIVE_AFTER_DEATH: 'b.died_on is not null',
  KPJ_MISSING: 'e.kpj is null',
};
/** Issues in the cells of analysts: facet, and what its labels have to be. */
const ofCells: Readonly<Record<string, readonly [facet: string, condition: string]>> = {
  NIK_PREFIX_ELSEWHERE: ['CHECKS', "c.labels[1] = 'ELSEWHERE'"],
  BIRTH_DATE_MISSING: ['PEOPLE', "c.labels[2] = 'UNKNOWN'"],
  SEX_MISSING: ['PEOPLE', "c.labels[1] = 'UNKNOWN'"],
  DECILE_MISSING: ['PEOPLE', "c.labels[3] = 'UNKNOWN'"],
  ACTIVE_AT_65: ['PEOPLE', "c.labels[2] = '65+' and c.status = 'ACTIVE'"],
  ACTIVE_AFTER_DEATH: ['DEATHS', "c.labels[1] = 'DEAD_STILL_ENROLLED'"],
  KPJ_MISSING: ['CHECKS', "c.labels[3] = 'MISSING' and c.status = 'ACTIVE'"],
};
const results = ['PASSED', 'FAILED', 'NEEDS_REVIEW', 'NOT_CHECKED'] as const;

/** State of the data by region, and all together. One statement. */
export async function dataQualityOf(caller: Caller, filter: DataQualityFilter): Promise<object> {
  const statement = new Statement();
  const programs = filter.programIds ? statement.ids('program', filter.programIds) : null;
  const text = `with ${[scopeSql(filter, statement), peopleSql(programs), cellsSql(programs)].join(', ')}
    select ${recordSql('region', 'region', 'r.code', 'r.display_name', 'r')}, f.registrations::integer, f.active::integer as "activeEnrollments",
      f.is_grouped as "isGrouped", f.issues, f.checks
    from (select * from exact union all select * from grouped) f join region r on r.id = f.region_id order by r.code`;
  const rows = await caller.reads.rows<QualityRow>(text, statement.values);
  return { rows: rows.map((row) => ({ region: row.region, ...figuresOf([row]) })), totals: figuresOf(rows) };
}

const seen = 'any(array(select s.id from scope s where s.least = 0))';

function countsSql(conditions: Readonly<Record<string, string>>): string {
  return Object.entries(conditions)
    .map(([issue, condition]) => `'${issue}', count(*) filter (where ${condition})`)
    .join(', ');
}

/** Everybody, where the caller may see people. */
function peopleSql(programs: string | null): string {
  const enrolled = programs
    ? ` and exists (select from enrollment o where o.beneficiary_id = b.id and o.program_id = any(${programs}))`
    : '';
  return `person_of as materialized (
      select b.id, b.region_id, b.person_id, b.nik_findings, lower(b.name) as name, b.birth_date, b.sex, b.decile, b.address_region_id, b.died_on
      from beneficiary b where b.region_id = ${seen}${enrolled}),
    registered as (select b.region_id, count(*) as registrations, jsonb_build_object(${countsSql(ofRegistrations)}) as issues from person_of b group by 1),
    active_of as (
      select e.region_id, count(*) as active, jsonb_build_object(${countsSql(ofActive)}) as issues
      from enrollment e join person_of b on b.id = e.beneficiary_id
      where e.state = 'ACTIVE'${programs ? ` and e.program_id = any(${programs})` : ''} group by 1),
    alike as (
      select a.region_id, sum(a.persons) as persons from (
        select b.region_id, count(*) as persons from person_of b where b.birth_date is not null group by b.region_id, b.name, b.birth_date having count(*) > 1) a group by 1),
    elsewhere as (
      select b.region_id, count(*) as persons from person_of b
      where b.person_id in (select x.person_id from app.people_elsewhere(array(select s.id from scope s where s.least = 0)) x) group by 1),
    latest as (
      select distinct on (v.beneficiary_id, v.check_kind) v.check_kind, v.result, b.region_id
      from verification v join person_of b on b.id = v.beneficiary_id
      order by v.beneficiary_id, v.check_kind, v.checked_on desc, v.id desc),
    checked as (
      select c.region_id, jsonb_object_agg(c.name, c.persons) as checks
      from (select l.region_id, l.check_kind || ' ' || l.result as name, count(*) as persons from latest l group by 1, 2) c group by 1),
    exact as (
      select g.region_id, g.registrations, coalesce(a.active, 0) as active, false as is_grouped,
        g.issues || coalesce(a.issues, '{${Object.keys(ofActive)
          .map((issue) => `"${issue}": 0`)
          .join(', ')}}')
          || jsonb_build_object('SAME_NAME_AND_BIRTH_DATE', coalesce(k.persons, 0), 'REGISTERED_ELSEWHERE', coalesce(w.persons, 0)) as issues,
        coalesce(c.checks, '{}') as checks
      from registered g left join active_of a on a.region_id = g.region_id left join alike k on k.region_id = g.region_id
      left join elsewhere w on w.region_id = g.region_id left join checked c on c.region_id = g.region_id)`;
}

/** The cells of analysts, where the caller may read figures only. */
function cellsSql(programs: string | null): string {
  const regions = 'array(select s.id from scope s where s.least = 5)';
  const within = programs ? `where c.program_id = any(${programs})` : '';
  const facets = ['CHECKS', 'PEOPLE', 'DEATHS'].map(
    (facet) => `select '${facet}' as facet, c.* from app.cells_of('${facet}', ${regions}) c ${within}`,
  );
  const issues = Object.entries(ofCells).map(
    ([issue, [facet, condition]]) =>
      `'${issue}', sum(c.persons) filter (where c.facet = '${facet}' and ${condition})`,
  );
  const checks = results.map(
    (result) =>
      `'DUKCAPIL ${result}', sum(c.persons) filter (where c.facet = 'CHECKS' and c.labels[2] = '${result}')`,
  );
  return `cell as (${facets.join(' union all ')}),
    grouped as (
      select c.region_id, sum(c.persons) filter (where c.facet = 'CHECKS') as registrations,
        sum(c.persons) filter (where c.facet = 'CHECKS' and c.status = 'ACTIVE') as active, true as is_grouped,
        jsonb_build_object(${issues.join(', ')}) as issues, jsonb_build_object(${checks.join(', ')}) as checks
      from cell c group by 1)`;
}

function figuresOf(rows: readonly QualityRow[]) {
  const registrations = sumOf(rows, (row) => row.registrations);
  const activeEnrollments = sumOf(rows, (row) => row.activeEnrollments);
  return {
    registrations,
    activeEnrollments,
    suppressed: rows.some(({ isGrouped }) => isGrouped),
    issues: Object.values(DataQualityIssue).map((issue) => {
      const persons = sumOf(rows, (row) => row.issues[issue] ?? null);
      const whole = issue in ofActive ? activeEnrollments : registrations;
      return { issue, persons, share: persons !== null && whole ? persons / whole : null };
    }),
    checks: Object.values(VerificationCheck).map((check) => checkOf(rows, check, registrations)),
  };
}

function checkOf(rows: readonly QualityRow[], check: VerificationCheck, registrations: number | null) {
  const exact = rows.filter(({ isGrouped }) => !isGrouped);
  const told = (result: string): number | null =>
    sumOf(rows, (row) => row.checks[`${check} ${result}`] ?? (row.isGrouped ? null : 0));
  const [passed, failed, needsReview] = [told('PASSED'), told('FAILED'), told('NEEDS_REVIEW')];
  const unchecked = (registrations ?? 0) - (passed ?? 0) - (failed ?? 0) - (needsReview ?? 0);
  const notChecked = exact.length === rows.length ? unchecked : told('NOT_CHECKED');
  return { check, passed, failed, needsReview, notChecked };
}

/** Sum of what is told; null when nothing is. */
function sumOf(rows: readonly QualityRow[], value: (row: QualityRow) => number | null): number | null {
  if (rows.length === 0) return 0;
  const told = rows.map(value).filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0);
}
