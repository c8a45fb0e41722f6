import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { among, oneOfFew } from '../kernel/among.js';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse, todaySql } from '../kernel/statement.js';
import { Beneficiary } from './beneficiary.entity.js';
import { BeneficiaryIssue, issueSql } from './beneficiary.issues.js';
import { VerificationCheck, VerificationResult } from './beneficiary.types.js';

@InputType({ description: 'Latest result of a kind of check.' })
export class BeneficiaryVerificationFilter {
  @Field(() => VerificationCheck, { description: 'Kind of the check.' })
  check!: VerificationCheck;

  @Field(() => VerificationResult, { description: 'Latest result of it; NOT_CHECKED: there is none.' })
  result!: VerificationResult;
}

@InputType({ description: 'Conditions on a list of beneficiaries; all of them have to hold.' })
export class BeneficiaryFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or which themselves, the registering region is.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of categories, one of which it has. Empty: nothing matches.',
  })
  categoryIds?: string[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Deciles, one of which it has. Empty: nothing matches.',
  })
  deciles?: number[] | null;

  @Field(() => BeneficiaryVerificationFilter, { nullable: true, description: 'Latest result of a check.' })
  verification?: BeneficiaryVerificationFilter | null;

  @Field(() => Int, { nullable: true, description: 'Least age in completed years today.' })
  ageFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Greatest age in completed years today, included.' })
  ageUntil?: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date before which, and from today on, the person turns 65; the dead are left out.',
  })
  turns65Before?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of months, from today on, within which the person turns 65; the dead are left out.',
  })
  turns65WithinMonths?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a card number is known of any enrollment of the person in this region.',
  })
  hasKpj?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an active person has fewer than three consecutive paid months today, whoever paid: heirs get Rp10 million only.',
  })
  isBelowThree?: boolean | null;

  @Field(() => [BeneficiaryIssue], {
    nullable: true,
    description:
      'Whether one of these is to be looked at, as `dataQuality` counts them. Empty: nothing matches.',
  })
  issues?: BeneficiaryIssue[] | null;

  @Field(() => String, { nullable: true, description: 'Whole NIK, 16 digits; parts of a NIK find nothing.' })
  nik?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name; at least three characters.' })
  search?: string | null;
}

export enum BeneficiaryOrderField {
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  BIRTH_DATE = 'BIRTH_DATE',
}

@ArgsType()
export class BeneficiaryListArgs extends listArgs('Beneficiary', BeneficiaryFilter, BeneficiaryOrderField) {}

const commonResults: readonly VerificationResult[] = [
  VerificationResult.PASSED,
  VerificationResult.NOT_CHECKED,
];

export const beneficiaryList: ListRead = {
  of: () => Beneficiary,
  filters: {
    regionIds: (beneficiary, ids: string[], statement) =>
      `${beneficiary}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    categoryIds: (beneficiary, ids: string[], statement) =>
      `${beneficiary}.category_id = any(${statement.ids('category', ids)})`,
    deciles: (beneficiary, deciles: number[], statement) =>
      `${beneficiary}.decile = any(${statement.parameter(deciles)}::integer[])`,
    // some ask functions that look as the owner, within the actor's regions: row security leaves them no index
    verification: (beneficiary, { check, result }: BeneficiaryVerificationFilter, statement) =>
      (commonResults.includes(result) ? among : oneOfFew)(
        `${beneficiary}.id`,
        `select app.people_checked(${statement.parameter(check)}, ${statement.parameter(result)})`,
      ),
    ageFrom: (beneficiary, years: number, statement) =>
      `${beneficiary}.birth_date <= ${yearsBefore(todaySql, statement.parameter(humanAge(years)))}`,
    ageUntil: (beneficiary, years: number, statement) =>
      `${beneficiary}.birth_date > ${yearsBefore(todaySql, statement.parameter(humanAge(years) + 1))}`,
    turns65Before: (beneficiary, day: string, statement) =>
      `${beneficiary}.birth_date >= ${yearsBefore(todaySql, '65')}
        and ${beneficiary}.birth_date < ${yearsBefore(`${statement.parameter(day)}::date`, '65')} and ${beneficiary}.died_on is null`,
    turns65WithinMonths: (beneficiary, months: number, statement) =>
      turns65Within(beneficiary, statement.parameter(foreseeable(months))),
    // what lies below the person is asked of the database alone: no child is known here
    hasKpj: (beneficiary, isKnown: boolean) =>
      `${isKnown ? '' : 'not '}exists (select from enrollment e where e.beneficiary_id = ${beneficiary}.id and e.kpj is not null)`,
    isBelowThree: (beneficiary, isBelow: boolean) =>
      `(exists (select from enrollment o where o.person_id = ${beneficiary}.person_id and o.state = 'ACTIVE')) is true
        and ${isBelow ? 'not ' : ''}(${hasPaidThree(`${beneficiary}.person_id`)})`,
    issues: (beneficiary, issues: BeneficiaryIssue[]) =>
      issues.map((issue) => issueSql(issue, beneficiary)).join(' or ') || 'false',
    // the service has turned the NIK into its keyed hashes: no NIK reaches the database
    nik: (beneficiary, indexes: Buffer[], statement) =>
      `${beneficiary}.person_id in (select app.persons_behind(${statement.parameter(indexes)}::bytea[]))`,
    search: (beneficiary, text: string, statement) =>
      `${beneficiary}.id = any(array(select app.people_like(${statement.parameter(likePattern(text))})))`,
  },
  orders: {
    NAME: { sql: (beneficiary) => `${beneficiary}.name`, type: 'text' },
    CREATED_AT: { sql: (beneficiary) => `${beneficiary}.created_at`, type: 'timestamptz' },
    // an unknown day comes last among the oldest first
    BIRTH_DATE: {
      sql: (beneficiary) => orElse(`${beneficiary}.birth_date`, "date 'infinity'"),
      type: 'date',
    },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  isVast: true,
};

/** Whether a person has three paid months in a row this month, whoever paid. */
export function hasPaidThree(person: string): string {
  return among(person, byMonths('PAID_THREE'));
}

/** Whether more than three months of a person are unpaid this month. */
export function isLapsed(person: string): string {
  return among(person, byMonths('LAPSED'));
}

/** Whether a person was covered in December before, and not from January to March. */
export function isDecemberOnly(person: string): string {
  return oneOfFew(person, byMonths('DECEMBER_ONLY'));
}

function byMonths(concern: string): string {
  return `select app.people_by_months('${concern}', date_trunc('month', ${todaySql})::date)`;
}

/** Whether a living person turns 65 from today until so many months on. */
export function turns65Within(beneficiary: string, months: string): string {
  return `${beneficiary}.birth_date >= ${yearsBefore(todaySql, '65')}
    and ${beneficiary}.birth_date < ${yearsBefore(`(${todaySql} + make_interval(months => (${months})::integer))`, '65')} and ${beneficiary}.died_on is null`;
}

/** Beyond a century every number of months is the same to a register, and dates leave the calendar. */
export function foreseeable(months: number): number {
  return Math.min(Math.max(months, 0), 1200);
}

function yearsBefore(day: string, years: string): string {
  return `(${day} - make_interval(years => (${years})::integer))::date`;
}

/** Beyond it every age is the same to a register, and dates leave the calendar. */
function humanAge(years: number): number {
  return Math.min(Math.max(years, 0), 200);
}
