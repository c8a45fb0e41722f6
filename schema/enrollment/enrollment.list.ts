import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import {
  Beneficiary,
  foreseeable,
  hasPaidThree,
  isDecemberOnly,
  isLapsed,
  turns65Within,
} from '../beneficiary/index.js';
import { among } from '../kernel/among.js';
import { yearBounds } from '../kernel/calendar.js';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { CalendarDateScalar, MonthScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Enrollment } from './enrollment.entity.js';
import { ContinuityConcern, EnrollmentEndReason } from './enrollment.enums.js';
import { EnrollmentIssue, enrollmentIssueSql, ofPerson } from './enrollment.issues.js';
import { EnrollmentState } from './enrollment.lifecycle.js';
import './enrollment.reads.js';

@InputType({ description: 'Conditions on a list of enrollments; all of them have to hold.' })
export class EnrollmentFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nothing matches.' })
  programIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions that pay, or below which the payer lies. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions, down to wards and villages, in which the person lives. Empty: nothing matches.',
  })
  addressRegionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of registrations. Empty: nothing matches.' })
  beneficiaryIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of categories. Empty: nothing matches.' })
  categoryIds?: string[] | null;

  @Field(() => [EnrollmentState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: EnrollmentState[] | null;

  @Field(() => [EnrollmentEndReason], {
    nullable: true,
    description: 'Whether it ended, or was rejected, for one of these reasons.',
  })
  endReasons?: EnrollmentEndReason[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date before which the person turns 65, or turned; ended ones do not match.',
  })
  turning65Before?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of months, from today on, within which the person turns 65; ended ones do not match.',
  })
  turning65WithinMonths?: number | null;

  @Field(() => String, { nullable: true, description: 'Part of the decree that lists the person.' })
  decree?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name of the batch.' })
  cohort?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a card number is known.' })
  hasKpj?: boolean | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First date of entry that matches.' })
  enteredFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of entry that matches, included.',
  })
  enteredUntil?: string | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Month in which the enrollment has cover that counts; of a person, one enrollment has.',
  })
  coveredIn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year in which the enrollment has a month of cover that counts.',
  })
  coveredInYear?: number | null;

  @Field(() => [EnrollmentIssue], {
    nullable: true,
    description: 'Whether it is active and one of these is to be looked at. Empty: nothing matches.',
  })
  issues?: EnrollmentIssue[] | null;

  @Field(() => [ContinuityConcern], {
    nullable: true,
    description: 'Whether one of these is wrong today with the paid months of the person, whoever paid.',
  })
  continuity?: ContinuityConcern[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name of the person; at least three characters.',
  })
  search?: string | null;
}

export enum EnrollmentOrderField {
  ENTERED_ON = 'ENTERED_ON',
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class EnrollmentListArgs extends listArgs('Enrollment', EnrollmentFilter, EnrollmentOrderField) {}

/** Whether an enrollment of the person is active, or has been, in a region whose people the caller sees. */
const isActive = (person: string): string => hasEnrollment(person, `o.state = 'ACTIVE'`);
const wasActive = (person: string): string => hasEnrollment(person, `o.state in ('ACTIVE', 'ENDED')`);

/** Registrations whose address lies in one of these regions or below. */
const livingIn = (regions: string): string => `
  with recursive within as (
    select r.id from region r where r.id = any(${regions})
    union select r.id from region r join within w on r.parent_id = w.id)
  select b.id from beneficiary b where b.address_region_id in (select w.id from within w)`;

const concernSql: Readonly<Record<ContinuityConcern, (person: string) => string>> = {
  BELOW_THREE: (person) => `${isActive(person)} and not (${hasPaidThree(person)})`,
  LAPSED: (person) => `${isActive(person)} and ${isLapsed(person)}`,
  DECEMBER_ONLY: (person) => `${wasActive(person)} and ${isDecemberOnly(person)}`,
};

export const enrollmentList: ListRead = {
  of: () => Enrollment,
  filters: {
    programIds: (enrollment, ids: string[], statement) =>
      `${enrollment}.program_id = any(${statement.ids('program', ids)})`,
    regionIds: (enrollment, ids: string[], statement) =>
      `${enrollment}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    addressRegionIds: (enrollment, ids: string[], statement) =>
      among(`${enrollment}.beneficiary_id`, livingIn(statement.ids('region', ids))),
    beneficiaryIds: (enrollment, ids: string[], statement) =>
      `${enrollment}.beneficiary_id = any(${statement.ids('beneficiary', ids)})`,
    categoryIds: (enrollment, ids: string[], statement) =>
      `${enrollment}.category_id = any(${statement.ids('category', ids)})`,
    states: (enrollment, states: string[], statement) =>
      `${enrollment}.state = any(${statement.parameter(states)})`,
    endReasons: (enrollment, reasons: string[], statement) =>
      `${enrollment}.end_reason = any(${statement.parameter(reasons)})`,
    turning65Before: (enrollment, day: string, statement) =>
      `${enrollment}.state not in ('ENDED', 'REJECTED') and ${ofPerson(
        enrollment,
        `b.birth_date < (${statement.parameter(day)}::date - interval '65 years')`,
      )}`,
    // few are born in those months: their index comes first
    turning65WithinMonths: (enrollment, months: number, statement) =>
      `${enrollment}.state not in ('ENDED', 'REJECTED') and ${enrollment}.beneficiary_id in (select b.id from beneficiary b
        where ${turns65Within('b', statement.parameter(foreseeable(months)))})`,
    // row security leaves `like` no index
    decree: (enrollment, text: string, statement) =>
      among(
        `${enrollment}.id`,
        `select app.enrollments_like('decree', ${statement.parameter(likePattern(text))})`,
      ),
    cohort: (enrollment, text: string, statement) =>
      among(
        `${enrollment}.id`,
        `select app.enrollments_like('cohort', ${statement.parameter(likePattern(text))})`,
      ),
    hasKpj: (enrollment, isKnown: boolean) => `${enrollment}.kpj is ${isKnown ? 'not null' : 'null'}`,
    enteredFrom: (enrollment, day: string, statement) =>
      `${enrollment}.entered_on >= ${statement.parameter(day)}::date`,
    enteredUntil: (enrollment, day: string, statement) =>
      `${enrollment}.entered_on <= ${statement.parameter(day)}::date`,
    coveredIn: (enrollment, month: string, statement) =>
      isCovered(enrollment, `c.months @> (${statement.parameter(`${month}-01`)}::date)`),
    coveredInYear: (enrollment, year: number, statement) => {
      const [from, until] = yearBounds(year).map((day) => `${statement.parameter(day)}::date`);
      return isCovered(enrollment, `c.months && daterange(${from}, ${until})`);
    },
    issues: (enrollment, issues: EnrollmentIssue[]) =>
      issues.map((issue) => enrollmentIssueSql(issue, enrollment)).join(' or ') || 'false',
    continuity: (enrollment, concerns: ContinuityConcern[]) =>
      concerns.map((concern) => `(${concernSql[concern](`${enrollment}.person_id`)})`).join(' or ') ||
      'false',
    search: (enrollment, text: string, statement) =>
      `${enrollment}.beneficiary_id = any(array(select app.people_like(${statement.parameter(likePattern(text))})))`,
  },
  orders: {
    ENTERED_ON: { sql: (enrollment) => `${enrollment}.entered_on`, type: 'date' },
    CREATED_AT: { sql: (enrollment) => `${enrollment}.created_at`, type: 'timestamptz' },
  },
  defaultOrder: { field: 'ENTERED_ON', direction: 'DESC' },
  isVast: true,
};

function hasEnrollment(person: string, condition: string): string {
  return `(exists (select from enrollment o where o.person_id = ${person} and ${condition})) is true`;
}

function isCovered(enrollment: string, condition: string): string {
  return `(exists (select from coverage c where c.enrollment_id = ${enrollment}.id and c.credit_note_id is null and ${condition})) is true`;
}

readableAlso(Program, {
  enrollments: list(
    () => enrollmentList,
    (program, enrollment) => `${enrollment}.program_id = ${program}.id`,
  ),
});

readableAlso(Beneficiary, {
  enrollments: list(
    () => enrollmentList,
    (beneficiary, enrollment) => `${enrollment}.beneficiary_id = ${beneficiary}.id`,
  ),
});
