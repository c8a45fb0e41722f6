/** Where an impact begins; `$1` is the key of the subject, `$2` the day from which on it would be gone. */
interface ImpactSubject {
  /** Its name; no row when it is absent or not visible. */
  readonly title: string;
  /** What goes with it or stands on it: rows of (id, concept, title). */
  readonly records: string;
  /** Programs that hang on it: rows of (id, is_direct). */
  readonly programs: string;
  /** Whether nothing of the kind is left to the program `p`. */
  readonly isLeftWithout: string;
  /** Months of the programs `found` that hang on it, as app.kept_entries gives them. */
  readonly ledger: string;
}

/** Of programs whose people the caller may see. */
const monthsOfPrograms =
  'select e.* from app.kept_entries(array(select f.id from found f where f.shows_people)) e';

/** Regulations that stand on the subject, itself included. */
const regulationsGone = `select $1::uuid as id union select d.regulation_id from app.regulation_dependents($1) d`;

/** Agreements below `roots`, themselves included: a PKS or an addendum does not outlive what it hangs on. */
const agreementsBelow = (roots: string): string => `with recursive below as (
  ${roots} union select m.id from below join mou m on m.parent_id = below.id and m.state <> 'TERMINATED')
  select below.id from below`;

const agreementsOfSubject = agreementsBelow('select $1::uuid as id');
const agreementsOfOffice =
  agreementsBelow(`select p.mou_id as id from mou_party p join mou m on m.id = p.mou_id
  where p.office_id = $1 and m.state <> 'TERMINATED' and coalesce(app.mou_ends_on(m) >= $2, true)`);

/** Another agreement of the program runs on that day. */
const hasNoOtherAgreement = (gone: string): string => `not exists (
  select from program_mou l join mou m on m.id = l.mou_id
  where l.program_id = p.id and m.state = 'SIGNED' and coalesce(app.mou_ends_on(m) >= $2, true) and m.id not in (${gone}))`;

const agreementRecords = (gone: string): string =>
  `select m.id, 'mou' as concept, m.title_as_written as title from mou m where m.id in (${gone}) and m.id <> $1`;

const programsUnder = (gone: string, isDirect: string): string =>
  `select l.program_id as id, bool_or(${isDirect}) as is_direct from program_mou l where l.mou_id in (${gone}) group by l.program_id`;

/** The kinds of subject, by the prefix of their ids. */
export const impactSubjects: Readonly<Record<string, ImpactSubject>> = {
  regulation: {
    title: 'select r.display_title as title from regulation r where r.id = $1',
    records: `select r.id, 'regulation' as concept, r.display_title as title from regulation r where r.id in (${regulationsGone}) and r.id <> $1
      union all select m.id, 'mou', m.title_as_written from mou m
      where m.state <> 'TERMINATED' and m.id in (select b.mou_id from mou_legal_basis b where b.regulation_id = $1)`,
    programs: `select b.program_id as id, bool_or(b.regulation_id = $1) as is_direct from program_legal_basis b
      where b.regulation_id in (${regulationsGone}) group by b.program_id`,
    isLeftWithout: `not exists (select from program_legal_basis b join regulation r on r.id = b.regulation_id
      where b.program_id = p.id and r.id not in (${regulationsGone}) and app.regulation_phase(r, $2) = 'IN_FORCE')`,
    ledger: monthsOfPrograms,
  },
  mou: {
    title: 'select m.title_as_written as title from mou m where m.id = $1',
    records: agreementRecords(agreementsOfSubject),
    programs: programsUnder(agreementsOfSubject, 'l.mou_id = $1'),
    isLeftWithout: hasNoOtherAgreement(agreementsOfSubject),
    ledger: monthsOfPrograms,
  },
  office: {
    title: 'select o.display_name as title from office o where o.id = $1',
    records: `${agreementRecords(agreementsOfOffice)}
      union all select r.id, 'region', r.display_name from region r join office_service_area a on a.region_id = r.id
      where a.office_id = $1 and coalesce(a.valid_until >= $2, true)`,
    // billed there is direct; under an agreement with it is not
    programs: `select x.id, bool_or(x.is_direct) as is_direct from (
        ${programsUnder(agreementsOfOffice, 'false')}
        union all select b.program_id, true from bill b where b.office_id = $1) x group by x.id`,
    isLeftWithout: hasNoOtherAgreement(agreementsOfOffice),
    ledger: monthsOfPrograms,
  },
  budgetline: {
    title: `select p.name || ' · ' || l.fiscal_year as title from budget_line l join program p on p.id = l.program_id where l.id = $1`,
    records: `select null::uuid as id, '' as concept, '' as title where false`,
    programs: 'select l.program_id as id, true as is_direct from budget_line l where l.id = $1',
    isLeftWithout: `not exists (select from budget_line o join budget_line l on l.id = $1 and o.fiscal_year = l.fiscal_year
      where o.program_id = p.id and o.id <> l.id and coalesce(o.revised_rupiah, o.original_rupiah) > 0)`,
    // months of a year are paid from a line of that year
    ledger: `select e.unit, e.persons, e.program_id, e.monthly_rupiah, greatest(e.first_month, l.fiscal_year * 12) as first_month,
        least(e.end_month, l.fiscal_year * 12 + 12) as end_month
      from budget_line l cross join (${monthsOfPrograms}) e
      where l.id = $1 and e.funding_source = l.funding_source and e.first_month < l.fiscal_year * 12 + 12 and e.end_month > l.fiscal_year * 12`,
  },
};
