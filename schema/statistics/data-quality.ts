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

/** Issues of active enrollments; the others are of registrations. */
const ofActive: ReadonlySet<DataQualityIssue> = new Set([
  DataQualityIssue.ACTIVE_AT_65,
  DataQualityIssue.ACTIVE_AFTER_DEATH,
  DataQualityIssue.KPJ_MISSING,
]);
/** Issues as groups of analysts tell of them. */
const ofGroups: Readonly<Record<string, string>> = {
  NIK_PREFIX_ELSEWHERE: "c.nik_origin = 'ELSEWHERE'",
  BIRTH_DATE_MISSING: "c.age_band = 'UNKNOWN'",
  SEX_MISSING: "c.sex = 'UNKNOWN'",
  DECILE_MISSING: 'c.decile = 0',
  ACTIVE_AT_65: "c.age_band = '65+' and c.is_active",
  ACTIVE_AFTER_DEATH: "c.life = 'DEAD_STILL_ENROLLED' and c.is_active",
  KPJ_MISSING: "c.kpj = 'MISSING' and c.is_active",
};
const results = ['PASSED', 'FAILED', 'NEEDS_REVIEW', 'NOT_CHECKED'] as const;

/** State of the data by region, and all together. One statement. */
export async function dataQualityOf(caller: Caller, filter: DataQualityFilter): Promise<object> {
  const statement = new Statement();
  const programs = filter.programIds ? statement.ids('program', filter.programIds) : null;
  const text = `with ${[scopeSql(filter, statement), peopleSql(programs), groupsSql(programs)].join(', ')}
    select ${recordSql('region', 'region', 'r.code', 'r.display_name', 'r')}, f.registrations::integer, f.active::integer as "activeEnrollments",
      f.is_grouped as "isGrouped", f.issues, f.checks
    from (select * from exact union all select * from grouped) f join region r on r.id = f.region_id order by r.code`;
  const rows = await caller.reads.rows<QualityRow>(text, statement.values);
  return { rows: rows.map((row) => ({ region: row.region, ...figuresOf([row]) })), totals: figuresOf(rows) };
}

/** Everybody, where the caller may see people. */
function peopleSql(programs: string | null): string {
  return `exact as (
      select q.region_id, q.registrations, q.active, false as is_grouped, q.issues, q.checks
      from app.data_quality(array(select s.id from scope s where s.least = 0), ${programs ?? 'null'}) q)`;
}

/** The groups of analysts, where the caller may read figures only: each of them once, however many programs it tells of. */
function groupsSql(programs: string | null): string {
  const within = programs ? `where t.program_id = any(${programs})` : '';
  const issues = Object.entries(ofGroups).map(
    ([issue, condition]) => `'${issue}', sum(c.persons) filter (where ${condition})`,
  );
  const checks = results.map(
    (result) => `'DUKCAPIL ${result}', sum(c.persons) filter (where c.dukcapil = '${result}')`,
  );
  return `told as (
      select distinct on (t.group_id) t.*, t.status = 'ACTIVE' as is_active
      from app.told_people(array(select s.id from scope s where s.least = 5)) t ${within} order by t.group_id, t.status = 'ACTIVE' desc nulls last),
    grouped as (
      select c.region_id, sum(c.persons) as registrations, sum(c.persons) filter (where c.is_active) as active, true as is_grouped,
        jsonb_build_object(${issues.join(', ')}) as issues, jsonb_build_object(${checks.join(', ')}) as checks
      from told c group by 1)`;
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
      const whole = ofActive.has(issue) ? activeEnrollments : registrations;
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
